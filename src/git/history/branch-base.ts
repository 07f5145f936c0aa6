// Where the work of a branch begins: where it left the main line.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { mergeBase } from "./range.ts";

const NAMES = ["main", "master", "trunk"];

/** Searched in this order: the remote that the branch goes to counts before the clone itself. */
async function mainLines({ git }: Repository, own: string): Promise<readonly string[]> {
  const { stdout } = await git.run(["for-each-ref", "--format=%(push:remotename)", own]);
  const remote = stdout.toString("utf8").trim() || "origin";
  const there = ["HEAD", ...NAMES].map((name) => `refs/remotes/${remote}/${name}`);
  return [...there, ...NAMES.map((name) => `refs/heads/${name}`)];
}

/** The commit at which `HEAD` and the main line parted; undefined where there is no main line, or nothing in common. */
export async function branchBase(repo: Repository): Promise<ObjectId | undefined> {
  const { git, head } = repo;
  if (head.kind === "unborn") return undefined;
  const own = head.kind === "branch" ? `refs/heads/${head.branch}` : "HEAD";
  for (const ref of await mainLines(repo, own)) {
    // A branch is not its own main line.
    if (ref === own) continue;
    const found = await git.run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
      okCodes: [0, 1, 128],
    });
    if (found.code !== 0) continue;
    const parted = await mergeBase(repo, head.id, found.stdout.toString("latin1").trim());
    if (parted !== undefined) return parted;
  }
  return undefined;
}

/** The commits that `HEAD` has and `base` lacks, oldest first. */
export async function commitsSince({ git }: Repository, base: ObjectId): Promise<readonly ObjectId[]> {
  const { stdout } = await git.run(["rev-list", "--reverse", `${base}..HEAD`]);
  return stdout
    .toString("latin1")
    .split("\n")
    .filter((id) => id !== "");
}
