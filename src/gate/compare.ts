// What is new: present after the change, absent before it, matched by rule, enclosing function and the code itself.
import type { FileChange } from "../model/change.ts";
import type { Finding, Standing } from "../model/finding.ts";
import { isAddedLine } from "../modules/added-lines.ts";
import type { SourceFile } from "../modules/source-file.ts";

export interface RawFinding {
  readonly rule: string;
  readonly finding: Finding;
  readonly file: SourceFile | undefined;
}

/** A finding with what has become of it so far: the steps of the gate change its standing, and none is lost. */
export interface ComparedFinding extends RawFinding {
  readonly standing: Standing;
}

/**
 * Says for each of `after` whether it was there before. Every finding of `before` accounts for one of `after` at most. Nobody
 * knows what would have been found before in the files of `unread`: there, what stands on a line that the change left alone is old.
 */
export function markOld(
  after: readonly RawFinding[],
  before: readonly RawFinding[],
  unread: ReadonlySet<FileChange> = NONE,
): readonly boolean[] {
  const isOld = after.map(() => false);
  const left = new Set(before);
  const files = new FilesBefore(before);
  const pools = new Map(
    [...BY_CODE, ...BY_GROUP].map((step) => [step, new Pool(before, (old) => step.keyOf(old, files), left)]),
  );
  // Among equal ones the old one is the one whose line the diff leaves alone: whoever is pointed to a line finds there what they wrote.
  const added = new Set(after.flatMap((found, index) => (isOnAddedLine(found) ? [index] : [])));
  for (const steps of [BY_CODE, BY_GROUP]) {
    for (const isAdded of [false, true]) {
      for (const step of steps) {
        after.forEach((found, index) => {
          if (isOld[index] || added.has(index) !== isAdded) return;
          const old = pools.get(step)?.take(step.keysFor?.(found, files) ?? [step.keyOf(found, files)]);
          if (old === undefined) return;
          left.delete(old);
          isOld[index] = true;
        });
      }
    }
  }
  return after.map((found, index) => {
    const { finding, file } = found;
    const wasUnread = file?.change !== undefined && unread.has(file.change);
    const isLeftAlone = finding.place.kind === "span" && !added.has(index);
    return (isOld[index] === true || (wasUnread && isLeftAlone)) && finding.evenIfOld !== true;
  });
}

const NONE: ReadonlySet<FileChange> = new Set();

/** `after`, with what its rule calls a lesser fault where the file did the same `before`. */
export function lessened(after: readonly RawFinding[], before: readonly RawFinding[]): readonly RawFinding[] {
  if (before.length === 0 || !after.some(({ finding }) => finding.oneMore !== undefined)) return after;
  const files = new FilesBefore(before);
  const habit = (found: RawFinding) => `${codeAlone(found)}\0${files.changeOf(found)}`;
  const habits = new Set(before.map(habit));
  return after.map((found) => {
    const { oneMore } = found.finding;
    return oneMore === undefined || !habits.has(habit(found))
      ? found
      : { ...found, finding: { ...found.finding, atMost: oneMore } };
  });
}

function isOnAddedLine({ finding: { place }, file }: RawFinding): boolean {
  return place.kind === "span" && file !== undefined && isAddedLine(place.span.start.line, file);
}

interface MatchStep {
  /** What a finding is known by in this step; undefined where it takes no part. */
  keyOf(found: RawFinding, files: FilesBefore): string | undefined;
  /** The keys of those before that may account for it, where they are not its own key. */
  keysFor?(found: RawFinding, files: FilesBefore): readonly string[];
}

/**
 * From the surest sign that something was there before to the weakest. The same code goes first, and in the same file: so a
 * copy to another file, or what was added beside it, counts as new.
 */
const BY_CODE: readonly MatchStep[] = [
  { keyOf: (found, files) => `${identity(found)}\0${files.changeOf(found)}` },
  { keyOf: identity },
  { keyOf: (old, files) => `${codeAlone(old)}\0${files.fileOf(old)}`, keysFor: keysInNewFunction },
  { keyOf: keyOfMovedFunction },
];

const BY_GROUP: readonly MatchStep[] = [
  { keyOf: (found, files) => `${group(found)}\0${files.changeOf(found)}` },
  { keyOf: group },
];

