// The lines of an acceptance, each with its state and the rule that proves it.

import type { AcceptanceLine } from "../../model/task/task-report.ts";
import type { Page } from "../terminal-text.ts";
import { line } from "./page.ts";

/** Under a heading; nothing if nothing is asked for. */
export function acceptanceLines(items: readonly AcceptanceLine[], page: Page): readonly string[] {
  return items.length === 0 ? [] : ["acceptance", ...items.map((item) => acceptanceLine(item, page))];
}

/** "  proved       lua-parse   All edited files parse as Lua 5.3." */
function acceptanceLine({ text, rule, state, why }: AcceptanceLine, page: Page): string {
  const { paint } = page;
  const colour = state === "proved" ? paint.green : state === "fails" ? paint.red : paint.dim;
  const head = `  ${colour(state.padEnd(11))}  ${(rule ?? "no rule").padEnd(18)}`;
  const said = why === undefined ? text : `${text} (${why})`;
  return `${head}  ${line(said, { ...page, columns: page.columns - 35 }).replaceAll("\n", `\n${" ".repeat(33)}`)}`;
}

export function acceptanceRecord({ text, rule, state, why }: AcceptanceLine) {
  return { text, rule: rule ?? null, state, why: why ?? null };
}
