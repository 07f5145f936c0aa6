// Regular expression text → tree. V8 has already read the text and found no fault, so only what V8 forgives is looked at here:
// an escape that stands for nothing, and characters that are more than one byte where only one byte can stand.
import { type ByteSet, byteSet, oneByte } from "../../base/byte-set.ts";
import { encodeText } from "../../base/byte-text.ts";
import { err, ok, type Result } from "../../base/result.ts";

export type RegexNode =
  | { readonly kind: "set"; readonly set: ByteSet }
  | { readonly kind: "sequence"; readonly parts: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    }
  /** `opening` is as written: `(`, `(?:`, `(?<name>`. */
  | { readonly kind: "group"; readonly body: RegexNode; readonly opening: string }
  | { readonly kind: "look"; readonly body: RegexNode; readonly opening: string }
  | { readonly kind: "assertion"; readonly source: "^" | "$" | "\\b" | "\\B" }
  /** As written. */
  | { readonly kind: "back"; readonly source: string };

export function regexTree(pattern: string): Result<RegexNode, string> {
  try {
    new RegExp(pattern, "m");
  } catch (error) {
    if (error instanceof SyntaxError)
      return err(error.message.replace(/^Invalid regular expression: \/.*\/\w*: /s, ""));
    throw error;
  }
  try {
    return ok(new Reader(pattern).choice());
  } catch (error) {
    if (error instanceof Refused) return err(error.message);
    throw error;
  }
}

class Refused extends Error {}

type Member =
  | { readonly kind: "set"; readonly set: ByteSet }
  | { readonly kind: "character"; readonly text: string };

