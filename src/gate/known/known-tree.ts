// What was found in the files of a tree is known when the tree, or one that is nearly the same, is looked at again. It changes no verdict: what
// is known of a file is what would be found in it again on the same terms.
import type { RepoPath } from "../../base/repo-path.ts";
import type { KnownFacts } from "../../lua/known-facts.ts";
import type { FileVersion } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import type { Scene } from "../../rule/rule.ts";
import type { Helped } from "../inspect/handed.ts";
import { textOf, textOnce, type Watched } from "./seen.ts";

/** A rule that looks at a file. */
interface Task {
  readonly rule: { readonly id: string };
  readonly options: unknown;
  readonly isTree: boolean;
}

/** What a rule about files may go by, besides the file and its options. */
interface JudgedBy extends Pick<Scene<unknown>, "today" | "code" | "task"> {
  readonly project: Project;
  readonly isStrictOnDates?: boolean;
  setting(rule: string, path: RepoPath): { readonly level: string; readonly options: unknown };
}

interface KnownFile {
  /** The project, the rules and their options. */
  readonly terms: string;
  /** What else the rules looked at. */
  readonly seen: readonly (readonly [part: Watched, text: string])[];
  readonly judged: Helped;
}

/** As it is written down. What files share is written once, and named by its place: their terms, and the facts of equal contents. */
interface Written {
  readonly terms: readonly string[];
  readonly facts: readonly (KnownFacts | null)[];
  readonly files: readonly WrittenFile[];
}

type WrittenFile = readonly [
  file: string,
  terms: number,
  facts: number,
  isBroken: boolean,
  found: Helped["found"],
  seen: KnownFile["seen"],
];

export class KnownTree {
  readonly #before: ReadonlyMap<string, KnownFile>;
  readonly #now = new Map<string, KnownFile>();
  readonly #termsOf = new Map<string, string>();
  readonly #numbers = new WeakMap<object, number>();
  #numbered = 0;
  #isNews = false;

  /** `text` is what one before this left; undefined if there is none. */
  constructor(text: string | undefined) {
    this.#before = text === undefined ? new Map() : readKnown(text);
  }

  /** Whether nothing is known, so that all will have to be judged. */
  get isEmpty(): boolean {
    return this.#before.size === 0;
  }

  recall(file: FileVersion, tasks: readonly Task[], terms: JudgedBy): Helped | undefined {
    const name = nameOf(file);
    const known = this.#before.get(name);
    if (known === undefined || known.terms !== this.#termsFor(file, tasks, terms)) return undefined;
    const scene = sceneOf(tasks, terms);
    if (!known.seen.every(([part, then]) => then === textOf(scene[part]))) return undefined;
    this.#now.set(name, known);
    return known.judged;
  }

  keep(
    file: FileVersion,
    tasks: readonly Task[],
    terms: JudgedBy,
    judged: Helped,
    seen: ReadonlySet<Watched>,
  ): void {
    const scene = sceneOf(tasks, terms);
    const looked = [...seen].map((part) => [part, textOf(scene[part])] as const);
    this.#now.set(nameOf(file), { terms: this.#termsFor(file, tasks, terms), seen: looked, judged });
    this.#isNews = true;
  }

  /** For the next one, what is known of the files of this tree, in no more than so many characters; undefined if that is nothing new. */
  text(most: number): string | undefined {
    if (!this.#isNews) return undefined;
    const [terms, facts] = [new Map<string, number>(), new Map<string, number>()];
    const files: string[] = [];
    let room = most - ROUND_IT;
    for (const [name, { terms: its, seen, judged }] of this.#now) {
      const [own, known] = [JSON.stringify(its), JSON.stringify(judged.facts ?? null)];
      const places = [terms.get(own) ?? terms.size, facts.get(known) ?? facts.size] as const;
      const written: WrittenFile = [name, ...places, judged.isBroken, judged.found, seen];
      const text = JSON.stringify(written);
      const shared = (terms.has(own) ? 0 : own.length + 1) + (facts.has(known) ? 0 : known.length + 1);
      room -= text.length + 1 + shared;
      if (room < 0) break;
      terms.set(own, places[0]);
      facts.set(known, places[1]);
      files.push(text);
    }
    return `{"terms":[${[...terms.keys()]}],"facts":[${[...facts.keys()]}],"files":[${files.join()}]}`;
  }

  /** Said once for all files that share them. */
  #termsFor({ entry: { target } }: FileVersion, tasks: readonly Task[], terms: JudgedBy): string {
    const { project, isStrictOnDates = false } = terms;
    const behind = target === undefined ? [] : tasks.map(({ rule }) => settingAt(target, rule.id, terms));
    const words = [...tasks.map(({ rule, options }) => [rule.id, options] as const), ...behind];
    const key = words.map(([word, options]) => `${word} ${this.#numberOf(options)}`).join();
    const own = `${this.#numberOf(project)} ${isStrictOnDates} ${behind.length} ${key}`;
    const text =
      this.#termsOf.get(own) ??
      textOf([
        isStrictOnDates,
        tasks.map(({ rule, options }) => [rule.id, options]),
        behind,
        textOnce(project),
      ]);
    this.#termsOf.set(own, text);
    return text;
  }

  #numberOf(value: unknown): number | string {
    if (typeof value !== "object" || value === null) return textOf(value);
    const number = this.#numbers.get(value) ?? this.#numbered++;
    this.#numbers.set(value, number);
    return number;
  }
}

/** What stands in a text besides what is counted. */
const ROUND_IT = 64;

/** `text` of this very program wrote it. */
function readKnown(text: string): ReadonlyMap<string, KnownFile> {
  const written = JSON.parse(text) as Written;
  return new Map(
    written.files.map(([name, terms, facts, isBroken, found, seen]) => [
      name,
      {
        terms: written.terms[terms] ?? "",
        seen,
        judged: { found, isBroken, facts: written.facts[facts] ?? undefined },
      },
    ]),
  );
}

function nameOf({ path, side, entry, change }: FileVersion): string {
  return textOf([path, side, entry, change]);
}

/** What is said of a link depends on what its rules say of the file that it leads to. */
function settingAt(
  target: RepoPath,
  rule: string,
  terms: JudgedBy,
): readonly [word: string, options: unknown] {
  const { level, options } = terms.setting(rule, target);
  return [level === "off" ? "off" : "on", options];
}

function sceneOf(tasks: readonly Task[], { today, code, task }: JudgedBy): Pick<Scene<unknown>, Watched> {
  return { isTree: tasks[0]?.isTree === true, today, code, task };
}
