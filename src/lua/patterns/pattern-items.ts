// Lua 5.3 pattern text → items. Follows lstrlib.c (5.3.6) to the letter, with one difference: Lua notices a fault only when
// matching gets there; here every fault is found before anything is matched.
import { type ByteSet, byteSet, oneByte } from "../../base/byte-set.ts";
import type { ByteText } from "../../base/byte-text.ts";
import { err, ok, type Result } from "../../base/result.ts";

export type Repeat = "one" | "optional" | "star" | "plus" | "lazy";

export type PatternItem =
  | { readonly kind: "set"; readonly set: ByteSet; readonly repeat: Repeat }
  | { readonly kind: "open"; readonly isPosition: boolean }
  /** Closes the capture that was opened as number `capture`, counted from 0. */
  | { readonly kind: "close"; readonly capture: number }
  | { readonly kind: "back"; readonly capture: number }
  | { readonly kind: "balance"; readonly open: number; readonly close: number }
  | { readonly kind: "frontier"; readonly set: ByteSet }
  /** `$` as the last character. */
  | { readonly kind: "end" };

export interface PatternItems {
  /** Starts with `^`. */
  readonly isAnchored: boolean;
  readonly items: readonly PatternItem[];
}

/** The reason in Lua's own words, and the byte of the pattern it is about. */
export interface PatternFault {
  readonly message: string;
  readonly at: number;
}

/** LUA_MAXCAPTURES and MAXCCALLS of Lua 5.3. */
const MOST_CAPTURES = 32;
const DEEPEST = 200;

/**
 * Reads a pattern as `string.find` does: without any of `^$*+?.([%-` it is plain text, so that a lone `)` is itself.
 */
