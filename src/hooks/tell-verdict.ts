import type { Repository } from "../git/open/repository.ts";
import { EXIT } from "../model/exit.ts";
import type { Verdict } from "../model/finding.ts";
import type { FormatName } from "../report/format.ts";
import { type VerdictPrinter, verdictPrinters } from "../report/verdict/index.ts";
import { type PrettyOptions, pretty } from "../report/verdict/pretty.ts";
import { wishedFormat } from "../report/wished-format.ts";
import type { World } from "../system/world.ts";

/** What to do about a verdict, and what shows the rest of it. */
type Advice = Pick<PrettyOptions, "next" | "again" | "seeAll" | "exception">;

/** What the verdict is about: for each, an agent is told what differs from the last refusal. */
interface Asked {
  readonly repo: Pick<Repository, "gitDir">;
  readonly question: string;
}

/** Says a hook's verdict on standard error, where Git says its own; nothing when there is nothing to say. */
export async function tellVerdict(
  verdict: Verdict,
  advice: Advice,
  world: World,
  asked?: Asked,
): Promise<number> {
  const format = wishedFormat(world.env) ?? "pretty";
  const before = format === "agent" && asked !== undefined ? await sinceLast(verdict, asked) : undefined;
  if (hasNews(verdict) || (format !== "pretty" && verdict.findings.length > 0)) {
    const print = await printerFor(format);
    // Asked only now: to know what the output is, Node loads all of its streams.
    const { stderr } = world;
    const options = { paint: stderr.paint, width: stderr.columns, all: false, ...advice };
    stderr.write(print(verdict, { ...options, ...(before && { before }) }));
  }
  return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

/** What was wrong before is not news by itself: whoever makes it no worse does not read about it at each commit. */
function hasNews({ findings, notes, acceptance = [] }: Verdict): boolean {
  const isNews = findings.some(({ standing }) => standing.kind !== "old");
  return isNews || notes.length > 0 || (findings.length > 0 && acceptance.length > 0);
}

/** The last refusal, which this one replaces. */
async function sinceLast(
  verdict: Verdict,
  { repo, question }: Asked,
): Promise<readonly string[] | undefined> {
  const { keepRefusal, lastRefusal } = await import("../git/open/refusals.ts");
  const { keysOf } = await import("../report/finding-key.ts");
  const before = lastRefusal(repo, question);
  keepRefusal(repo, question, verdict.outcome === "block" ? keysOf(verdict) : undefined);
  return before;
}

/** A hook that has nothing to say stays silent, so its text for people is not that of `check`. */
async function printerFor(format: FormatName): Promise<VerdictPrinter> {
  return format === "pretty" ? pretty : ((await verdictPrinters[format]?.()) ?? pretty);
}
