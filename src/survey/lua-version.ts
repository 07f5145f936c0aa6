import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { parseLua } from "../lua/syntax/parse.ts";
import { LUA_VERSIONS, type LuaVersion, luaName } from "../model/lua-version.ts";
import type { Host } from "./hosts.ts";

export interface VersionFound {
  readonly version: LuaVersion;
  readonly from: string;
  /** Whether somebody says so, or the host runs no other; else it is what fits. */
  readonly isSaid: boolean;
}

const DEFAULT: VersionFound = { version: "5.3", from: "the default", isSaid: false };

/** A rockspec names the oldest one that a library runs on; it may run on all later ones. */
function isLinted(from: readonly RepoPath[]): boolean {
  return from.some((path) => !path.endsWith(".rockspec"));
}

/**
 * The version of Lua that texts are written in: what is declared, what the host runs, and the default, the first that reads all
 * that any version reads; else the one that reads most.
 */
export function versionOfTexts(
  texts: readonly ByteText[],
  declared: { readonly version: LuaVersion | undefined; readonly from: readonly RepoPath[] },
  hosts: readonly Host[],
): VersionFound {
  const host = hosts.find(({ version }) => version !== undefined);
  const told: VersionFound[] =
    declared.version === undefined
      ? []
      : [{ version: declared.version, from: declared.from.join(", "), isSaid: isLinted(declared.from) }];
  const run: VersionFound[] =
    host?.version === undefined
      ? []
      : [{ version: host.version, from: `what ${host.name} runs`, isSaid: true }];
  // What a linter is told comes before what the host runs, and that before the oldest one that a rockspec names.
  const wishes: VersionFound[] = [
    ...(told[0]?.isSaid === true ? [...told, ...run] : [...run, ...told]),
    DEFAULT,
  ];
  // A text that no version reads says nothing.
  const unread = (version: LuaVersion) =>
    texts.filter(
      (text) => !parseLua(text, version).ok && LUA_VERSIONS.some((other) => parseLua(text, other).ok),
    ).length;
  let best: { found: VersionFound; left: number } | undefined;
  for (const found of wishes) {
    const left = unread(found.version);
    if (left === 0) return found;
    if (best === undefined || left < best.left) best = { found, left };
  }
  for (const version of ["5.4", "luajit", "5.2", "5.1"] as const) {
    const left = unread(version);
    if (best === undefined || left < best.left)
      best = {
        found: { version, from: `${luaName(version)} reads most of what is there`, isSaid: false },
        left,
      };
  }
  return best?.found ?? DEFAULT;
}
