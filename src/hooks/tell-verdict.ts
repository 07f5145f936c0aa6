import { EXIT } from "../model/exit.ts";
import type { Verdict } from "../model/finding.ts";
import { type PrettyOptions, pretty } from "../report/pretty.ts";
import type { World } from "../system/world.ts";

/** What to do about a verdict, and what shows the rest of it. */
type Advice = Pick<PrettyOptions, "next" | "seeAll">;

/** Says a hook's verdict on standard error, where Git says its own; nothing when there is nothing to say. */
export function tellVerdict(verdict: Verdict, advice: Advice, world: World): number {
  if (verdict.findings.length > 0 || verdict.notes.length > 0) {
    const { stderr } = world;
    stderr.write(pretty(verdict, { paint: stderr.paint, width: stderr.columns, all: false, ...advice }));
  }
  return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}
