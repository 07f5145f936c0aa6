import type { ByteText } from "../base/byte-text.ts";
import { LUA_VERSIONS, type LuaVersion } from "../model/lua-version.ts";
import { parseLua, type SyntaxFault } from "./syntax/parse.ts";

/**
 * The versions that would read a text which its own refuses: the whole of it; where none does, those that get past the fault
 * the furthest.
 */
export function versionsThatRead(
  text: ByteText,
  version: LuaVersion,
  fault: SyntaxFault,
): readonly LuaVersion[] {
  const reached = LUA_VERSIONS.filter((other) => other !== version).map((other) => {
    const result = parseLua(text, other);
    return { other, end: result.ok ? Number.POSITIVE_INFINITY : result.error.range.start };
  });
  const furthest = Math.max(...reached.map(({ end }) => end));
  if (furthest < fault.range.end || furthest === fault.range.start) return [];
  return reached.filter(({ end }) => end === furthest).map(({ other }) => other);
}