export function patternItems(pattern: ByteText): Result<PatternItems, PatternFault> {
  if (!/[\^$*+?.([%-]/.test(pattern)) {
    return ok({ isAnchored: false, items: [...pattern].map((character) => one(character.charCodeAt(0))) });
  }
  try {
    return ok(new Reader(pattern).read());
  } catch (error) {
    if (error instanceof Malformed) return err(error.fault);
    throw error;
  }
}

class Malformed extends Error {
  readonly fault: PatternFault;

  constructor(message: string, at: number) {
    super(message);
    this.fault = { message, at };
  }
}

class Reader {
  readonly #pattern: string;
  #at = 0;
  readonly #items: PatternItem[] = [];
  readonly #captures: { readonly isPosition: boolean; isOpen: boolean; readonly at: number }[] = [];
  #depth = 1;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): PatternItems {
    const isAnchored = this.#pattern.startsWith("^");
    if (isAnchored) this.#at = 1;
    while (this.#at < this.#pattern.length) this.#items.push(this.#item());
    const unfinished = this.#captures.find(({ isOpen }) => isOpen);
    if (unfinished !== undefined) throw new Malformed("unfinished capture", unfinished.at);
    if (this.#depth > DEEPEST) throw new Malformed("pattern too complex", 0);
    return { isAnchored, items: this.#items };
  }

  #item(): PatternItem {
    const start = this.#at;
    const character = this.#pattern[start];
    if (character === "(") return this.#open(start);
    if (character === ")") return this.#close(start);
    if (character === "$" && start + 1 === this.#pattern.length) {
      this.#at++;
      return { kind: "end" };
    }
    if (character === "%") {
      const next = this.#pattern[start + 1] ?? "";
      if (next === "b") return this.#balance(start);
      if (next === "f") return this.#frontier(start);
      if (/[0-9]/.test(next)) return this.#back(start, Number(next) - 1);
    }
    const set = this.#single();
    return { kind: "set", set, repeat: this.#repeat() };
  }

  #open(start: number): PatternItem {
    if (this.#captures.length >= MOST_CAPTURES) throw new Malformed("too many captures", start);
    const isPosition = this.#pattern[start + 1] === ")";
    this.#captures.push({ isPosition, isOpen: !isPosition, at: start });
    this.#at += isPosition ? 2 : 1;
    this.#depth++;
    return { kind: "open", isPosition };
  }

  #close(start: number): PatternItem {
    const capture = this.#captures.findLastIndex(({ isOpen }) => isOpen);
    const opened = this.#captures[capture];
    if (opened === undefined) throw new Malformed("invalid pattern capture", start);
    opened.isOpen = false;
    this.#at++;
    this.#depth++;
    return { kind: "close", capture };
  }

  #back(start: number, capture: number): PatternItem {
    const captured = this.#captures[capture];
    if (captured === undefined || captured.isOpen)
      throw new Malformed(`invalid capture index %${capture + 1}`, start);
    this.#at += 2;
    return { kind: "back", capture };
  }

  #balance(start: number): PatternItem {
    if (start + 3 >= this.#pattern.length)
      throw new Malformed("malformed pattern (missing arguments to '%b')", start);
    this.#at += 4;
    const [open, close] = [this.#pattern.charCodeAt(start + 2), this.#pattern.charCodeAt(start + 3)];
    return { kind: "balance", open, close };
  }

  #frontier(start: number): PatternItem {
    if (this.#pattern[start + 2] !== "[") throw new Malformed("missing '[' after '%f' in pattern", start);
    this.#at += 2;
    return { kind: "frontier", set: this.#single() };
  }

  #single(): ByteSet {
    const start = this.#at;
    const character = this.#pattern[start];
    this.#at++;
    if (character === ".") return byteSet(() => true);
    if (character === "[") return this.#bracket(start);
    if (character !== "%") return oneByte(this.#pattern.charCodeAt(start));
    if (this.#at >= this.#pattern.length) throw new Malformed("malformed pattern (ends with '%')", start);
    this.#at++;
    return classSet(this.#pattern.charCodeAt(start + 1));
  }

  /** `classEnd` and `matchbracketclass` of lstrlib.c. */
  #bracket(start: number): ByteSet {
    const text = this.#pattern;
    const isNegated = text[start + 1] === "^";
    let end = start + (isNegated ? 2 : 1);
    do {
      if (end >= text.length) throw new Malformed("malformed pattern (missing ']')", start);
      if (text[end++] === "%" && end < text.length) end++;
    } while (text[end] !== "]");
    this.#at = end + 1;
    const members = new Uint8Array(256);
    for (let at = start + (isNegated ? 2 : 1); at < end; at++) {
      if (text[at] === "%") {
        at++;
        classSet(text.charCodeAt(at)).forEach((cell, byte) => {
          if (cell === 1) members[byte] = 1;
        });
      } else if (text[at + 1] === "-" && at + 2 < end) {
        for (let byte = text.charCodeAt(at); byte <= text.charCodeAt(at + 2); byte++) members[byte] = 1;
        at += 2;
      } else members[text.charCodeAt(at)] = 1;
    }
    return isNegated ? members.map((cell) => 1 - cell) : members;
  }

  #repeat(): Repeat {
    const repeat = REPEATS[this.#pattern[this.#at] ?? ""];
    if (repeat === undefined) return "one";
    this.#at++;
    this.#depth++;
    return repeat;
  }
}

const REPEATS: Readonly<Record<string, Repeat>> = { "?": "optional", "*": "star", "+": "plus", "-": "lazy" };

function one(byte: number): PatternItem {
  return { kind: "set", set: oneByte(byte), repeat: "one" };
}

/** The classes of `%a` and its kin in the C locale, `%z` of Lua 5.1 included. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  a: /[A-Za-z]/,
  c: /[\0-\x1f\x7f]/,
  d: /[0-9]/,
  g: /[!-~]/,
  l: /[a-z]/,
  p: /[!-/:-@[-`{-~]/,
  s: /[\t-\r ]/,
  u: /[A-Z]/,
  w: /[A-Za-z0-9]/,
  x: /[A-Fa-f0-9]/,
  z: /\0/,
};

const known = new Map<number, ByteSet>();

function classSet(letter: number): ByteSet {
  const found = known.get(letter) ?? makeClass(letter);
  known.set(letter, found);
  return found;
}

function makeClass(letter: number): ByteSet {
  const name = String.fromCharCode(letter);
  const lowered = /[A-Z]/.test(name) ? name.toLowerCase() : name;
  const members = CLASSES[lowered];
  if (members === undefined) return oneByte(letter);
  return byteSet((byte) => members.test(String.fromCharCode(byte)) === (name === lowered));
}
