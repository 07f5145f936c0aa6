// Which file requires what, as notes; nothing is changed (playbook, "Common tasks" 1).
import { isUnder } from "../base/glob.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import { RequireReader } from "../modules/require-map.ts";
import { NO_PATCH, type Refactored } from "./refactored.ts";
import type { ScanRequires } from "./refactoring.ts";
import { isLuaFile, type Tree } from "./tree.ts";

/** How many of the modules that are required most are listed. */
const TOP = 10;

export function scanRequires(tree: Tree, { root = tree.project.root }: ScanRequires): Refactored {
  const reader = new RequireReader(tree.project, new Set(tree.entries.keys()));
  for (const [path, text] of tree.texts) {
    const id = tree.entries.get(path)?.id;
    if (id !== undefined && isUnder(path, root) && isLuaFile(tree, path))
      reader.read(path, id, Buffer.from(text, "latin1"));
  }
  const { files, imports } = reader.map(undefined, []);
  const total = files.reduce((sum, file) => sum + file.requires.length, 0);
  const lines = [
    `${count(files.length, "file")}, ${count(total, "require")} of ${count(imports.length, "module")} below ${root === "" ? "the repository" : showPath(root)}.`,
    ...(imports.length === 0 ? [] : ["Top imports:"]),
    ...imports.slice(0, TOP).map(({ name, files: importers }) => `- ${name}: ${count(importers, "file")}`),
    "Requires:",
    ...files.map(({ path, requires, fault }) =>
      fault === undefined
        ? `${showPath(path)} → [${[...namesIn(requires)].join(", ")}]`
        : `${showPath(path)} → does not parse`,
    ),
  ];
  return { patch: NO_PATCH, notes: `${lines.join("\n")}\n`, reports: [], stops: [], rewritten: [] };
}

function namesIn(requires: readonly { readonly text: string }[]): ReadonlySet<RepoPath> {
  return new Set(requires.map(({ text }) => text));
}
