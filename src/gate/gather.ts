// What rules about a whole change want to know beyond the list of its files, asked of the change's source in one go.
import { type ByteText, byteTextOf } from "../base/byte-text.ts";
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { becomesLua } from "../lua/facts/module-names.ts";
import type { ChangeSet, Entry, FileChange, ObjectId, Side } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Facts, Need, TaskObjection, TransformRun } from "../modules/facts.ts";
import type { Way } from "../modules/link-end.ts";
import { hasNoEnding } from "../modules/programs.ts";
import type { SourceFile } from "../modules/source-file.ts";
import type { Files, FileVersion } from "./files.ts";
import { wayTo } from "./linked-source.ts";
import type { Terms } from "./terms.ts";
import { runOn } from "./transform.ts";

type Needs = (facts: Facts) => readonly Need[];
type Search = Extract<Need, { kind: "search" }>;

/** What a need costs by its kind: the expensive ones wait until no rule has a cheaper one, so that Git is asked once for all. */
const COST: Readonly<Record<Need["kind"], number>> = {
  objects: 0,
  entries: 0,
  links: 0,
  contents: 0,
  search: 1,
  list: 2,
  transform: 3,
  replays: 3,
  tasks: 2,
};

export interface GatheredFacts extends Facts {
  /** What was found in the place of a module and becomes Lua only when it is built, in path order. */
  becomingLua(): readonly RepoPath[];
}

