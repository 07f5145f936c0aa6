// Both sides of a text that we have changed, read by a parser that did not change it: the trees must be equal but for what was
// asked. luaparse lies in a part of its own, which is loaded when something is about to be written, never at a commit.
import { parse } from "luaparse";
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { LuaSource } from "../lua/source.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { NameEdit, Rewritten } from "./refactored.ts";

/** Why the change is not what was asked; undefined where both parsers agree that it is. */
export function objection({ before, after, edits, removed }: Rewritten): string | undefined {
  const { version } = before.lua;
  const text = removed === undefined ? before.text : without(before.text, removed);
  const own = new LuaSource(after, version);
  const ownBefore = removed === undefined ? before.lua.syntax : new LuaSource(text, version).syntax;
  if (!ownBefore.ok) return undefined;
  if (!own.syntax.ok) return `it does not parse any more: ${own.syntax.error.message}`;
  const asked = edits.toSorted((a, b) => a.range.start - b.range.start);
  const first = difference(ownBefore.value, own.syntax.value, asked);
  if (first !== undefined) return first;
  const [left, right] = [read(text, version), read(after, version)];
  // It refuses some sound programs, and knows no 5.4: then it has no opinion of either side.
  if (left === undefined) return undefined;
  if (right === undefined) return "a second parser does not read it any more";
  return difference(left, right, asked);
}

/** What stood there is white space, so that every other place stays where it was. */
function without(text: ByteText, { start, end }: ByteRange): ByteText {
  return (text.slice(0, start) +
    text.slice(start, end).replaceAll(/[^\r\n]/g, " ") +
    text.slice(end)) as ByteText;
}

function read(text: ByteText, version: LuaVersion): unknown {
  try {
    return parse(readableByIt(text), {
      luaVersion: version === "luajit" ? "LuaJIT" : version === "5.4" ? "5.3" : version,
      encodingMode: "pseudo-latin1",
      comments: true,
      locations: false,
      ranges: false,
      scope: false,
    });
  } catch {
    return undefined;
  }
}

/** Without the byte order mark and the first line that only a shell reads, which it takes for faults. */
function readableByIt(text: ByteText): string {
  return text.replace(/^\xef\xbb\xbf/, "").replace(/^#[^\n]*/, "");
}

/** In the order of the text, so that each name that differs is the next one that was asked for. */
function difference(before: unknown, after: unknown, asked: readonly NameEdit[]): string | undefined {
  const open = [...asked];
  const waiting: (readonly [unknown, unknown])[] = [[before, after]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (typeof left === "string" && typeof right === "string") {
      const at = open.findIndex((edit) => isEdit(edit, left, right));
      if (at < 0) return `${JSON.stringify(left)} became ${JSON.stringify(right)}, which nobody asked for`;
      open.splice(at, 1);
      continue;
    }
    if (!isNode(left) || !isNode(right)) return "it is another program than before";
    const [own, others] = [keysOf(left), keysOf(right)];
    if (own.join() !== others.join()) return "it is another program than before";
    for (const key of own) waiting.push([left[key], right[key]]);
  }
  return open.length === 0 ? undefined : `${JSON.stringify(open[0]?.from)} is still there`;
}

function isEdit({ from, to }: NameEdit, left: string, right: string): boolean {
  if (left === from && right === to) return true;
  // In a comment the name is a part of the text.
  return left.includes("@module") && left.includes(from) && left.replace(from, () => to) === right;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** `raw` is how a string is written, and its places are where: both may differ. Our own tree says of a comment where it is, too. */
function keysOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(node)
    .filter((key) => key !== "raw" && key !== "range" && key !== "loc")
    .sort();
}
