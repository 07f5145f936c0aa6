// How a suppression is written: `-- arkitekt-off <rule>: <reason>`, whatever the dashes, brackets and letter case of the comment.
import { withoutEnd } from "../../base/without-end.ts";

/** What a comment says that begins with the word. */
export interface SuppressionText {
  /** Where its line begins, from the start of the comment. */
  readonly at: number;
  /** As it is written. */
  readonly name: string;
  readonly reason: string;
  readonly form: SuppressionForm;
}

export type SuppressionForm =
  | "sound"
  /** A word other than `arkitekt-off`: `arkitekt_off`, `arkitekt-off-file`, `arkitekt off`, `arkitekt-disable`. */
  | "another-word"
  /** A colon after the word. */
  | "early-colon"
  /** More than one rule. */
  | "several-rules"
  /** Something other than a colon, or nothing, stands between the rule and the reason. */
  | "no-colon";

/** Whether a text may hold a suppression at all, in any form. */
export function mentionsSuppression(text: string): boolean {
  return text.toLowerCase().includes("arkitekt") && WORD.test(text);
}

/** `comment` runs from its dashes to its end, as bytes. In a long one every line may be a suppression if the first one is. */
export function suppressionsIn(comment: string): readonly SuppressionText[] {
  const long = /^--\[(=*)\[/.exec(comment);
  const lines = long === null ? [{ at: 0, text: comment }] : linesOf(comment, long[0].length, long[1] ?? "");
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  if (first < 0 || !BEGINNING.test(lines[first]?.text ?? "")) return [];
  return lines.flatMap(({ at, text }, index) => {
    const found = read(text);
    if (found === undefined) return [];
    // The reason may stand on the next line of a long comment.
    const below = lines[index + 1]?.text ?? "";
    const reason = found.reason === "" && !BEGINNING.test(below) ? reasonIn(below) : found.reason;
    return [{ at, ...found, reason }];
  });
}

const DASH = String.raw`\xe2\x80[\x90-\x95]|\xe2\x88\x92`;
/** The words of other tools. They count only where they name a rule after them: `arkitekt off by default` is prose. */
const FOREIGN = String.raw`arkitekt[ \t:_-]+(?:off|disable|ignore|skip|allow)(?:[-_][\w-]*)?(?=[ \t:]+[a-z]+-[a-z])`;
const WORD = new RegExp(`arkitekt(?:[-_]|${DASH})?off|${FOREIGN}`, "i");
/** No letter, no quote and no character beyond ASCII stands before the word: a text that quotes a suppression is not one. */
const BEGINNING = new RegExp(
  String.raw`^[^\w"'\x60\x80-\xff]*(arkitekt(?:[-_]|${DASH})?off(?:[-_][\w-]*)?|${FOREIGN})(?![A-Za-z0-9])`,
  "i",
);
const NAME = new RegExp(String.raw`^[ \t]*((?:(?!${DASH}|\xef\xbc\x9a)[\w./\x80-\xff-])+)`);

function linesOf(comment: string, open: number, level: string): { at: number; text: string }[] {
  const close = `]${level}]`;
  const inside = comment.slice(open, comment.endsWith(close) ? -close.length : undefined);
  let at = open;
  return inside.split(/(\r\n|\n\r|\n|\r)/).flatMap((piece, index) => {
    const line = { at, text: piece };
    at += piece.length;
    return index % 2 === 0 ? [line] : [];
  });
}

function read(line: string): Omit<SuppressionText, "at"> | undefined {
  const begun = BEGINNING.exec(line);
  if (begun === null) return undefined;
  const rest = line.slice(begun[0].length);
  const early = /^[ \t]*:/.exec(rest)?.[0] ?? "";
  const named = NAME.exec(rest.slice(early.length));
  const name = withoutEnd(named?.[1] ?? "", "-");
  const behind = rest.slice(early.length + (named?.[0].length ?? 0)).trim();
  const reason = reasonIn(behind);
  const form = formOf(begun[1] ?? "", early !== "" && name !== "", behind);
  return { name, reason, form };
}

function formOf(word: string, hasEarlyColon: boolean, behind: string): SuppressionForm {
  if (word.toLowerCase() !== "arkitekt-off") return "another-word";
  if (hasEarlyColon) return "early-colon";
  if (/^[,;+&]/.test(behind)) return "several-rules";
  return behind === "" || behind.startsWith(":") ? "sound" : "no-colon";
}

/** Without the punctuation before it; punctuation alone is not a reason. */
function reasonIn(text: string): string {
  const reason = text.replace(new RegExp(String.raw`^(?:[\s:=,;.\-]|${DASH}|\xef\xbc\x9a)+`), "").trim();
  return /[A-Za-z0-9\x80-\xff]/.test(reason) ? reason : "";
}
