// What a change does to the Lua behind symbolic links. Whoever loads `M.lua` loads what it leads to, whatever that is called: it is
// judged as a change of `M.lua` when the link changes, and when what it leads to does.
import type { RepoPath } from "../base/repo-path.ts";
import {
  type ChangeSet,
  type Entry,
  type FileChange,
  isText,
  type LineChange,
  type Links,
  type Side,
} from "../model/change.ts";
import { changedPaths } from "../model/changed-paths.ts";
import { hasFacet } from "../model/facet.ts";
import type { LostLink, Note } from "../model/note.ts";
import type { LinkEnd } from "../modules/link-end.ts";
import { isLua } from "../modules/lua-files.ts";
import { LinkedSource } from "./linked-source.ts";
import { nearLinks } from "./near-links.ts";
import type { Terms } from "./terms.ts";

export interface Followed {
  readonly change: ChangeSet;
  readonly notes: readonly Note[];
}

export async function followLinks(change: ChangeSet, terms: Terms): Promise<Followed> {
  if (!hasFacet(change.subject, "files") || change.files.length === 0) return { change, notes: [] };
  const links = await change.source.links("after");
  const gone = (change.since?.files ?? change.files).flatMap(linkBefore);
  if (links.size + gone.length === 0) return { change, notes: [] };
  const source = new LinkedSource(change.source, links, gone, terms);
  const behind = new Behind(source, links, gone, terms);
  const { since } = change;
  const files = await behind.changes(change.files);
  const followed: ChangeSet = { ...change, files, asCommitted: change.files, source };
  const notes = behind.notes;
  if (since === undefined) return { change: followed, notes };
  const before = async () => (await followLinks(await since.before(), terms)).change;
  return {
    change: { ...followed, since: { files: await behind.changes(since.files), before } },
    notes,
  };
}

class Behind {
  readonly notes: Note[] = [];
  readonly #source: LinkedSource;
  readonly #links: Links;
  readonly #gone: readonly RepoPath[];
  readonly #terms: Terms;

  constructor(source: LinkedSource, links: Links, gone: readonly RepoPath[], terms: Terms) {
    this.#source = source;
    this.#links = links;
    this.#gone = gone;
    this.#terms = terms;
  }

