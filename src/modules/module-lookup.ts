// Finds the files that module names stand for on one side of a change, and notes what it needed to know and did not.
import type { ByteText } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { candidates, type ModuleRoot, namesOf, standIns } from "../lua/facts/module-names.ts";
import type { LuaSource } from "../lua/source.ts";
import { isStandardModule } from "../lua/values/standard-names.ts";
import type { Side } from "../model/change.ts";
import type { Project } from "../model/project.ts";
import type { Facts, Need } from "./facts.ts";
import { folderOf } from "./importers.ts";
import { versionOf } from "./lua-files.ts";
import { matchesModule } from "./module-pattern.ts";
import { rootsFor } from "./module-roots.ts";
import { asLoaded } from "./own-name.ts";
import type { SourceFile } from "./source-file.ts";

/** The lookups of both sides of a change. */
export interface LookupSides {
  readonly before: ModuleLookup;
  readonly after: ModuleLookup;
}

export class ModuleLookup {
  readonly #side: Side;
  readonly #project: Project;
  readonly #facts: Facts;
  readonly #paths = new Set<RepoPath>();
  readonly #contents = new Set<RepoPath>();
  readonly #resolved: Resolved;

  constructor(side: Side, project: Project, facts: Facts) {
    this.#side = side;
    this.#project = project;
    this.#facts = facts;
    this.#resolved = resolvedBy(facts, project)[side];
  }

  /** The file that `name` stands for in `from`; undefined when there is none, "unknown" until it was asked for. */
  resolve(name: ByteText, from: RepoPath): RepoPath | "unknown" | undefined {
    const resolved = this.#resolvedIn(from);
    const known = resolved.get(name);
    if (known !== undefined || resolved.has(name)) return known;
    const path = this.#resolve(name, from);
    if (path !== "unknown") resolved.set(name, path);
    return path;
  }

