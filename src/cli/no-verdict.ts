// What ends a run without a verdict: said on standard error, and for a program that asked for JSON on standard output too.
import { version } from "../base/version.ts";
import { exitOf, tellFailure } from "../command/tell-failure.ts";
import { HOOKS, isHook } from "../hooks/table.ts";
import { EXIT } from "../model/exit.ts";
import type { Failure } from "../model/failure.ts";
import type { FormatName } from "../report/format.ts";
import { type FailurePrinter, failurePrinters } from "../report/verdict/index.ts";
import { wishedFormat } from "../report/wished-format.ts";
import type { World } from "../system/world.ts";

/** What a user can cause. */
export async function tellCannotLook(
  failure: Failure,
  args: readonly string[],
  world: World,
): Promise<number> {
  const own = await printerOfHook(args, world.env);
  if (own !== undefined) {
    world.stderr.write(own({ ...failure, outcome: "cannot-look" }));
    return exitOf(failure);
  }
  const code = tellFailure(failure, world.stderr);
  // Where standard output itself failed, nothing more can be said there.
  if (failure.kind !== "not-written") await tellProgram("cannot-look", failure, args, world);
  return code;
}

/** What only we can cause. */
export async function tellBug(error: unknown, args: readonly string[], world: World): Promise<number> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = "an internal error, so nothing was judged and nothing was changed";
  const next = `please report it with the text below (arkitekt ${version}, node ${process.version}, arguments: ${args.join(" ")})`;
  const hook = args[1] ?? "";
  const goOn =
    args[0] === "hook" && isHook(hook)
      ? `→ to go on this once: ARKITEKT=0 git <command>; ${HOOKS[hook].skipping}\n`
      : "";
  const failure = { kind: "bug", message: `${message}: ${text}`, next: "please report it" } as const;
  const own = await printerOfHook(args, world.env);
  if (own !== undefined) {
    world.stderr.write(own({ ...failure, outcome: "bug" }));
    return EXIT.bug;
  }
  world.stderr.write(`arkitekt: ${message}.\n→ ${next}\n${goOn}${text}\n`);
  await tellProgram("bug", failure, args, world);
  return EXIT.bug;
}

async function tellProgram(
  outcome: "cannot-look" | "bug",
  failure: Omit<Failure, "kind"> & { readonly kind: Failure["kind"] | "bug" },
  args: readonly string[],
  { stdout, env }: World,
): Promise<void> {
  const print = await printerAsked(args, env);
  if (print === undefined) return;
  const said = print({ ...failure, outcome });
  try {
    stdout.write(said);
  } catch {
    // Standard error has said it, and so does the exit code.
  }
}

/** A hook says all it has to say on standard error, in the format that is wished for. */
async function printerOfHook(
  [command]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<FailurePrinter | undefined> {
  const wished = command === "hook" ? wishedFormat(env) : undefined;
  return wished === undefined ? undefined : await failurePrinters[wished]?.();
}

/** Of commands that judge, also where their command line can't be read as a whole. */
async function printerAsked(
  [command, ...words]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<FailurePrinter | undefined> {
  const end = words.indexOf("--");
  const flags = end < 0 ? words : words.slice(0, end);
  const at = flags.findLastIndex((word) => word === "--format" || word.startsWith("--format="));
  const isOfParts =
    (command === "report" && words[0] === "merge") || flags.some((word) => /^--shard\b/.test(word));
  const wished = isOfParts ? "json" : wishedFormat(env);
  const named = at < 0 ? wished : (flags[at]?.split("=")[1] ?? flags[at + 1]);
  if ((command === "patch" || command === "pipeline") && named === "contract") {
    const { contractOfFailure } = await import("../report/verdict/contract.ts");
    return (failure) => contractOfFailure(failure, command);
  }
  if (!JUDGING.has(command ?? "")) return undefined;
  if (command !== "check" && command !== "report" && named !== "json") return undefined;
  const isKnown = named !== undefined && Object.hasOwn(failurePrinters, named);
  return isKnown ? failurePrinters[named as FormatName]?.() : undefined;
}

const JUDGING: ReadonlySet<string> = new Set(["check", "patch", "task", "report", "pipeline"]);
