import type { ByteText } from "../base/byte-text.ts";
import { LUA_VERSIONS, type LuaVersion } from "../model/lua-version.ts";
import { parseLua, type SyntaxFault } from "./syntax/parse.ts";

/** The versions that would read a text which its own refuses. */
export interface OtherVersions {
  readonly versions: readonly LuaVersion[];
  /** Those that read the whole of it; else those that get furthest past the fault. */
  readonly readAll: boolean;
}

export const NO_OTHER_VERSION: OtherVersions = { versions: [], readAll: false };

export function versionsThatRead(text: ByteText, version: LuaVersion, fault: SyntaxFault): OtherVersions {
  const reached = LUA_VERSIONS.filter((other) => other !== version).map((other) => {
    const result = parseLua(text, other);
    return { other, end: result.ok ? Number.POSITIVE_INFINITY : result.error.range.start };
  });
  const furthest = Math.max(...reached.map(({ end }) => end));
  if (furthest < fault.range.end || furthest === fault.range.start) return NO_OTHER_VERSION;
  const isAsFar = (end: number) =>
    end === furthest || (end >= fault.range.end && isOneLine(end, furthest, text));
  const versions = reached.filter(({ end }) => isAsFar(end)).map(({ other }) => other);
  return { versions, readAll: furthest === Number.POSITIVE_INFINITY };
}

/** What stops two versions on one line is mostly one thing, which they split into different tokens. */
function isOneLine(from: number, to: number, text: ByteText): boolean {
  return to <= text.length && !/[\r\n]/.test(text.slice(from, to));
}
