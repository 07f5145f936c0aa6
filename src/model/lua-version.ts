// The versions of Lua that people write.

export const LUA_VERSIONS = ["5.1", "5.2", "5.3", "5.4", "luajit"] as const;

export type LuaVersion = (typeof LUA_VERSIONS)[number];

/** Folders with the version of Lua that is written there, the deepest first; the last is `""`, the repository itself. */
export type FolderVersions = readonly { readonly folder: string; readonly version: LuaVersion }[];

export function versionIn(path: string, folders: FolderVersions): LuaVersion {
  for (const { folder, version } of folders) {
    if (folder === "" || path.startsWith(`${folder}/`)) return version;
  }
  return "5.3";
}

/** As people call it: `Lua 5.4`, `LuaJIT`. */
export function luaName(version: LuaVersion): string {
  return version === "luajit" ? "LuaJIT" : `Lua ${version}`;
}
