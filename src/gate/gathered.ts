// What was gathered so far for the rules about a whole change, as they look at it.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { becomesLua } from "../lua/facts/module-names.ts";
import type { ChangeSet, Entry, FileChange, ObjectId, Side } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Facts, Need, TaskObjection, TransformRun } from "../modules/facts.ts";
import type { Way } from "../modules/link-end.ts";
import type { SourceFile } from "../modules/source-file.ts";
import type { Files, FileVersion } from "./files.ts";

export type Search = Extract<Need, { kind: "search" }>;

export class Gathered implements Facts {
  replays: readonly Finding[] | undefined;
  readonly objects = new Map<ObjectId, ByteText>();
  readonly ways = new Map<RepoPath, Way>();
  readonly runs = new Map<string, TransformRun>();
  readonly objections = new Map<RepoPath, readonly TaskObjection[]>();
  readonly lists = new Map<Side, ReadonlyMap<RepoPath, Entry>>();
  readonly asked: Readonly<Record<Side, Set<RepoPath>>> = { before: new Set(), after: new Set() };
  readonly known: Readonly<Record<Side, Map<RepoPath, FileVersion>>> = {
    before: new Map(),
    after: new Map(),
  };
  readonly #searched = new Map<string, readonly FileVersion[]>();
  readonly #becoming = new Set<RepoPath>();
  readonly #files: Files;

  constructor(files: Files, change: ChangeSet) {
    this.#files = files;
    for (const each of change.files) this.#addAfter(each);
  }

  /** What the change itself says about the files after it need not be asked for. */
  #addAfter(change: FileChange): void {
    const { path } = change;
    this.asked.after.add(path);
    if (change.kind === "deleted") return;
    this.known.after.set(path, { path, entry: change.after, side: "after", change });
  }

  /** The same words may be looked for in several places. */
  addHits({ side, words }: Search, hits: readonly FileVersion[]): void {
    const key = searchKey(side, words);
    const paths = new Set(hits.map(({ path }) => path));
    const others = (this.#searched.get(key) ?? []).filter(({ path }) => !paths.has(path));
    this.#searched.set(key, [...others, ...hits]);
  }

  /** What was found in the place of a module and becomes Lua only when it is built, in path order. */
  becomingLua(): readonly RepoPath[] {
    return [...this.#becoming].sort();
  }

  object(id: ObjectId): ByteText | undefined {
    return this.objects.get(id);
  }

  wayOf(link: RepoPath): Way | undefined {
    return this.ways.get(link);
  }

  transform(name: string): TransformRun | undefined {
    return this.runs.get(name);
  }

  taskFaults(path: RepoPath): readonly TaskObjection[] | undefined {
    return this.objections.get(path);
  }

  file(side: Side, path: RepoPath): SourceFile | undefined {
    const wanted = this.known[side].get(path);
    return wanted && this.#files.get(wanted);
  }

  entry(side: Side, path: RepoPath): Entry | undefined {
    const entry = this.known[side].get(path)?.entry;
    // Only those who look for a module ask for one.
    if (entry !== undefined && side === "after" && becomesLua(path)) this.#becoming.add(path);
    return entry;
  }

  knows(side: Side, path: RepoPath): boolean {
    return this.asked[side].has(path);
  }

  list(side: Side): ReadonlyMap<RepoPath, Entry> | undefined {
    return this.lists.get(side);
  }

  found(side: Side, words: readonly string[]): readonly SourceFile[] {
    const hits = this.#searched.get(searchKey(side, words)) ?? [];
    return hits.flatMap((wanted) => this.#files.get(wanted) ?? []);
  }
}

function searchKey(side: Side, words: readonly string[]): string {
  return JSON.stringify([side, words]);
}
