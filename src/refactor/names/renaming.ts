// What becomes of every place that names a module when files move, or when a module is to be called by another one.

import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { replaceRanges } from "../../base/replace-ranges.ts";
import { encodePath, type RepoPath, showPath } from "../../base/repo-path.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import type { Finding } from "../../model/finding.ts";
import { folderOf } from "../../modules/importers.ts";
import { isFromOutside } from "../../modules/module-lookup.ts";
import { dotted } from "../../modules/module-name.ts";
import { findingIn } from "../finding-in.ts";
import type { NameEdit, Rewritten } from "../refactored.ts";
import { isLuaFile, type LuaText, luaText, type Tree } from "../tree.ts";
import { filePlaces, type PathPlace } from "./file-places.ts";
import { mayMention, type Words } from "./may-mention.ts";
import { mightName } from "./might-name.ts";
import { type Led, ModulePaths } from "./module-paths.ts";
import { respelled, SEPARATORS } from "./respell.ts";

export interface Renaming {
  /** Where files lie afterwards that lie elsewhere before. */
  readonly moved: ReadonlyMap<RepoPath, RepoPath>;
  /** What is meant afterwards by a name that leads to a file before, where that is another one: of a move where the file lies then. */
  readonly meant: ReadonlyMap<RepoPath, RepoPath>;
  /** Files that go. */
  readonly gone: ReadonlySet<RepoPath>;
  /** Another name for a dotted name, as it was asked for; also for names that lead nowhere. */
  renamed(name: ByteText): ByteText | undefined;
  /** Whether places in this file are changed; elsewhere they are told. */
  covers(path: RepoPath): boolean;
  readonly rewritesStrings: boolean;
}

export interface Renamed {
  readonly rewritten: readonly Rewritten[];
  readonly stops: readonly Finding[];
  readonly reports: readonly Finding[];
}

export function rename(tree: Tree, renaming: Renaming): Renamed {
  const work = new Work(tree, renaming);
  for (const path of [...tree.texts.keys()].sort()) work.file(path);
  return work;
}

class Work implements Renamed {
  readonly rewritten: Rewritten[] = [];
  readonly stops: Finding[] = [];
  readonly reports: Finding[] = [];
  readonly #tree: Tree;
  readonly #renaming: Renaming;
  readonly #before: ModulePaths;
  readonly #after: ModulePaths;
  readonly #isAfter: (path: RepoPath) => boolean;
  readonly #words: Words;
  readonly #mightName: ReturnType<typeof mightName>;

  constructor(tree: Tree, renaming: Renaming) {
    const { entries, project } = tree;
    const { moved, meant, gone } = renaming;
    const filled = new Set(moved.values());
    this.#isAfter = (path) => filled.has(path) || (entries.has(path) && !moved.has(path) && !gone.has(path));
    this.#tree = tree;
    this.#renaming = renaming;
    this.#before = new ModulePaths((path) => entries.has(path), project);
    this.#after = new ModulePaths(this.#isAfter, project);
    const touched = [...moved.keys(), ...moved.values(), ...meant.keys(), ...meant.values()];
    this.#words = mayMention(touched, renaming);
    this.#mightName = mightName([...moved.keys(), ...meant.keys()], project);
  }

