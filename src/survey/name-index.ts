import type { RepoPath } from "../base/repo-path.ts";

export interface SurveyedRequire {
  readonly path: RepoPath;
  /** With dots. */
  readonly name: string;
}

/** Every folder below which a name finds a file. */
export class NameIndex {
  readonly #folders = new Map<string, RepoPath[]>();
  readonly #wrapped = new Set<string>();
  readonly #deep: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(paths: readonly RepoPath[], requires: readonly SurveyedRequire[]) {
    for (const path of paths) {
      const words = path.replace(/(?:(?:^|\/)init)?\.lua$/i, "").split("/");
      if (words.some((word) => word.includes("."))) continue;
      for (let at = 0; at < words.length; at++) {
        const name = words.slice(at).join(".");
        const folder = words.slice(0, at).join("/") || ".";
        const known = this.#folders.get(name);
        if (known === undefined) this.#folders.set(name, [folder]);
        else known.push(folder);
      }
    }
    // `platform/imgui.lua` that requires "imgui" wraps somebody else's: nobody who requires that means this file.
    for (const { path, name } of requires)
      for (const folder of this.#folders.get(name) ?? [])
        if (isFileOf(path, folder, name)) this.#wrapped.add(`${folder}\0${name}`);
    this.#deep = deepNames(requires);
  }

  rootsOf({ path, name }: SurveyedRequire): readonly RepoPath[] {
    const found = this.find(name).filter((folder) => !isFileOf(path, folder, name));
    if (name.includes(".")) return found;
    // `refactoring.lua` is not the library whose `refactoring.ui` and others are required.
    const below = [...(this.#deep.get(name) ?? [])];
    return found.filter((folder) => {
      const here = below.filter((each) => this.find(each).includes(folder));
      return here.length * 2 >= below.length;
    });
  }

  find(name: string): readonly RepoPath[] {
    return (this.#folders.get(name) ?? []).filter((folder) => !this.#wrapped.has(`${folder}\0${name}`));
  }
}

function isFileOf(path: RepoPath, folder: RepoPath, name: string): boolean {
  const stem = `${folder === "." ? "" : `${folder}/`}${name.replaceAll(".", "/")}`;
  return path === `${stem}.lua` || path === `${stem}/init.lua`;
}

/** By first part, the names below it. */
function deepNames(requires: readonly SurveyedRequire[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { name } of requires) {
    if (!name.includes(".")) continue;
    const first = name.slice(0, name.indexOf("."));
    all.set(first, (all.get(first) ?? new Set()).add(name));
  }
  return all;
}
