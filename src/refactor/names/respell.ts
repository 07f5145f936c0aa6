// A name rewritten inside the text that it stands in: only the bytes of the segments that differ change.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { NameEdit } from "../refactored.ts";

/** Between the segments of a module's name, and of a file's path. */
export const SEPARATORS = { module: /[./\\]/, path: /[/\\]/ } as const;

/** Undefined if the new name can't stand in that place as it is. */
export function respelled(
  mention: ModuleMention,
  wanted: readonly string[],
  kind: keyof typeof SEPARATORS,
): NameEdit | undefined {
  const { name, quote, spelling } = mention;
  const separator = SEPARATORS[kind];
  const by = separator.exec(name)?.[0] ?? (kind === "path" ? "/" : ".");
  const own = segmentsOf(name, separator);
  // The beginning of a name ends in a separator, before as after.
  const isOpen = own.length > 1 && own.at(-1)?.text === "" && wanted.at(-1) === "";
  const segments = isOpen ? wanted.slice(0, -1) : wanted;
  if (spelling === undefined || !segments.every((segment) => fits(segment, quote))) return undefined;
  if (quote === "name" && wanted.length > 1) return undefined;
  const written = by === "\\" && quote !== "[[" && quote !== "space" ? "\\\\" : by;
  const first = own.findIndex(({ text }, at) => text !== wanted[at]);
  const shared = first < 0 ? Math.min(own.length, wanted.length) : Math.min(first, wanted.length);
  const most = Math.min(own.length, wanted.length) - shared;
  let kept = 0;
  while (kept < most && own.at(-1 - kept)?.text === wanted.at(-1 - kept)) kept++;
  const middle = wanted.slice(shared, wanted.length - kept).join(written);
  const old = own.slice(shared, own.length - kept);
  const [start, end, text] = placed(own, old, middle, shared, written, name.length);
  const at = (index: number) =>
    index < spelling.length
      ? (spelling[index]?.start ?? mention.range.start)
      : (spelling.at(-1)?.end ?? mention.range.end);
  const range: ByteRange = {
    start: at(start),
    end: end === start ? at(start) : (spelling[end - 1]?.end ?? at(end)),
  };
  return { range, text: text as ByteText, from: name, to: renamed(name, start, end, text, by, written) };
}

/** The same for a name whose first bytes stay as they are. */
export function respelledBehind(
  start: string,
  mention: ModuleMention,
  wanted: readonly string[],
  kind: keyof typeof SEPARATORS,
): NameEdit | undefined {
  const name = mention.name.slice(start.length) as ByteText;
  const spelling = mention.spelling?.slice(start.length);
  const edit = respelled({ ...mention, name, spelling }, wanted, kind);
  return edit && { ...edit, from: mention.name, to: (start + edit.to) as ByteText };
}

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Which part of the name goes, and what replaces it; a segment that is only added or removed takes a separator along. */
function placed(
  own: readonly Segment[],
  old: readonly Segment[],
  middle: string,
  shared: number,
  by: string,
  length: number,
): readonly [start: number, end: number, text: string] {
  const [first] = old;
  const last = old.at(-1);
  const next = own[shared + old.length];
  if (first === undefined || last === undefined) {
    if (middle === "") return [length, length, ""];
    return next === undefined
      ? [length, length, `${by}${middle}`]
      : [next.start, next.start, `${middle}${by}`];
  }
  if (middle !== "") return [first.start, last.end, middle];
  if (next !== undefined) return [first.start, next.start, ""];
  return [own[shared - 1]?.end ?? first.start, last.end, ""];
}

function segmentsOf(name: string, separator: RegExp): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const text of name.split(separator)) {
    segments.push({ text, start, end: start + text.length });
    start += text.length + 1;
  }
  return segments;
}

/** As the program will see it. */
function renamed(
  name: string,
  start: number,
  end: number,
  text: string,
  by: string,
  written: string,
): ByteText {
  const value = written === by ? text : text.replaceAll(written, by);
  return (name.slice(0, start) + value + name.slice(end)) as ByteText;
}

/** Such a segment means itself between any quotes and brackets. */
function fits(segment: string, quote: ModuleMention["quote"]): boolean {
  if (quote === "name") return /^[A-Za-z_]\w*$/.test(segment) && !RESERVED.has(segment);
  return (quote === "space" ? /^[^\s"'\\[\]\0-\x1f]+$/ : /^[^"'\\[\]\0-\x1f]+$/).test(segment);
}

const RESERVED: ReadonlySet<string> = new Set(
  "and break do else elseif end false for function goto if in local nil not or repeat return then true until while".split(
    " ",
  ),
);