  file(path: RepoPath): void {
    const file = luaText(this.#tree, path);
    if (file === undefined || !isLuaFile(this.#tree, path)) return;
    const { moved, covers, gone } = this.#renaming;
    if (gone.has(path)) return;
    const isMoved = moved.has(path);
    if (!isMoved && !this.#words.inText(file.text)) return;
    if (!file.lua.syntax.ok) {
      this.#unread(file);
      return;
    }
    const { literal, computed } = file.lua.mentions;
    const edits = literal.flatMap((mention) => this.#mention(mention, file) ?? []);
    for (const mention of computed) {
      if (!this.#mightName(mention)) continue;
      const written = shown(file, mention.range);
      this.reports.push(
        findingIn(file, mention.range, `a computed name, which may be one that changes: ${written}`, LOOK),
      );
    }
    if (edits.length === 0) return;
    if (!covers(path)) {
      for (const { range, from } of edits)
        this.reports.push(
          findingIn(file, range, `names ${readable(from)}, and lies outside of what is to change`, LOOK),
        );
      return;
    }
    this.#rewrite(file, edits);
  }

  #rewrite(file: LuaText, edits: readonly NameEdit[]): void {
    const after = replaceRanges(file.text, edits);
    const path = this.#renaming.moved.get(file.path) ?? file.path;
    const { text, version } = file.lua;
    this.rewritten.push({ path, before: { text, version }, edits, after });
  }

  /** A text that does not parse may be an importer: what is written in quotes tells. */
  #unread(file: LuaText): void {
    const found = /(["'])((?:(?!\1)[^\r\n\\])+)\1|\[\[([^\]\r\n]+)\]\]/g;
    for (const match of file.text.matchAll(found)) {
      const name = (match[2] ?? match[3] ?? "") as ByteText;
      const led = this.#before.lead(name, file.path);
      const changes =
        led === undefined ? this.#renaming.renamed(dots(name)) !== undefined : this.#changes(led);
      if (!changes) continue;
      const range = { start: match.index, end: match.index + match[0].length };
      this.#stop(file, range, `names ${readable(name)}, and the file does not parse`, "mend the file first");
      return;
    }
  }

  #changes({ path, rival }: Led): boolean {
    const { meant } = this.#renaming;
    return meant.has(path) || (rival !== undefined && meant.has(rival));
  }

  #mention(mention: ModuleMention, file: LuaText): NameEdit | undefined {
    if (mention.by === "file") return this.#fileMention(mention, file);
    if (mention.by === "string") return this.#string(mention, file);
    const { name } = mention;
    const led = this.#before.lead(name, file.path);
    if (led === undefined) return this.#leadsNowhere(mention, file);
    const { meant, moved } = this.#renaming;
    const wanted = meant.get(led.path) ?? led.path;
    const place = moved.get(file.path) ?? file.path;
    const then = this.#after.lead(name, place);
    const isRival = led.rival !== undefined && this.#changes(led);
    if (!isRival && then?.path === wanted && !this.#isRenamed(name, led)) return undefined;
    if (isRival) {
      const rival = showPath(led.rival ?? "");
      const why = `${readable(name)} means ${showPath(led.path)} or, looked up from the file's own folder, ${rival}`;
      return this.#unsafe(
        mention,
        file,
        why,
        "give the two different names first, or write the name out in full",
      );
    }
    if (mention.by === "shadowed" || mention.by === "declaration") {
      const why =
        mention.by === "shadowed"
          ? `names ${readable(name)} in a call of another require than Lua's`
          : `names ${readable(name)} in module(…), so that its globals go by that name`;
      return this.#unsafe(mention, file, why, "change it by hand first");
    }
    if (place === wanted && led.path !== file.path)
      return this.#unsafe(mention, file, `names ${readable(name)}, and would require itself`, BY_HAND);
    const to = this.#nameFor(name, led, wanted, place);
    if (to === undefined) {
      const why =
        led.root === undefined
          ? `${readable(name)} is looked up from the file's own folder, and no name leads from there to ${showPath(wanted)}`
          : `no name leads from here to ${showPath(wanted)}`;
      return this.#unsafe(mention, file, why, BY_HAND);
    }
    return this.#edit(mention, file, to);
  }

  /** The name was asked to be another one, though it would lead there still. */
  #isRenamed(name: ByteText, { path }: Led): boolean {
    const to = this.#renaming.renamed(dots(name));
    return to !== undefined && to !== dots(name) && this.#renaming.meant.has(path);
  }

  #leadsNowhere(mention: ModuleMention, file: LuaText): NameEdit | undefined {
    const { name } = mention;
    const to = this.#renaming.renamed(dots(name));
    const place = this.#renaming.moved.get(file.path) ?? file.path;
    if (to !== undefined && to !== dots(name)) {
      if (mention.by === "shadowed" || mention.by === "declaration")
        return this.#unsafe(mention, file, `names ${readable(name)} in another way than require`, BY_HAND);
      return this.#edit(mention, file, to);
    }
    const then = this.#after.lead(name, place);
    if (then === undefined || mention.by !== "require") return undefined;
    const what = isFromOutside(name, file.path, this.#tree.project) ? "comes from outside" : "leads nowhere";
    const why = `requires ${readable(name)}, which ${what} today and would lead to ${showPath(then.path)}`;
    return this.#unsafe(mention, file, why, "choose another name");
  }

  /** The one that was asked for, else the likest to the old one that leads there and nowhere else. */
  #nameFor(name: ByteText, led: Led, wanted: RepoPath, place: RepoPath): ByteText | undefined {
    const asked = this.#renaming.renamed(dots(name));
    const roots = this.#after.roots(place);
    const order =
      led.root === undefined ? [folderOf(place)] : [led.root, ...roots.filter((root) => root !== led.root)];
    const isExplicit = /(^|[./\\])init$/.test(name) && led.path.endsWith("/init.lua");
    const names = order.flatMap((root) => {
      const found = namesOf(wanted, [root]);
      return isExplicit ? found.toReversed() : found;
    });
    return [...(asked === undefined ? [] : [asked]), ...names].find((each) => {
      const then = this.#after.lead(each, place);
      if (wanted === OUTSIDE) return then === undefined;
      return (
        then?.path === wanted &&
        then.rival === undefined &&
        (led.root === undefined || then.root !== undefined)
      );
    });
  }

  #edit(mention: ModuleMention, file: LuaText, to: ByteText): NameEdit | undefined {
    if (to === dots(mention.name)) return undefined;
    const edit = respelled(mention, to.split("."), "module");
    if (edit !== undefined) return edit;
    const why = `${readable(to)} can't be written in the place of ${readable(mention.name)}`;
    return this.#unsafe(mention, file, why, BY_HAND);
  }

  /** An annotation runs nothing: it is told, and stops nothing. */
  #unsafe(mention: ModuleMention, file: LuaText, why: string, hint: string): undefined {
    if (mention.by === "annotation") this.reports.push(findingIn(file, mention.range, why, hint));
    else this.#stop(file, mention.range, why, hint);
  }

