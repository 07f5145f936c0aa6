// Where a change set's contents come from: blobs and trees through `Objects`, searches by `git grep`.
import { matchesAny } from "../../base/glob.ts";
import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import {
  type Blob,
  type Entry,
  type Links,
  linksOf,
  NO_LINKS,
  type ObjectId,
  pairsOf,
  type Side,
  type Source,
} from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { entryOf } from "./entry.ts";
import { linksOfIndex, linksOfTree, linksTold } from "./links.ts";
import { Trees } from "./trees.ts";

/** What one side of a change is: nothing, a tree (or a commit's), or the index as a tree plus what differs from it. */
export type SideOf =
  | { readonly kind: "nothing" }
  | { readonly kind: "tree"; readonly id: ObjectId }
  | IndexSide;

export interface IndexSide {
  readonly kind: "index";
  readonly base: ObjectId | undefined;
  /** Every path of the index that differs from `base`; undefined where the index holds nothing. */
  readonly differs: ReadonlyMap<RepoPath, Entry | undefined>;
  /** Links are among what differs, on either side, or may be. */
  readonly linksDiffer: boolean;
}

export class GitSource implements Source {
  readonly #repo: Repository;
  readonly #sides: Readonly<Record<Side, SideOf>>;
  readonly #trees: Trees;
  readonly #links = new Map<Side, Promise<Links>>();

  constructor(repo: Repository, before: SideOf, after: SideOf) {
    this.#repo = repo;
    this.#sides = { before, after };
    this.#trees = new Trees(repo.objects, repo.objectFormat);
  }

  async load(ids: Iterable<ObjectId>, limit: number): Promise<ReadonlyMap<ObjectId, Blob>> {
    return await this.#repo.objects.load(ids, limit);
  }

  async entries(side: Side, paths: readonly RepoPath[]): Promise<ReadonlyMap<RepoPath, Entry>> {
    const what = this.#sides[side];
    const differs = what.kind === "index" ? what.differs : undefined;
    const root = rootOf(what);
    const inTree = paths.filter((path) => !differs?.has(path));
    const found = root === undefined ? new Map() : await this.#trees.entries(root, inTree);
    const entries = new Map<RepoPath, Entry>();
    for (const path of paths) {
      const entry = differs?.has(path) ? differs.get(path) : found.get(path);
      if (entry !== undefined) entries.set(path, entry);
    }
    return entries;
  }

  async list(side: Side): Promise<ReadonlyMap<RepoPath, Entry>> {
    const what = this.#sides[side];
    const root = rootOf(what);
    const entries = root === undefined ? new Map<RepoPath, Entry>() : await listTree(this.#repo, root);
    if (what.kind !== "index") return entries;
    for (const [path, entry] of what.differs) {
      if (entry === undefined) entries.delete(path);
      else entries.set(path, entry);
    }
    return entries;
  }

  links(side: Side): Promise<Links> {
    const links = this.#links.get(side) ?? this.#readLinks(side);
    this.#links.set(side, links);
    return links;
  }

  async #readLinks(side: Side): Promise<Links> {
    const what = this.#sides[side];
    if (what.kind === "nothing") return NO_LINKS;
    if (what.kind === "tree") return await linksOfTree(this.#repo, what.id);
    return (
      linksFromBase(this.#repo, what) ??
      (await linksOfIndex(this.#repo, what.linksDiffer ? undefined : what.base))
    );
  }

  async search(
    side: Side,
    words: readonly string[],
    globs: readonly string[],
    withPrograms = false,
  ): Promise<ReadonlyMap<RepoPath, Entry>> {
    const what = this.#sides[side];
    const patterns = words.filter((word) => word !== "");
    if (what.kind === "nothing" || patterns.length === 0 || globs.length === 0) return new Map();
    const found = await Promise.all([
      this.#grep(what, patterns, globs.map(pathspecOf)),
      withPrograms ? this.#grep(what, patterns, WITHOUT_ENDING) : [],
    ]);
    const [named, unnamed] = found;
    return await this.entries(side, [...named.filter((path) => matchesAny(globs, path)), ...unnamed]);
  }

  async #grep(
    what: Exclude<SideOf, { kind: "nothing" }>,
    patterns: readonly string[],
    pathspecs: readonly string[],
  ): Promise<readonly RepoPath[]> {
    const where = what.kind === "index" ? "--cached" : what.id;
    const answer = await this.#repo.detached.run(["grep", ...GREP, "-f", "-", where, "--", ...pathspecs], {
      globs: true,
      okCodes: [0, 1],
      input: Buffer.from(`${patterns.map(fixedText).join("\n")}\n`, "latin1"),
    });
    const prefix = what.kind === "index" ? 0 : Buffer.byteLength(`${what.id}:`);
    return splitAtNul(answer.stdout).map((line) => decodePath(line.subarray(prefix)));
  }
}

const WITHOUT_ENDING = [":(glob)**", ":(exclude,glob)**/*.*"];

const GREP = [
  "-l",
  "-z",
  "-F",
  "-a",
  "--no-color",
  "--no-recurse-submodules",
  "--full-name",
  "--no-textconv",
];

/**
 * What `-F` takes literally. Git puts the text between PCRE's `\Q` and `\E` without looking into it, so a `\E` in it
 * would end the quote: then its longest piece is looked for, which is in every file that holds the whole.
 */
function fixedText(word: string): string {
  if (!word.includes("\\E")) return word;
  return word.split("\\E").reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

/** Every file of a tree. */
export async function listTree(repo: Repository, tree: ObjectId): Promise<Map<RepoPath, Entry>> {
  const entries = new Map<RepoPath, Entry>();
  const answer = await repo.detached.run(["ls-tree", "-r", "-z", "--full-tree", tree]);
  for (const line of splitAtNul(answer.stdout)) {
    const tab = line.indexOf(9);
    const [mode = "", , id = ""] = line.toString("latin1", 0, tab).split(" ");
    const entry = entryOf(mode, id);
    if (entry !== undefined) entries.set(decodePath(line.subarray(tab + 1)), entry);
  }
  return entries;
}

/** What has changed since adds none, and an index that was looked at has told those of the base. */
function linksFromBase(repo: Repository, { base, differs }: IndexSide): Links | undefined {
  const told = base === undefined ? undefined : linksTold(repo, base);
  if (told === undefined || [...differs.values()].some((entry) => entry?.kind === "symlink"))
    return undefined;
  return linksOf(pairsOf(told).filter(([path]) => !differs.has(path)));
}

function rootOf(side: SideOf): ObjectId | undefined {
  if (side.kind === "nothing") return undefined;
  return side.kind === "tree" ? side.id : side.base;
}

/** Git's globs know no braces or groups: such a glob is widened to its folder, and the paths are matched here. */
function pathspecOf(glob: string): string {
  const special = glob.search(/[{}()!+@\\]/);
  if (special < 0) return `:(glob)${glob}`;
  const folder = glob.slice(0, glob.lastIndexOf("/", special) + 1);
  return `:(glob)${folder}**`;
}

function splitAtNul(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    pieces.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return pieces;
}