/** Asks every rule what it needs, until no need is new. */
export async function gather(
  rules: readonly Needs[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<GatheredFacts> {
  const gathered = new Gathered(files, change);
  const known = new Set<string>();
  for (let open = rules; ; ) {
    const fresh = new Map<string, Need>();
    open = open.filter((needs) => {
      const added = needs(gathered)
        .map((need) => [JSON.stringify(need), need] as const)
        .filter(([key]) => !known.has(key));
      for (const [key, need] of added) fresh.set(key, need);
      return added.length > 0;
    });
    if (fresh.size === 0) return gathered;
    const least = Math.min(...[...fresh.values()].map(({ kind }) => COST[kind]));
    const round = [...fresh].filter(([, { kind }]) => COST[kind] === least);
    for (const [key] of round) known.add(key);
    await gatherRound(
      round.map(([, need]) => need),
      gathered,
      change,
      files,
      terms,
    );
  }
}

async function gatherRound(
  needs: readonly Need[],
  gathered: Gathered,
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<void> {
  const searches = needs.filter((need) => need.kind === "search");
  const wanted: FileVersion[] = [];
  for (const side of ["before", "after"] as const) {
    for (const each of await lookUp(side, needs, gathered, change)) wanted.push(each);
    await searchFor(
      side,
      searches.filter((search) => search.side === side),
      gathered,
      change,
      files,
    );
  }
  await files.load(wanted);
  for (const need of needs) await gatherOne(need, gathered, change, terms);
}

/** Which of the paths asked for there are; those whose contents are asked for are given back. */
async function lookUp(
  side: Side,
  needs: readonly Need[],
  gathered: Gathered,
  change: ChangeSet,
): Promise<readonly FileVersion[]> {
  const asked = needs.filter(
    (need) => (need.kind === "entries" || need.kind === "contents") && need.side === side,
  );
  const paths = new Set(asked.flatMap((need) => ("paths" in need ? need.paths : [])));
  if (paths.size === 0) return [];
  const contents = new Set(asked.flatMap((need) => (need.kind === "contents" ? need.paths : [])));
  for (const path of paths) gathered.asked.add(`${side}\0${path}`);
  const found = wantedOf(await change.source.entries(side, [...paths]), side, change);
  for (const each of found) gathered.known.set(`${side}\0${each.path}`, each);
  return found.filter(({ path }) => contents.has(path));
}

/** One search for all that is looked for on that side, whose hits are told apart by what they hold. */
async function searchFor(
  side: Side,
  searches: readonly Search[],
  gathered: Gathered,
  change: ChangeSet,
  files: Files,
): Promise<void> {
  if (searches.length === 0) return;
  const words = new Set(searches.flatMap((search) => search.words));
  const globs = new Set(searches.flatMap((search) => search.globs));
  const withPrograms = searches.some((search) => search.withPrograms);
  const entries = await change.source.search(side, [...words], [...globs], withPrograms);
  const hits = wantedOf(entries, side, change);
  await files.load(hits);
  for (const search of searches) {
    const bytes = search.words.filter((word) => word !== "");
    const isHit = (wanted: FileVersion) => {
      const text = files.get(wanted)?.text;
      return (
        text !== undefined &&
        (matchesAny(search.globs, wanted.path) || (search.withPrograms && hasNoEnding(wanted.path))) &&
        bytes.some((word) => text.includes(word))
      );
    };
    gathered.addHits(search, searches.length === 1 ? hits : hits.filter(isHit));
  }
}

async function gatherOne(need: Need, gathered: Gathered, { source }: ChangeSet, terms: Terms): Promise<void> {
  switch (need.kind) {
    case "objects":
      for (const [id, blob] of await source.load(need.ids, terms.sizeLimit)) {
        if (blob.kind === "bytes") gathered.objects.set(id, byteTextOf(blob.bytes));
      }
      return;
    case "links":
      for (const path of need.paths) gathered.ways.set(path, await wayTo("after", path, source));
      return;
    case "transform":
      gathered.runs.set(need.transform.name, await runOn(need.transform, source, terms));
      return;
    case "tasks":
      if (terms.objectionsTo === undefined) return;
      for (const path of need.paths) gathered.objections.set(path, await terms.objectionsTo(path, source));
      return;
    case "replays":
      gathered.replays = (await terms.replays?.()) ?? [];
      return;
    case "list":
      gathered.lists.set(need.side, await source.list(need.side));
      return;
    case "search":
    case "entries":
    case "contents":
      return;
  }
}

function searchKey(side: Side, words: readonly string[]): string {
  return JSON.stringify([side, words]);
}

function wantedOf(entries: ReadonlyMap<RepoPath, Entry>, side: Side, change: ChangeSet): FileVersion[] {
  const changes = new Map(change.files.map((file) => [file.path, file]));
  return [...entries].map(([path, entry]) => ({ path, entry, side, change: changes.get(path) }));
}

class Gathered implements GatheredFacts {
  replays: readonly Finding[] | undefined;
  readonly objects = new Map<ObjectId, ByteText>();
  readonly ways = new Map<RepoPath, Way>();
  readonly runs = new Map<string, TransformRun>();
  readonly objections = new Map<RepoPath, readonly TaskObjection[]>();
  readonly lists = new Map<Side, ReadonlyMap<RepoPath, Entry>>();
  readonly asked = new Set<string>();
  readonly known = new Map<string, FileVersion>();
  readonly #searched = new Map<string, readonly FileVersion[]>();
  readonly #becoming = new Set<RepoPath>();
  readonly #files: Files;

  constructor(files: Files, change: ChangeSet) {
    this.#files = files;
    for (const each of change.files) this.#addAfter(each);
  }

  /** What the change itself says of the files after it need not be asked. */
  #addAfter(change: FileChange): void {
    const { path } = change;
    this.asked.add(`after\0${path}`);
    if (change.kind === "deleted") return;
    this.known.set(`after\0${path}`, { path, entry: change.after, side: "after", change });
  }

  /** The same words may be looked for in several places. */
  addHits({ side, words }: Search, hits: readonly FileVersion[]): void {
    const key = searchKey(side, words);
    const paths = new Set(hits.map(({ path }) => path));
    const others = (this.#searched.get(key) ?? []).filter(({ path }) => !paths.has(path));
    this.#searched.set(key, [...others, ...hits]);
  }

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
    const wanted = this.known.get(`${side}\0${path}`);
    return wanted && this.#files.get(wanted);
  }

  entry(side: Side, path: RepoPath): Entry | undefined {
    const entry = this.known.get(`${side}\0${path}`)?.entry;
    // Nobody asks for one but whoever looks for a module.
    if (entry !== undefined && side === "after" && becomesLua(path)) this.#becoming.add(path);
    return entry;
  }

  knows(side: Side, path: RepoPath): boolean {
    return this.asked.has(`${side}\0${path}`);
  }

  list(side: Side): ReadonlyMap<RepoPath, Entry> | undefined {
    return this.lists.get(side);
  }

  found(side: Side, words: readonly string[]): readonly SourceFile[] {
    const hits = this.#searched.get(searchKey(side, words)) ?? [];
    return hits.flatMap((wanted) => this.#files.get(wanted) ?? []);
  }
}
