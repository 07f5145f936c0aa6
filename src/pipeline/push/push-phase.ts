// A finished phase's branch on its way to a remote, through the gate, and only over what was seen there.
import { judgePush } from "../../check/push.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import type { KeptRecord } from "../../model/task/pipeline-run.ts";
import { contract } from "../../report/verdict/contract.ts";
import type { CarryTerms } from "../run/carry-out.ts";
import { isCommitOf } from "../run/phase-branch.ts";
import type { RemotePlace } from "./remote-place.ts";
import { verdictInShort } from "./verdict-in-short.ts";

export type PushOutcome =
  | { readonly kind: "pushed"; readonly commit: ObjectId }
  | { readonly kind: "not pushed"; readonly why: string; readonly next: string; readonly contract?: string };

/**
 * What was last pushed counts as seen there; else what was last fetched, if that is the pipeline's own or holds nothing else. A
 * branch that was never seen may not exist there.
 */
export async function pushPhase(
  { pipeline, today, kept }: CarryTerms,
  { name, pushed, commit }: Pick<KeptRecord, "name" | "pushed" | "commit">,
  branch: string,
  remote: RemotePlace,
): Promise<PushOutcome | undefined> {
  const { repo } = pipeline;
  if (commit === undefined) return undefined;
  const given = pushed[remote.name];
  const fetched = await fetchedAt(repo, remote.name, branch);
  const seen = given ?? fetched;
  if (seen === commit) return undefined;
  if (given === undefined && fetched !== undefined && !(await isTaken(repo, name, fetched, commit)))
    return {
      kind: "not pushed",
      why: others(branch, remote.name, fetched),
      next: lookAt(remote.name, branch),
    };
  const ref = `refs/heads/${branch}`;
  const update = { localRef: ref, newId: commit, remoteRef: ref, oldId: seen };
  const verdict = await judgePush(repo, [update], remote, { today, kept });
  if (verdict.outcome === "block") {
    const next = `see: arkitekt check --range ${seen ?? `${commit}~`}..${branch}`;
    const said = contract(verdict).trimEnd();
    return { kind: "not pushed", why: `the gate stops it: ${verdictInShort(verdict)}`, next, contract: said };
  }
  const lease = `--force-with-lease=${ref}:${seen ?? ""}`;
  const flags = ["--quiet", "--porcelain", lease, "--end-of-options"];
  const answer = remote.git(["push", ...flags, remote.name, `${ref}:${ref}`]);
  if (answer.code === 0) return { kind: "pushed", commit };
  return refused(answer, branch, remote.name, seen);
}

async function fetchedAt({ git }: Repository, remote: string, branch: string): Promise<ObjectId | undefined> {
  if (!/^[\w.-]+$/.test(remote)) return undefined;
  const ref = `refs/remotes/${remote}/${branch}`;
  const found = await git.run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
    okCodes: [0, 1, 128],
  });
  return found.code === 0 ? found.stdout.toString("latin1").trim() : undefined;
}

/** Whether nobody loses anything if `commit` takes its place: it says that it is the phase, lies below, or holds the same. */
async function isTaken(
  repo: Repository,
  name: string,
  fetched: ObjectId,
  commit: ObjectId,
): Promise<boolean> {
  if (await isCommitOf(repo, name, fetched)) return true;
  const same = await repo.git.run(["diff-tree", "--quiet", fetched, commit], { okCodes: [0, 1] });
  if (same.code === 0) return true;
  const below = await repo.git.run(["merge-base", "--is-ancestor", fetched, commit], { okCodes: [0, 1] });
  return below.code === 0;
}

const others = (branch: string, remote: string, seen: ObjectId) =>
  `${branch} on ${remote} holds what is not this pipeline's (${seen.slice(0, 10)}): somebody else has pushed it`;

const lookAt = (remote: string, branch: string) =>
  `look at it first: git fetch ${remote} && git log ${remote}/${branch}`;

function refused(
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
  branch: string,
  remote: string,
  seen: ObjectId | undefined,
): PushOutcome {
  const said = `${stdout}\n${stderr}`;
  if (/stale info|fetch first|non-fast-forward/.test(said)) {
    const what =
      seen === undefined ? "is there already" : `is not what was seen there (${seen.slice(0, 10)})`;
    const why = `${branch} on ${remote} ${what}: somebody else has pushed it`;
    return { kind: "not pushed", why, next: lookAt(remote, branch) };
  }
  const next = `try it by hand: git push ${remote} ${branch}`;
  const declined = /\[remote rejected\] \((.*)\)/.exec(said)?.[1];
  const lines = stderr.split("\n").map((text) => text.trim());
  if (declined !== undefined) {
    const words = lines.flatMap((text) => /^remote: *(.*\S)/.exec(text)?.[1] ?? []);
    return { kind: "not pushed", why: `${remote} refuses it: ${[...words, declined].join("; ")}`, next };
  }
  const line = lines.find((text) => text !== "") ?? "it says nothing";
  return { kind: "not pushed", why: `git push ended badly: ${line}`, next };
}
