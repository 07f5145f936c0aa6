// A rockspec is Lua that sets tables. `lua >= 5.1`: the library has to run on that, so it is written in it.

import { readLuaData } from "../../lua/lua-data.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { broken, type Declaration, NOTHING } from "./declaration.ts";

export function readRockspec(text: string): Declaration {
  const read = readLuaData(text);
  if (!read.ok) return broken(read.error);
  const needed = read.value.fields.get("dependencies");
  if (needed?.kind !== "table") return NOTHING;
  for (const item of needed.items) {
    const [, version] =
      (item.kind === "text" && /^\s*lua\s*(?:>=|==|~>|=)?\s*(5\.[1-4])/.exec(item.text)) || [];
    if (version !== undefined) return { globals: [], version: version as LuaVersion };
  }
  return NOTHING;
}
