import { TextPositions } from "../base/text-position.ts";
import { BYTE_ORDER_MARK } from "../base/utf8.ts";
import type { JsonFault, JsonFaultKind } from "./fault.ts";
import type { JsonArray, JsonDocument, JsonItem, JsonMember, JsonNode, JsonObject } from "./tree.ts";

/** `lenient`: an escape that JSON does not know, as in `"require\("`, is read as the backslash and the character. */
export type EscapeMode = "strict" | "lenient";

/** Deeper nesting is refused: no document that people exchange needs it, and a tree is walked by recursion. */
export const DEEPEST = 500;

/** What stops the reader; `parseJson` and `parseLenientJson` catch it. */
export class JsonStop extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Reads a JSON text (RFC 8259) once, from left to right, into a tree that loses nothing. Throws `Stop` at the first fault. */
export class Reader {
  /** Offsets of the backslashes that were guessed at; none in strict reading. */
  readonly guessed: number[] = [];
  readonly #text: string;
  readonly #escapes: EscapeMode;
  #at = 0;
  #depth = 0;

  constructor(text: string, escapes: EscapeMode) {
    this.#text = text;
    this.#escapes = escapes;
  }

  document(): JsonDocument {
    const mark = this.#text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.#at = mark.length;
    const head = mark + this.#space();
    const root = this.#value("");
    const tail = this.#space();
    if (this.#at < this.#text.length) this.#stop("goes-on");
    return { head, root, tail };
  }

  /** `close`: what ends the container around it. */
  #value(close: string): JsonNode {
    const character = this.#text[this.#at];
    if (character === '"') return { kind: "string", ...this.#string() };
    if (character !== "{" && character !== "[") return this.#scalar(close);
    if (this.#depth === DEEPEST) this.#stop("too-deep", this.#at, String(DEEPEST));
    this.#depth++;
    this.#at++;
    const node = character === "{" ? this.#object() : this.#array();
    this.#depth--;
    return node;
  }

  #object(): JsonObject {
    const members: JsonMember[] = [];
    let lead = this.#space();
    if (this.#take("}")) return { kind: "object", members, close: lead };
    for (;;) {
      const { raw: keyRaw, text: key } = this.#key();
      const before = this.#space();
      if (!this.#take(":")) this.#missing("no-colon", ":");
      const colon = `${before}:${this.#space()}`;
      const value = this.#value("}");
      const trail = this.#space();
      if (this.#take("}")) {
        members.push({ lead, keyRaw, key, colon, value, trail: "" });
        return { kind: "object", members, close: trail };
      }
      members.push({ lead, keyRaw, key, colon, value, trail });
      lead = this.#comma("}");
    }
  }

  #array(): JsonArray {
    const items: JsonItem[] = [];
    let lead = this.#space();
    if (this.#take("]")) return { kind: "array", items, close: lead };
    for (;;) {
      const value = this.#value("]");
      const trail = this.#space();
      if (this.#take("]")) {
        items.push({ lead, value, trail: "" });
        return { kind: "array", items, close: trail };
      }
      items.push({ lead, value, trail });
      lead = this.#comma("]");
    }
  }

  /** The white space after the comma between two items. */
  #comma(close: string): string {
    const comma = this.#at;
    if (!this.#take(",")) this.#missing("no-comma", close);
    const space = this.#space();
    if (this.#text[this.#at] === close) this.#stop("comma-before-end", comma);
    return space;
  }

  #key(): { raw: string; text: string } {
    if (this.#text[this.#at] === '"') return this.#string();
    const word = this.#word();
    if (word !== "") this.#stop("bare-word", this.#at, word);
    return this.#missing(this.#text[this.#at] === "'" ? "single-quotes" : "no-key", "}");
  }

  #string(): { raw: string; text: string } {
    const start = this.#at;
    const guesses = this.guessed.length;
    let isPlain = true;
    for (this.#at++; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (code < 0x20 || Number.isNaN(code)) this.#failInString(code, start);
      if (code !== 0x5c) continue;
      isPlain = false;
      ESCAPE.lastIndex = this.#at;
      if (ESCAPE.test(this.#text)) this.#at = ESCAPE.lastIndex - 1;
      else if (this.#at + 1 === this.#text.length) this.#stop("open-string", start);
      else if (this.#escapes === "strict") this.#stop("bad-escape");
      else this.guessed.push(this.#at);
    }
    const raw = this.#text.slice(start, ++this.#at);
    const guessed = this.guessed.slice(guesses).map((at) => at - start);
    return { raw, text: isPlain ? raw.slice(1, -1) : String(JSON.parse(withBackslashes(raw, guessed))) };
  }

  #failInString(code: number, start: number): never {
    if (code === 0x0a || code === 0x0d || Number.isNaN(code)) this.#stop("open-string", start);
    return this.#stop("control-character", this.#at, String.fromCharCode(code));
  }

  #scalar(close: string): JsonNode {
    const word = this.#word();
    if (word === "true" || word === "false" || word === "null") {
      this.#at += word.length;
      return { kind: "word", raw: word };
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.#text)?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return { kind: "number", raw: number };
    }
    if (word === "") return this.#missing(this.#text[this.#at] === "'" ? "single-quotes" : "no-value", close);
    return this.#stop(/^[-+.\d]/.test(word) ? "bad-number" : "bare-word", this.#at, word);
  }

  #space(): string {
    const start = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
        if (code === 0x23 || (code === 0x2f && /[/*]/.test(this.#text[this.#at + 1] ?? "")))
          this.#stop("comment");
        return this.#text.slice(start, this.#at);
      }
      this.#at++;
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  /** Letters, digits and what numbers are made of, at most as many as are worth showing. */
  #word(): string {
    WORD.lastIndex = this.#at;
    return WORD.exec(this.#text)?.[0] ?? "";
  }

  #missing(kind: JsonFaultKind, close: string): never {
    return this.#at < this.#text.length ? this.#stop(kind) : this.#stop("ends-early", this.#at, close);
  }

  #stop(kind: JsonFaultKind, offset = this.#at, found = ""): never {
    throw new JsonStop({ kind, offset, position: new TextPositions(this.#text).at(offset), found });
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /[\w.+-]{1,40}/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** `text` with one more backslash before each of these offsets, which are in order. */
export function withBackslashes(text: string, offsets: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of offsets) {
    pieces.push(text.slice(from, at), "\\");
    from = at;
  }
  return pieces.join("") + text.slice(from);
}
