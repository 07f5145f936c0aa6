// What a rule about a whole change wants to know beyond the list of its files, asked of the change's source in one go.
import { type ByteText, byteTextOf } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet, Entry, ObjectId, Side } from "../model/change.ts";
import type { Answers, Question, SourceFile, TransformRun } from "../rules/rule.ts";
import type { Files, Wanted } from "./files.ts";
import type { Terms } from "./terms.ts";
import { runOn } from "./transform.ts";

export async function answer(
  questions: readonly Question[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<Answers> {
  const answered = new Answered(files);
  for (const question of questions) {
    switch (question.kind) {
      case "objects":
        for (const [id, blob] of await change.source.load(question.ids, terms.sizeLimit)) {
          if (blob.kind === "bytes") answered.objects.set(id, byteTextOf(blob.bytes));
        }
        break;
      case "transform":
        answered.runs.set(question.transform.name, await runOn(question.transform, change.source, terms));
        break;
      case "search": {
        const { side, words, globs } = question;
        const hits = wantedOf(await change.source.search(side, words, globs), side, change);
        answered.searched.set(`${side}\0${words.join("\0")}`, hits);
        await files.load(hits);
        break;
      }
      case "entries":
      case "contents": {
        const { side, paths } = question;
        const asked = wantedOf(await change.source.entries(side, paths), side, change);
        for (const wanted of asked) answered.known.set(`${side}\0${wanted.path}`, wanted);
        if (question.kind === "contents") await files.load(asked);
        break;
      }
    }
  }
  return answered;
}

function wantedOf(entries: ReadonlyMap<RepoPath, Entry>, side: Side, change: ChangeSet): Wanted[] {
  const changes = new Map(change.files.map((file) => [file.path, file]));
  return [...entries].map(([path, entry]) => ({ path, entry, side, change: changes.get(path) }));
}

class Answered implements Answers {
  readonly objects = new Map<ObjectId, ByteText>();
  readonly runs = new Map<string, TransformRun>();
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

  found(side: Side, words: readonly string[]): readonly SourceFile[] {
    const hits = this.searched.get(`${side}\0${words.join("\0")}`) ?? [];
    return hits.flatMap((wanted) => this.#files.get(wanted) ?? []);
  }
}
