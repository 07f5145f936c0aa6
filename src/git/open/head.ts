import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Git } from "../process/git.ts";

/** Where the next commit goes. Branches are short names: `main` for `refs/heads/main`. */
export type Head =
  | { readonly kind: "branch"; readonly branch: string; readonly id: ObjectId }
  /** A branch that has no commit yet. */
  | { readonly kind: "unborn"; readonly branch: string }
  /** On no branch; `rebasing` is the branch that a rebase under way will move when it ends. */
  | { readonly kind: "detached"; readonly id: ObjectId; readonly rebasing: string | undefined };

/** Short names of the branches that a commit made now ends up on. */
export function branchesOf(head: Head): readonly string[] {
  if (head.kind !== "detached") return [head.branch];
  return head.rebasing === undefined ? [] : [head.rebasing];
}

/** `id` is what Git answered for `HEAD^{commit}`, undefined if it could not. */
export async function readHead(
  git: Git,
  gitDir: string,
  commonDir: string,
  id: ObjectId | undefined,
): Promise<Head> {
  const ref = await symbolicRef(git, gitDir);
  if (ref === undefined) {
    if (id !== undefined) return { kind: "detached", id, rebasing: rebasingBranch(gitDir) };
    throw new CannotLook(
      failure(
        "broken-head",
        "HEAD names a commit that cannot be read",
        "run: git fsck; then check out a branch",
      ),
    );
  }
  const branch = shortName(ref);
  if (id !== undefined) return { kind: "branch", branch, id };
  const exists = await git.run(["show-ref", "--verify", "--quiet", "--", ref], {
    okCodes: [0, 1, 128],
    mayComplain: true,
  });
  if (exists.code !== 0 && !existsSync(join(commonDir, ref))) return { kind: "unborn", branch };
  throw new CannotLook(
    failure(
      "broken-head",
      `${ref}, which HEAD names, points to a commit that cannot be read`,
      "run: git fsck; the last good commits are in: git reflog",
    ),
  );
}

export function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags|remotes)\//, "");
}

async function symbolicRef(git: Git, gitDir: string): Promise<string | undefined> {
  const head = join(gitDir, "HEAD");
  const named = /^ref:\s*(.+?)\s*$/.exec(readIfThere(head) ?? "")?.[1];
  // A repository that keeps its refs in tables has this in place of the name; an old one has a link to the branch's file.
  const isAsked = named === "refs/heads/.invalid" || (named === undefined && isLink(head));
  if (!isAsked) return named;
  const answer = await git.run(["symbolic-ref", "--quiet", "HEAD"], { okCodes: [0, 1] });
  return answer.code === 0 ? answer.stdout.toString("utf8").trimEnd() : undefined;
}

function rebasingBranch(gitDir: string): string | undefined {
  const name =
    readIfThere(join(gitDir, "rebase-merge/head-name")) ??
    readIfThere(join(gitDir, "rebase-apply/head-name"));
  return name?.startsWith("refs/heads/") ? shortName(name.trimEnd()) : undefined;
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The text of a file of the Git folder; undefined if there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new CannotLook(failure("unreadable-file", `${file} cannot be read (${code})`, "check its rights"));
  }
}