  #stop(file: LuaText, range: ByteRange, why: string, hint: string): void {
    this.stops.push(findingIn(file, range, why, hint));
  }

  #fileMention(mention: ModuleMention, file: LuaText): NameEdit | undefined {
    const { project, entries } = this.#tree;
    const { moved, meant } = this.#renaming;
    const place = moved.get(file.path) ?? file.path;
    const places = filePlaces(mention.name, file.path, place, project);
    const found = places.filter(({ path }) => entries.has(path));
    const [first] = found;
    if (first === undefined) return undefined;
    const wanted = meant.get(first.path) ?? first.path;
    if (found.some(({ path }) => path !== first.path && (meant.has(path) || meant.has(first.path)))) {
      const all = [...new Set(found.map(({ path }) => showPath(path)))].join(" or ");
      return this.#unsafe(
        mention,
        file,
        `may mean ${all}, as the folder is that the program runs in`,
        BY_HAND,
      );
    }
    const then = filePlaces(mention.name, file.path, place, project).find(({ after }) =>
      this.#isAfter(after),
    );
    if (then?.after === wanted) return undefined;
    const to = pathFrom(first, wanted);
    const edit = to === undefined ? undefined : respelled(mention, segments(to), "path");
    if (edit !== undefined) return edit;
    return this.#unsafe(mention, file, `no path leads from here to ${showPath(wanted)}`, BY_HAND);
  }

  #string(mention: ModuleMention, file: LuaText): NameEdit | undefined {
    const { meant, rewritesStrings, renamed } = this.#renaming;
    const { name } = mention;
    if (!this.#words.inString(name)) return undefined;
    const led = isName(name) ? this.#before.lead(name, ROOT_ONLY) : undefined;
    const asked = isName(name) && led === undefined ? renamed(dots(name)) : undefined;
    const wanted = led === undefined ? undefined : meant.get(led.path);
    const asPath = meant.get(name);
    if (wanted === undefined && asked === undefined && asPath === undefined) {
      this.#partOfString(mention, file);
      return undefined;
    }
    if (!rewritesStrings) {
      const hint = "look whether it means the module; --strings rewrites such strings";
      this.reports.push(findingIn(file, mention.range, `a string that is ${readable(name)}`, hint));
      return undefined;
    }
    if (asPath !== undefined && wanted === undefined) return respelled(mention, segments(asPath), "path");
    const place = this.#renaming.moved.get(file.path) ?? file.path;
    const to = led === undefined || wanted === undefined ? asked : this.#nameFor(name, led, wanted, place);
    return to === undefined ? undefined : this.#edit({ ...mention, by: "annotation" }, file, to);
  }

  /** A longer string that holds the name, or a path: nobody can tell what it is for. */
  #partOfString({ name, range }: ModuleMention, file: LuaText): void {
    const { meant, renamed } = this.#renaming;
    for (const [token] of name.matchAll(/[\w-]+(?:[./\\]+[\w-]+)+/g)) {
      const all = token.split(SEPARATORS.module).filter((segment) => segment !== "");
      for (let length = all.length; length > 1; length--) {
        const part = all.slice(0, length).join(".") as ByteText;
        const led = this.#before.lead(part, ROOT_ONLY);
        const changes = led === undefined ? renamed(part) !== undefined : meant.has(led.path);
        if (!changes) continue;
        this.reports.push(findingIn(file, range, `a string that holds ${readable(token)}`, LOOK));
        return;
      }
    }
  }
}

/** What comes from outside of the repository lies nowhere in it. */
export const OUTSIDE = "\0outside";

const LOOK = "look whether it means what is changed, and change it by hand";
const BY_HAND = "change it by hand first";
/** No file lies beside it. */
const ROOT_ONLY = "\0/\0";

function isName(text: ByteText): boolean {
  return /^[^\s"'[\]\0-\x1f]+$/.test(text) && !/(^|[./\\])([./\\]|$)/.test(text);
}

function dots(name: ByteText): ByteText {
  return dotted(name) as ByteText;
}

/** One character a byte, as texts of Lua are. */
function segments(path: RepoPath): readonly string[] {
  return encodePath(path).toString("latin1").split("/");
}

/** The path by which the same folder leads to another file, written in the same way; undefined where it has to climb. */
function pathFrom({ base, prefix }: PathPlace, wanted: RepoPath): string | undefined {
  if (base === "") return prefix + wanted;
  return wanted.startsWith(`${base}/`) ? prefix + wanted.slice(base.length + 1) : undefined;
}

function shown({ text }: LuaText, { start, end }: ByteRange): string {
  const written = readable(text.slice(start, end)).replaceAll(/\s+/g, " ");
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
