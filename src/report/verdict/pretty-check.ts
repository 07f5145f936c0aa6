import { headed } from "../../base/wording.ts";
import type { Verdict } from "../../model/finding.ts";
import { type PrettyOptions, pretty } from "./pretty.ts";

/** The verdict for people who asked for it: a hook may be silent, but an answer says so even if there is nothing to say. */
export function prettyCheck(verdict: Verdict, options: PrettyOptions): string {
  const said = pretty(verdict, options);
  if (verdict.findings.some(({ standing }) => standing.kind === "new")) return said;
  const { bold, green, yellow } = options.paint;
  const line = verdict.outcome === "skip" ? headed("skipped", yellow, bold) : headed("passed", green, bold);
  return `${said}${line}\n`;
}
