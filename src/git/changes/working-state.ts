// How the index and the working tree differ from HEAD, as the user's own Git sees it: with its filters and line ends.
import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Repository } from "../open/repository.ts";
import { askUserGit } from "../process/user-git.ts";

/** A tracked file that is not as HEAD has it, in the index or in the working tree. */
export interface ChangedFile {
  readonly path: RepoPath;
  /** It differs from HEAD in the index. */
  readonly isStaged: boolean;
  /** How the working tree differs from the index. */
  readonly working: "same" | "changed" | "gone" | "other-kind";
  /** What the index holds, if that is a file; undefined also for what is only intended to be added. */
  readonly staged: { readonly id: ObjectId; readonly mode: string } | undefined;
  /** The working tree holds a regular file. */
  readonly isFile: boolean;
}

/** Sorted by path as Git sorts. What a merge has not decided is left out, and so are submodules. */
export async function changedFiles(repo: Repository): Promise<readonly ChangedFile[]> {
  const args = [
    "status",
    "--porcelain=v2",
    "-z",
    "--untracked-files=no",
    "--no-renames",
    "--ignore-submodules=all",
  ];
  const env = { ...repo.git.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  const answer = askUserGit(repo.git.cwd, env, args);
  if (answer.code !== 0) {
    const said = answer.stderr.trim().split("\n").at(-1) ?? "";
    throw new CannotLook(
      failure("git-failed", `git status ended with ${answer.code}: ${said}`, "see: git status"),
    );
  }
  const files: ChangedFile[] = [];
  for (const line of splitAtNul(answer.stdout)) {
    const head = line.toString("latin1", 0, HEADER_END);
    const match = /^1 (.)(.) N\.\.\. \d+ (\d+) (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(head);
    if (match === null) continue;
    const [all, x = ".", y = ".", mode = "", workingMode = "", id = ""] = match;
    files.push({
      path: decodePath(line.subarray(all.length)),
      isStaged: x !== ".",
      working: WORKING[y] ?? "other-kind",
      staged: isFileMode(mode) ? { id, mode } : undefined,
      isFile: isFileMode(workingMode),
    });
  }
  return files;
}

/** Longer than all that stands before a path, with ids of 64 digits. */
const HEADER_END = 180;

const WORKING: Readonly<Record<string, ChangedFile["working"]>> = {
  ".": "same",
  M: "changed",
  A: "changed",
  D: "gone",
};

function isFileMode(mode: string): boolean {
  return mode.startsWith("100");
}

function* splitAtNul(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}