  #resolvedIn(from: RepoPath): Map<ByteText, RepoPath | undefined> {
    const known = this.#resolved.get(from);
    if (known !== undefined) return known;
    const resolved = new Map<ByteText, RepoPath | undefined>();
    this.#resolved.set(from, resolved);
    return resolved;
  }

  #resolve(name: ByteText, from: RepoPath): RepoPath | "unknown" | undefined {
    const paths = pathsFor(name, from, this.#project);
    for (const path of paths) {
      if (!this.#facts.knows(this.#side, path)) {
        for (const each of paths) this.#paths.add(each);
        return "unknown";
      }
      if (this.#facts.entry(this.#side, path) !== undefined) return path;
    }
    return undefined;
  }

  /** Whether a file that is not Lua stands for `name`; "unknown" until it was asked for. */
  isMade(name: ByteText, from: RepoPath): boolean | "unknown" {
    const paths = standIns(name, rootsFor(from, this.#project.lua), from);
    if (paths.every((path) => this.#facts.knows(this.#side, path)))
      return paths.some((path) => this.#facts.entry(this.#side, path) !== undefined);
    for (const path of paths) this.#paths.add(path);
    return "unknown";
  }

  /** Undefined for what is not there, and until it was read. */
  file(path: RepoPath): SourceFile | undefined {
    const file = this.#facts.file(this.#side, path);
    if (file === undefined) this.#contents.add(path);
    return file;
  }

  /** How a file reads under the name that it is required by, where it builds other names from it: `require(PATH .. ".x")`. */
  read(file: SourceFile): LuaSource {
    return asLoaded(file, this.#project, (name) => this.resolve(name, file.path));
  }

  /** How a path is required: the shortest of its names, below the alias that it had `before`. */
  nameOf(path: RepoPath, before: ByteText = "" as ByteText): string {
    const aliases = this.#project.lua.aliases ?? [];
    const alias = aliases.find(({ name }) => dotted(before).startsWith(`${name}.`));
    const isBelow = (name: string) => alias !== undefined && name.startsWith(`${alias.name}.`);
    const names = [...namesOf(path, rootsFor(path, this.#project.lua))];
    names.sort((a, b) => Number(isBelow(b)) - Number(isBelow(a)) || a.length - b.length);
    return names[0] ?? path;
  }

  /** Whether there is something that it needed to know and did not. */
  get isShort(): boolean {
    return this.#paths.size + this.#contents.size > 0;
  }

  /** What it needed to know and did not. */
  get needs(): Need[] {
    const needs: Need[] = [];
    if (this.#paths.size > 0) needs.push({ kind: "entries", side: this.#side, paths: [...this.#paths] });
    if (this.#contents.size > 0)
      needs.push({ kind: "contents", side: this.#side, paths: [...this.#contents] });
    return needs;
  }
}

/** The files that `name` may stand for in `from`, the likeliest first. */
export function pathsFor(name: ByteText, from: RepoPath, project: Project): readonly RepoPath[] {
  const roots = rootsFor(from, project.lua);
  const paths = pathsInFolder(name, from, roots, project);
  // `net/cqueues.lua` that requires "cqueues" means the library, not itself.
  const isRooted = () => namesOf(from, roots).some((each) => each === dotted(name));
  return paths.includes(from) && !isRooted() ? paths.filter((path) => path !== from) : paths;
}

/** The same for all files of a folder, hundreds of which may require one module. */
function pathsInFolder(
  name: ByteText,
  from: RepoPath,
  roots: readonly ModuleRoot[],
  project: Project,
): readonly RepoPath[] {
  const ofProject =
    inFolders.get(project) ?? new WeakMap<readonly ModuleRoot[], Map<string, readonly RepoPath[]>>();
  inFolders.set(project, ofProject);
  const known = ofProject.get(roots) ?? new Map<string, readonly RepoPath[]>();
  ofProject.set(roots, known);
  const key = `${folderOf(from)}\0${name}`;
  let paths = known.get(key);
  if (paths === undefined) {
    // The host's own come first, even where a file has the same name.
    const beside = isDeclaredOutside(name, project) ? undefined : from;
    paths = isFromHost(name, project) ? [] : candidates(name, roots, beside);
    known.set(key, paths);
  }
  return paths;
}

const inFolders = new WeakMap<Project, WeakMap<readonly ModuleRoot[], Map<string, readonly RepoPath[]>>>();

/** By the file that requires, and the name. */
type Resolved = Map<RepoPath, Map<ByteText, RepoPath | undefined>>;

const lookups = new WeakMap<Facts, WeakMap<Project, Record<Side, Resolved>>>();

/** What names were found to stand for: each round of questions adds to it, and what is known stays as it is. */
function resolvedBy(facts: Facts, project: Project): Record<Side, Resolved> {
  const ofFacts = lookups.get(facts) ?? new WeakMap<Project, Record<Side, Resolved>>();
  lookups.set(facts, ofFacts);
  const resolved = ofFacts.get(project) ?? { before: new Map(), after: new Map() };
  ofFacts.set(project, resolved);
  return resolved;
}

/** The host gives it, even where the repository has a file of that name: one that wraps it, or stands in for it in tests. */
export function isFromHost(name: ByteText, { host }: Project): boolean {
  return matchesModule(name, host.modules);
}

/** By its own name: then a file of that name beside it is one that wraps it. */
export function isDeclaredOutside(name: ByteText, { lua }: Project): boolean {
  return matchesModule(name, wholeNames(lua.externals));
}

const known = new WeakMap<readonly string[], readonly string[]>();

function wholeNames(patterns: readonly string[]): readonly string[] {
  const names = known.get(patterns) ?? patterns.filter((pattern) => !pattern.endsWith("*"));
  known.set(patterns, names);
  return names;
}

/** Modules that are not looked for in the repository: Lua's own, the host's, what the policy declares. */
export function isFromOutside(name: ByteText, from: RepoPath, project: Project): boolean {
  const { lua, host } = project;
  return (
    isStandardModule(name, versionOf(from, project)) ||
    matchesModule(name, externalsFor(name, lua)) ||
    matchesModule(name, host.modules)
  );
}

/** `plugins.*` comes from outside, and `plugins.lsp` stands for a folder here: the closer one counts. */
function externalsFor(name: ByteText, { externals, aliases = [] }: Project["lua"]): readonly string[] {
  if (aliases.length === 0) return externals;
  const dots = dotted(name);
  const own = aliases.filter((alias) => dots === alias.name || dots.startsWith(`${alias.name}.`));
  const isFarther = (pattern: string) =>
    pattern.endsWith(".*") && own.some((alias) => alias.name.startsWith(pattern.slice(0, -2)));
  return own.length === 0 ? externals : externals.filter((pattern) => !isFarther(pattern));
}
