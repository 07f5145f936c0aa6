// Pairs of names as they are typed → which file goes where, and which names change.
import type { ByteText } from "../../base/byte-text.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { Finding } from "../../model/finding.ts";
import { findingAt, missingAt } from "../finding-in.ts";
import type { MovePair } from "../refactoring.ts";
import type { Tree } from "../tree.ts";
import { cycleIn } from "./cycle-in.ts";
import { isFolderThere } from "./is-folder-there.ts";
import { MovedNames, nameBelow } from "./moved-names.ts";
import { joined, type MovedPair } from "./place.ts";
import { Places } from "./places-of.ts";
import { targetFaults } from "./target-faults.ts";

export interface MovePlan {
  readonly moved: ReadonlyMap<RepoPath, RepoPath>;
  renamed(name: ByteText): ByteText | undefined;
  readonly stops: readonly Finding[];
}

export function movePlan(tree: Tree, pairs: readonly MovePair[]): MovePlan {
  const plan = new Plan(tree, pairs);
  plan.read(pairs);
  if (plan.stops.length === 0) plan.stops.push(...movesOn(tree, pairs, plan.moved));
  return plan;
}

/** What has been moved must stay there if the same is asked for again. */
function movesOn(tree: Tree, pairs: readonly MovePair[], moved: MovePlan["moved"]): readonly Finding[] {
  const stay = [...tree.entries].filter(([path]) => !moved.has(path));
  const come = [...moved].flatMap(([from, to]) => {
    const entry = tree.entries.get(from);
    return entry === undefined ? [] : [[to, entry] as const];
  });
  const again = new Plan({ ...tree, entries: new Map([...stay, ...come]) }, pairs);
  again.read(pairs);
  const [next] = again.moved;
  if (next === undefined) return [];
  const [from, to] = next.map(showPath);
  const hint =
    "name files by their paths; what is to change places goes by way of a third name, in three runs";
  return [findingAt(undefined, `a second run would change it again: ${from} would become ${to}`, hint)];
}

class Plan implements MovePlan {
  readonly moved = new Map<RepoPath, RepoPath>();
  readonly stops: Finding[] = [];
  readonly #tree: Tree;
  readonly #places: Places;
  readonly #names: MovedNames;

  constructor(tree: Tree, pairs: readonly MovePair[]) {
    this.#tree = tree;
    this.#places = new Places(tree, pairs);
    this.#names = new MovedNames(this.#places.roots);
  }

  read(pairs: readonly MovePair[]): void {
    const cycle = cycleIn(pairs);
    if (cycle !== undefined) {
      this.stops.push(cycle);
      return;
    }
    const places = pairs.flatMap((pair) => this.#places.of(pair));
    this.stops.push(...this.#places.stops);
    if (this.stops.length > 0) return;
    for (const place of places) this.#names.add(place);
    for (const place of this.#open(places)) this.#move(place);
    this.stops.push(...targetFaults(this.#tree, this.moved));
  }

  renamed(name: ByteText): ByteText | undefined {
    return this.#names.renamed(name);
  }

  /** Those that are still to be moved; the rest is done, or missing. */
  #open(places: readonly MovedPair[]): readonly MovedPair[] {
    const there = (place: MovedPair, path: RepoPath) =>
      place.isFolder ? isFolderThere(this.#tree, path, place.to) : this.#tree.entries.has(path);
    return places.flatMap((place) => {
      const before = places.find((other) => other.to === place.from);
      const after = places.find((other) => other.from === place.to);
      const isHere = there(place, place.from);
      // The top of the repository always exists.
      const isDone = place.isFolder
        ? place.to === "" || isFolderThere(this.#tree, place.to)
        : there(place, place.to);
      if (isHere) {
        // The file that is here came with the pair before, and the one that was here is where it should be.
        const isFilled = before !== undefined && !there(before, before.from) && isDone;
        return isFilled
          ? []
          : [
              after !== undefined && !there(after, after.from) && !isDone
                ? { ...place, to: after.to }
                : place,
            ];
      }
      if (isDone || (after !== undefined && there(after, after.to))) return [];
      if (before !== undefined && there(before, before.from)) return [];
      if (place.isFolder && (this.#isNamed(place.from) || this.#isNamed(place.to))) return [];
      const hint = "correct its name; a dotted name is looked up below the module roots of the policy";
      this.stops.push(missingAt(place.from, `there is nothing to move: ${place.typed.from}`, hint));
      return [];
    });
  }

  /** A mere prefix of names: nothing lies there, but something requires it; once it is done, the new one. */
  #isNamed(folder: RepoPath): boolean {
    const words = this.#places.roots.flatMap((root) => nameBelow(folder, root) ?? []);
    return [...this.#tree.texts.values()].some((text) =>
      words.some((word) => text.includes(`${word}.`) || text.includes(`${word.replaceAll(".", "/")}/`)),
    );
  }

  #move({ isFolder, from, to }: MovedPair): void {
    if (!isFolder) {
      this.#one(from, to);
      return;
    }
    const isInside = to.startsWith(`${from}/`);
    for (const path of this.#tree.entries.keys()) {
      if (!path.startsWith(`${from}/`) || (isInside && path.startsWith(`${to}/`))) continue;
      this.#one(path, joined(to, path.slice(from.length + 1)));
    }
  }

  #one(from: RepoPath, to: RepoPath): void {
    const kind = this.#tree.entries.get(from)?.kind;
    const other = this.moved.get(from);
    if (kind === "submodule") {
      this.stops.push(findingAt(from, "it is a submodule", "move it with git mv, by hand"));
    } else if (other !== undefined && other !== to) {
      this.stops.push(
        findingAt(from, `it would go to ${showPath(other)} and to ${showPath(to)}`, "name it once"),
      );
    } else if (from !== to) this.moved.set(from, to);
  }
}
