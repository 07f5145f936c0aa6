import type { LuaSource } from "../../../src/lua/source.ts";

const HOST = { globals: ["reaper", "ImGui"], modules: ["x.*"] };

export function factsByName(source: LuaSource) {
  const { requires, moduleStrings, module, uses, globals, calls, assignments, effects, shims, comments } =
    source;
  const host = source.hostUses(HOST);
  return {
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
    host,
  };
}
