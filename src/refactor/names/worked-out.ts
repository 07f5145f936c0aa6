// Names that a program computes at run time and that can be worked out all the same: what they lead to before and afterwards, and which
// string has to change so that it is the same module. The result is worked out again, so no way of writing a name needs to be known.
import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { ByteRange } from "../../base/position.ts";
import { replaceRanges } from "../../base/replace-ranges.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ComputedMention, ModuleMention } from "../../lua/facts/module-mentions.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import { LuaSource } from "../../lua/source.ts";
import { folderOf } from "../../modules/importers.ts";
import { loadedAs, looksAtOwnName } from "../../modules/own-name.ts";
import type { NameEdit } from "../refactored.ts";
import type { TreeText } from "../tree.ts";
import { dots, type Ground } from "./ground.ts";
import { OUTSIDE } from "./module-mention.ts";
import type { ModulePaths } from "./module-paths.ts";
import { beginnings, endings, isDotted, isEndOf, isStartOf } from "./name-parts.ts";

export interface WorkedOut {
  readonly mention: ComputedMention;
  /** Where it leads stays as it is, or is what is wanted. */
  readonly isRight: boolean;
  /** Every name that it may be is known. */
  readonly isCertain: boolean;
}

/** What becomes of each computed name in a file, and the strings that change besides those of `edits`. */
export function workedOut(
  ground: Ground,
  file: TreeText,
  edits: readonly NameEdit[],
): {
  readonly mentions: readonly WorkedOut[];
  readonly edits: readonly NameEdit[];
  /** Where else a whole name that is changed goes. */
  readonly others: readonly ByteRange[];
} {
  return new Working(ground, file, edits).all();
}

/** Each further one costs a reading of the file. */
const MOST_TRIALS = 32;
/** From this many strings on they are taken for a list of modules: they are tried together, not one by one. */
const MANY = 4;

/** A name that a mention may be: where it must lead, or what it must be called if it leads nowhere. */
interface Meaning {
  readonly name: ByteText;
  /** Which of the mention's names it is. */
  readonly at: number;
  readonly wanted: string;
}

class Working {
  readonly #ground: Ground;
  readonly #file: TreeText;
  readonly #place: RepoPath;
  readonly #isOwn: boolean;
  readonly #before: readonly (readonly Meaning[])[];
  readonly #mentions: readonly ComputedMention[];
  readonly #certain: readonly boolean[];
  readonly #counts: readonly number[];
  #edits: readonly NameEdit[];
  #after: readonly (readonly ByteText[])[];

  constructor(ground: Ground, file: TreeText, edits: readonly NameEdit[]) {
    const { lua, path } = file;
    this.#ground = ground;
    this.#file = file;
    this.#place = ground.placeOf(path);
    this.#isOwn = looksAtOwnName(lua);
    this.#edits = edits;
    this.#mentions = lua.mentions.computed;
    const read = this.#read(lua, path, ground.before);
    this.#certain = read.map((texts) => texts.length > 0 && texts.every(({ isWhole }) => isWhole));
    this.#before = read.map((texts) => wholes(texts).flatMap((name, at) => this.#meaning(name, at)));
    this.#counts = read.map((texts) => wholes(texts).length);
    this.#after = this.#names(edits);
  }

