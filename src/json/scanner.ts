// Walks over a JSON text once: finds the first fault, and writes the text again with every backslash valid.
import type { Position } from "../base/position.ts";
import { err, ok, type Result } from "../base/result.ts";

/** What is wrong at a place, in characters of the text. */
export interface JsonNote {
  readonly message: string;
  readonly position: Position;
  /** The one next step. */
  readonly next: string;
}

export interface Scanned {
  readonly repaired: string;
  readonly warnings: readonly JsonNote[];
}

/** Deeper than any task or manifest; JSON.parse itself would go down into a stack overflow. */
const DEEPEST = 500;

class Fault extends Error {
  readonly note: JsonNote;

  constructor(note: JsonNote) {
    super(note.message);
    this.note = note;
  }
}

export class JsonScanner {
  readonly #text: string;
  #at = 0;
  #copied = 0;
  readonly #pieces: string[] = [];
  readonly #warnings: JsonNote[] = [];
  #place = { at: 0, line: 1, column: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Result<Scanned, JsonNote> {
    try {
      if (this.#text.startsWith("\ufeff")) this.#dropMark();
      this.#space();
      this.#value(0);
      if (this.#at < this.#text.length) this.#fail(`${this.#here()} stands behind the end`, "take it out");
    } catch (error) {
      if (error instanceof Fault) return err(error.note);
      throw error;
    }
    this.#copy(this.#text.length);
    return ok({ repaired: this.#pieces.join(""), warnings: this.#warnings });
  }

  #dropMark(): void {
    this.#warn("the file starts with a byte order mark", "save it as UTF-8 without one");
    this.#at = 1;
    this.#copied = 1;
  }

  #value(depth: number): void {
    if (depth > DEEPEST) this.#fail(`this is nested more than ${DEEPEST} deep`, "make it flatter");
    const character = this.#text[this.#at];
    if (character === "{") this.#object(depth);
    else if (character === "[") this.#list(depth);
    else if (character === '"') this.#string();
    else if (!this.#skip(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y))
      this.#failValue();
    this.#space();
  }

  #object(depth: number): void {
    const keys = new Map<string, number>();
    this.#at++;
    this.#space();
    if (this.#take("}")) return;
    do {
      this.#space();
      this.#key(keys);
      this.#space();
      if (!this.#take(":"))
        this.#fail(`${this.#here()} stands where : is due`, "write : between key and value");
      this.#space();
      this.#value(depth + 1);
    } while (this.#more("}"));
  }

  #key(keys: Map<string, number>): void {
    const start = this.#at;
    if (this.#text[start] !== '"') this.#failKey();
    const key = this.#string();
    const first = keys.get(key);
    if (first !== undefined) {
      const { line } = this.#position(first);
      this.#fail(`the key ${JSON.stringify(key)} is in line ${line} already`, "take one of them out", start);
    }
    keys.set(key, start);
  }

  #list(depth: number): void {
    this.#at++;
    this.#space();
    if (this.#take("]")) return;
    do {
      this.#space();
      this.#value(depth + 1);
    } while (this.#more("]"));
  }

  #more(close: string): boolean {
    const comma = this.#at;
    if (this.#take(close)) return false;
    if (!this.#take(","))
      this.#fail(`${this.#here()} stands where , or ${close} is due`, `write , or ${close}`);
    this.#space();
    if (this.#text[this.#at] === close)
      this.#fail(`a comma stands before ${close}, and nothing follows it`, "take it out", comma);
    return true;
  }

  /** The text that the string stands for, as far as keys have to be told apart. */
  #string(): string {
    const start = this.#at++;
    const from = this.#pieces.length;
    const copied = this.#copied;
    for (;;) {
      this.#skip(/[^"\\\0-\x1f]+/y);
      const character = this.#text[this.#at];
      if (character === undefined) this.#fail("this string has no end", 'write " where it ends', start);
      if (character === '"') break;
      if (character !== "\\") this.#failControl(character);
      if (!this.#skip(/\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y)) this.#mend();
    }
    this.#at++;
    const own = this.#pieces.slice(from).join("") + this.#text.slice(this.#copied, this.#at);
    return JSON.parse(own.slice(start - copied)) as string;
  }

  /** An escape that JSON does not know: its backslash is meant. */
  #mend(): void {
    const what = String.fromCodePoint(this.#text.codePointAt(this.#at + 1) ?? 0x5c);
    this.#warn(`JSON knows no escape \\${what}; it is read as a backslash and ${what}`, `write \\\\${what}`);
    this.#copy(this.#at);
    this.#pieces.push("\\");
    this.#at++;
  }

  #failControl(character: string): never {
    const isLineEnd = character === "\n" || character === "\r";
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    const written = JSON.stringify(character).slice(1, -1);
    const message = isLineEnd
      ? "the line ends inside of a string"
      : `a control character (U+${code.toUpperCase()}) stands in a string`;
    return this.#fail(
      message,
      isLineEnd ? 'write " where it ends, or \\n for a line end' : `write ${written}`,
    );
  }

  #failKey(): never {
    return this.#fail(`${this.#here()} stands where a key is due`, "a key is a string in double quotes");
  }

  #failValue(): never {
    return this.#fail(
      `${this.#here()} stands where a value is due`,
      "a value is an object, a list, a string in double quotes, a number, true, false or null",
    );
  }

  #space(): void {
    this.#skip(/[ \t\r\n]+/y);
    if (/^\/[/*]|^#/.test(this.#text.slice(this.#at, this.#at + 2)))
      this.#fail("a comment stands here, and JSON has none", "take it out");
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #here(): string {
    const rest = this.#text.slice(this.#at, this.#at + 40);
    const word = /^[\w.+-]{1,20}|^\S/u.exec(rest)?.[0];
    return word === undefined ? "the end of the text" : word;
  }

  #copy(end: number): void {
    this.#pieces.push(this.#text.slice(this.#copied, end));
    this.#copied = end;
  }

  #warn(message: string, next: string): void {
    this.#warnings.push({ message, next, position: this.#position(this.#at) });
  }

  #fail(message: string, next: string, at: number = this.#at): never {
    throw new Fault({ message, next, position: this.#position(at) });
  }

  /** Goes on from the place asked for last, so that many warnings cost no more than one walk. */
  #position(at: number): Position {
    if (at < this.#place.at) this.#place = { at: 0, line: 1, column: 1 };
    const place = this.#place;
    for (; place.at < at; place.at++) {
      const code = this.#text.charCodeAt(place.at);
      const isLineEnd = code === 10 || (code === 13 && this.#text.charCodeAt(place.at + 1) !== 10);
      if (isLineEnd) {
        place.line++;
        place.column = 1;
      } else if ((code & 0xfc00) !== 0xdc00) place.column++;
    }
    return { line: place.line, column: place.column };
  }
}
