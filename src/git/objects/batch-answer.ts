// Reads the answers of `git cat-file --batch`: `<id> <type> <size>\n<contents>\n`, or `<name> missing\n`.
import type { GitObject, ObjectRequest, ObjectType } from "./git-object.ts";

const HEADER = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/;

/** The first line of an answer that holds an object; undefined for any other. */
export function readHeader(line: string): Pick<GitObject, "id" | "type" | "size"> | undefined {
  const [, id, type, size] = HEADER.exec(line) ?? [];
  return id === undefined || !isType(type) ? undefined : { id, type, size: Number(size) };
}

interface Body {
  readonly request: ObjectRequest;
  readonly id: string;
  readonly type: ObjectType;
  readonly size: number;
  /** Undefined if the object is not held. */
  readonly bytes: Buffer | undefined;
  seen: number;
}

export class AnswerReader {
  readonly #front: () => ObjectRequest | undefined;
  readonly #done: () => void;
  /** What has come of a first line; no piece is kept, because whoever hands it over may fill it again. */
  #header = "";
  #body: Body | undefined;

  /** `front` gives the request that is answered now; `done` is called when its answer is whole. */
  constructor(front: () => ObjectRequest | undefined, done: () => void) {
    this.#front = front;
    this.#done = done;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      at = this.#body === undefined ? this.#readHeader(chunk, at) : this.#readBody(chunk, at, this.#body);
    }
  }

  #readHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const line = this.#header;
    this.#header = "";
    const request = this.#front();
    if (request === undefined) throw new Error(`git cat-file answered what nobody asked: ${line}`);
    const header = readHeader(line);
    if (header === undefined) {
      this.#done();
      request.resolve(undefined);
    } else {
      const bytes = header.size <= request.limit ? Buffer.allocUnsafeSlow(header.size) : undefined;
      this.#body = { request, ...header, bytes, seen: 0 };
    }
    return end + 1;
  }

  #readBody(chunk: Buffer, at: number, body: Body): number {
    const { request, bytes, size } = body;
    const piece = chunk.subarray(at, at + size - body.seen);
    if (piece.length > 0) {
      bytes?.set(piece, body.seen);
      request.onPiece?.(piece);
      body.seen += piece.length;
    }
    const end = at + piece.length;
    // The line end after the contents belongs to the answer.
    if (body.seen < size || end === chunk.length) return end;
    this.#body = undefined;
    this.#done();
    request.resolve({ id: body.id, type: body.type, size, bytes } satisfies GitObject);
    return end + 1;
  }
}

function isType(type: string | undefined): type is ObjectType {
  return type === "blob" || type === "tree" || type === "commit" || type === "tag";
}