  all(): ReturnType<typeof workedOut> {
    const first = new Map([...this.#candidates()].reverse().map((edit) => [edit.range.start, edit]));
    if (first.size > MANY) this.#isBetterWith([...first.values()]);
    for (let trials = 0, isBetter = true; isBetter; ) {
      isBetter = false;
      const tried = new Set<string>();
      for (const edit of this.#candidates()) {
        const trial = `${edit.range.start} ${edit.text}`;
        if (tried.has(trial)) continue;
        tried.add(trial);
        if (trials++ === MOST_TRIALS) break;
        if (!this.#isBetterWith([edit])) continue;
        isBetter = true;
        break;
      }
    }
    const misses = this.#misses(this.#after);
    const mentions = this.#mentions.map((mention, at) => ({
      mention,
      isRight: (misses[at] ?? 0) === 0,
      isCertain: this.#certain[at] === true,
    }));
    const literals = this.#file.lua.mentions.literal;
    const others = this.#edits.flatMap(({ range }) => {
      const string = literals.find((each) => each.by === "string" && isWithin(range, each.range));
      return string === undefined ? [] : this.#othersOf(string);
    });
    return { mentions, edits: this.#edits, others: distinct(others) };
  }

  #isBetterWith(edits: readonly NameEdit[]): boolean {
    const after = this.#names([...this.#edits, ...edits]);
    const [old, now] = [this.#misses(this.#after), this.#misses(after)];
    const isWorse = now.some((count, at) => count > (old[at] ?? 0));
    if (isWorse || sum(now) >= sum(old)) return false;
    this.#edits = [...this.#edits, ...edits];
    this.#after = after;
    return true;
  }

  /** For every name by which the file itself can be required: what is known about each mention, in order. */
  #read(lua: LuaSource, path: RepoPath, paths: ModulePaths): readonly ComputedMention["texts"][] {
    const names = this.#isOwn ? namesOf(path, paths.roots(path)) : [];
    const readings = names.map((name) => lua.as(loadedAs(name)).mentions.computed);
    const all = readings.length === 0 ? [lua.mentions.computed] : readings;
    return this.#mentions.map(({ by }, at) =>
      by === "file" ? [] : all.flatMap((mentions) => mentions[at]?.texts ?? []),
    );
  }

  #names(edits: readonly NameEdit[]): readonly (readonly ByteText[])[] {
    const { lua, text } = this.#file;
    const after = edits.length === 0 ? lua : new LuaSource(replaceRanges(text, edits), lua.version);
    return this.#read(after, this.#place, this.#ground.after).map(wholes);
  }

  #meaning(name: ByteText, at: number): readonly Meaning[] {
    const { before, renaming } = this.#ground;
    const led = before.lead(name, this.#file.path);
    const wanted = led && (renaming.meant.get(led.path) ?? led.path);
    if (wanted !== undefined && wanted !== OUTSIDE) return [{ name, at, wanted }];
    const renamed = renaming.renamed(dots(name));
    return renamed === undefined ? [] : [{ name, at, wanted: `${NAMED}${renamed}` }];
  }

  /** How far each mention is from what it must be. */
  #misses(after: readonly (readonly ByteText[])[]): readonly number[] {
    return this.#before.map((meanings, at) => {
      const wanted = new Set(meanings.map((each) => each.wanted));
      if (wanted.size === 0) return 0;
      const found = new Set(
        (after[at] ?? []).flatMap((name) => {
          const path = this.#ground.after.lead(name, this.#place)?.path;
          const named = `${NAMED}${dotted(name)}`;
          return path ?? (wanted.has(named) ? named : []);
        }),
      );
      return missing(wanted, found) + missing(found, wanted);
    });
  }

  /** Strings that may be the end of a name that has to change, or its beginning, the likeliest first. */
  *#candidates(): Generator<NameEdit> {
    const misses = this.#misses(this.#after);
    const strings = this.#file.lua.mentions.literal.filter(
      ({ by, range }) => by === "string" && !this.#edits.some((edit) => isWithin(edit.range, range)),
    );
    for (const [at, { isShadowed, range }] of this.#mentions.entries()) {
      if ((misses[at] ?? 0) === 0 || isShadowed) continue;
      const near = (each: ModuleMention) => (isWithin(each.range, range) ? 0 : 1);
      const order = (a: ModuleMention, b: ModuleMention) =>
        b.name.length - a.name.length || near(a) - near(b);
      const meanings = this.#before[at] ?? [];
      const after = this.#after[at] ?? [];
      const isInStep = after.length === this.#counts[at];
      for (const { name, at: index, wanted } of meanings) {
        const then = (isInStep ? after[index] : undefined) ?? name;
        if (this.#ground.after.lead(then, this.#place)?.path === wanted) continue;
        const fulls = this.#fullNames(name, wanted);
        for (const string of strings.filter((each) => isEndOf(each.name, name)).sort(order))
          if ((string.name === name && isDotted(name)) || this.#othersOf(string).length === 0)
            yield* endings(string, then, fulls);
        for (const string of strings.filter((each) => isStartOf(each.name, name)).sort(order))
          for (const edit of beginnings(string, then, fulls))
            if (this.#othersOf(string, this.#isNamespace(edit)).length === 0) yield edit;
      }
    }
  }

  #fullNames(name: ByteText, wanted: string): readonly ByteText[] {
    const { after, renaming } = this.#ground;
    const asked = renaming.renamed(dots(name));
    const others = wanted.startsWith(NAMED)
      ? []
      : namesOf(wanted, [...after.roots(this.#place), folderOf(this.#place)]);
    return asked === undefined ? others : [asked, ...others];
  }

  /** Where a string goes besides known names, or besides all names. */
  #othersOf({ range }: ModuleMention, isAnyName = false): readonly ByteRange[] {
    const names = this.#mentions.filter(
      ({ by, isShadowed }, at) => by !== "file" && !isShadowed && (isAnyName || this.#certain[at] === true),
    );
    return this.#file.lua.otherUses(
      range,
      names.map((mention) => mention.range),
    );
  }

  /** Whatever begins with this begins with that afterwards. */
  #isNamespace({ from, to }: NameEdit): boolean {
    const below = (start: ByteText) => dots(`${start.replace(/[./\\]$/, "")}.\0` as ByteText);
    return this.#ground.renaming.renamed(below(from)) === below(to);
  }
}

const NAMED = "\0named ";

function distinct(ranges: readonly ByteRange[]): readonly ByteRange[] {
  return [...new Map(ranges.map((range) => [range.start, range])).values()];
}

function wholes(texts: ComputedMention["texts"]): readonly ByteText[] {
  return texts.flatMap(({ text, isWhole }) => (isWhole ? text : []));
}

function missing(from: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...from].filter((each) => !other.has(each)).length;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

export function isWithin(inner: ByteRange, outer: ByteRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
