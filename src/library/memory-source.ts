// The two sides of a change that somebody holds in memory, as the gate asks for them.
import { createHash } from "node:crypto";
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import {
  type Blob,
  type Entry,
  type Links,
  NO_LINKS,
  type ObjectId,
  type Side,
  type Source,
} from "../model/change.ts";

export type Contents = ReadonlyMap<RepoPath, Buffer>;

export class MemorySource implements Source {
  readonly #sides: Readonly<Record<Side, ReadonlyMap<RepoPath, Entry>>>;
  readonly #blobs = new Map<ObjectId, Buffer>();

  constructor(before: Contents, after: Contents) {
    this.#sides = { before: this.#entriesOf(before), after: this.#entriesOf(after) };
  }

  async load(ids: Iterable<ObjectId>, limit: number): Promise<ReadonlyMap<ObjectId, Blob>> {
    return new Map([...ids].map((id) => [id, this.#blob(id, limit)]));
  }

  async entries(side: Side, paths: readonly RepoPath[]): Promise<ReadonlyMap<RepoPath, Entry>> {
    const all = this.#sides[side];
    return new Map(
      paths.flatMap((path) => {
        const entry = all.get(path);
        return entry === undefined ? [] : [[path, entry] as const];
      }),
    );
  }

  async list(side: Side): Promise<ReadonlyMap<RepoPath, Entry>> {
    return this.#sides[side];
  }

  async links(): Promise<Links> {
    return NO_LINKS;
  }

  async search(
    side: Side,
    words: readonly string[],
    globs: readonly string[],
    withPrograms = false,
  ): Promise<ReadonlyMap<RepoPath, Entry>> {
    const isNamed = (path: RepoPath) =>
      matchesAny(globs, path) || (withPrograms && !(path.split("/").at(-1) ?? "").includes("."));
    const found = [...this.#sides[side]].filter(([path, { id }]) => {
      const bytes = this.#blobs.get(id);
      return isNamed(path) && words.some((word) => bytes?.includes(Buffer.from(word, "latin1")));
    });
    return new Map(found);
  }

  #blob(id: ObjectId, limit: number): Blob {
    const bytes = this.#blobs.get(id);
    if (bytes === undefined) throw new Error(`no contents with the id ${id}`);
    return bytes.length > limit ? { kind: "too-large", size: bytes.length } : { kind: "bytes", bytes };
  }

  #entriesOf(contents: Contents): ReadonlyMap<RepoPath, Entry> {
    const entries = [...contents].map(([path, bytes]) => {
      const id = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
      this.#blobs.set(id, bytes);
      return [path, { kind: "file", id }] as const;
    });
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
