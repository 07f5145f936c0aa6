import type { ByteText } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { MovePair } from "../refactoring.ts";

/** One pair, read against the tree. For a folder, everything below it goes. */
export interface MovedPair {
  readonly isFolder: boolean;
  readonly from: RepoPath;
  readonly to: RepoPath;
  /** As it was typed: what the old name becomes. */
  readonly names: ReadonlyMap<ByteText, ByteText>;
  readonly typed: MovePair;
}

export function joined(folder: RepoPath, path: RepoPath): RepoPath {
  return folder === "" ? path : `${folder}/${path}`;
}

export function foldersOf(path: RepoPath): readonly RepoPath[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
