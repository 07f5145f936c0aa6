// What becomes of every place that names a module when files move, or when one module replaces another.
import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { replaceRanges } from "../../base/replace-ranges.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { Finding } from "../../model/finding.ts";
import { looksAtOwnName } from "../../modules/own-name.ts";
import { findingIn } from "../finding-in.ts";
import type { NameEdit, RewrittenText } from "../refactored.ts";
import { isLuaFile, luaText, type Tree, type TreeText } from "../tree.ts";
import { fileMention } from "./file-mention.ts";
import { dots, Ground, type Renaming } from "./ground.ts";
import { mightName } from "./might-name.ts";
import { moduleMention } from "./module-mention.ts";
import { LOOK, type NameOutcome } from "./outcome.ts";
import { stringMention } from "./string-mention.ts";
import { unread } from "./unread.ts";
import { isWithin, type WorkedOut, workedOut } from "./worked-out.ts";

export interface Renamed {
  readonly rewritten: readonly RewrittenText[];
  readonly stops: readonly Finding[];
  readonly reports: readonly Finding[];
}

export function rename(tree: Tree, renaming: Renaming): Renamed {
  const work = new Work(tree, renaming);
  for (const path of [...tree.texts.keys()].sort()) work.file(path);
  return work;
}

class Work implements Renamed {
  readonly rewritten: RewrittenText[] = [];
  readonly stops: Finding[] = [];
  readonly reports: Finding[] = [];
  readonly #ground: Ground;
  readonly #mightName: ReturnType<typeof mightName>;

  constructor(tree: Tree, renaming: Renaming) {
    const { moved, meant } = renaming;
    this.#ground = new Ground(tree, renaming);
    this.#mightName = mightName([...moved.keys(), ...meant.keys()], tree.project);
  }

  file(path: RepoPath): void {
    const file = luaText(this.#ground.tree, path);
    if (file === undefined || !isLuaFile(this.#ground.tree, path)) return;
    const { moved, covers, gone } = this.#ground.renaming;
    if (gone.has(path)) return;
    const isMoved = moved.has(path);
    if (!isMoved && !this.#ground.words.inText(file.text)) return;
    if (!file.lua.syntax.ok) {
      this.stops.push(...unread(this.#ground, file));
      return;
    }
    const { literal, computed } = file.lua.mentions;
    const outcomes = literal.map((mention) => ({ mention, outcome: outcomeOf(this.#ground, mention, file) }));
    const asWritten = outcomes.flatMap(({ outcome }) => (outcome?.kind === "edit" ? outcome.edit : []));
    const worked = computed.length === 0 ? undefined : workedOut(this.#ground, file, asWritten);
    const edits = worked?.edits ?? asWritten;
    for (const { mention, outcome } of outcomes)
      if (!edits.some(({ range }) => isWithin(range, mention.range))) this.#say(outcome);
    for (const each of worked?.mentions ?? []) this.#say(this.#ofWorkedOut(each, file));
    for (const range of worked?.others ?? []) this.#say(otherUse(file, range));
    if (edits.length === 0) return;
    if (!covers(path)) {
      for (const { range, from } of edits)
        this.reports.push(
          findingIn(file, range, `names ${readable(from)}, and lies outside what is to change`, LOOK),
        );
      return;
    }
    this.#rewrite(file, edits);
  }

  #rewrite(file: TreeText, edits: readonly NameEdit[]): void {
    const after = replaceRanges(file.text, edits);
    const path = this.#ground.placeOf(file.path);
    const { text, version } = file.lua;
    this.rewritten.push({ path, before: { text, version }, edits, after });
  }

  #say(outcome: NameOutcome): void {
    if (outcome === undefined || outcome.kind === "edit") return;
    (outcome.kind === "stop" ? this.stops : this.reports).push(outcome.finding);
  }

  #ofWorkedOut({ mention, isRight, isCertain }: WorkedOut, file: TreeText): NameOutcome {
    const { covers, moved, renamed } = this.#ground.renaming;
    const { by, range, start, isShadowed } = mention;
    const written = shown(file, range);
    if (!isRight && isCertain && !isShadowed && covers(file.path)) {
      const why = `a computed name, which is one that changes: ${written}`;
      return { kind: "stop", finding: findingIn(file, range, why, "write the name as one string first") };
    }
    const isBelow = by !== "file" && renamed(`${dots(start)}x` as ByteText) !== undefined;
    const isFromPlace = moved.has(file.path) && (by === "file" || looksAtOwnName(file.lua));
    const mayBe = isBelow || isFromPlace || this.#mightName(mention) || this.#ground.endsInPath(mention.end);
    if (!isRight || (!isCertain && mayBe)) {
      const why = `a computed name, which may be one that changes: ${written}`;
      return { kind: "report", finding: findingIn(file, range, why, LOOK) };
    }
    return undefined;
  }
}

function outcomeOf(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  if (mention.by === "file") return fileMention(ground, mention, file);
  if (mention.by === "string") return stringMention(ground, mention, file);
  return moduleMention(ground, mention, file);
}

function otherUse(file: TreeText, range: ByteRange): NameOutcome {
  const why = `a name that is rewritten goes here, too: ${shown(file, range)}`;
  return { kind: "report", finding: findingIn(file, range, why, LOOK) };
}

function shown({ text }: TreeText, { start, end }: ByteRange): string {
  const written = readable(text.slice(start, end)).replaceAll(/\s+/g, " ");
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
