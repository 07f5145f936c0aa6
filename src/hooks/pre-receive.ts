// The hook of a repository that others push to. It is not among those of a clone (table.ts): no prefetch, no skip, and a limit in time.
import { judgePush } from "../check/push.ts";
import { dayOf } from "../check/today.ts";
import { withRepository } from "../check/with-repository.ts";
import { parseReceiveLines } from "../git/history/push-lines.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { withinTime } from "../system/within-time.ts";
import { readStandardInput, type World } from "../system/world.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** Seconds that a push may take to be judged unless somebody says otherwise. */
export const DEFAULT_BUDGET = 60;

/**
 * Judges what a push brings before the repository has it: Git keeps its objects in a quarantine, which its variables lead to, and
 * gives one update a line on standard input. The push is refused as a whole, or not at all.
 */
export async function preReceive(args: readonly string[], world: World): Promise<number> {
  const budget = budgetOf(args);
  const updates = parseReceiveLines(readStandardInput().toString("utf8"));
  if (!updates.ok) throw new CannotLook(updates.error);
  if (updates.value.length === 0) return EXIT.pass;
  let judged = 0;
  let total = 0;
  return await withRepository(world, async (repo) => {
    const verdict = await withinTime(
      budget,
      () => outOfTime(budget, judged, total),
      async (check) =>
        await judgePush(repo, updates.value, "here", {
          today: dayOf(world.now),
          report(done, of, what) {
            if (what === "commits judged") [judged, total] = [done, of];
            check();
          },
        }),
    );
    return await tellVerdict(
      verdict,
      {
        next: "Mend these commits (git commit --amend, or git rebase -i), then push again.",
        again: () => "git push",
        seeAll: "arkitekt check --all --range A..B",
      },
      world,
    );
  });
}

function budgetOf(args: readonly string[]): number {
  const [flag = "", next] = args;
  if (flag === "") return DEFAULT_BUDGET;
  const [name, value = next] = flag.split("=");
  const seconds = readBudget(value);
  if (name === "--budget" && seconds !== undefined) return seconds;
  const sentence = `pre-receive: ${args.join(" ")} is not --budget and a number of seconds`;
  throw new CannotLook(failure("bad-arguments", sentence, "arkitekt hook pre-receive --budget 60"));
}

/** A number of seconds above nothing, at most a day; undefined for any other text. */
export function readBudget(text: string | undefined): number | undefined {
  const seconds = /^\d+(\.\d+)?$/.test(text ?? "") ? Number(text) : 0;
  return seconds > 0 && seconds <= 86_400 ? seconds : undefined;
}

function outOfTime(budget: number, judged: number, total: number): CannotLook {
  const far =
    total === 0 ? "it was not yet known what is new" : `${judged} of ${total} new commits were judged`;
  return new CannotLook(
    failure(
      "out-of-time",
      `pre-receive: nothing was accepted: ${far} when the ${budget} s that a push may take were over`,
      "push it in parts, oldest first (git push <remote> <commit>:refs/heads/<branch>), or let the server take longer: --budget SECONDS",
    ),
  );
}
