// What a rule about a whole change wants to know beyond the list of its files, asked of the change's source in one go.
import { type ByteText, byteTextOf } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet, Entry, ObjectId, Side } from "../model/change.ts";
import type { Answers, Question, SourceFile, TransformRun } from "../rules/rule.ts";
import type { Files, Wanted } from "./files.ts";
import type { Terms } from "./terms.ts";
import { runOn } from "./transform.ts";

/** Asks a rule until no question of its is new. */
export async function answer(
  asks: (answers: Answers) => readonly Question[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<Answers> {
  const answered = new Answered(files);
  const asked = new Set<string>();
  for (;;) {
    const questions = asks(answered).filter((question) => !asked.has(JSON.stringify(question)));
    if (questions.length === 0) return answered;
    for (const question of questions) {
      asked.add(JSON.stringify(question));
      await answerOne(question, answered, change, files, terms);
    }
  }
}

async function answerOne(
  question: Question,
  answered: Answered,
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<void> {
  const { source } = change;
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
    case "search": {
      const { side, words, globs } = question;
      const hits = wantedOf(await source.search(side, words, globs), side, change);
      answered.searched.set(searchKey(side, words), hits);
      await files.load(hits);
      return;
    }
    case "entries":
    case "contents": {
      const { side, paths } = question;
      const found = wantedOf(await source.entries(side, paths), side, change);
      for (const path of paths) answered.asked.add(`${side}\0${path}`);
      for (const wanted of found) answered.known.set(`${side}\0${wanted.path}`, wanted);
      if (question.kind === "contents") await files.load(found);
      return;
    }
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
  readonly searched = new Map<string, readonly Wanted[]>();
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
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
    const hits = this.searched.get(searchKey(side, words)) ?? [];
    return hits.flatMap((wanted) => this.#files.get(wanted) ?? []);
  }
}
