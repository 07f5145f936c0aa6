// What the commands that advance a pipeline have in common: how they are asked, and what they say.
import { resolve } from "node:path";
import { dayOf, readDay } from "../../../check/today.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Flag, Input } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import type { PipelineReport } from "../../../model/task/pipeline-run.ts";
import { type PipelineHere, pipelineHere } from "../../../pipeline/run/pipeline-here.ts";
import type { RunOptions } from "../../../pipeline/run/run-options.ts";
import { pipelinePrinters } from "../../../report/pipeline/run.ts";
import { keptEntries } from "../../../system/kept/kept-entries.ts";
import type { World } from "../../../system/world.ts";
import { authorOf } from "../../refactor/author-of.ts";
import { CODE_FLAG, MANIFEST_FLAG } from "./flags.ts";

export const REPORT_FLAGS = {
  manifest: MANIFEST_FLAG,
  format: formatFlag(pipelinePrinters),
} as const satisfies Readonly<Record<string, Flag>>;

export const COMMIT_FLAGS = {
  ...REPORT_FLAGS,
  code: CODE_FLAG,
  push: {
    value: "REMOTE",
    help: "pushes the branch of each finished phase, through the gate, over nothing that was not seen there",
  },
  now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
  all: { help: "shows findings that were there before, and more than 20 of a rule" },
} as const satisfies Readonly<Record<string, Flag>>;

export const MAKING_FLAGS = {
  agent: {
    value: "CMD",
    help: "a command line that makes a phase: it reads {phase, payload, contract?} as JSON, and prints a patch or edits the files in ARKITEKT_WORKTREE",
  },
  patches: { value: "DIR", help: "a folder of patches, called <phase>.patch, .diff or .json" },
  tries: { value: "N", help: "how many times an agent is asked when it is refused; 3 when left out" },
  timeout: {
    value: "SECONDS",
    help: "how long an agent may take, with all that it starts; 1800 when left out",
  },
} as const satisfies Readonly<Record<string, Flag>>;

export function runOptions(input: Input, world: World, isOne: boolean): RunOptions {
  const day = input.text("now");
  const line = input.text("agent");
  const patches = input.text("patches");
  const [tries, seconds] = [wholeNumber(input, "tries", 3), wholeNumber(input, "timeout", 1800)];
  if (line !== undefined && line.trim() === "") return input.refuse("--agent needs a command line");
  return {
    code: input.text("code"),
    today: day === undefined ? dayOf(world.now) : readDay(day),
    kept: keptEntries(world.program),
    agent:
      line === undefined ? undefined : { line, seconds, tries, said: (bytes) => world.stderr.write(bytes) },
    patches: patches === undefined ? undefined : resolve(world.cwd, patches),
    remote: input.text("push"),
    env: world.env,
    isOne,
    authorOf,
    isReplanned: input.has("replan"),
    isFresh: input.has("start-fresh"),
    from: input.text("from"),
  };
}

function wholeNumber(input: Input, flag: string, otherwise: number): number {
  const text = input.text(flag);
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= MOST) return number;
  return input.refuse(`--${flag} ${text} is not a whole number from 1 to ${MOST}`);
}

/** A timer can wait for no more milliseconds than this many seconds hold. */
const MOST = 2_000_000;

/** Does something with the pipeline that was named, and reports how it stands. */
export async function withPipeline(
  input: Input,
  world: World,
  work: (pipeline: PipelineHere) => Promise<PipelineReport>,
  isLong = false,
): Promise<number> {
  const print = printerOf(input, pipelinePrinters);
  const report = await withRepository(world, async (repo) =>
    work(await pipelineHere(repo, input.text("manifest"), world.cwd)),
  );
  const { paint, columns } = world.stdout;
  world.stdout.write(print(report, { paint, columns, all: input.has("all"), isLong }));
  return isLong || (report.state !== "failed" && report.unpushed === undefined) ? EXIT.pass : EXIT.blocked;
}
