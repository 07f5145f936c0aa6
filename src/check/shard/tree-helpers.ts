// Threads that judge files of a whole tree at the same time.
import type { FromHelper, Handed, Helpers } from "../../gate/inspect/handed.ts";
import { judgeHanded } from "../../gate/inspect/helpers.ts";
import { rules } from "../../rules/index.ts";
import { answerQuestions, Thread, threadsToHelp } from "../../system/threads/threads.ts";

export interface TreeHelpers extends Helpers {
  /** Lets them load the program before there is something to judge. */
  start(): void;
  end(): Promise<void>;
}

/** Undefined where there is nobody to help. `program` is the file that runs. */
export function treeHelpers(program: string, env: NodeJS.ProcessEnv): TreeHelpers | undefined {
  const threads = Array.from({ length: threadsToHelp(program, env) }, () => new Thread(program, "judge"));
  if (threads.length === 0) return undefined;
  return {
    count: threads.length,
    start() {
      for (const thread of threads) thread.start();
    },
    // Asked and answered by the same program.
    help: async (helper, handed) => (await threads[helper]?.ask(handed)) as readonly FromHelper[] | undefined,
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

/** What such a thread does. False if this is not one. */
export async function helpJudging(): Promise<boolean> {
  return await answerQuestions((question) => judgeHanded(question as Handed, rules));
}
