// Objects by id or expression, through one `git cat-file --batch` that answers in order: the launcher's, as long as that goes on answering, or
// one that starts with the first request.
import type { Blob, ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Git } from "../process/git.ts";
import { Batch } from "./batch.ts";
import type { GitObject, ObjectRequest } from "./git-object.ts";
import type { LaunchedBatch } from "./launched-batch.ts";
import { Patience } from "./patience.ts";

export class Objects {
  readonly #git: Git;
  readonly #known = new Map<string, GitObject | undefined>();
  readonly #patience = new Patience();
  #batch: Batch | undefined;
  #launched: LaunchedBatch | undefined;
  /** Of the launched one, which is asked at once for what is asked at once. */
  readonly #unasked: ObjectRequest[] = [];
  /** Answers that nobody has asked for yet. */
  readonly #foreseen = new Map<ObjectId, GitObject>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** Asks `batch` as long as it answers. */
  use(batch: LaunchedBatch): void {
    this.#launched = batch;
  }

  /** Takes an answer that Git gave before it was asked from here: `name`, and the id of what it names, stand for `found`. */
  know(name: string, found: GitObject | undefined): void {
    this.#known.set(name, found);
    if (found !== undefined) this.#known.set(found.id, found);
  }

  /** Has the launched Git look for blobs that will be loaded soon, with that limit. */
  foresee(ids: readonly ObjectId[], limit: number): void {
    this.#launched?.foresee(
      ids.map((name) => ({
        name,
        limit,
        onPiece: undefined,
        resolve: (found) => {
          if (found !== undefined) this.#foreseen.set(name, found);
        },
        // Who asks for it then is told.
        reject: () => {},
      })),
    );
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

  /** What an id or an expression (`HEAD:.arkitektrc.json`) stands for; undefined if there is nothing. */
  async find(
    name: string,
    limit = Number.POSITIVE_INFINITY,
    onPiece?: (piece: Buffer) => void,
  ): Promise<GitObject | undefined> {
    // The batch reads one name a line, and takes a CR before the line end for a part of it.
    const plain = /[\n\r\0]/.test(name) ? await this.#idOf(name) : name;
    if (plain === undefined) return undefined;
    if (this.#known.has(plain)) return within(limit, this.#known.get(plain), onPiece);
    return await new Promise((resolve, reject) => {
      this.#ask({ name: plain, limit, onPiece, resolve, reject });
    });
  }

  /** Ends the process; what is still asked for is answered first. */
  async close(): Promise<void> {
    this.#askLaunched();
    this.#launched?.close();
    const batch = this.#batch;
    this.#batch = undefined;
    await batch?.close();
  }

  #ask(request: ObjectRequest): void {
    // Half of what has to be seen in pieces could not be taken back.
    if (this.#launched === undefined || request.onPiece !== undefined) {
      this.#started().ask(request);
      return;
    }
    if (this.#unasked.length === 0) queueMicrotask(() => this.#askLaunched());
    this.#unasked.push(request);
  }

  #askLaunched(): void {
    if (this.#unasked.length > 0) this.#launched?.settle();
    const requests = this.#unasked.splice(0).filter((request) => !this.#isForeseen(request));
    for (const request of this.#launched?.ask(requests) ?? []) this.#started().ask(request);
  }

  #isForeseen({ name, limit, resolve }: ObjectRequest): boolean {
    const found = this.#foreseen.get(name);
    // One that was too large then is asked for again.
    if (found === undefined || (found.bytes === undefined && found.size <= limit)) return false;
    this.#foreseen.delete(name);
    resolve(within(limit, found, undefined));
    return true;
  }

  #started(): Batch {
    if (this.#batch === undefined || this.#batch.isOver) this.#batch = new Batch(this.#git, this.#patience);
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
