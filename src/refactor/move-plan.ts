// Pairs of names as they are typed → which file goes where, and which names change.
import { type ByteText, encodeText } from "../base/byte-text.ts";
import { encodePath, type RepoPath, showPath } from "../base/repo-path.ts";
import { type ModuleRoot, namesOf } from "../lua/facts/module-names.ts";
import type { Finding } from "../model/finding.ts";
import { dotted } from "../modules/module-name.ts";
import { findingAt, missingAt } from "./finding-in.ts";
import { isPlacePath } from "./is-place-path.ts";
import { ModulePaths } from "./names/module-paths.ts";
import type { MovePair } from "./refactoring.ts";
import type { Tree } from "./tree.ts";

export interface MovePlan {
  readonly moved: ReadonlyMap<RepoPath, RepoPath>;
  renamed(name: ByteText): ByteText | undefined;
  readonly stops: readonly Finding[];
}

/** One pair, read against the tree. Of a folder all that is below it goes. */
export interface Place {
  readonly isFolder: boolean;
  readonly from: RepoPath;
  readonly to: RepoPath;
  /** As it was typed: what the old name is to be called. */
  readonly names: ReadonlyMap<ByteText, ByteText>;
  readonly typed: MovePair;
}

export function movePlan(tree: Tree, pairs: readonly MovePair[]): MovePlan {
  const plan = new Plan(tree, pairs);
  plan.read();
  return plan;
}

class Plan implements MovePlan {
  readonly moved = new Map<RepoPath, RepoPath>();
  readonly stops: Finding[] = [];
  readonly #tree: Tree;
  readonly #pairs: readonly MovePair[];
  readonly #paths: ModulePaths;
  readonly #roots: readonly RepoPath[];
  readonly #exact = new Map<ByteText, ByteText>();
  readonly #prefixes: (readonly [from: ByteText, to: ByteText])[] = [];

