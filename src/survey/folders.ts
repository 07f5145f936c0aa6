import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { asGlob, folderOf, type SurveyedFile } from "./tree.ts";

const VENDORED = new Set(
  "vendor vendored third_party third-party thirdparty 3rdparty deps lua_modules luarocks .luarocks external externals submodules node_modules".split(
    " ",
  ),
);

/** Whatever there is today: what is copied there tomorrow is other people's too. */
const ALWAYS = ["**/vendor/**", "**/third_party/**", "**/lua_modules/**"];

/** The folders that hold other people's Lua, by their names. */
export function vendoredFolders(paths: readonly RepoPath[]): readonly string[] {
  const found = new Set<string>(ALWAYS);
  for (const path of paths) {
    const words = path.split("/");
    const at = words.slice(0, -1).findIndex((word) => VENDORED.has(word.toLowerCase()));
    if (at >= 0 && !matchesAny(ALWAYS, path))
      found.add(
        `${words
          .slice(0, at + 1)
          .map(asGlob)
          .join("/")}/**`,
      );
  }
  return [...found].sort();
}

/** Other people's projects that lie in folders here: with a licence of their own, and less than half of all. */
export function nestedProjects(luaPaths: readonly RepoPath[], paths: readonly RepoPath[]): readonly string[] {
  const licensed = new Set(
    paths.filter((path) => /\/(?:LICEN[CS]E|COPYING|COPYRIGHT)(?:[.-][\w.-]*)?$/i.test(path)).map(folderOf),
  );
  const folders = [...licensed].filter((folder) => luaPaths.some((path) => path.startsWith(`${folder}/`)));
  const held = luaPaths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  const hasOwn = paths.some((path) => /^(?:LICEN[CS]E|COPYING|COPYRIGHT)(?:[.-][\w.-]*)?$/i.test(path));
  return hasOwn && held.length * 2 < luaPaths.length
    ? folders.map((folder) => `${asGlob(folder)}/**`).sort()
    : [];
}

/** Files whose first lines say that a program wrote them. */
export function generatedFiles(files: readonly SurveyedFile[]): readonly string[] {
  const says = /\b(?:auto-?generated|generated (?:by|from|automatically)|do not edit)\b/i;
  const found = files.filter(({ text }) =>
    says.test(
      text
        .split("\n", 5)
        .filter((line) => /^\s*--/.test(line))
        .join("\n"),
    ),
  );
  return found.map(({ path }) => asGlob(path)).sort();
}

/** One file says nothing about a folder. */
const FEWEST = 2;

/** A share of old uses this small is what people would rather be rid of. */
const SHARE = 10;

/** Folders named `core` in which hardly anything uses the host: what is pure today. */
export function pureFolders(
  files: readonly SurveyedFile[],
  isOfHost: (name: string) => boolean,
): readonly string[] {
  const uses = new Map<RepoPath, { files: number; users: number }>();
  for (const { path, source } of files) {
    const words = path.split("/").slice(0, -1);
    const at = words.lastIndexOf("core");
    if (at < 0 || !source.syntax.ok) continue;
    const folder = words.slice(0, at + 1).join("/");
    const tally = uses.get(folder) ?? { files: 0, users: 0 };
    tally.files++;
    if (source.globals.some(({ name }) => name !== undefined && isOfHost(name))) tally.users++;
    uses.set(folder, tally);
  }
  return [...uses]
    .filter(([, { files: all, users }]) => all >= FEWEST && users * SHARE <= all)
    .map(([folder]) => `${asGlob(folder)}/**`)
    .sort();
}
