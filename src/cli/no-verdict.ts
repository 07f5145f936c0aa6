// What ends a run without a verdict: said on standard error, and for a program that asked for JSON on standard output too.
import { version } from "../base/version.ts";
import { tellFailure } from "../command/tell-failure.ts";
import { HOOKS, isHook } from "../hooks/table.ts";
import { EXIT } from "../model/exit.ts";
import type { Failure } from "../model/failure.ts";
import type { World } from "../system/world.ts";

/** What a user can cause. */
export async function tellCannotLook(
  failure: Failure,
  args: readonly string[],
  world: World,
): Promise<number> {
  const code = tellFailure(failure, world.stderr);
  // Where standard output itself is what failed nothing more can be said there.
  if (asksForJson(args) && failure.kind !== "not-written") await tellJson("cannot-look", failure, world);
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
  world.stderr.write(`arkitekt: ${message}.\n→ ${next}\n${goOn}${text}\n`);
  if (asksForJson(args))
    await tellJson("bug", { kind: "bug", message: `${message}: ${text}`, next: "please report it" }, world);
  return EXIT.bug;
}

async function tellJson(
  outcome: "cannot-look" | "bug",
  failure: Omit<Failure, "kind"> & { readonly kind: Failure["kind"] | "bug" },
  { stdout }: World,
): Promise<void> {
  const { failureJson } = await import("../report/json.ts");
  try {
    stdout.write(failureJson(outcome, failure));
  } catch {
    // Standard error has said it, and so does the exit code.
  }
}

/** Of `check`, also where its command line can't be read as a whole. */
function asksForJson([command, ...words]: readonly string[]): boolean {
  const end = words.indexOf("--");
  const flags = end < 0 ? words : words.slice(0, end);
  const asks = flags.some(
    (word, at) => word === "--format=json" || (word === "--format" && flags[at + 1] === "json"),
  );
  return command === "check" && asks;
}