class Reader {
  readonly #text: string;
  readonly #groups: number;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#groups = countGroups(text);
  }

  choice(): RegexNode {
    const options = [this.#sequence()];
    while (this.#take("|")) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
  }

  #sequence(): RegexNode {
    const parts: RegexNode[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text[this.#at] ?? "")) parts.push(this.#term());
    return { kind: "sequence", parts };
  }

  #term(): RegexNode {
    const body = this.#atom();
    const quantifier = this.#match(/[*+?]\??|\{(\d+)(,(\d*))?\}\??/y);
    if (quantifier === null) return body;
    const [source, least, range, most] = quantifier;
    const isLazy = source.length > 1 && source.endsWith("?");
    if (least === undefined) {
      return {
        kind: "repeat",
        body,
        min: source.startsWith("+") ? 1 : 0,
        max: source.startsWith("?") ? 1 : Infinity,
        isLazy,
      };
    }
    const max = range === undefined ? Number(least) : most === "" ? Infinity : Number(most);
    return { kind: "repeat", body, min: Number(least), max, isLazy };
  }

  #atom(): RegexNode {
    const assertion = this.#match(/\\[bB]|[$^]/y)?.[0];
    if (assertion === "^" || assertion === "$" || assertion === "\\b" || assertion === "\\B")
      return { kind: "assertion", source: assertion };
    const look = this.#match(/\(\?<?[=!]/y)?.[0];
    if (look !== undefined) return { kind: "look", opening: look, body: this.#body() };
    const group = this.#match(/\(\?:|\(\?<[^>]*>|\(/y)?.[0];
    if (group !== undefined) return { kind: "group", opening: group, body: this.#body() };
    const named = this.#match(/\\k<[^>]*>/y)?.[0];
    if (named !== undefined) return { kind: "back", source: named };
    const back = this.#match(/\\[1-9]\d*/y)?.[0];
    if (back !== undefined) return this.#back(back);
    if (this.#take("[")) return this.#class();
    if (this.#take(".")) return { kind: "set", set: byteSet((byte) => byte !== 10 && byte !== 13) };
    const member = this.#member();
    return member.kind === "set" ? member : spelled(member.text);
  }

  #body(): RegexNode {
    const body = this.choice();
    this.#take(")");
    return body;
  }

  #back(source: string): RegexNode {
    if (Number(source.slice(1)) > this.#groups) throw new Refused(`${source} names no group`);
    return { kind: "back", source };
  }

  #class(): RegexNode {
    const isNegated = this.#take("^");
    const set = new Uint8Array(256);
    const long: string[] = [];
    while (!this.#take("]")) {
      const from = this.#member(true);
      if (from.kind === "character" && /^-[^\]]/s.test(this.#text.slice(this.#at, this.#at + 2))) {
        this.#at++;
        addRange(set, from.text, this.#member(true));
      } else if (from.kind === "set") addAll(set, from.set);
      else if (isOneByte(from.text)) set[from.text.charCodeAt(0)] = 1;
      else long.push(from.text);
    }
    if (!isNegated && long.length === 0) return { kind: "set", set };
    if (long.length > 0 && isNegated)
      throw new Refused(
        `[^…${long[0]}…]: "${long[0]}" is more than one byte, and a class stands for one; write (?!${long[0]}). for one character that is not it`,
      );
    if (isNegated) return { kind: "set", set: set.map((cell) => 1 - cell) };
    const options: RegexNode[] = [{ kind: "set", set }, ...long.map(spelled)];
    return { kind: "group", opening: "(?:", body: { kind: "choice", options } };
  }

  #member(isInClass = false): Member {
    const start = this.#at;
    if (!this.#take("\\")) {
      const text = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
      this.#at += text.length;
      return { kind: "character", text };
    }
    const hex = this.#match(/x([0-9A-Fa-f]{2})/y)?.[1];
    if (hex !== undefined) return { kind: "set", set: oneByte(Number.parseInt(hex, 16)) };
    const unicode = this.#match(/u([0-9A-Fa-f]{4})/y)?.[1];
    if (unicode !== undefined) return escapedCharacter(unicode);
    const control = this.#match(/c([A-Za-z])/y)?.[1];
    if (control !== undefined) return { kind: "set", set: oneByte(control.charCodeAt(0) % 32) };
    const letter = this.#text[this.#at] ?? "";
    this.#at++;
    const known = escapeOf(letter);
    if (known !== undefined && !(letter === "0" && /[0-9]/.test(this.#text[this.#at] ?? ""))) return known;
    if (letter === "b" && isInClass) return { kind: "set", set: oneByte(8) };
    if (/[A-Za-z0-9]/.test(letter))
      throw new Refused(`\\${letter} stands for nothing in a regular expression`);
    return { kind: "character", text: letter };
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}

function escapedCharacter(digits: string): Member {
  const code = Number.parseInt(digits, 16);
  if (code >= 0xd800 && code < 0xe000)
    throw new Refused(`\\u${digits} is half a character; write the character itself`);
  return { kind: "character", text: String.fromCharCode(code) };
}

/** White space means ASCII white space: to JavaScript the byte A0, a part of many UTF-8 characters, would be a space. */
const CLASSES: Readonly<Record<string, (byte: number) => boolean>> = {
  w: (byte) => /\w/.test(String.fromCharCode(byte)),
  s: (byte) => byte === 32 || (byte >= 9 && byte <= 13),
  d: (byte) => byte >= 48 && byte <= 57,
};

const CHARACTERS: Readonly<Record<string, string>> = {
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  "0": "\0",
};

/** What a letter after a backslash stands for, if it is known; a capital one stands for all but that. */
function escapeOf(letter: string): Member | undefined {
  const text = CHARACTERS[letter];
  if (text !== undefined) return { kind: "character", text };
  const lowered = letter.toLowerCase();
  const isIn = CLASSES[lowered];
  return isIn && { kind: "set", set: byteSet((byte) => isIn(byte) === (letter === lowered)) };
}

/** A character as its bytes in UTF-8; a group, so that a quantifier after it takes all of them. */
function spelled(text: string): RegexNode {
  const parts = [...encodeText(text)].map(
    (byte): RegexNode => ({ kind: "set", set: oneByte(byte.charCodeAt(0)) }),
  );
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return { kind: "group", opening: "(?:", body: { kind: "sequence", parts } };
}

function addRange(set: ByteSet, from: string, to: Member): void {
  if (to.kind === "set") {
    set[from.charCodeAt(0)] = 1;
    set[45] = 1;
    addAll(set, to.set);
    return;
  }
  if (!isOneByte(from) || !isOneByte(to.text))
    throw new Refused(`[${from}-${to.text}]: a range has ends of one byte each; list the characters instead`);
  for (let byte = from.charCodeAt(0); byte <= to.text.charCodeAt(0); byte++) set[byte] = 1;
}

function addAll(set: ByteSet, more: ByteSet): void {
  more.forEach((cell, byte) => {
    if (cell === 1) set[byte] = 1;
  });
}

function isOneByte(text: string): boolean {
  return text.charCodeAt(0) < 0x80;
}

/** Parentheses that capture, outside classes and escapes. */
function countGroups(pattern: string): number {
  const plain = pattern.replaceAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, "");
  return [...plain.matchAll(/\((?!\?)|\(\?<(?![=!])/g)].length;
}
