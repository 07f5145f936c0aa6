// Which names change with the places that move.
import type { ByteText } from "../../base/byte-text.ts";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import type { MovedPair } from "./place.ts";

export class MovedNames {
  readonly #roots: readonly RepoPath[];
  readonly #exact = new Map<ByteText, ByteText>();
  readonly #prefixes: (readonly [from: ByteText, to: ByteText])[] = [];

  constructor(roots: readonly RepoPath[]) {
    this.#roots = roots;
  }

  renamed(name: ByteText): ByteText | undefined {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    for (const [from, to] of this.#prefixes) {
      if (!name.startsWith(`${from}.`)) continue;
      // Moved into a folder inside itself: what is there already stays.
      if (to.startsWith(`${from}.`) && (name === to || name.startsWith(`${to}.`))) continue;
      const below = name.slice(from.length + 1);
      return (to === "" ? below : `${to}.${below}`) as ByteText;
    }
    return undefined;
  }

  add({ isFolder, from, to, names }: MovedPair): void {
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
}

export function nameBelow(path: RepoPath, root: RepoPath): ByteText | undefined {
  const inside = root === "" ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
  if (inside === undefined || inside.includes(".")) return undefined;
  return encodePath(inside).toString("latin1").replaceAll("/", ".") as ByteText;
}
