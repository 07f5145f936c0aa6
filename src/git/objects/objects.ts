// Objects by id or expression, through one `git cat-file --batch` that starts with the first request and answers in order.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { Blob, ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { ending } from "../../system/process.ts";
import { explainExit, explainNotStarted } from "../process/explain.ts";
import type { Git } from "../process/git.ts";
import { AnswerReader } from "./batch-answer.ts";
import type { GitObject, Request } from "./git-object.ts";

export class Objects {
  readonly #git: Git;
  readonly #known = new Map<string, GitObject | undefined>();
  #batch: Batch | undefined;

  constructor(git: Git) {
    this.#git = git;
  }

  /** Takes an answer that Git has given before it was asked from here: `name`, and the id of what it names, stand for `found`. */
  know(name: string, found: GitObject | undefined): void {
    this.#known.set(name, found);
    if (found !== undefined) this.#known.set(found.id, found);
  }

  /** Starts the process before it is asked anything. */
  start(): void {
    this.#started();
  }

  /** Contents of blobs, all in one request. Larger ones than `limit` bytes are not held; a missing one is `CannotLook`. */
  async load(ids: Iterable<ObjectId>, limit: number): Promise<ReadonlyMap<ObjectId, Blob>> {
    const wanted = [...new Set(ids)];
    const found = await Promise.all(wanted.map((id) => this.get(id, limit)));
    return new Map(found.map((object, at) => [wanted[at] ?? object.id, blobOf(object)]));
  }

  /** As `find`, but an object that is not there is `CannotLook`. */
  async get(
    name: string,
    limit = Number.POSITIVE_INFINITY,
    onPiece?: (piece: Buffer) => void,
  ): Promise<GitObject> {
    const found = await this.find(name, limit, onPiece);
    if (found !== undefined) return found;
    throw new CannotLook(
      failure(
        "missing-object",
        `the object ${name} is missing from this repository`,
        "run: git fsck; then fetch it again from a remote",
      ),
    );
  }

  /** What an id or an expression (`HEAD:.arkitektrc.json`) stands for; undefined when there is nothing. */
  async find(
    name: string,
    limit = Number.POSITIVE_INFINITY,
    onPiece?: (piece: Buffer) => void,
  ): Promise<GitObject | undefined> {
    // The batch reads a name a line, and takes a CR before the line end for a part of it.
    const plain = /[\n\r\0]/.test(name) ? await this.#idOf(name) : name;
    if (plain === undefined) return undefined;
    if (this.#known.has(plain)) return within(limit, this.#known.get(plain), onPiece);
    return await new Promise((resolve, reject) => {
      this.#started().ask({ name: plain, limit, onPiece, resolve, reject });
    });
  }

  /** Ends the process; what is still asked for is answered first. */
  async close(): Promise<void> {
    const batch = this.#batch;
    this.#batch = undefined;
    await batch?.close();
  }

  #started(): Batch {
    if (this.#batch === undefined || this.#batch.isOver) this.#batch = new Batch(this.#git);
    return this.#batch;
  }

  async #idOf(name: string): Promise<ObjectId | undefined> {
    if (name.includes("\0")) return undefined;
    const answer = await this.#git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", name], {
      okCodes: [0, 1, 128],
    });
    return answer.code === 0 ? answer.stdout.toString("latin1").trimEnd() : undefined;
  }
}

function within(
  limit: number,
  found: GitObject | undefined,
  onPiece: ((piece: Buffer) => void) | undefined,
): GitObject | undefined {
  if (found?.bytes !== undefined) onPiece?.(found.bytes);
  return found === undefined || found.size <= limit ? found : { ...found, bytes: undefined };
}

function blobOf({ bytes, size }: GitObject): Blob {
  return bytes === undefined ? { kind: "too-large", size } : { kind: "bytes", bytes };
}

class Batch {
  isOver = false;
  #isClosing = false;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #asked: Request[] = [];
  readonly #ended: Promise<void>;

  constructor(git: Git) {
    this.#child = git.start(["cat-file", "--batch"]);
    const reader = new AnswerReader(
      () => this.#asked[0],
      () => this.#answered(),
    );
    this.#child.stdout.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#ended = ending(this.#child).then((end) => {
      this.isOver = true;
      if (this.#asked.length === 0) return;
      const why = end.ok ? explainExit(["cat-file"], end.value) : explainNotStarted(end.error.code, git.cwd);
      for (const request of this.#asked.splice(0)) request.reject(new CannotLook(why));
    });
  }

  ask(request: Request): void {
    this.#asked.push(request);
    this.#holdUp(true);
    this.#child.stdin.write(`${request.name}\n`);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#holdUp(true);
    this.#child.stdin.end();
    await this.#ended;
  }

  #answered(): void {
    this.#asked.shift();
    if (this.#asked.length === 0 && !this.#isClosing) this.#holdUp(false);
  }

  /** An idle batch must not keep the program from ending. */
  #holdUp(yes: boolean): void {
    for (const handle of [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      const counted = handle as { ref?: () => void; unref?: () => void };
      if (yes) counted.ref?.();
      else counted.unref?.();
    }
  }
}
