// A minimal module, where there is none yet (playbook, "Common tasks" 4).
import type { RepoPath } from "../base/repo-path.ts";
import type { PatchEdit } from "../model/patch.ts";
import { isLua } from "../modules/lua-files.ts";
import { findingAt } from "./finding-in.ts";
import { isPlacePath } from "./is-place-path.ts";
import { notesOf } from "./notes-of.ts";
import { NO_PATCH, type Refactored } from "./refactored.ts";
import type { ScaffoldModule } from "./refactoring.ts";
import type { Tree } from "./tree.ts";

/** A file that exists already, whatever it holds by now, was scaffolded once: it stays. */
export function scaffoldModule(tree: Tree, { files }: ScaffoldModule): Refactored {
  const missing = files.map(({ path }) => path).filter((path) => !tree.entries.has(path));
  const stops = missing
    .filter((path) => !isLua(path, tree.project) || !isPlacePath(path))
    .map((path) =>
      findingAt(
        path,
        "this can't be a file of Lua in the repository",
        "name a place in it, and end its name in .lua",
      ),
    );
  const edits = missing.map(
    (path): PatchEdit => ({
      kind: "contents",
      path,
      contents: Buffer.from(MODULE_TABLE[isApp(path) ? "app" : "pure"], "utf8"),
      isNew: true,
    }),
  );
  const notes = notesOf({
    impacted: missing,
    deltas: "none: nobody requires them yet",
    undo: "delete them",
    reports: [],
  });
  return { patch: { ...NO_PATCH, edits }, notes, reports: [], stops, rewritten: [] };
}

/** A TODO may stand in the app layer, and nowhere else. */
const MODULE_TABLE = {
  pure: "local M = {}\n\nreturn M\n",
  app: "local M = {}\n\n-- TODO: fill in\n\nreturn M\n",
} as const;

function isApp(path: RepoPath): boolean {
  return /(^|\/)app\//.test(path);
}
