// The corpus as the generated commits see it: paths and texts, and who mentions what.
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpusPolicy } from "./policy.ts";

/** New texts by path; null for a file that goes. */
export type Edits = ReadonlyMap<string, string | null>;

export class Tree {
  readonly #texts: Map<string, string>;

  constructor(texts: Iterable<readonly [string, string]>) {
    this.#texts = new Map(texts);
  }

  /** Below `start` only, in path order. */
  paths(start = ""): string[] {
    return [...this.#texts.keys()].filter((path) => path.startsWith(start)).sort();
  }

  text(path: string): string {
    return this.#texts.get(path) ?? "";
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** Files whose text holds `part`. */
  holding(part: string): string[] {
    return this.paths().filter((path) => this.text(path).includes(part));
  }

  with(edits: Edits): Tree {
    const texts = new Map(this.#texts);
    for (const [path, text] of edits) {
      if (text === null) texts.delete(path);
      else texts.set(path, text);
    }
    return new Tree(texts);
  }
}

/** As bytes, one character each. Links are left out: the copies for other Lua versions are links. */
export function readTree(folder: string, files: readonly string[]): Tree {
  const own = files.filter((file) => lstatSync(join(folder, file)).isFile());
  return new Tree(own.map((file) => [file, readFileSync(join(folder, file), "latin1")] as const));
}

/** What a path is required as; undefined for what no module root reaches. */
export function moduleOf(path: string): string | undefined {
  for (const root of corpusPolicy.lua?.moduleRoots ?? []) {
    if (!path.startsWith(`${root}/`)) continue;
    const stem = path.slice(root.length + 1).replace(/(?:\/init)?\.lua$/, "");
    return stem.includes(".") ? undefined : stem.replaceAll("/", ".");
  }
  return undefined;
}

/** Files that require a module, and whether anything else in the tree mentions its name. */
export function importersOf(
  module: string,
  tree: Tree,
): { readonly files: readonly string[]; readonly isClean: boolean } {
  const quoted = new RegExp(`["']${module.replaceAll(".", "[./]")}["']`, "g");
  const required = new RegExp(`\\brequire\\s*\\(?\\s*(["'])${module.replaceAll(".", "\\.")}\\1`, "g");
  const files: string[] = [];
  let isClean = true;
  for (const path of tree.paths()) {
    const text = tree.text(path);
    if (!text.includes(module) && !text.includes(module.replaceAll(".", "/"))) continue;
    const all = text.match(quoted)?.length ?? 0;
    const requires = text.match(required)?.length ?? 0;
    if (requires > 0) files.push(path);
    if (all !== requires) isClean = false;
  }
  return { files, isClean };
}
