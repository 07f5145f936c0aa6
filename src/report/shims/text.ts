import { showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import { isExpired, type ListedShim } from "../../model/listed-shim.ts";
import type { Note } from "../../model/note.ts";
import { remarkOf } from "../notes.ts";
import { type Paint, printable, wrap } from "../terminal-text.ts";

/** The shims for people, in the order they are given, with the totals last. */
export function shimsText(
  shims: readonly ListedShim[],
  notes: readonly Note[],
  paint: Paint,
  width: number,
): string {
  const entries = shims.map((shim) => `${entry(shim, paint, width).join("\n")}\n\n`);
  const remarks = notes
    .map(remarkOf)
    .map(({ what, why }) =>
      paint.dim(`${wrap(`skipped: ${printable(what)} (${printable(why)})`, width, "  ")}\n`),
    );
  return `${entries.join("")}${remarks.join("")}${summary(shims)}\n`;
}

function entry(shim: ListedShim, paint: Paint, width: number): string[] {
  const { path, at, of, text, removal } = shim;
  const line = (what: string) => `  ${wrap(printable(what), width, "    ")}`;
  return [
    due(shim, paint),
    `  ${paint.bold(`${showPath(path)}:${at.line}`)}${of === undefined ? "" : `  ${printable(of)}`}`,
    ...(text === "" ? [] : [line(text)]),
    removal === undefined ? paint.yellow("  no planned removal") : line(`planned removal: ${removal}`),
  ];
}

function due({ expires }: ListedShim, paint: Paint): string {
  if (expires.kind === "missing") return paint.yellow("no date");
  if (expires.kind === "not-a-date") {
    return paint.yellow(`no date: ${expires.text === "" ? "EXPIRES is empty" : printable(expires.text)}`);
  }
  const { date, daysLeft } = expires;
  if (daysLeft < 0) return paint.bold(paint.red(`${date}  expired ${count(-daysLeft, "day")} ago`));
  return `${paint.bold(date)}  ${daysLeft === 0 ? "today is its last day" : `${count(daysLeft, "day")} left`}`;
}

function summary(shims: readonly ListedShim[]): string {
  const expired = shims.filter(isExpired).length;
  const undated = shims.filter(({ expires }) => expires.kind !== "date").length;
  const parts = [
    ...(expired > 0 ? [`${expired} expired`] : []),
    ...(undated > 0 ? [`${undated} without a date`] : []),
  ];
  const total = shims.length === 0 ? "no shims" : count(shims.length, "shim");
  return parts.length === 0 ? total : `${total}: ${parts.join(", ")}`;
}
