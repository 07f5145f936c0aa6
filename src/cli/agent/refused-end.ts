import { environmentOverrides } from "../../check/environment-overrides.ts";
import { dayOf } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import { judgeWorking } from "../../check/working.ts";
import { keepRefusal, lastRefusal } from "../../git/open/refusals.ts";
import { keysOf } from "../../report/finding-key.ts";
import { agent } from "../../report/verdict/agent.ts";
import type { World } from "../../system/world.ts";

/**
 * Judges the working tree at the end of a turn. An agent that goes on because of it and ends its turn with the very same findings is
 * let go: it can't mend them, and would never end. So is one about which nothing can be kept, in a sandbox: it is refused once.
 */
export async function refusedEnd(
  isRepeated: boolean,
  cwd: string,
  world: World,
): Promise<string | undefined> {
  return await withRepository({ cwd, env: world.env }, async (repo) => {
    const overrides = environmentOverrides(world.env);
    const verdict = await judgeWorking(repo, { today: dayOf(world.now), overrides });
    const before = lastRefusal(repo, "end");
    const keys = keysOf(verdict);
    const isRefused = verdict.outcome === "block";
    const isKept = keepRefusal(repo, "end", isRefused ? keys : undefined);
    if (!isRefused) return undefined;
    if (isRepeated && (!isKept || before?.join("\n") === keys.join("\n"))) return undefined;
    const again = () => "arkitekt check --working";
    return agent(verdict, { again, next: "", ...(isRepeated && before !== undefined ? { before } : {}) });
  });
}
