// A change set's source in which a symbolic link with a Lua name is the file that it leads to, as it is to whoever loads it.
import type { ByteText } from "../base/byte-text.ts";
import { byteTextOf } from "../base/byte-text.ts";
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Blob, Entry, Links, ObjectId, Side, Source } from "../model/change.ts";
import type { Project } from "../model/project.ts";
import { LONGEST_LINK, linkText, type Milestone, type Way, walkLinks } from "../modules/link-end.ts";
import { isLua } from "../modules/lua-files.ts";

export class LinkedSource implements Source {
  readonly #source: Source;
  readonly #project: Project;
  readonly #limit: number;
  readonly #links: Links;
  readonly #gone: readonly RepoPath[];
  #paths: ReadonlySet<RepoPath> | undefined;
  readonly #ways = new Map<string, Promise<Way>>();

  /** `links` are those after the change, `gone` others that were there before it. */
  constructor(
    source: Source,
    links: Links,
    gone: readonly RepoPath[],
    { project, sizeLimit }: { readonly project: Project; readonly sizeLimit: number },
  ) {
    this.#source = source;
    this.#project = project;
    this.#limit = sizeLimit;
    this.#links = links;
    this.#gone = gone;
  }

  async load(ids: Iterable<ObjectId>, limit: number): Promise<ReadonlyMap<ObjectId, Blob>> {
    return await this.#source.load(ids, limit);
  }

  async entries(side: Side, paths: readonly RepoPath[]): Promise<ReadonlyMap<RepoPath, Entry>> {
    const found = new Map(await this.#source.entries(side, paths));
    for (const path of paths) {
      const entry = found.get(path);
      if (entry === undefined ? !this.#isBelowLink(path) : entry.kind !== "symlink") continue;
      if (!isLua(path, this.#project)) continue;
      const { end } = await this.way(side, path);
      if (end.kind === "file") found.set(path, { ...end.entry, target: end.path });
      else if (end.kind === "nothing" || end.kind === "cycle") found.delete(path);
    }
    return found;
  }

  async list(side: Side): Promise<ReadonlyMap<RepoPath, Entry>> {
    return await this.#source.list(side);
  }

  async links(side: Side): Promise<Links> {
    return await this.#source.links(side);
  }

  /** Git looks into no link: what one of them leads to is looked at here, unless that has a Lua name itself. */
  async search(
    side: Side,
    words: readonly string[],
    globs: readonly string[],
    withPrograms = false,
  ): Promise<ReadonlyMap<RepoPath, Entry>> {
    const found = new Map(await this.#source.search(side, words, globs, withPrograms));
    const links = (await this.links(side)).paths.filter((path) => matchesAny(globs, path));
    const entries = [...(await this.entries(side, links))].filter(
      ([, { target }]) => target !== undefined && !isLua(target, this.#project),
    );
    const texts = await this.load(
      entries.map(([, { id }]) => id),
      this.#limit,
    );
    for (const [path, entry] of entries) {
      if (holdsOne(texts.get(entry.id), words)) found.set(path, entry);
    }
    return found;
  }

  way(side: Side, path: RepoPath): Promise<Way> {
    const key = `${side}\0${path}`;
    const known = this.#ways.get(key) ?? wayTo(side, path, this.#source);
    this.#ways.set(key, known);
    return known;
  }

  /** Below one that may lead to a folder with Lua in it. */
  #isBelowLink(path: RepoPath): boolean {
    this.#paths ??= new Set([...this.#links.paths, ...this.#gone]);
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const above = path.slice(0, end);
      if (this.#paths.has(above) && !isLua(above, this.#project)) return true;
    }
    return false;
  }
}

/** Follows `path` to where it leads, on that side of what `source` holds. */
export async function wayTo(side: Side, path: RepoPath, source: Source): Promise<Way> {
  if (source instanceof LinkedSource) return await source.way(side, path);
  const walk = walkLinks(path);
  let step = walk.next();
  while (!step.done) step = walk.next(await milestoneAt(side, step.value, source));
  return step.value;
}

async function milestoneAt(side: Side, path: RepoPath, source: Source): Promise<Milestone | undefined> {
  const entry = (await source.entries(side, [path])).get(path);
  if (entry?.kind !== "symlink") return entry && { entry };
  return { link: linkText((await source.load([entry.id], LONGEST_LINK)).get(entry.id)) };
}

function holdsOne(blob: Blob | undefined, words: readonly string[]): boolean {
  if (blob?.kind !== "bytes") return false;
  const text: ByteText = byteTextOf(blob.bytes);
  return words.some((word) => word !== "" && text.includes(word));
}
