// What the branch of a phase holds, read only from Git.
import { parseCommit } from "../../git/objects/commit-object.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import { committedPhase } from "../../model/task/phase-trailers.ts";

export interface PhaseBranch {
  readonly branch: string;
  readonly tip: ObjectId;
  readonly tree: ObjectId;
  /** What the tip stands on; undefined for a merge and for a first commit. */
  readonly parent: ObjectId | undefined;
  /** The newest commit that says it is the phase: the tip, or one below what people have added since. */
  readonly carried: { readonly digest: string | undefined; readonly base: ObjectId | undefined } | undefined;
  /** The tip itself says so, and stands on what it says it stands on. */
  readonly isIntact: boolean;
}

/** For each of these phases whose branch exists, by the phase's name. */
export async function phaseBranches(
  repo: Repository,
  phases: readonly { readonly name: string; readonly branch: string }[],
): Promise<ReadonlyMap<string, PhaseBranch>> {
  const tips = await tipsOf(
    repo,
    phases.map(({ branch }) => branch),
  );
  const found = new Map<string, PhaseBranch>();
  for (const { name, branch } of phases) {
    const tip = tips.get(branch);
    if (tip !== undefined) found.set(name, await branchAt(repo, name, branch, tip));
  }
  return found;
}

async function tipsOf(
  { git }: Repository,
  branches: readonly string[],
): Promise<ReadonlyMap<string, ObjectId>> {
  if (branches.length === 0) return new Map();
  const refs = branches.map((branch) => `refs/heads/${branch}`);
  const { stdout } = await git.run(["for-each-ref", "--format=%(objectname) %(refname)", ...refs]);
  const lines = stdout.toString("utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => [
      line.slice(line.indexOf(" ") + 1 + "refs/heads/".length),
      line.slice(0, line.indexOf(" ")),
    ]),
  );
}

/** What people put on top of a phase's commit is not the pipeline's: how far down the phase's own commit is looked for. */
const MOST_ON_TOP = 100;

async function branchAt(repo: Repository, name: string, branch: string, tip: ObjectId): Promise<PhaseBranch> {
  const top = await commitAt(repo, tip);
  const [parent, ...others] = top.parents;
  const isIntact = saysSo(top, name);
  const base = { branch, tip, tree: top.tree, parent: others.length > 0 ? undefined : parent, isIntact };
  let at = top;
  for (let depth = 0; depth < MOST_ON_TOP; depth++) {
    const phase = committedPhase(at.message);
    if (phase?.name === name)
      return {
        ...base,
        carried: phase.base === at.parents[0] ? phase : { digest: undefined, base: undefined },
      };
    const [below] = at.parents;
    // The commit of another phase ends what can be this one's.
    if (phase !== undefined || below === undefined || at.parents.length > 1) break;
    at = await commitAt(repo, below);
  }
  return { ...base, carried: undefined };
}

/** Whether a commit says it is the phase, and stands on what it says it stands on. */
export async function isCommitOf(repo: Repository, name: string, id: ObjectId): Promise<boolean> {
  return saysSo(await commitAt(repo, id), name);
}

function saysSo(
  { parents: [parent, ...others], message }: ReturnType<typeof parseCommit>,
  name: string,
): boolean {
  const own = committedPhase(message);
  return own?.name === name && own.base === parent && others.length === 0;
}

async function commitAt({ objects }: Repository, id: ObjectId) {
  const { bytes } = await objects.get(id);
  return parseCommit(bytes ?? Buffer.alloc(0));
}
