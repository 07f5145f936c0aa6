// A finished phase's branch on its way to a remote, through the gate, and only over what was seen there.
import { judgePush } from "../../check/push.ts";
import { userGit, withoutRepository } from "../../git/process/user-git.ts";
import type { ObjectId } from "../../model/change.ts";
import type { KeptRecord } from "../../model/task/pipeline-run.ts";
import { contract } from "../../report/contract.ts";
import type { CarryTerms } from "./carry-out.ts";
import { verdictInShort } from "./verdict-in-short.ts";

export type Pushed =
  | { readonly kind: "pushed"; readonly commit: ObjectId }
  | { readonly kind: "not pushed"; readonly why: string; readonly next: string; readonly contract?: string };

/** `seen` is what it was last given; else what was last fetched or pushed counts, and a branch that was never seen may not be there. */
export async function pushPhase(
  { pipeline, today, kept }: CarryTerms,
  { pushed, commit }: Pick<KeptRecord, "pushed" | "commit">,
  branch: string,
  remote: string,
  env: NodeJS.ProcessEnv,
): Promise<Pushed | undefined> {
  const { repo } = pipeline;
  const seen = pushed[remote] ?? (await trackedAt(pipeline.repo, remote, branch));
  if (commit === undefined || seen === commit) return undefined;
  const ref = `refs/heads/${branch}`;
  const cwd = repo.top ?? repo.gitDir;
  const own = withoutRepository(env);
  const address = userGit(cwd, own, ["remote", "get-url", "--push", remote]);
  const url = address.code === 0 ? address.stdout.trim() : remote;
  const update = { localRef: ref, newId: commit, remoteRef: ref, oldId: seen };
  const verdict = await judgePush(repo, [update], { name: remote, url }, { today, kept });
  if (verdict.outcome === "block") {
    const next = `see: arkitekt check --range ${seen ?? `${commit}~`}..${branch}`;
    const said = contract(verdict).trimEnd();
    return { kind: "not pushed", why: `the gate stops it: ${verdictInShort(verdict)}`, next, contract: said };
  }
  const lease = `--force-with-lease=${ref}:${seen ?? ""}`;
  const answer = userGit(
    cwd,
    own,
    ["push", "--quiet", "--porcelain", lease, "--end-of-options", remote, `${ref}:${ref}`],
    {
      seconds: 3600,
    },
  );
  if (answer.code === 0) return { kind: "pushed", commit };
  return refused(`${answer.stdout}\n${answer.stderr}`, branch, remote, seen);
}

async function trackedAt(
  { git }: CarryTerms["pipeline"]["repo"],
  remote: string,
  branch: string,
): Promise<ObjectId | undefined> {
  if (!/^[\w.-]+$/.test(remote)) return undefined;
  const ref = `refs/remotes/${remote}/${branch}`;
  const found = await git.run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
    okCodes: [0, 1, 128],
  });
  return found.code === 0 ? found.stdout.toString("latin1").trim() : undefined;
}

function refused(said: string, branch: string, remote: string, seen: ObjectId | undefined): Pushed {
  if (/stale info|fetch first|non-fast-forward/.test(said)) {
    const what =
      seen === undefined ? "is there already" : `is not what was seen there (${seen.slice(0, 10)})`;
    const why = `${branch} on ${remote} ${what}: somebody else has pushed it`;
    return { kind: "not pushed", why, next: `look at it first: git fetch ${remote}` };
  }
  const line = said
    .split("\n")
    .map((text) => text.trim())
    .find((text) => text !== "" && !/^(?:To |Done)/.test(text));
  return {
    kind: "not pushed",
    why: `git push ended badly: ${line ?? "it says nothing"}`,
    next: `try it by hand: git push ${remote} ${branch}`,
  };
}
