// Files that move and texts that change, as a patch. A patch has no order: if one file makes room for another, both are
// given by what they hold.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Patch, PatchEdit } from "../model/patch.ts";
import type { RewrittenText } from "./refactored.ts";
import type { Tree } from "./tree.ts";

export interface Parts {
  readonly moved?: ReadonlyMap<RepoPath, RepoPath>;
  readonly rewritten?: readonly RewrittenText[];
  readonly deletions?: readonly RepoPath[];
}

/** `contents` gives what a file that is not Lua holds; it is asked only for those that make room for each other. */
export function patchOf(tree: Tree, { moved = new Map(), rewritten = [], deletions = [] }: Parts): Patch {
  const filled = new Set(moved.values());
  const edits = new Map<RepoPath, PatchEdit>(
    rewritten.map(({ path, after }) => [
      path,
      { kind: "contents", path, contents: bytesOf(after), isNew: false },
    ]),
  );
  const moves: { from: RepoPath; to: RepoPath }[] = [];
  const gone = [...deletions];
  for (const [from, to] of moved) {
    if (!moved.has(to) && !filled.has(from)) {
      moves.push({ from, to });
      continue;
    }
    if (!filled.has(from)) gone.push(from);
    const mode = tree.entries.get(from)?.kind === "executable" ? "100755" : "100644";
    const contents = edits.get(to);
    const held = bytesOf(tree.texts.get(from) ?? ("" as ByteText));
    const bytes = contents?.kind === "contents" ? contents.contents : held;
    edits.set(to, { kind: "contents", path: to, contents: bytes, isNew: false, mode });
  }
  return {
    edits: [...edits.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    moves: moves.sort((a, b) => (a.from < b.from ? -1 : 1)),
    deletions: gone.sort(),
  };
}

function bytesOf(text: ByteText): Buffer {
  return Buffer.from(text, "latin1");
}
