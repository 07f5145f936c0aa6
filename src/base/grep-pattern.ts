// A regular expression rewritten for `grep -E`, where both certainly mean the same for printable ASCII.

/**
 * `source` as an extended regular expression (POSIX, "Extended Regular Expressions"): of what it matches, `source` matches something in every
 * text that begins with it. So there is no way to write the end of a text, a lookaround or a back reference; undefined for
 * what needs one, and for nested repetitions that may take very long here and not there. There is no space in it.
 */
export function grepPattern(source: string): string | undefined {
  try {
    return new Translation(source).whole();
  } catch (error) {
    if (error instanceof NoWord) return undefined;
    throw error;
  }
}

class NoWord extends Error {}

interface Piece {
  readonly text: string;
  /** The one character that it begins with, where that is certain. */
  readonly first: string | undefined;
  /** The other characters that it may hold. */
  readonly others: string;
  readonly repeats: boolean;
}

const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join("");
const DIGITS = "0123456789";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const WORD = `${DIGITS}${UPPER}_${LOWER}`;
const CLASSES: Readonly<Record<string, string>> = { d: DIGITS, w: WORD, s: " " };
const SPECIAL = /[.[()*+?{}|^$\\]/;

class Translation {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): string {
    const anchor = this.#takes("^") ? "^" : "";
    const { text } = this.#alternatives();
    if (this.#at < this.#source.length) throw new NoWord();
    // The anchor binds the first alternative alone.
    return `${anchor}${text}`;
  }

  #alternatives(): Piece {
    const pieces = [this.#sequence()];
    while (this.#takes("|")) pieces.push(this.#sequence());
    const [only] = pieces;
    if (only !== undefined && pieces.length === 1) return only;
    const repeats = pieces.some((piece) => piece.repeats);
    const others = pieces.map(heldBy).join("");
    return { text: pieces.map(({ text }) => text).join("|"), first: undefined, others, repeats };
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#next())) pieces.push(this.#repeated());
    const [head, ...rest] = pieces;
    if (head === undefined) throw new NoWord();
    return {
      text: pieces.map(({ text }) => text).join(""),
      first: head.first,
      others: head.others + rest.map(heldBy).join(""),
      repeats: pieces.some((piece) => piece.repeats),
    };
  }

  #repeated(): Piece {
    const piece = this.#atom();
    const times = /^(?:[*+?]|\{\d{1,2}(?:,\d{0,2})?\})/.exec(this.#source.slice(this.#at))?.[0];
    if (times === undefined) return piece;
    this.#at += times.length;
    // Whether there is a match does not depend on how much is taken first.
    this.#takes("?");
    if (/[*+?{]/.test(this.#next())) throw new NoWord();
    const isToldApart = piece.first !== undefined && !piece.others.includes(piece.first);
    // grep writes out what is counted: counts inside counts would be multiplied.
    const isSafe = isToldApart && !(times.startsWith("{") || /[^[]\{/.test(piece.text));
    if (piece.repeats && times !== "?" && !isSafe) throw new NoWord();
    const repeats = piece.repeats || times !== "?";
    return { text: piece.text + times, first: undefined, others: heldBy(piece), repeats };
  }

  #atom(): Piece {
    const sign = this.#next();
    this.#at += 1;
    if (sign === "(") return this.#group();
    if (sign === "[") return this.#class();
    if (sign === ".") return { text: ".", first: undefined, others: PRINTABLE, repeats: false };
    if (sign === "\\") return this.#escaped();
    if (SPECIAL.test(sign) || !isPrintable(sign)) throw new NoWord();
    return literal(sign);
  }

  #group(): Piece {
    const opening = /^\?(?::|<[A-Za-z_]\w*>)/.exec(this.#source.slice(this.#at))?.[0];
    if (opening === undefined && this.#next() === "?") throw new NoWord();
    this.#at += opening?.length ?? 0;
    const inner = this.#alternatives();
    if (!this.#takes(")")) throw new NoWord();
    return { ...inner, text: `(${inner.text})` };
  }

  #class(): Piece {
    const isNot = this.#takes("^");
    const own = new Set<string>();
    while (!this.#takes("]")) {
      const from = this.#member();
      // A hyphen that is not the last sign says a range, whatever stands on either side of it.
      const isRange = /^-[^\]]/.test(this.#source.slice(this.#at));
      if (isRange) for (const member of this.#rangeFrom(from)) own.add(member);
      else for (const member of from) own.add(member);
    }
    const held = [...PRINTABLE].filter((sign) => own.has(sign) !== isNot).join("");
    if (held === "") throw new NoWord();
    return oneOf(held);
  }

  #rangeFrom(from: string): string {
    this.#at += 1;
    const to = this.#member();
    // With a class at one end it is a hyphen to some readers, and wrong to others.
    if (from.length > 1 || to.length > 1 || from > to) throw new NoWord();
    return PRINTABLE.slice(PRINTABLE.indexOf(from), PRINTABLE.indexOf(to) + 1);
  }

  /** A character of a class, or the characters that an escape in it stands for. */
  #member(): string {
    const sign = this.#next();
    this.#at += 1;
    if (sign !== "\\") {
      if (!isPrintable(sign)) throw new NoWord();
      return sign;
    }
    const escaped = this.#next();
    this.#at += 1;
    const known = CLASSES[escaped];
    if (known !== undefined) return known;
    if (!isPrintable(escaped) || /\w/.test(escaped)) throw new NoWord();
    return escaped;
  }

  #escaped(): Piece {
    const sign = this.#next();
    this.#at += 1;
    const held = CLASSES[sign];
    if (held !== undefined) return oneOf(held);
    const all = CLASSES[sign.toLowerCase()];
    if (all !== undefined) return oneOf([...PRINTABLE].filter((each) => !all.includes(each)).join(""));
    if (!isPrintable(sign) || /\w/.test(sign)) throw new NoWord();
    return literal(sign);
  }

  #next(): string {
    return this.#source.charAt(this.#at);
  }

  #takes(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.#at += 1;
    return true;
  }
}

function heldBy({ first = "", others }: Piece): string {
  return first + others;
}

function literal(sign: string): Piece {
  const text = sign === "^" ? "\\^" : /\w/.test(sign) ? sign : `[${sign}]`;
  return { text, first: sign, others: "", repeats: false };
}

function oneOf(signs: string): Piece {
  if (signs.length === 1) return literal(signs);
  // Where each of these may stand in a bracket expression, so that it is itself.
  const last = ["[", "^", "-"].filter((sign) => signs.includes(sign)).join("");
  const rest = [...signs].filter((sign) => !"][^-".includes(sign)).join("");
  const short = rest.replace(DIGITS, "0-9").replace(UPPER, "A-Z").replace(LOWER, "a-z");
  const text = `${signs.includes("]") ? "]" : ""}${short}${last}`;
  return { text: `[${text === "^-" ? "-^" : text}]`, first: undefined, others: signs, repeats: false };
}

function isPrintable(sign: string): boolean {
  return sign.length === 1 && PRINTABLE.includes(sign);
}
