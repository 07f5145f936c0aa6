// What a blob is as a whole, read in pieces: binary by Git's test, or how many of its lines count.
import type { LineChange, LineRange, ObjectId } from "../../model/change.ts";
import type { Objects } from "../objects/objects.ts";
import { Hunk } from "./hunk.ts";
import { FIRST_BYTES } from "./text-or-binary.ts";

/** Nothing is held, whatever the size. */
const HOLD_NOTHING = -1;

/** Whether Git would take this blob for binary, attributes aside. */
export async function isBinary(objects: Objects, id: ObjectId): Promise<boolean> {
  const head = new BinaryTest();
  await objects.get(id, HOLD_NOTHING, (piece) => head.push(piece));
  return head.found;
}

/** A blob's lines, all of them or those in `within`, as if a change had added them; `isText` whatever Git would take it for. */
export async function wholeText(
  objects: Objects,
  id: ObjectId,
  { within, isText = false }: { readonly within?: readonly LineRange[]; readonly isText?: boolean } = {},
): Promise<LineChange> {
  const head = new BinaryTest();
  const lines = new LineCounter(within);
  await objects.get(id, HOLD_NOTHING, (piece) => {
    if (!isText) head.push(piece);
    if (!head.found) lines.push(piece);
  });
  return head.found ? { kind: "binary" } : lines.end();
}

class BinaryTest {
  found = false;
  #seen = 0;

  push(piece: Buffer): void {
    if (this.#seen < FIRST_BYTES && piece.subarray(0, FIRST_BYTES - this.#seen).includes(0))
      this.found = true;
    this.#seen += piece.length;
  }
}

class LineCounter {
  readonly #within: readonly LineRange[] | undefined;
  #range = 0;
  #number = 0;
  #addedLoc = 0;
  #line: Hunk | undefined;
  #isInLine = false;

  constructor(within: readonly LineRange[] | undefined) {
    this.#within = within;
  }

  push(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) {
      if (!this.#isInLine) this.#begin();
      const end = piece.indexOf(10, at);
      this.#line?.push(piece.subarray(at, end < 0 ? piece.length : end));
      if (end < 0) return;
      this.#finish();
      at = end + 1;
    }
  }

  end(): LineChange {
    if (this.#isInLine) this.#finish();
    const whole = this.#number === 0 ? [] : [{ start: 1, end: this.#number + 1 }];
    return { kind: "text", added: this.#within ?? whole, addedLoc: this.#addedLoc };
  }

  #begin(): void {
    this.#isInLine = true;
    this.#number++;
    while ((this.#within?.[this.#range]?.end ?? Number.POSITIVE_INFINITY) <= this.#number) this.#range++;
    const isWanted =
      this.#within === undefined ||
      (this.#within[this.#range]?.start ?? Number.POSITIVE_INFINITY) <= this.#number;
    this.#line = isWanted ? new Hunk(this.#number, undefined) : undefined;
    this.#line?.beginLine(true);
  }

  #finish(): void {
    this.#isInLine = false;
    this.#line?.endLine();
    this.#addedLoc += this.#line?.end().addedLoc ?? 0;
  }
}
