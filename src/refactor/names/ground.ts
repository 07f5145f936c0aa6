// What is known about a tree in which names change: which name leads where, before and after.
import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Tree } from "../tree.ts";
import { mayMention, type NameSearch } from "./may-mention.ts";
import { type Led, ModulePaths } from "./module-paths.ts";

export interface Renaming {
  /** Where files that move lie afterwards. */
  readonly moved: ReadonlyMap<RepoPath, RepoPath>;
  /** What a name that leads to a file before must mean afterwards, if that is another file: for a move, where the file lies then. */
  readonly meant: ReadonlyMap<RepoPath, RepoPath>;
  /** Files that go. */
  readonly gone: ReadonlySet<RepoPath>;
  /** Another name for a dotted name, as was asked for; even for names that lead nowhere. */
  renamed(name: ByteText): ByteText | undefined;
  /** Whether places in this file are changed; elsewhere they are reported. */
  covers(path: RepoPath): boolean;
  readonly rewritesStrings: boolean;
}

export class Ground {
  readonly tree: Tree;
  readonly renaming: Renaming;
  readonly before: ModulePaths;
  readonly after: ModulePaths;
  readonly words: NameSearch;
  /** Whether a file lies there afterwards. */
  readonly isAfter: (path: RepoPath) => boolean;

  constructor(tree: Tree, renaming: Renaming) {
    const { entries, project } = tree;
    const { moved, meant, gone } = renaming;
    const filled = new Set(moved.values());
    this.isAfter = (path) => filled.has(path) || (entries.has(path) && !moved.has(path) && !gone.has(path));
    this.tree = tree;
    this.renaming = renaming;
    this.before = new ModulePaths((path) => entries.has(path), project);
    this.after = new ModulePaths(this.isAfter, project);
    this.words = mayMention(
      [...moved.keys(), ...moved.values(), ...meant.keys(), ...meant.values()],
      renaming,
    );
  }

  /** Where a file lies afterwards. */
  placeOf(path: RepoPath): RepoPath {
    return this.renaming.moved.get(path) ?? path;
  }

  /** Whether a longer path, from an unknown place, ends in that of a file that changes. */
  endsInPath(text: ByteText): boolean {
    const path = decodePath(Buffer.from(text.replaceAll(/[\\/]+/g, "/"), "latin1"));
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      const end = path.slice(at + 1);
      if (end.includes("/") && this.renaming.meant.has(end)) return true;
    }
    return false;
  }

  changes({ path, rival }: Led): boolean {
    const { meant } = this.renaming;
    return meant.has(path) || (rival !== undefined && meant.has(rival));
  }
}

export function dots(name: ByteText): ByteText {
  return dotted(name) as ByteText;
}

/** A path with no file beside it. */
export const ROOT_ONLY = "\0/\0";
