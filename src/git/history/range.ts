// Ranges of commits that are named on a command line.
import { err, ok, type Result } from "../../base/result.ts";
import type { ObjectId } from "../../model/change.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { branchesOf } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";
import { howToFetch } from "./how-to-fetch.ts";
import { NewCommits } from "./new-commits.ts";

export interface CommitRange {
  /** Where the range grows from; undefined if it holds a first commit and nothing came before. */
  readonly base: ObjectId | undefined;
  readonly tip: ObjectId;
  /** Oldest first. */
  readonly commits: readonly ObjectId[];
  /** Short names of the branches that the tip goes to. */
  readonly branches: readonly string[];
}

export interface NamedRange extends CommitRange {
  readonly fresh: NewCommits;
  /** What its commits are new to. */
  readonly held: ObjectId | undefined;
}

/**
 * `A..B` and `A...B`, with `HEAD` for an empty side: what B has and A lacks. As a whole it grows from where the two parted,
 * so that a branch is not blamed for lacking what A got since. Without a common history `..` grows from A, `...` from nothing.
 */
export async function readRange(repo: Repository, text: string): Promise<Result<NamedRange, Failure>> {
  const [, left = "", dots, right = ""] = /^(.*?)(\.{2,3})(.*)$/s.exec(text) ?? [];
  if (dots === undefined)
    return err(
      failure("bad-range", `"${text}" is not a range of commits`, "write it as A..B, for example main..HEAD"),
    );
  const ends = await Promise.all([left || "HEAD", right || "HEAD"].map((name) => commitId(repo, name)));
  const [from, tip] = ends;
  if (from === undefined || !from.ok) return from ?? err(await unknown(repo, left));
  if (tip === undefined || !tip.ok) return tip ?? err(await unknown(repo, right));
  const parted = await mergeBase(repo, from.value, tip.value);
  if (parted === undefined && repo.isShallow) return err(await partedOutside(repo, text, left || "HEAD"));
  const base = parted ?? (dots === ".." ? from.value : undefined);
  const known = dots === ".." ? from.value : base;
  const listed = await repo.git.run([
    "rev-list",
    "--topo-order",
    "--reverse",
    "--parents",
    tip.value,
    ...(known === undefined ? [] : [`^${known}`]),
    "--",
  ]);
  const fresh = new NewCommits(listed.stdout.toString("latin1"));
  const branches = branchesOf(repo.head);
  return ok({ base, tip: tip.value, commits: fresh.all, branches, fresh, held: known });
}

async function commitId(repo: Repository, name: string): Promise<Result<ObjectId, Failure>> {
  const found = await repo.objects.find(`${name}^{commit}`);
  return found?.type === "commit" ? ok(found.id) : err(await unknown(repo, name));
}

/** Where two histories parted; undefined when they have nothing in common. */
export async function mergeBase(
  repo: Repository,
  left: ObjectId,
  right: ObjectId,
): Promise<ObjectId | undefined> {
  if (left === right) return left;
  const answer = await repo.git.run(["merge-base", left, right], { okCodes: [0, 1] });
  return answer.code === 0 ? answer.stdout.toString("latin1").trim() : undefined;
}

async function unknown(repo: Repository, name: string): Promise<Failure> {
  const command = await howToFetch(repo, name);
  if (command === undefined)
    return failure(
      "unknown-revision",
      `${name} is not a commit of this repository`,
      "see: git log --oneline --all",
    );
  const clone = repo.isShallow ? "this shallow clone" : "this clone";
  return failure("unknown-revision", `${name} is not in ${clone}`, `run: ${command}`);
}

/** Without the commit where they parted, all that the clone has of B would be taken for new. */
async function partedOutside(repo: Repository, text: string, from: string): Promise<Failure> {
  const message = `where the two ends of ${text} parted is not in this shallow clone, so what is new cannot be known`;
  const command = (await howToFetch(repo, from)) ?? "git fetch --unshallow";
  return failure("missing-base", message, `run: ${command}`);
}
