// What comes in on a descriptor, read only as far as needed: whoever writes there may be waiting for us.
import { readSync } from "node:fs";

/** What a pipe holds, in bytes. */
const PIECE = 1 << 16;

export class Incoming {
  #read: (piece: Buffer) => number;
  readonly #most: number;
  #room = Buffer.allocUnsafeSlow(PIECE);
  #size = 0;

  /** `read` fills a piece and says how far: 0 at the end. More bytes than `most` are not read. */
  constructor(read: (piece: Buffer) => number, most = Number.POSITIVE_INFINITY) {
    this.#read = read;
    this.#most = most;
  }

  /** `look` is shown what has come, before more is waited for. */
  static from(descriptor: number, most: number, look?: (come: Buffer) => void): Incoming {
    const read = (piece: Buffer) => {
      const length = readSync(descriptor, piece);
      look?.(piece.subarray(0, length));
      return length;
    };
    return new Incoming(read, most);
  }

  /** From here on `read` fills the pieces. */
  goOnWith(read: (piece: Buffer) => number): void {
    this.#read = read;
  }

  /** All that has come so far. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#size);
  }

  text(from: number, to: number): string {
    return this.#room.toString("latin1", from, to);
  }

  /** Where `sign` (ASCII) begins, from `from` on; undefined if the end comes first. */
  find(sign: string, from: number): number | undefined {
    if (!this.reach(from)) return undefined;
    let looked = from;
    for (;;) {
      const found = this.bytes.indexOf(sign, looked, "latin1");
      if (found >= 0) return found;
      looked = Math.max(from, this.#size - sign.length + 1);
      if (!this.reach(this.#size + 1)) return undefined;
    }
  }

  /** Whether that many bytes have come. */
  reach(size: number): boolean {
    while (this.#size < size) {
      if (this.#size >= this.#most) return false;
      if (this.#room.length - this.#size < PIECE) this.#grow();
      const length = this.#read(this.#room.subarray(this.#size));
      if (length === 0) return false;
      this.#size += length;
    }
    return true;
  }

  #grow(): void {
    const room = Buffer.allocUnsafeSlow(2 * this.#room.length + PIECE);
    room.set(this.bytes);
    this.#room = room;
  }
}
