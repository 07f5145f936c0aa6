import { byteTextOf, readable } from "../base/byte-text.ts";
import { daysBetween } from "../base/calendar.ts";
import { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Expiry, ShimTarget } from "../lua/shims/shims.ts";
import { LuaSource } from "../lua/source.ts";
import type { ListedExpiry, ListedShim } from "../model/listed-shim.ts";

/** The shims of one text, in its order. `today` is `YYYY-MM-DD`. */
export function shimsIn(path: RepoPath, bytes: Buffer, today: string): ListedShim[] {
  if (!bytes.includes("@deprecated")) return [];
  const text = byteTextOf(bytes);
  const lines = new LineIndex(text);
  return new LuaSource(text).shims.map(({ markRange, deprecated, expires, removal, target }) => ({
    path,
    at: lines.at(markRange.start),
    of: nameOf(target),
    text: readable(deprecated),
    replacement: replacementIn(readable(deprecated)),
    expires: listed(expires, today),
    removal: removal === undefined ? undefined : readable(removal.phase),
  }));
}

/** The oldest date first, so that what has expired leads; then those without one; equal ones by place. */
export function inOrder(shims: readonly ListedShim[]): ListedShim[] {
  const dateOf = ({ expires }: ListedShim) => (expires.kind === "date" ? expires.date : "no date");
  return shims.toSorted(
    (a, b) =>
      compare(dateOf(a), dateOf(b)) ||
      compare(a.path, b.path) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function nameOf(target: ShimTarget): string | undefined {
  if (target.kind === "file") return "the whole file";
  if (target.kind === "function") return `${readable(target.name)}(${target.params.join(", ")})`;
  return target.kind === "assignment" ? readable(target.name) : undefined;
}

/** `get_sequence() → use playlists.sequencer`, `use playlists.sequencer instead` */
function replacementIn(text: string): string | undefined {
  const [, arrow, use] = /(?:→|[-=]>)\s*(?:use\s+)?(.+)|\buse\s+(\S+)/i.exec(text) ?? [];
  const found = (arrow ?? use)
    ?.replace(/\s*(?:\((?:planned|remove|EXPIRES)|[;—]|\bEXPIRES\b)[\s\S]*$/i, "")
    .trim();
  return found === "" ? undefined : found;
}

function listed(expires: Expiry, today: string): ListedExpiry {
  if (expires.kind === "missing") return { kind: "missing" };
  if (expires.kind === "not-a-date") return { kind: "not-a-date", text: readable(expires.text).trim() };
  const { date } = expires;
  const daysLeft = date < today ? -daysBetween(date, today) : daysBetween(today, date);
  return { kind: "date", date, daysLeft };
}
