import type { RepoPath } from "../base/repo-path.ts";
import { amendsExceptions } from "../check/amended.ts";
import { environmentOverrides } from "../check/environment-overrides.ts";
import { type HookMemories, keepLinksOf } from "../check/hook/kept-links.ts";
import { readPrefetchOf } from "../check/prefetch.ts";
import { tasksAtHand } from "../check/refactor/tasks-at-hand.ts";
import { judgeIndex as judgeWhatIsStaged } from "../check/staged.ts";
import { dayOf } from "../check/today.ts";
import { withRepository } from "../check/with-repository.ts";
import { beforeAmended, isAmending } from "../git/open/before-amended.ts";
import { leaveReceipt } from "../git/open/receipt.ts";
import type { PrefetchGiven, Repository } from "../git/open/repository.ts";
import { stageAgain } from "../report/stage-again.ts";
import { keptEntries } from "../system/kept/kept-entries.ts";
import type { World } from "../system/world.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** Judges the index against `HEAD`. */
export async function preCommit(
  _args: readonly string[],
  world: World,
  isPrefetched: boolean,
): Promise<number> {
  return judgeIndex(world, false, isPrefetched ? readPrefetchOf("staged") : undefined);
}

/** A clean merge: what differs from every parent is judged as any other staged change. */
export async function preMergeCommit(_args: readonly string[], world: World): Promise<number> {
  return judgeIndex(world, true);
}

async function judgeIndex(world: World, isMergeHook: boolean, prefetched?: PrefetchGiven): Promise<number> {
  const judge = async (repo: Repository): Promise<number> => {
    const today = dayOf(world.now);
    const overrides = environmentOverrides(world.env);
    const tasks = await tasksAtHand(repo, world.env["ARKITEKT_TASK"]);
    const kept = keptEntries<HookMemories>(world.program);
    if (kept !== undefined) keepLinksOf(repo, kept);
    const options = { today, overrides, isMergeHook, kept, tasks };
    const judged = await judgeWhatIsStaged(repo, options);
    const { verdict: first } = judged;
    const before = first.outcome === "block" && !isMergeHook ? await beforeAmended(repo) : undefined;
    // An amended commit is judged as what it will be, not as a change of what it replaces.
    const verdict = before === undefined ? first : (await judgeWhatIsStaged(before, options)).verdict;
    const code = tellVerdict(verdict, advice(), world, { repo, question: "staged" });
    if (verdict.outcome !== "block")
      await leaveReceipt(
        repo,
        (await amendsExceptions(repo, overrides)) ? { ...judged, titles: undefined } : judged,
      );
    kept?.write();
    return code;
  };
  return withRepository(world, judge, { prefetched });
}

function advice() {
  // Who passes need not find out.
  const amend = () => (isAmending() ? " --amend" : "");
  return {
    next: "Mend what is marked, stage it, and commit again.",
    again: (paths: readonly RepoPath[]) => `${stageAgain(paths)}${amend()}`,
    seeAll: "arkitekt check --all",
    // Git runs this hook before there is a message: a trailer that is typed into it comes too late.
    exception: (rule: string) => `ARKITEKT_OVERRIDE='${rule}: <why>' git commit${amend()}`,
  };
}
