// What rules about a whole change want to know beyond the list of its files, asked of the change's source in one go.
import { byteTextOf } from "../base/byte-text.ts";
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet, Entry, Side } from "../model/change.ts";
import type { Facts, Need } from "../modules/facts.ts";
import { hasNoEnding } from "../modules/programs.ts";
import type { Files, FileVersion } from "./files.ts";
import { Gathered, type Search } from "./gathered.ts";
import { wayTo } from "./linked-source.ts";
import type { Terms } from "./terms.ts";
import { runOn } from "./transform.ts";
import { holdsOneOf, wordEnds } from "./word-ends.ts";

type Needs = (facts: Facts) => readonly Need[];

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

/** Asks every rule what it needs, until no need is new. */
export async function gather(
  rules: readonly Needs[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<Gathered> {
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

/** Which of the paths that were asked for exist; those whose contents are asked for are given back. */
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
  for (const path of paths) gathered.asked[side].add(path);
  const told = side === "before" ? entriesBefore(change) : NONE;
  const open = [...paths].filter((path) => !told.has(path));
  const entries = new Map(open.length === 0 ? [] : await change.source.entries(side, open));
  for (const path of paths) {
    const entry = told.get(path);
    if (entry !== undefined) entries.set(path, entry);
  }
  const found = wantedOf(entries, side, change);
  for (const each of found) gathered.known[side].set(each.path, each);
  return found.filter(({ path }) => contents.has(path));
}

/** What the change itself tells of what was there before: Git would have to read every folder on the way. A link may lead elsewhere by now. */
function entriesBefore({ files }: ChangeSet): ReadonlyMap<RepoPath, Entry> {
  const told = new Map<RepoPath, Entry>();
  for (const file of files) {
    if (file.kind === "added" || file.kind === "copied") continue;
    const { before } = file;
    if (before.kind !== "symlink" && before.target === undefined)
      told.set(file.kind === "renamed" ? file.from : file.path, before);
  }
  return told;
}

const NONE: ReadonlyMap<RepoPath, Entry> = new Map();

/** One search for all that is looked for on that side, whose hits are sorted by what they hold. */
async function searchFor(
  side: Side,
  searches: readonly Search[],
  gathered: Gathered,
  change: ChangeSet,
  files: Files,
): Promise<void> {
  if (searches.length === 0) return;
  const words = new Set(searches.flatMap((search) => search.words));
  const asked = wordEnds(words);
  const globs = new Set(searches.flatMap((search) => search.globs));
  const withPrograms = searches.some((search) => search.withPrograms);
  const entries = await change.source.search(side, [...asked], [...globs], withPrograms);
  const hits = wantedOf(entries, side, change);
  await files.load(hits);
  const isExact = searches.length === 1 && asked.size === words.size;
  for (const search of searches) {
    const holdsOne = holdsOneOf(search.words.filter((word) => word !== ""));
    const isHit = (wanted: FileVersion) => {
      const text = files.get(wanted)?.text;
      return (
        text !== undefined &&
        (matchesAny(search.globs, wanted.path) || (search.withPrograms && hasNoEnding(wanted.path))) &&
        holdsOne(text)
      );
    };
    gathered.addHits(search, isExact ? hits : hits.filter(isHit));
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

function wantedOf(entries: ReadonlyMap<RepoPath, Entry>, side: Side, change: ChangeSet): FileVersion[] {
  const changes = new Map(change.files.map((file) => [file.path, file]));
  return [...entries].map(([path, entry]) => ({ path, entry, side, change: changes.get(path) }));
}
