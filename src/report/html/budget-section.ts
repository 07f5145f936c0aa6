// How much of its budget each commit took, drawn and as a table.
import { cell, escaped, number, table } from "./markup.ts";
import type { BudgetRow } from "./page-content.ts";

const HEIGHT = 120;
const WIDTH = 900;

export function budgetSection(rows: readonly BudgetRow[]): string {
  const cells = rows.map(({ id, title, files, addedLoc, allowed }) => [
    cell(`${id.slice(0, 8)} ${title}`),
    number(files),
    cell(allowed === undefined ? "no limit" : String(allowed.files)),
    number(addedLoc),
    cell(allowed === undefined ? "no limit" : String(allowed.addedLoc)),
  ]);
  return `<section id="budget"><h2>Budget over time</h2>
<p class="soft">Each commit's files and added lines as diff-budget counts them, oldest first; the dashed line is what is allowed.</p>
${chart(
  "files",
  rows,
  ({ files }) => files,
  ({ allowed }) => allowed?.files,
)}
${chart(
  "added lines",
  rows,
  ({ addedLoc }) => addedLoc,
  ({ allowed }) => allowed?.addedLoc,
)}
<details><summary>The same as a table</summary>
${table(["commit", "files", "allowed", "added lines", "allowed"], cells)}</details></section>`;
}

function chart(
  what: string,
  rows: readonly BudgetRow[],
  used: (row: BudgetRow) => number,
  most: (row: BudgetRow) => number | undefined,
): string {
  const limit = Math.max(0, ...rows.map((row) => most(row) ?? 0));
  // One huge commit must not hide all others.
  const cut = limit === 0 ? Number.POSITIVE_INFINITY : limit * 3;
  const top = Math.max(1, limit, Math.min(Math.max(...rows.map(used)), cut));
  const step = WIDTH / Math.max(1, rows.length);
  const high = (value: number) => round((Math.min(value, top) / top) * HEIGHT);
  const bars = rows.map((row, at) => {
    const height = high(used(row));
    const isOver = used(row) > (most(row) ?? Number.POSITIVE_INFINITY);
    const title = escaped(`${row.id.slice(0, 8)} ${row.title}: ${used(row)} ${what}`);
    return `<rect class="${isOver ? "over" : "within"}" x="${round(at * step)}" y="${round(HEIGHT - height)}" width="${round(Math.max(1, step - 1))}" height="${height}"><title>${title}</title></rect>`;
  });
  const y = round(HEIGHT - high(limit));
  const line = limit === 0 ? "" : `<line class="limit" x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/>`;
  return `<h3>${what}</h3><svg viewBox="0 0 ${WIDTH} ${HEIGHT + 14}" role="img" aria-label="${what} of each commit"><line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT}" y2="${HEIGHT}"/>${bars.join("")}${line}<text x="0" y="${HEIGHT + 12}">oldest</text><text x="${WIDTH}" y="${HEIGHT + 12}" text-anchor="end">newest</text></svg>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