  constructor(tree: Tree, pairs: readonly MovePair[]) {
    this.#tree = tree;
    this.#pairs = pairs;
    this.#paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
    const own = pairs.flatMap(({ from }) => (isPath(from) ? this.#paths.roots(pathOf(from)) : []));
    this.#roots = [...new Set([...own.filter(isFolderRoot), ...tree.project.lua.moduleRoots].map(trimmed))];
  }

  read(): void {
    if (this.#isCyclic()) return;
    const places = this.#pairs.flatMap((pair) => this.#places(pair));
    if (this.stops.length > 0) return;
    for (const place of places) this.#names(place);
    for (const place of this.#open(places)) this.#move(place);
    this.#checkTargets();
  }

  renamed(name: ByteText): ByteText | undefined {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    for (const [from, to] of this.#prefixes) {
      if (!name.startsWith(`${from}.`)) continue;
      // Moved into a folder of its own: what is there already stays.
      if (to.startsWith(`${from}.`) && (name === to || name.startsWith(`${to}.`))) continue;
      return `${to}${name.slice(from.length)}` as ByteText;
    }
    return undefined;
  }

  #isCyclic(): boolean {
    const next = new Map(this.#pairs.map(({ from, to }) => [bare(from), bare(to)]));
    for (const start of next.keys()) {
      let at = next.get(start);
      for (let steps = 0; at !== undefined && at !== start && steps <= next.size; steps++) at = next.get(at);
      if (at !== start) continue;
      const [other = start] = [next.get(start)];
      const what =
        other === start ? `${start} is moved to where it is` : `${start} and ${other} go round in a cycle`;
      const hint =
        other === start
          ? "leave it out"
          : `go by way of a third name, in three runs: ${start} → ${start}_moving, the others, then ${start}_moving → ${other}`;
      this.stops.push(findingAt(undefined, `${what}, so that a second run would change it again`, hint));
      return true;
    }
    return false;
  }

  #places(typed: MovePair): readonly Place[] {
    const { from, to } = typed;
    if (from.trim() === "" || to.trim() === "") {
      this.#refuse("a name is empty", "write FROM TO");
      return [];
    }
    const isFolder = isFolderName(from);
    if (isFolder) return this.#folders(typed);
    if (isFolderName(to) && !isPath(to)) {
      this.#refuse(`${from} is one module, and ${to} is a folder`, `write ${from}.*, or the whole new name`);
      return [];
    }
    return isPath(from) ? this.#file(typed) : this.#module(typed);
  }

  #file(typed: MovePair): readonly Place[] {
    const from = pathOf(typed.from);
    if (!from.endsWith(".lua") && !this.#tree.entries.has(from)) {
      const isThere = [...this.#tree.entries.keys()].some((path) => path.startsWith(`${from}/`));
      const hint = isThere ? `a folder ends in a slash: ${from}/` : "a path of a module ends in .lua";
      this.stops.push(missingAt(from, "there is no such file", hint));
      return [];
    }
    const root = this.#rootOf(from);
    const to = isFolderName(typed.to)
      ? joined(pathOf(typed.to), from.slice(from.lastIndexOf("/") + 1))
      : isPath(typed.to)
        ? pathOf(typed.to)
        : this.#pathOfName(typed.to, root, from);
    return [{ isFolder: false, from, to, names: new Map(), typed }];
  }

  #module(typed: MovePair): readonly Place[] {
    const name = encodeText(dotted(typed.from));
    const led = this.#paths.lead(name, NOWHERE);
    const target = isPath(typed.to) ? undefined : this.#paths.lead(encodeText(dotted(typed.to)), NOWHERE);
    const root = led?.root ?? target?.root ?? this.#roots[0] ?? "";
    const from = led?.path ?? this.#pathBelow(typed.from, root, target?.path ?? "");
    const to = isPath(typed.to)
      ? isFolderName(typed.to)
        ? joined(pathOf(typed.to), from.slice(from.lastIndexOf("/") + 1))
        : pathOf(typed.to)
      : led === undefined && target !== undefined
        ? target.path
        : this.#pathBelow(typed.to, root, from);
    const names = isPath(typed.to) ? [] : ([[name, encodeText(dotted(typed.to))]] as const);
    return [{ isFolder: false, from, to, names: new Map(names), typed }];
  }

  #pathBelow(name: string, root: ModuleRoot, like: RepoPath): RepoPath {
    if (isFolderRoot(root)) return this.#pathOfName(name, root, like);
    const inside = dotted(name).startsWith(`${root.name}.`) ? dotted(name).slice(root.name.length + 1) : name;
    return this.#pathOfName(inside, root.folder, like);
  }

  #folders(typed: MovePair): readonly Place[] {
    const isDotted = !isPath(typed.from);
    const name = bare(typed.from);
    const below = name.replaceAll(".", "/");
    const there = (folder: RepoPath) => this.#isThere(folder);
    const folders = isDotted
      ? this.#roots.map((root) => joined(root, below)).filter((folder) => there(folder))
      : [name];
    const [first = this.#roots[0] ?? ""] = this.#roots;
    const all = folders.length > 0 ? folders : [joined(first, below)];
    return all.map((from) => {
      const root = this.#rootOf(from, isDotted ? below : undefined);
      const to = isPath(typed.to) ? bare(typed.to) : joined(root, bare(typed.to).replaceAll(".", "/"));
      const names: [ByteText, ByteText][] =
        isDotted && !isPath(typed.to) ? [[encodeText(name), encodeText(bare(typed.to))]] : [];
      return { isFolder: true, from, to, names: new Map(names), typed };
    });
  }

  /** The root whose names lead to a path: of several the deepest; `below` is what has to be left of it. */
  #rootOf(path: RepoPath, below?: string): RepoPath {
    const fitting = this.#roots.filter(
      (root) =>
        (root === "" || path.startsWith(`${root}/`)) && (below === undefined || joined(root, below) === path),
    );
    return fitting.toSorted((a, b) => b.length - a.length)[0] ?? "";
  }

  /** Below the same root, and a folder's `init.lua` where that is what `like` is. */
  #pathOfName(name: string, root: RepoPath, like: RepoPath): RepoPath {
    const segments = dotted(name).split(".").join("/");
    const isInit = /(^|\/)init\.lua$/.test(like) && !segments.endsWith("/init");
    return joined(root, isInit ? `${segments}/init.lua` : `${segments}.lua`);
  }

  #names({ isFolder, from, to, names }: Place): void {
    for (const root of this.#roots) {
      if (isFolder) {
        const [old, wanted] = [nameBelow(from, root), this.#nameOfFolder(to, root)];
        if (old !== undefined && wanted !== undefined) this.#prefixes.push([old, wanted]);
      } else {
        const wanted = [...namesOf(to, [root]), ...namesOf(to, this.#roots)];
        for (const [at, old] of namesOf(from, [root]).entries()) {
          const found = wanted[at] ?? wanted[0];
          if (found !== undefined && !this.#exact.has(old)) this.#exact.set(old, found);
        }
      }
    }
    for (const [old, wanted] of names) {
      if (isFolder) this.#prefixes.unshift([old, wanted]);
      else this.#exact.set(old, wanted);
    }
  }

  #nameOfFolder(folder: RepoPath, root: RepoPath): ByteText | undefined {
    return [root, ...this.#roots].map((each) => nameBelow(folder, each)).find((name) => name !== undefined);
  }

  /** Those that are still to be moved; the rest is done, or not there. */
  #open(places: readonly Place[]): readonly Place[] {
    const there = (place: Place, path: RepoPath) =>
      place.isFolder ? this.#isThere(path, place) : this.#tree.entries.has(path);
    return places.flatMap((place) => {
      const before = places.find((other) => other.to === place.from);
      const after = places.find((other) => other.from === place.to);
      const isHere = there(place, place.from);
      const isDone = place.isFolder ? this.#isThere(place.to) : there(place, place.to);
      if (isHere) {
        // The file that is here came by the pair before, and the one that was here is where it should be.
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
      if (place.isFolder && this.#namesAnything(place)) return [];
      const hint = "correct its name; a dotted name is looked up below the module roots of the policy";
      this.stops.push(missingAt(place.from, `there is nothing to move: ${place.typed.from}`, hint));
      return [];
    });
  }

  /** A prefix of names alone: nothing lies there, and something asks for it. */
  #namesAnything({ from }: Place): boolean {
    const words = this.#roots.flatMap((root) => nameBelow(from, root) ?? []);
    return [...this.#tree.texts.values()].some((text) =>
      words.some((word) => text.includes(`${word}.`) || text.includes(`${word.replaceAll(".", "/")}/`)),
    );
  }

  #isThere(folder: RepoPath, { to }: { readonly to: RepoPath } = { to: "" }): boolean {
    const isInside = to !== "" && to.startsWith(`${folder}/`);
    for (const path of this.#tree.entries.keys())
      if (path.startsWith(`${folder}/`) && !(isInside && path.startsWith(`${to}/`))) return true;
    return false;
  }

  #move({ isFolder, from, to }: Place): void {
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

  #checkTargets(): void {
    const filled = new Map<RepoPath, RepoPath>();
    const stays = (path: RepoPath) => this.#tree.entries.has(path) && !this.moved.has(path);
    const folders = new Map<RepoPath, RepoPath>();
    for (const path of this.#tree.entries.keys())
      if (!this.moved.has(path)) for (const folder of foldersOf(path)) folders.set(folder, path);
    for (const [from, to] of this.moved) {
      if (!isPlacePath(to)) {
        this.stops.push(
          findingAt(from, `it can't be moved to ${showPath(to)}`, "name a place in the repository"),
        );
        continue;
      }
      const twin = filled.get(to);
      filled.set(to, from);
      const blocking = stays(to) ? to : (folders.get(to) ?? foldersOf(to).find(stays));
      if (twin !== undefined)
        this.stops.push(
          findingAt(
            to,
            `${showPath(from)} and ${showPath(twin)} would both come here`,
            "rename one of them first",
          ),
        );
      else if (blocking !== undefined)
        this.stops.push(
          findingAt(
            to,
            `${showPath(from)} is to be moved here, and ${showPath(blocking)} is there`,
            "move or delete that one first",
          ),
        );
    }
  }

  #refuse(message: string, hint: string): void {
    this.stops.push(findingAt(undefined, message, hint));
  }
}

/** No file lies beside it. */
const NOWHERE = "\0/\0";

function isFolderRoot(root: ModuleRoot): root is RepoPath {
  return typeof root === "string";
}

function isFolderName(name: string): boolean {
  return /(?:[/\\]|\.\*)$/.test(name);
}

function isPath(name: string): boolean {
  return /[/\\]/.test(name) || name.endsWith(".lua");
}

/** Without what marks a folder. */
function bare(name: string): string {
  return isPath(name) ? pathOf(name) : name.replace(/\.\*$/, "");
}

function pathOf(name: string): RepoPath {
  return name
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replaceAll(/\/{2,}/g, "/")
    .replace(/\/(?:\*)?$/, "");
}

function nameBelow(path: RepoPath, root: RepoPath): ByteText | undefined {
  const inside = root === "" ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
  if (inside === undefined || inside.includes(".")) return undefined;
  return encodePath(inside).toString("latin1").replaceAll("/", ".") as ByteText;
}

function foldersOf(path: RepoPath): readonly RepoPath[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}

function joined(folder: RepoPath, path: RepoPath): RepoPath {
  return folder === "" ? path : `${folder}/${path}`;
}

function trimmed(folder: RepoPath): RepoPath {
  return folder.replace(/^\.(?:\/|$)/, "").replace(/\/+$/, "");
}
