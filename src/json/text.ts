import { err, ok, type Result } from "../base/result.ts";
import type { JsonArray, JsonDocument, JsonItem, JsonMember, JsonNode, JsonObject } from "./tree.ts";

export interface JsonFault {
  readonly kind: "syntax" | "repeated-key" | "too-deep";
  readonly message: string;
  /** Both count from 1; a column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** Deeper nesting is refused: no document that people exchange needs it, and a tree is walked by recursion. */
const DEEPEST = 500;

/**
 * Reads a JSON text (RFC 8259) strictly into a lossless tree. An object with the same key twice is refused, since readers
 * disagree about what it means. A byte order mark is kept.
 */
export function parseJson(text: string): Result<JsonDocument, JsonFault> {
  try {
    return ok(new Reader(text).document());
  } catch (error) {
    if (error instanceof Stop) return err(error.fault);
    throw error;
  }
}

class Stop extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.message);
    this.fault = fault;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonDocument {
    const mark = this.#text.startsWith("\ufeff") ? "\ufeff" : "";
    this.#at = mark.length;
    const head = mark + this.#space();
    const root = this.#value();
    const tail = this.#space();
    if (this.#at < this.#text.length) this.#stop("the text goes on after its end");
    return { head, root, tail };
  }

  #value(): JsonNode {
    switch (this.#text[this.#at]) {
      case "{":
        return this.#nested(() => this.#object());
      case "[":
        return this.#nested(() => this.#array());
      case '"':
        return { kind: "string", ...this.#string() };
      case "t":
        return this.#word("true");
      case "f":
        return this.#word("false");
      case "n":
        return this.#word("null");
      default:
        return this.#number();
    }
  }

  #nested<T>(read: () => T): T {
    if (this.#depth === DEEPEST) this.#stop(`more than ${DEEPEST} levels deep`, "too-deep");
    this.#depth++;
    this.#at++;
    const node = read();
    this.#depth--;
    return node;
  }

  #object(): JsonObject {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    let lead = this.#space();
    if (this.#take("}")) return { kind: "object", members, close: lead };
    for (;;) {
      const at = this.#at;
      if (this.#text[at] !== '"') this.#stop("a key in double quotes is expected");
      const { raw: keyRaw, text: key } = this.#string();
      if (keys.has(key)) this.#stop(`the key ${keyRaw} is there twice`, "repeated-key", at);
      keys.add(key);
      const before = this.#space();
      if (!this.#take(":")) this.#stop("a colon is expected");
      const colon = `${before}:${this.#space()}`;
      const value = this.#value();
      const trail = this.#space();
      if (this.#take("}")) {
        members.push({ lead, keyRaw, key, colon, value, trail: "" });
        return { kind: "object", members, close: trail };
      }
      if (!this.#take(",")) this.#stop("a comma or } is expected");
      members.push({ lead, keyRaw, key, colon, value, trail });
      lead = this.#space();
    }
  }

  #array(): JsonArray {
    const items: JsonItem[] = [];
    let lead = this.#space();
    if (this.#take("]")) return { kind: "array", items, close: lead };
    for (;;) {
      const value = this.#value();
      const trail = this.#space();
      if (this.#take("]")) {
        items.push({ lead, value, trail: "" });
        return { kind: "array", items, close: trail };
      }
      if (!this.#take(",")) this.#stop("a comma or ] is expected");
      items.push({ lead, value, trail });
      lead = this.#space();
    }
  }

  #string(): { raw: string; text: string } {
    const start = this.#at;
    let plain = true;
    for (this.#at++; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (code < 0x20) this.#stop("a control character stands bare in a string");
      if (Number.isNaN(code)) this.#stop("a string is not closed");
      if (code !== 0x5c) continue;
      plain = false;
      this.#at += this.#match(ESCAPE, "a bad escape in a string", this.#at + 1).length;
    }
    const raw = this.#text.slice(start, ++this.#at);
    return { raw, text: plain ? raw.slice(1, -1) : String(JSON.parse(raw)) };
  }

  #number(): JsonNode {
    const raw = this.#match(NUMBER, "a value is expected", this.#at);
    this.#at += raw.length;
    return { kind: "number", raw };
  }

  #word(raw: "true" | "false" | "null"): JsonNode {
    if (!this.#text.startsWith(raw, this.#at)) this.#stop("a value is expected");
    this.#at += raw.length;
    return { kind: "word", raw };
  }

  #space(): string {
    const start = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      this.#at++;
    }
    return this.#text.slice(start, this.#at);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp, otherwise: string, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0] ?? this.#stop(otherwise);
  }

  #stop(message: string, kind: JsonFault["kind"] = "syntax", at = this.#at): never {
    const before = this.#text.slice(0, at).split(/\r\n|\n|\r/);
    const column = (before.at(-1) ?? "").length + 1;
    const said = at >= this.#text.length && kind === "syntax" ? "the text ends too early" : message;
    throw new Stop({ kind, message: said, line: before.length, column });
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
