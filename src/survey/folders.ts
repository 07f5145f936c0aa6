import type { RepoPath } from "../base/repo-path.ts";
import { asGlob, type SurveyedFile } from "./tree.ts";

const VENDORED = new Set(
  "vendor vendored third_party third-party thirdparty 3rdparty deps lua_modules luarocks .luarocks external externals submodules node_modules".split(
    " ",
  ),
);

/** The folders that hold other people's Lua, by their names. */
export function vendoredFolders(paths: readonly RepoPath[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const words = path.split("/");
    const at = words.slice(0, -1).findIndex((word) => VENDORED.has(word.toLowerCase()));
    if (at >= 0)
      found.add(
        `${words
          .slice(0, at + 1)
          .map(asGlob)
          .join("/")}/**`,
      );
  }
  return [...found].sort();
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

/** Files named `core/**` that use nothing of the host: what is pure today. */
export function pureFolders(
  files: readonly SurveyedFile[],
  hostGlobals: ReadonlySet<string>,
): readonly string[] {
  const uses = new Map<RepoPath, { files: number; users: number }>();
  for (const { path, source } of files) {
    const words = path.split("/").slice(0, -1);
    const at = words.lastIndexOf("core");
    if (at < 0 || !source.syntax.ok) continue;
    const folder = words.slice(0, at + 1).join("/");
    const tally = uses.get(folder) ?? { files: 0, users: 0 };
    tally.files++;
    if (source.globals.some(({ name }) => name !== undefined && hostGlobals.has(name))) tally.users++;
    uses.set(folder, tally);
  }
  return [...uses]
    .filter(([, { files: all, users }]) => all >= 2 && users === 0)
    .map(([folder]) => `${asGlob(folder)}/**`)
    .sort();
}
