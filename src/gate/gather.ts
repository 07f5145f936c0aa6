// What rules about a whole change want to know beyond the list of its files, asked of the change's source in one go.
import { type ByteText, byteTextOf, encodeText } from "../base/byte-text.ts";
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet, Entry, FileChange, ObjectId, Side } from "../model/change.ts";
import type { Answers, Question, SourceFile, TransformRun } from "../rule/rule.ts";
import type { Files, Wanted } from "./files.ts";
import type { Terms } from "./terms.ts";
import { runOn } from "./transform.ts";

type Asks = (answers: Answers) => readonly Question[];
type Search = Extract<Question, { kind: "search" }>;

/** What a kind of question costs: the dear ones wait until no rule has a cheaper one, so that they are asked once for all. */
const COST: Readonly<Record<Question["kind"], number>> = {
  objects: 0,
  entries: 0,
  contents: 0,
  search: 1,
  list: 2,
  transform: 3,
};

/** Asks every rule until no question of its is new. */
export async function answer(
  rules: readonly Asks[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<Answers> {
  const answered = new Answered(files, change);
  const known = new Set<string>();
  for (let asking = rules; ; ) {
    const open = new Map<string, Question>();
    asking = asking.filter((asks) => {
      const fresh = asks(answered)
        .map((question) => [JSON.stringify(question), question] as const)
        .filter(([key]) => !known.has(key));
      for (const [key, question] of fresh) open.set(key, question);
      return fresh.length > 0;
    });
    if (open.size === 0) return answered;
    const least = Math.min(...[...open.values()].map(({ kind }) => COST[kind]));
    const round = [...open].filter(([, { kind }]) => COST[kind] === least);
    for (const [key] of round) known.add(key);
    await answerRound(
      round.map(([, question]) => question),
      answered,
      change,
      files,
      terms,
    );
  }
}

async function answerRound(
  questions: readonly Question[],
  answered: Answered,
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<void> {
  const searches = questions.filter((question) => question.kind === "search");
  const wanted: Wanted[] = [];
  for (const side of ["before", "after"] as const) {
    wanted.push(...(await lookUp(side, questions, answered, change)));
    await searchFor(
      side,
      searches.filter((search) => search.side === side),
      answered,
      change,
      files,
    );
  }
  await files.load(wanted);
  for (const question of questions) await answerOne(question, answered, change, terms);
}

/** Which of the paths asked for there are; those whose contents are asked for are given back. */
async function lookUp(
  side: Side,
  questions: readonly Question[],
  answered: Answered,
  change: ChangeSet,
): Promise<readonly Wanted[]> {
  const asked = questions.filter(
    (question) => (question.kind === "entries" || question.kind === "contents") && question.side === side,
  );
  const paths = new Set(asked.flatMap((question) => ("paths" in question ? question.paths : [])));
  if (paths.size === 0) return [];
  const contents = new Set(asked.flatMap((question) => (question.kind === "contents" ? question.paths : [])));
  for (const path of paths) answered.asked.add(`${side}\0${path}`);
  const found = wantedOf(await change.source.entries(side, [...paths]), side, change);
  for (const each of found) answered.known.set(`${side}\0${each.path}`, each);
  return found.filter(({ path }) => contents.has(path));
}

/** One search for all that is looked for on that side, whose hits are told apart by what they hold. */
async function searchFor(
  side: Side,
  searches: readonly Search[],
  answered: Answered,
  change: ChangeSet,
  files: Files,
): Promise<void> {
  if (searches.length === 0) return;
  const words = new Set(searches.flatMap((search) => search.words));
  const globs = new Set(searches.flatMap((search) => search.globs));
  const hits = wantedOf(await change.source.search(side, [...words], [...globs]), side, change);
  await files.load(hits);
  for (const search of searches) {
    const bytes = search.words.filter((word) => word !== "").map(encodeText);
    const isHit = (wanted: Wanted) => {
      const text = files.get(wanted)?.text;
      return (
        text !== undefined &&
        matchesAny(search.globs, wanted.path) &&
        bytes.some((word) => text.includes(word))
      );
    };
    answered.addHits(search, searches.length === 1 ? hits : hits.filter(isHit));
  }
}

async function answerOne(
  question: Question,
  answered: Answered,
  { source }: ChangeSet,
  terms: Terms,
): Promise<void> {
  switch (question.kind) {
    case "objects":
      for (const [id, blob] of await source.load(question.ids, terms.sizeLimit)) {
        if (blob.kind === "bytes") answered.objects.set(id, byteTextOf(blob.bytes));
      }
      return;
    case "transform":
      answered.runs.set(question.transform.name, await runOn(question.transform, source, terms));
      return;
    case "list":
      answered.lists.set(question.side, await source.list(question.side));
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

function wantedOf(entries: ReadonlyMap<RepoPath, Entry>, side: Side, change: ChangeSet): Wanted[] {
  const changes = new Map(change.files.map((file) => [file.path, file]));
  return [...entries].map(([path, entry]) => ({ path, entry, side, change: changes.get(path) }));
}

class Answered implements Answers {
  readonly objects = new Map<ObjectId, ByteText>();
  readonly runs = new Map<string, TransformRun>();
  readonly lists = new Map<Side, ReadonlyMap<RepoPath, Entry>>();
  readonly asked = new Set<string>();
  readonly known = new Map<string, Wanted>();
  readonly #searched = new Map<string, readonly Wanted[]>();
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
  addHits({ side, words }: Search, hits: readonly Wanted[]): void {
    const key = searchKey(side, words);
    const paths = new Set(hits.map(({ path }) => path));
    const others = (this.#searched.get(key) ?? []).filter(({ path }) => !paths.has(path));
    this.#searched.set(key, [...others, ...hits]);
  }

  object(id: ObjectId): ByteText | undefined {
    return this.objects.get(id);
  }

  transform(name: string): TransformRun | undefined {
    return this.runs.get(name);
  }

  file(side: Side, path: RepoPath): SourceFile | undefined {
    const wanted = this.known.get(`${side}\0${path}`);
    return wanted && this.#files.get(wanted);
  }

  entry(side: Side, path: RepoPath): Entry | undefined {
    return this.known.get(`${side}\0${path}`)?.entry;
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
