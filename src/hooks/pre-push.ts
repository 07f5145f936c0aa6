import type { CommitsOptions } from "../check/commits.ts";
import { progress } from "../check/progress.ts";
import { judgePush } from "../check/push.ts";
import { dayOf } from "../check/today.ts";
import { withRepository } from "../check/with-repository.ts";
import { parsePushLines } from "../git/history/push-lines.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook } from "../model/failure.ts";
import { keptEntries } from "../system/kept/kept-entries.ts";
import { readStandardInput, type World } from "../system/world.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** Judges what a push brings. Git gives the remote's name and URL, and one update a line on standard input. */
export async function prePush([name, url]: readonly string[], world: World): Promise<number> {
  const updates = parsePushLines(readStandardInput().toString("utf8"));
  if (!updates.ok) throw new CannotLook(updates.error);
  if (updates.value.length === 0) return EXIT.pass;
  return withRepository(world, async (repo) => {
    const report = progress(world.stderr);
    const kept: CommitsOptions["kept"] = keptEntries(world.program);
    const options = { today: dayOf(world.now), report, kept };
    const verdict = await judgePush(repo, updates.value, { name, url }, options);
    const code = tellVerdict(
      verdict,
      {
        next: "Mend these commits (git commit --amend, or git rebase -i), then push again.",
        again: () => "git push",
        seeAll: "arkitekt check --all --range A..B",
      },
      world,
      { repo, question: "push" },
    );
    kept?.write();
    return code;
  });
}
