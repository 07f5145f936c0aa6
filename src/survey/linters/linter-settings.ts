// What the settings of linters, editors and package managers declare. They are other people's programs or data: read, never run.
import type { RepoPath } from "../../base/repo-path.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { folderOf, nameOf } from "../tree.ts";
import { type Declaration, type FileGlobals, NOTHING, type Unread } from "./declaration.ts";
import { readLanguageServer } from "./language-server.ts";
import { readLuacheckrc } from "./luacheckrc.ts";
import { readRockspec } from "./rockspec.ts";
import { librariesOf, readSelene } from "./selene.ts";
import { readSeleneToml, readSeleneYaml } from "./selene-library.ts";

export interface Declared {
  readonly globals: ReadonlySet<string>;
  /** Those of them that code may set as well. */
  readonly written: ReadonlySet<string>;
  readonly version: LuaVersion | undefined;
  /** The files that something was read from. */
  readonly from: readonly RepoPath[];
  /** Globals for only some files. */
  readonly inFiles: readonly FileGlobals[];
  /** What could not be read, or only in part, and why. */
  readonly unread: readonly (Unread & { readonly path: RepoPath })[];
}

/** Names of the files that `declaredBy` understands. */
export function isLinterSetting(path: RepoPath): boolean {
  return /(?:^|\/)(?:\.luacheckrc|\.luarc\.jsonc?|\.vscode\/settings\.json|[\w-]+\.ya?ml|[\w-]+\.toml|[^/]+\.rockspec)$/.test(
    path,
  );
}

export function declaredBy(settings: ReadonlyMap<RepoPath, string>): Declared {
  const globals = new Set<string>();
  const written = new Set<string>();
  const from: RepoPath[] = [];
  const inFiles: FileGlobals[] = [];
  const unread: (Unread & { readonly path: RepoPath })[] = [];
  let version: LuaVersion | undefined;
  const libraries = namedLibraries(settings);
  // What lies at the top counts for everything; what a rockspec says it runs on comes after what a linter is told.
  const weight = (path: RepoPath) => path.split("/").length + (path.endsWith(".rockspec") ? 100 : 0);
  for (const [path, text] of [...settings].sort(([a], [b]) => weight(a) - weight(b))) {
    const found = readOne(path, text, libraries);
    const names = found.globals.filter(isName);
    // luacheck takes the settings that lie nearest above a file: those of a folder say nothing about the rest.
    const isOfFolder = nameOf(path) === ".luacheckrc" && path.includes("/");
    if (!isOfFolder) {
      for (const name of names) globals.add(name);
      for (const name of found.written ?? []) if (isName(name)) written.add(name);
    }
    version ??= found.version;
    const ofFolder = isOfFolder && names.length > 0 ? [{ glob: "**", globals: names }] : [];
    const own = [...ofFolder, ...(found.inFiles ?? [])].map(({ glob, globals: all }) => ({
      glob: below(folderOf(path), glob),
      globals: all.filter(isName),
    }));
    inFiles.push(...own);
    if (names.length > 0 || own.length > 0 || found.version !== undefined) from.push(path);
    if (found.unread !== undefined) unread.push({ path, ...found.unread });
  }
  return { globals, written, version, from, inFiles, unread };
}

function readOne(path: RepoPath, text: string, libraries: ReadonlySet<string>): Declaration {
  const name = nameOf(path);
  const isNamed = libraries.has(path.replace(/\.\w+$/, ""));
  if (name === ".luacheckrc") return readLuacheckrc(text);
  if (name.startsWith(".luarc.")) return readLanguageServer(text);
  // An editor's settings are about many other things.
  if (name === "settings.json") return text.includes('"Lua') ? readLanguageServer(text) : NOTHING;
  if (name.endsWith(".rockspec")) return readRockspec(text);
  if (name === "selene.toml") return readSelene(text);
  return name.endsWith(".toml") ? readSeleneToml(text, isNamed) : readSeleneYaml(text, isNamed);
}

/** Without their endings: where the libraries that a `selene.toml` names lie, which is beside it. */
function namedLibraries(settings: ReadonlyMap<RepoPath, string>): ReadonlySet<string> {
  const own = [...settings].filter(([path]) => nameOf(path) === "selene.toml");
  return new Set(own.flatMap(([path, text]) => librariesOf(text).map((name) => below(folderOf(path), name))));
}

function below(folder: RepoPath, path: string): string {
  return folder === "." ? path : `${folder}/${path}`;
}

/** A name, or a family of names. */
function isName(name: string): boolean {
  return /^[A-Za-z_]\w*\*?$/.test(name);
}