/** Findings by their keys, each given out once, in the order they came: however many there are, each is looked at once. */
class Pool {
  readonly #byKey = new Map<string, { readonly all: RawFinding[]; next: number }>();
  readonly #left: ReadonlySet<RawFinding>;

  constructor(
    before: readonly RawFinding[],
    keyOf: (found: RawFinding) => string | undefined,
    left: ReadonlySet<RawFinding>,
  ) {
    this.#left = left;
    for (const found of before) {
      const key = keyOf(found);
      if (key === undefined) continue;
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, { all: [found], next: 0 });
      else same.all.push(found);
    }
  }

  take(keys: readonly (string | undefined)[]): RawFinding | undefined {
    for (const key of keys) {
      const same = key === undefined ? undefined : this.#byKey.get(key);
      while (same !== undefined && same.next < same.all.length) {
        const found = same.all[same.next++];
        if (found !== undefined && this.#left.has(found)) return found;
      }
    }
    return undefined;
  }
}

/** The files of the findings before, by the change that they are part of; a merge has several for one. */
class FilesBefore {
  readonly #numbers = new Map<unknown, number>();
  readonly #byChange = new Map<unknown, Set<SourceFile>>();
  readonly #functions = new Map<SourceFile, ReadonlySet<string>>();

  constructor(before: readonly RawFinding[]) {
    for (const { file } of before) {
      if (file === undefined) continue;
      const files = this.#byChange.get(file.change) ?? new Set();
      this.#byChange.set(file.change, files.add(file));
    }
  }

  changeOf({ file }: RawFinding): number {
    return this.#numberOf(file?.change);
  }

  fileOf({ file }: RawFinding): number {
    return this.#numberOf(file);
  }

  of({ file }: RawFinding): readonly SourceFile[] {
    return file === undefined ? [] : [...(this.#byChange.get(file.change) ?? [])];
  }

  hasFunction(file: SourceFile, scope: string): boolean {
    if (scope === "") return true;
    const known = this.#functions.get(file);
    const names = known ?? new Set(file.lua.functions.map(({ name }) => name));
    if (known === undefined) this.#functions.set(file, names);
    return names.has(scope);
  }

  #numberOf(thing: unknown): number {
    const number = this.#numbers.get(thing) ?? this.#numbers.size;
    this.#numbers.set(thing, number);
    return number;
  }
}

/** The function around it is new in this file: the old one has another name, or this part was moved out of it. */
function keysInNewFunction(found: RawFinding, files: FilesBefore): readonly string[] {
  const { file } = found;
  if (file === undefined) return [];
  return files.of(found).flatMap((old) =>
    // In a file that does not parse nobody knows which functions the findings are in.
    !file.lua.syntax.ok || !files.hasFunction(old, scopeOf(found))
      ? [`${codeAlone(found)}\0${files.fileOf({ ...found, file: old })}`]
      : [],
  );
}

/** `local function f` that became `M.f` of another module. */
function keyOfMovedFunction(found: RawFinding): string | undefined {
  const name = lastWord(scopeOf(found));
  return name === "" ? undefined : `${codeAlone(found)}\0${name}`;
}

function lastWord(scope: string): string {
  return /(?<!\w)\w*$/.exec(scope)?.[0] ?? "";
}

function scopeOf({ finding }: RawFinding): string {
  return finding.anchor?.scope ?? "";
}

/** A finding without a group has one to itself. */
function group(found: RawFinding): string {
  const name = found.finding.anchor?.group;
  return name === undefined ? identity(found) : `${found.rule}\0${name}`;
}

function identity(found: RawFinding): string {
  return `${codeAlone(found)}\0${scopeOf(found)}`;
}

function codeAlone({ rule, finding, file }: RawFinding): string {
  return `${rule}\0${finding.anchor?.code ?? lineOf(finding, file)}`;
}

/** Of a longer line a finding is known by what stands around it: thousands of them may stand on one that is as long as a file. */
const LONG = 1000;

function lineOf(finding: Finding, file: SourceFile | undefined): string {
  if (finding.place.kind !== "span" || file === undefined) return finding.message;
  const { line, span } = finding.place;
  const from = line.length <= LONG ? 0 : Math.max(0, span.start.column - LONG / 2);
  return line
    .slice(from, from + LONG)
    .trim()
    .replaceAll(/\s+/g, " ");
}
