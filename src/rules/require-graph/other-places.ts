// Where a module that leaves its place may still be found: names of modules start elsewhere now, or a rock has it.
import type { RepoPath } from "../../base/repo-path.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import type { FileChange } from "../../model/change.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { isLua } from "../../modules/lua-files.ts";
import { rootsFor } from "../../modules/module-roots.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import type { ChangeScene } from "../../rule/rule.ts";
import { rockGives, rocksIn } from "./rocks.ts";

export type Whereabouts =
  | undefined
  /** The change says that names start there: in a path, in a rockspec. Or what it moved to is a folder of others' modules. */
  | "found by its name"
  /** All that began like it moved together, and nobody was mended: names may start there. */
  | "its whole root moved"
  /** The rockspec asks for it from now on. */
  | "a rock";

/** A change of a project, as far as what it leaves behind is looked for. */
export type ChangedProject = Pick<ChangeScene<unknown>, "change" | "project" | "optionsFor">;

/** From this many modules on, a move that no require follows is not a slip. */
const MANY = 3;

/** With more files than a person reads, they are not searched for a path. */
const MOST_FILES = 200;

const OTHERS =
  /(?:^|\/)(?:vendor|vendored|third[_-]party|3rdparty|deps|lua_modules|external|externals)(?:\/|$)/i;

export class OtherPlaces {
  readonly needs: Need[] = [];
  readonly #scene: ChangedProject;
  readonly #facts: Facts;
  readonly #changed: readonly SourceFile[];
  #texts: readonly SourceFile[] | undefined;

  constructor(
    left: readonly { readonly path: RepoPath }[],
    changed: readonly SourceFile[],
    scene: ChangedProject,
    facts: Facts,
  ) {
    this.#scene = scene;
    this.#facts = facts;
    this.#changed = changed;
    if (left.length > 0) this.#texts = this.#load();
  }

  of(path: RepoPath): Whereabouts {
    if (this.#isRock(path)) return "a rock";
    const heir = this.#heirOf(path);
    if (heir === undefined) return undefined;
    const { to, inside } = heir;
    const root = to.slice(0, Math.max(0, to.length - inside.length - 1));
    if (OTHERS.test(root) || this.#isNamed(root, to)) return "found by its name";
    return this.#movedWhole(path, inside, root) ? "its whole root moved" : undefined;
  }

  /** What else the change holds: rockspecs, settings of runners, build files. */
  #load(): readonly SourceFile[] {
    const { change } = this.#scene;
    const paths = change.files.flatMap((file) => (file.kind === "deleted" ? [] : [file.path]));
    const known = new Set(this.#changed.map(({ path }) => path));
    const others = paths.filter((path) => !known.has(path)).slice(0, MOST_FILES);
    if (others.length > 0) this.needs.push({ kind: "contents", side: "after", paths: others });
    return [...this.#changed, ...others.flatMap((path) => this.#facts.file("after", path) ?? [])];
  }

  /** The file in another folder that has the rest of its path: `x/a.lua` as `src/x/a.lua`. */
  #heirOf(path: RepoPath): { readonly to: RepoPath; readonly inside: RepoPath } | undefined {
    const { change, project } = this.#scene;
    const starts = rootsFor(path, project.lua).map((root) => (typeof root === "string" ? root : root.folder));
    const insides = starts.flatMap((root) => within(path, root) ?? []);
    const fresh = change.files.flatMap((file) => (isFresh(file, path) ? [file.path] : []));
    for (const inside of insides) {
      const to = fresh.find((each) => each === inside || each.endsWith(`/${inside}`));
      if (to !== undefined) return { to, inside };
    }
    return undefined;
  }

  /** An added line that holds the folder as a path of modules, or as a word of its own, or the whole new path. */
  #isNamed(root: RepoPath, to: RepoPath): boolean {
    const folder = root === "" ? "." : root;
    const spelt = [`${folder}/?`, `"${folder}"`, `'${folder}'`, `"${folder}/"`, `'${folder}/'`, to];
    return (this.#texts ?? []).some((file) =>
      file.text
        .split("\n")
        .some((line, at) => spelt.some((each) => line.includes(each)) && isAddedLine(at + 1, file)),
    );
  }

  #movedWhole(path: RepoPath, inside: RepoPath, root: RepoPath): boolean {
    const { change, project } = this.#scene;
    const old = path.slice(0, path.length - inside.length);
    // Whether what lies right below a root has moved with everything that lies there.
    const family = `${old}${inside.slice(0, inside.indexOf("/") + 1)}`;
    if (family === "") return false;
    const fresh = root === "" ? "" : `${root}/`;
    const moves = change.files.filter(
      (file) =>
        file.kind === "renamed" &&
        file.from.startsWith(family) &&
        file.path === `${fresh}${file.from.slice(old.length)}`,
    );
    const others = change.files.some(
      ({ path: each, kind }) =>
        kind !== "deleted" && each.startsWith(family) && !each.startsWith(fresh || " "),
    );
    if (moves.length < MANY || others) return false;
    // Somebody who mends one importer means to mend them all.
    const names = new Set(moves.flatMap((file) => namesOf(file.path, rootsFor(file.path, project.lua))));
    return !this.#changed.some((file) =>
      file.lua.requires.some((each) => each.kind === "static" && names.has(each.name)),
    );
  }

  #isRock(path: RepoPath): boolean {
    const { project } = this.#scene;
    const specs = (this.#texts ?? []).filter((file) => file.path.endsWith(".rockspec"));
    if (specs.length === 0) return false;
    const rocks = specs.flatMap(({ text }) => rocksIn(text));
    const isKept = this.#scene.change.files.some(
      (file) => file.kind === "renamed" && file.from === path && isLua(file.path, project),
    );
    const names = namesOf(path, rootsFor(path, project.lua));
    return !isKept && names.some((name) => rocks.some((rock) => rockGives(rock, name)));
  }
}

function isFresh(file: FileChange, from: RepoPath): boolean {
  return file.kind === "added" || (file.kind === "renamed" && file.from === from);
}

function within(path: RepoPath, root: RepoPath): RepoPath | undefined {
  if (root === "" || root === ".") return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}
