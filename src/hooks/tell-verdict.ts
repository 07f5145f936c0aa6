import { EXIT } from "../model/exit.ts";
import type { Verdict } from "../model/finding.ts";
import type { FormatName } from "../report/format.ts";
import { type VerdictPrinter, verdictPrinters } from "../report/index.ts";
import { type PrettyOptions, pretty } from "../report/pretty.ts";
import { wishedFormat } from "../report/wished-format.ts";
import type { World } from "../system/world.ts";

/** What to do about a verdict, and what shows the rest of it. */
type Advice = Pick<PrettyOptions, "next" | "again" | "seeAll" | "exception">;

/** Says a hook's verdict on standard error, where Git says its own; nothing when there is nothing to say. */
export async function tellVerdict(verdict: Verdict, advice: Advice, world: World): Promise<number> {
  if (verdict.findings.length > 0 || verdict.notes.length > 0) {
    const { stderr, env } = world;
    const print = await printerFor(wishedFormat(env) ?? "pretty");
    stderr.write(print(verdict, { paint: stderr.paint, width: stderr.columns, all: false, ...advice }));
  }
  return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

/** A hook that has nothing to say stays silent, so its text for people is not that of `check`. */
async function printerFor(format: FormatName): Promise<VerdictPrinter> {
  return format === "pretty" ? pretty : ((await verdictPrinters[format]?.()) ?? pretty);
}
