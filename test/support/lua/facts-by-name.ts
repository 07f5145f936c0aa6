import type { LuaSource } from "../../../src/lua/source.ts";

const HOST = { globals: ["reaper", "ImGui"], modules: ["x.*"] };

export function factsByName(source: LuaSource) {
  const { requires, moduleStrings, module, uses, globals, calls, effects, shims, comments } = source;
  const fields = new Set(["loop", "list", "name"]);
  const host = source.hostUses(HOST);
  return {
    requires,
    moduleStrings,
    module,
    uses,
    globals,
    calls,
    sets: source.fieldSets(fields),
    reads: source.fieldReads(fields),
    effects,
    shims,
    comments,
    host,
  };
}
