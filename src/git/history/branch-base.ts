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
  const { head, objects } = repo;
  if (head.kind === "unborn") return undefined;
  const own = head.kind === "branch" ? `refs/heads/${head.branch}` : "HEAD";
  // A branch is not its own main line.
  const lines = (await mainLines(repo, own)).filter((ref) => ref !== own);
  for (const tip of await Promise.all(lines.map((ref) => objects.find(`${ref}^{commit}`, -1)))) {
    if (tip?.type !== "commit") continue;
    const parted = await mergeBase(repo, head.id, tip.id);
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
