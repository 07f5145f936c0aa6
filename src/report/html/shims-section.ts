// Shims on a line of the days they have left, and as a table.

import { readable } from "../../base/byte-text.ts";
import { showPath } from "../../base/repo-path.ts";
import type { ListedShim } from "../../model/listed-shim.ts";
import { cell, escaped, table } from "./markup.ts";

const WIDTH = 900;

export function shimsSection(shims: readonly ListedShim[], today: string): string {
  const rows = shims.map((shim) => [
    cell(`${showPath(shim.path)}:${shim.at.line}`),
    cell(readable(shim.of ?? "")),
    cell(readable(shim.replacement ?? "")),
    cell(expiryOf(shim)),
    cell(readable(shim.removal ?? "")),
  ]);
  return `<section id="shims"><h2>Shims</h2>
<p class="soft">Days left, counted from ${escaped(today)}.</p>
${shims.length === 0 ? "<p>There are none.</p>" : line(shims) + table(["where", "for", "instead", "expires", "goes in"], rows)}
</section>`;
}

function expiryOf({ expires }: ListedShim): string {
  if (expires.kind === "missing") return "no date";
  if (expires.kind === "not-a-date") return `${readable(expires.text)} (not a date)`;
  const { date, daysLeft } = expires;
  return daysLeft < 0 ? `${date}, expired ${-daysLeft} days ago` : `${date}, ${daysLeft} days left`;
}

function line(shims: readonly ListedShim[]): string {
  const dated = shims.flatMap((shim) =>
    shim.expires.kind === "date" ? [{ shim, days: shim.expires.daysLeft }] : [],
  );
  if (dated.length === 0) return "";
  const days = dated.map((each) => each.days);
  const [first, last] = [Math.min(-7, ...days), Math.max(30, ...days)];
  const x = (day: number) => Math.round(10 + ((day - first) / (last - first)) * (WIDTH - 20));
  const rows = new Map<number, number>();
  const dots = dated.map(({ shim, days: left }) => {
    const row = rows.get(x(left)) ?? 0;
    rows.set(x(left), row + 1);
    const title = escaped(`${showPath(shim.path)}:${shim.at.line}: ${expiryOf(shim)}`);
    return `<circle class="${left < 0 ? "over" : "within"}" cx="${x(left)}" cy="${60 - Math.min(row, 6) * 8}" r="4"><title>${title}</title></circle>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} 90" role="img" aria-label="shims by the days they have left"><line class="axis" x1="0" x2="${WIDTH}" y1="66" y2="66"/><line class="today" x1="${x(0)}" x2="${x(0)}" y1="4" y2="70"/><text x="${x(0)}" y="84" text-anchor="middle">today</text><text x="0" y="84">${first} days</text><text x="${WIDTH}" y="84" text-anchor="end">${last} days</text>${dots.join("")}</svg>`;
}
