import type { LuaSource } from "../../src/lua/source.ts";

const HOST = { globals: ["reaper", "ImGui"], modules: ["x.*"] };

export function allFacts(source: LuaSource): readonly unknown[] {
  const { requires, moduleStrings, module, uses, globals, calls, assignments, effects, shims, comments } =
    source;
  return [
    requires,
    moduleStrings,
    module,
    uses,
    globals,
    calls,
    assignments,
    effects,
    shims,
    comments,
    source.hostUses(HOST),
  ];
}
