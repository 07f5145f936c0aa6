import { type ByteText, byteTextOf, readable } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import { nearest } from "../base/nearest.ts";
import { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { namesOf } from "../lua/facts/module-names.ts";
import { LuaSource } from "../lua/source.ts";
import type { ObjectId } from "../model/change.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { Note } from "../model/note.ts";
import type { Project } from "../model/project.ts";
import type { Import, MappedFile, MappedRequire, RequireMap, RequireTarget } from "../model/require-map.ts";
import { cyclesOf } from "./cycles.ts";
import { isGenerated, isLua, isVendored, versionOf } from "./lua-files.ts";
import { isFromOutside, pathsFor } from "./module-lookup.ts";
import { rootsFor } from "./module-roots.ts";
import { asLoaded, mayReadItsName } from "./own-name.ts";

/** Reads one file after the other and keeps of each only what the map says of it: a text can go once it was read. */
export class RequireReader {
  readonly #project: Project;
  readonly #paths: ReadonlySet<RepoPath>;
  readonly #files: MappedFile[] = [];
  readonly #known = new Map<string, Facts>();
  readonly #meant = new Map<string, string | undefined>();
  #moduleNames: readonly string[] | undefined;

  /** `paths` is everything that the tree holds, which is what module names are looked for in. */
  constructor(project: Project, paths: ReadonlySet<RepoPath>) {
    this.#project = project;
    this.#paths = paths;
  }

  read(path: RepoPath, id: ObjectId, bytes: Buffer): void {
    const version = versionOf(path, this.#project);
    const key = `${version} ${id}`;
    const facts = this.#known.get(key) ?? factsOf(bytes, version, (source) => this.#loaded(source, path));
    if (!facts.isByName) this.#known.set(key, facts);
    const { fault, requires } = facts;
    this.#files.push({
      path,
      name: this.#nameOf(path),
      role: roleOf(path, this.#project),
      requires: requires.map(({ name, ...require }) => ({
        ...require,
        target: name === undefined ? { kind: "dynamic" } : this.#target(name, path),
      })),
      ...(fault === undefined ? {} : { fault }),
    });
  }

  map(tree: ObjectId | undefined, notes: readonly Note[]): RequireMap {
    const files = this.#files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { tree, files, imports: importsOf(files), cycles: cyclesOf(files), notes };
  }

  #loaded(lua: LuaSource, path: RepoPath): LuaSource {
    return asLoaded({ lua, path, text: lua.text }, this.#project, (name) => this.#resolve(name, path));
  }

  #resolve(name: ByteText, from: RepoPath): RepoPath | undefined {
    return pathsFor(name, from, this.#project).find((each) => this.#paths.has(each));
  }

  #target(name: ByteText, from: RepoPath): RequireTarget {
    const path = this.#resolve(name, from);
    if (path !== undefined) return { kind: "file", path, name: this.#nameOf(path) };
    if (isFromOutside(name, from, this.#project)) return { kind: "outside" };
    const near = this.#nearest(readable(dotted(name)));
    return { kind: "unresolved", ...(near === undefined ? {} : { nearest: near }) };
  }

  #nearest(name: string): string | undefined {
    this.#moduleNames ??= moduleNames(this.#paths, this.#project);
    if (!this.#meant.has(name)) this.#meant.set(name, nearest(name, this.#moduleNames));
    return this.#meant.get(name);
  }

  #nameOf(path: RepoPath): string {
    const names = namesOf(path, rootsFor(path, this.#project.lua)).map(readable);
    return names.toSorted((a, b) => a.length - b.length)[0] ?? path;
  }
}

interface Facts {
  readonly requires: readonly (Omit<MappedRequire, "target"> & { readonly name: ByteText | undefined })[];
  /** They depend on the path of the text. */
  readonly isByName: boolean;
  readonly fault?: MappedFile["fault"];
}

function factsOf(bytes: Buffer, version: LuaVersion, loaded: (source: LuaSource) => LuaSource): Facts {
  const text = byteTextOf(bytes);
  const source = new LuaSource(text, version);
  const { syntax } = source;
  if (!syntax.ok) {
    const { message, range } = syntax.error;
    return {
      requires: [],
      isByName: false,
      fault: { at: new LineIndex(text).at(range.start), message: readable(message) },
    };
  }
  if (!text.includes("require")) return { requires: [], isByName: false };
  const lines = new LineIndex(text);
  return {
    isByName: mayReadItsName(source),
    requires: loaded(source).requires.map((require) => ({
      at: lines.at(require.range.start),
      text: readable(require.kind === "static" ? require.name : require.text),
      name: require.kind === "static" ? require.name : undefined,
      isLazy: require.isLazy,
      isProtected: require.isProtected,
    })),
  };
}

function roleOf(path: RepoPath, project: Project): MappedFile["role"] {
  if (isVendored(path, project)) return "vendored";
  return isGenerated(path, project) ? "generated" : "own";
}

function moduleNames(paths: Iterable<RepoPath>, project: Project): string[] {
  const lua = [...paths].filter((path) => isLua(path, project)).sort();
  return [...new Set(lua.flatMap((path) => namesOf(path, rootsFor(path, project.lua)).map(readable)))];
}

function importsOf(files: readonly MappedFile[]): Import[] {
  const wanted = new Map<string, { name: string; path: RepoPath | undefined; files: Set<RepoPath> }>();
  for (const file of files) {
    for (const { target, text } of file.requires) {
      if (target.kind === "dynamic") continue;
      const path = target.kind === "file" ? target.path : undefined;
      const name = target.kind === "file" ? target.name : dotted(text);
      const key = path === undefined ? `name ${name}` : `path ${path}`;
      const known = wanted.get(key) ?? { name, path, files: new Set() };
      known.files.add(file.path);
      wanted.set(key, known);
    }
  }
  return [...wanted.values()]
    .map(({ name, path, files: importers }) => ({ name, path, files: importers.size }))
    .sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
