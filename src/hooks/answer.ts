import { EXIT } from "../model/exit.ts";
import type { Verdict } from "../model/finding.ts";
import { pretty } from "../report/pretty.ts";
import type { World } from "../system/world.ts";

/** Says a hook's verdict on standard error, where Git says its own; nothing when there is nothing to say. */
export function answer(verdict: Verdict, next: string, world: World): number {
  if (verdict.findings.length > 0 || verdict.skipped.length > 0) {
    const { stderr } = world;
    stderr.write(pretty(verdict, { paint: stderr.paint, width: stderr.columns, all: false, next }));
  }
  return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}