  /** `files` in path order, with each change of or behind a link as the change of a file. */
  async changes(files: readonly FileChange[]): Promise<readonly FileChange[]> {
    const { project } = this.#terms;
    const isOurs = (file: FileChange) =>
      hasLink(file) && changedPaths(file).some((path) => isLua(path, project));
    const own = files.filter(isOurs);
    const touched = new Set(files.flatMap(changedPaths));
    const known = new Set(own.map(({ path }) => path));
    const others = await this.#reached(files);
    const made = await Promise.all([
      ...own.map((file) => this.#followed(file, file.path, files)),
      ...others
        .filter((path) => !known.has(path) && !touched.has(path))
        .map(async (path) =>
          (await this.#isTouched(path, touched)) ? this.#followed(undefined, path, files) : [],
        ),
    ]);
    return [...files.filter((file) => !isOurs(file)), ...made.flat()].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    );
  }

  /** The links to Lua files, and what the change touches under the name that it has behind a link to its folder. */
  async #reached(files: readonly FileChange[]): Promise<readonly RepoPath[]> {
    const { project } = this.#terms;
    const touched = files.flatMap(changedPaths);
    const links = files.some(hasLink)
      ? [...new Set([...this.#links.paths, ...this.#gone])]
      : await nearLinks(this.#links, touched, this.#source, this.#terms);
    const reached = new Set(links.filter((path) => isLua(path, project)));
    for (const link of links.filter((path) => !isLua(path, project))) {
      const { end } = await this.#source.way("after", link);
      if (end.kind !== "nothing") continue;
      for (const path of touched) {
        const other = `${link}/${path.slice(end.path.length + 1)}`;
        if (path.startsWith(`${end.path}/`) && isLua(other, project)) reached.add(other);
      }
    }
    for (const file of files.filter(hasLink))
      for (const path of await this.#belowLink(file)) reached.add(path);
    return [...reached];
  }

  /** What a link to a folder, which is changed itself, gave before or gives now. */
  async #belowLink(file: FileChange): Promise<readonly RepoPath[]> {
    const { project } = this.#terms;
    const found: RepoPath[] = [];
    for (const [side, path] of linkPlaces(file)) {
      if (isLua(path, project)) continue;
      const { end } = await this.#source.way(side, path);
      if (end.kind !== "nothing") continue;
      for (const each of (await this.#source.list(side)).keys())
        if (each.startsWith(`${end.path}/`)) found.push(`${path}/${each.slice(end.path.length + 1)}`);
    }
    return found.filter((path) => isLua(path, project));
  }

  async #isTouched(path: RepoPath, touched: ReadonlySet<RepoPath>): Promise<boolean> {
    const ways = await Promise.all([this.#source.way("before", path), this.#source.way("after", path)]);
    return ways.some(({ over }) => over.some((each) => touched.has(each)));
  }

  async #followed(
    file: FileChange | undefined,
    path: RepoPath,
    files: readonly FileChange[],
  ): Promise<readonly FileChange[]> {
    const from = file?.kind === "renamed" ? file.from : path;
    const hadNothing = file?.kind === "added" || file?.kind === "copied";
    const before = hadNothing ? undefined : await this.#entry("before", from);
    const after = file?.kind === "deleted" ? undefined : await this.#entry("after", path);
    if (before === undefined && after === undefined) return [];
    if (after === undefined) return before === undefined ? [] : [{ kind: "deleted", path: from, before }];
    const lines = linesOf(before, after, files);
    // A text can't be compared with something that is not one.
    if (before === undefined || !isText(before)) return [{ kind: "added", path, after, lines }];
    if (file?.kind === "renamed") return [{ ...file, before, after, lines }];
    return before.id === after.id ? [] : [{ kind: "modified", path, before, after, lines }];
  }

  async #entry(side: Side, path: RepoPath): Promise<Entry | undefined> {
    const entry = (await this.#source.entries(side, [path])).get(path);
    if (side === "after" && (entry === undefined || entry.kind === "symlink")) {
      const { end } = await this.#source.way("after", path);
      if (isLost(end.kind) && isLua(path, this.#terms.project)) this.#lost(path, end.kind);
    }
    return entry;
  }

  #lost(path: RepoPath, to: LostLink): void {
    if (this.notes.some((note) => "path" in note && note.path === path)) return;
    this.notes.push({ kind: "link-not-followed", path, to });
  }
}

function isLost(kind: LinkEnd["kind"]): kind is LostLink {
  return kind !== "file" && kind !== "nothing" && kind !== "cycle";
}

/** The lines that the change adds to what a link leads to; all of them where it led elsewhere. */
function linesOf(before: Entry | undefined, after: Entry, files: readonly FileChange[]): LineChange {
  const behind = files.find(({ path }) => path === after.target);
  const isSame = behind?.kind === "modified" && behind.before.id === before?.id;
  return isSame && behind.after.id === after.id ? behind.lines : EVERY_LINE;
}

const EVERY_LINE: LineChange = {
  kind: "text",
  added: [{ start: 1, end: Number.MAX_SAFE_INTEGER }],
  addedLoc: 0,
};

function linkBefore(file: FileChange): RepoPath[] {
  if (file.kind === "added" || file.kind === "copied" || file.before.kind !== "symlink") return [];
  return [file.kind === "renamed" ? file.from : file.path];
}

/** Where a change has a link, by the side. */
function linkPlaces(file: FileChange): readonly (readonly [Side, RepoPath])[] {
  const before = linkBefore(file).map((path) => ["before", path] as const);
  return file.kind !== "deleted" && file.after.kind === "symlink"
    ? [...before, ["after", file.path]]
    : before;
}

function hasLink(file: FileChange): boolean {
  return linkBefore(file).length > 0 || (file.kind !== "deleted" && file.after.kind === "symlink");
}
