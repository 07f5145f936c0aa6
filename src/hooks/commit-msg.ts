import { resolve } from "node:path";
import { environmentOverrides } from "../check/environment-overrides.ts";
import { judgeMessage, LARGEST_MESSAGE } from "../check/message.ts";
import { readPrefetchOf } from "../check/prefetch.ts";
import { provedTasks } from "../check/refactor/proved-tasks.ts";
import { dayOf } from "../check/today.ts";
import { withRepository } from "../check/with-repository.ts";
import { addTrailers } from "../git/message/add-trailers.ts";
import { isAmending } from "../git/open/before-amended.ts";
import { dropReceipt } from "../git/open/receipt.ts";
import type { Repository } from "../git/open/repository.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Note } from "../model/note.ts";
import { OVERRIDE_TRAILER, type Override } from "../model/override.ts";
import { TASK_TRAILER } from "../model/task/task-trailer.ts";
import { readNamedFile } from "../system/places.ts";
import type { World } from "../system/world.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** The message that Git keeps. */
const KEPT = 'F "$(git rev-parse --git-path COMMIT_EDITMSG)"';

/** Judges the message in `file`, then records the overrides and the task of this commit in it, so that they are in history. */
export async function commitMsg(
  [file]: readonly string[],
  world: World,
  isPrefetched: boolean,
): Promise<number> {
  if (file === undefined) {
    throw new CannotLook(
      failure("bad-arguments", "commit-msg needs the file that holds the message", "arkitekt hook --help"),
    );
  }
  const judge = async (repo: Repository): Promise<number> => {
    const overrides = environmentOverrides(world.env);
    const path = resolve(world.cwd, file);
    const bytes = readNamedFile(path, LARGEST_MESSAGE);
    const today = dayOf(world.now);
    const proved = await provedTasks(repo, world.env["ARKITEKT_TASK"]);
    const options = { today, overrides, isReproduced: proved.length > 0 };
    const judged = await judgeMessage(repo, bytes.toString("utf8"), options);
    const { allowed, phase } = judged;
    // Loaded on demand, as below: hardly any commit is amended, or asks for an exception.
    const amended =
      judged.verdict.outcome === "block" || !isAmending()
        ? undefined
        : await (await import("../check/amended.ts")).withoutExceptions(
            repo,
            [...overrides, ...judged.typed],
            today,
          );
    const verdict = amended?.outcome === "block" ? amended : judged.verdict;
    const { used, notes } =
      verdict.outcome === "block" || allowed.length === 0
        ? { used: [], notes: [] }
        : await (await import("../check/used-overrides.ts")).usedOverrides(repo, allowed, verdict, today);
    const again = (flags: string) => `git commit ${isAmending() ? "--amend " : ""}${flags}`;
    const code = await tellVerdict(
      { ...verdict, notes: [...verdict.notes, ...notes, ...(isFixup(bytes) ? used.map(lost) : [])] },
      {
        next: `Mend the message; it is kept:\n${again(`-e${KEPT}`)}`,
        again: () => again(`-${KEPT}`),
        seeAll: "arkitekt check --all",
        exception: (rule) => `ARKITEKT_OVERRIDE='${rule}: <why>' ${again(`-e${KEPT}`)}`,
      },
      world,
      { repo, question: "message" },
    );
    if (code !== EXIT.pass) dropReceipt(repo);
    const trailers = [
      ...phase,
      ...proved.map((value) => ({ key: TASK_TRAILER, value })),
      ...used.map(({ rule, reason }) => ({ key: OVERRIDE_TRAILER, value: `${rule}: ${reason}` })),
    ];
    if (code === EXIT.pass && trailers.length > 0) await addTrailers(repo, path, bytes, trailers);
    return code;
  };
  return withRepository(world, judge, isPrefetched ? { prefetched: readPrefetchOf("message") } : {});
}

function isFixup(message: Buffer): boolean {
  return /^\s*fixup! /.test(message.toString("latin1"));
}

function lost({ rule }: Override): Note {
  return { kind: "override-in-fixup", rule };
}
