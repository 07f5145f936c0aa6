// A pair of names as typed → where that lies in the tree, and where it should lie.
import { type ByteText, encodeText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ModuleRoot } from "../../lua/facts/module-names.ts";
import type { Finding } from "../../model/finding.ts";
import { findingAt, missingAt } from "../finding-in.ts";
import { ModulePaths } from "../names/module-paths.ts";
import type { MovePair } from "../refactoring.ts";
import type { Tree } from "../tree.ts";
import { isFolderThere } from "./is-folder-there.ts";
import { joined, type MovedPair } from "./place.ts";
import { bare, isFolderName, isPath, pathOf } from "./typed-name.ts";

export class Places {
  readonly stops: Finding[] = [];
  readonly #tree: Tree;
  readonly #paths: ModulePaths;
  /** Folders where names start: those of the files that move by their path, then the policy's. */
  readonly roots: readonly RepoPath[];

  constructor(tree: Tree, pairs: readonly MovePair[]) {
    this.#tree = tree;
    this.#paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
    const own = pairs.flatMap(({ from }) => (isPath(from) ? this.#paths.roots(pathOf(from)) : []));
    const all = [...own.filter(isFolderRoot), ...tree.project.lua.moduleRoots];
    this.roots = [...new Set(all.map(trimmed))];
  }

  of(typed: MovePair): readonly MovedPair[] {
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

  #file(typed: MovePair): readonly MovedPair[] {
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

  #module(typed: MovePair): readonly MovedPair[] {
    const name = encodeText(dotted(typed.from));
    const led = this.#paths.lead(name, NOWHERE);
    const target = isPath(typed.to) ? undefined : this.#paths.lead(encodeText(dotted(typed.to)), NOWHERE);
    const root = led?.root ?? target?.root ?? this.roots[0] ?? "";
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

  #folders(typed: MovePair): readonly MovedPair[] {
    const isDotted = !isPath(typed.from);
    const name = bare(typed.from);
    const below = name.replaceAll(".", "/");
    const there = (folder: RepoPath) => isFolderThere(this.#tree, folder);
    const folders = isDotted
      ? this.roots.map((root) => joined(root, below)).filter((folder) => there(folder))
      : [name];
    const [first = this.roots[0] ?? ""] = this.roots;
    // Once it is done, only its new place tells below which root it was.
    const after = bare(typed.to).replaceAll(".", "/");
    const done = isDotted && !isPath(typed.to) ? this.roots.filter((root) => there(joined(root, after))) : [];
    const others = done.length > 0 ? done.map((root) => joined(root, below)) : [joined(first, below)];
    return (folders.length > 0 ? folders : others).map((from) => {
      const root = this.#rootOf(from, isDotted ? below : undefined);
      const to = isPath(typed.to) ? bare(typed.to) : joined(root, bare(typed.to).replaceAll(".", "/"));
      const names: [ByteText, ByteText][] =
        isDotted && !isPath(typed.to) ? [[encodeText(name), encodeText(bare(typed.to))]] : [];
      return { isFolder: true, from, to, names: new Map(names), typed };
    });
  }

  /** The root whose names lead to a path: the deepest of several; `below` is what must remain of the path. */
  #rootOf(path: RepoPath, below?: string): RepoPath {
    const fitting = this.roots.filter(
      (root) =>
        (root === "" || path.startsWith(`${root}/`)) && (below === undefined || joined(root, below) === path),
    );
    return fitting.toSorted((a, b) => b.length - a.length)[0] ?? "";
  }

  /** Below the same root, and a folder's `init.lua` if `like` is one. */
  #pathOfName(name: string, root: RepoPath, like: RepoPath): RepoPath {
    const segments = dotted(name).split(".").join("/");
    const isInit = /(^|\/)init\.lua$/.test(like) && !segments.endsWith("/init");
    return joined(root, isInit ? `${segments}/init.lua` : `${segments}.lua`);
  }

  #refuse(message: string, hint: string): void {
    this.stops.push(findingAt(undefined, message, hint));
  }
}

/** A path with no file beside it. */
const NOWHERE = "\0/\0";

function isFolderRoot(root: ModuleRoot): root is RepoPath {
  return typeof root === "string";
}

function trimmed(folder: RepoPath): RepoPath {
  return folder.replace(/^\.(?:\/|$)/, "").replace(/\/+$/, "");
}
