// On which branches what is pushed was made. Git names a branch where one was named; for `HEAD`, an id, a tag or an
// expression it only repeats what was written.
import type { ObjectId } from "../../model/change.ts";
import { branchesOf, shortName } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";
import type { NewCommits } from "./new-commits.ts";
import type { RefUpdate } from "./push-lines.ts";

/** Short names of the branches of this clone that an update comes from; `tip` is the commit that it brings. */
export async function madeOn(
  repo: Repository,
  { localRef, remoteRef }: RefUpdate,
  tip: ObjectId,
  fresh: NewCommits,
  local: LocalBranches,
): Promise<readonly string[]> {
  if (localRef.startsWith("refs/heads/")) return [shortName(localRef)];
  if (localRef.startsWith(TRACKING)) return [trackedBranch(localRef)];
  if (!fresh.has(tip)) return [];
  const { head } = repo;
  if (localRef === "HEAD" && head.kind === "branch") return [head.branch];
  const holding = await local.ask("--contains", tip);
  // What the branch of the same name also holds was made for it.
  if (holding.some(({ ref }) => ref === remoteRef)) return [];
  const current = (among: readonly LocalBranch[]) =>
    among.filter(({ ref }) => head.kind === "branch" && ref === `refs/heads/${head.branch}`);
  const ending = holding.filter(({ id }) => id === tip);
  const chosen = [current(ending), ending, current(holding), holding].find(({ length }) => length > 0);
  if (chosen !== undefined) return chosen.map(({ ref }) => shortName(ref));
  // What was fetched from a remote and goes to another one is a branch of the first.
  const tracked = (await local.ask("--contains", tip, TRACKING)).map(({ ref, id }) => ({
    name: trackedBranch(ref),
    isItsEnd: id === tip,
  }));
  if (tracked.some(({ name }) => `refs/heads/${name}` === remoteRef)) return [];
  const ends = tracked.filter(({ isItsEnd }) => isItsEnd);
  if (tracked.length > 0) return [...new Set((ends.length > 0 ? ends : tracked).map(({ name }) => name))];
  // A detached HEAD grows on from the branches that lead to it.
  const leading = new Set(fresh.leadingTo(tip));
  const grownFrom = (await local.ask("--merged", tip)).filter(({ id }) => leading.has(id));
  const rebasing = head.kind === "detached" && head.id === tip ? branchesOf(head) : [];
  return [...new Set([...grownFrom.map(({ ref }) => shortName(ref)), ...rebasing])];
}

const TRACKING = "refs/remotes/";

/** `codex/x` of `refs/remotes/origin/codex/x`. */
function trackedBranch(ref: string): string {
  return ref.slice(ref.indexOf("/", TRACKING.length) + 1);
}

interface LocalBranch {
  readonly ref: string;
  readonly id: ObjectId;
}

/** Branches of this clone in relation to a commit. Tags share commits, so that each is asked about once. */
export class LocalBranches {
  readonly #repo: Repository;
  readonly #known = new Map<string, Promise<readonly LocalBranch[]>>();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  ask(
    which: "--contains" | "--merged",
    commit: ObjectId,
    below: "refs/heads/" | typeof TRACKING = "refs/heads/",
  ): Promise<readonly LocalBranch[]> {
    const key = `${which} ${commit} ${below}`;
    const known = this.#known.get(key) ?? this.#list([which, commit, below]);
    this.#known.set(key, known);
    return known;
  }

  async #list(which: readonly string[]): Promise<readonly LocalBranch[]> {
    const format = "--format=%(refname) %(objectname) %(symref)";
    const answer = await this.#repo.git.run(["for-each-ref", format, ...which]);
    const lines = answer.stdout.toString("utf8").split("\n").filter(Boolean);
    return lines.flatMap((line) => {
      const [ref = "", id = "", link = ""] = line.split(" ");
      // `origin/HEAD` says again what another ref says.
      return link !== "" && ref.startsWith(TRACKING) ? [] : [{ ref, id }];
    });
  }
}
