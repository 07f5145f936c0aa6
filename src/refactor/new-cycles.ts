// Whether texts that require something other than before have made a cycle of modules that load each other.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { LuaSource } from "../lua/source.ts";
import type { Finding } from "../model/finding.ts";
import { asLoaded } from "../modules/own-name.ts";
import { findingAt } from "./finding-in.ts";
import { ModulePaths } from "./names/module-paths.ts";
import type { RewrittenText } from "./refactored.ts";
import { luaText, type Tree } from "./tree.ts";

/** For files that stay where they are. */
export function newCycles(tree: Tree, rewritten: readonly RewrittenText[]): readonly Finding[] {
  const before = new Loading(tree, new Map());
  const after = new Loading(
    tree,
    new Map(
      rewritten.map(({ path, before: { version }, after: text }) => [path, new LuaSource(text, version)]),
    ),
  );
  return rewritten.flatMap(({ path }) => {
    const way = after.wayBack(path);
    if (way === undefined || before.wayBack(path) !== undefined) return [];
    const hint = "take one of these requires out first, or call it inside a function";
    return [findingAt(path, `it would load itself: ${way.join(" → ")}`, hint)];
  });
}

/** Which file loads which, read only as far as needed. */
class Loading {
  readonly #tree: Tree;
  readonly #rewritten: ReadonlyMap<RepoPath, LuaSource>;
  readonly #paths: ModulePaths;
  readonly #known = new Map<RepoPath, readonly RepoPath[]>();

  constructor(tree: Tree, rewritten: ReadonlyMap<RepoPath, LuaSource>) {
    this.#tree = tree;
    this.#rewritten = rewritten;
    this.#paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
  }

  /** The shortest one. */
  wayBack(start: RepoPath): readonly RepoPath[] | undefined {
    const cameFrom = new Map<RepoPath, RepoPath | undefined>([[start, undefined]]);
    for (const path of cameFrom.keys()) {
      for (const target of this.#loadedBy(path)) {
        if (target === start) {
          const way = [start];
          for (let at: RepoPath | undefined = path; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
          return way;
        }
        if (!cameFrom.has(target)) cameFrom.set(target, path);
      }
    }
    return undefined;
  }

  #loadedBy(path: RepoPath): readonly RepoPath[] {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const lua = this.#rewritten.get(path) ?? luaText(this.#tree, path)?.lua;
    const requires =
      lua === undefined
        ? []
        : asLoaded({ lua, path, text: lua.text }, this.#tree.project, (name) => this.#led(name, path))
            .requires;
    const found = requires.flatMap((require) => {
      const led = require.kind === "static" && !require.isLazy ? this.#led(require.name, path) : undefined;
      return led === undefined ? [] : [led];
    });
    this.#known.set(path, found);
    return found;
  }

  #led(name: ByteText, from: RepoPath): RepoPath | undefined {
    return this.#paths.leadAsWritten(name, from)?.path;
  }
}
