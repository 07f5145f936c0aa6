// The symbolic links of the index or of a tree. A commit pays only for a look at the bytes of its index, which nearly always tell.
import { decodePath } from "../../base/repo-path.ts";
import { type Links, linksOf, NO_LINKS, type ObjectId, pairsOf } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { ID_LENGTHS, linksInIndex } from "./index-links.ts";
import { listIndex } from "./index-list.ts";
import { type KnownLinks, linksSince } from "./links-since.ts";
import type { Objects } from "./objects.ts";
import { readIndex, sizeOfIndex } from "./read-index.ts";
import { linksAndFolders } from "./tree-entries.ts";

/** Those of the index that `GIT_INDEX_FILE` names. `base` is the commit whose links they are too, if it is known to be. */
export async function linksOfIndex(repo: Repository, base?: ObjectId): Promise<Links> {
  const kept = keeps.get(repo.objects);
  if (base === undefined || kept === undefined || sizeOfIndex(repo) < LARGE) return linksShown(repo);
  return linksKept(repo, kept, base);
}

/** From here on an index takes longer to read than what differs from the last commit. In bytes: some thirty thousand entries. */
const LARGE = 4 << 20;

/** Where the links of the last commit are kept from one run to the next. */
export interface LinkKeep {
  recall(): KnownLinks | undefined;
  keep(known: KnownLinks): void;
}

export function keepLinks({ objects }: Pick<Repository, "objects">, keep: LinkKeep): void {
  keeps.set(objects, keep);
}

const keeps = new WeakMap<Objects, LinkKeep>();

async function linksKept(repo: Repository, { recall, keep }: LinkKeep, base: ObjectId): Promise<Links> {
  const tree = (await repo.objects.find(`${base}^{tree}`))?.id;
  if (tree === undefined) return linksShown(repo);
  const known = recall();
  const most = sizeOfIndex(repo) / A_FOLDER_COSTS;
  const idLength = ID_LENGTHS[repo.objectFormat];
  const told = known && (await linksSince(known, tree, repo.objects, idLength, most));
  const links = told ? linksOf(told.links) : await linksShown(repo);
  if (tree !== known?.tree) keep(told ?? { tree, links: pairsOf(links) });
  return links;
}

/** As many times as much as the same number of bytes of an index: it is compressed, and comes through a pipe. */
const A_FOLDER_COSTS = 32;

async function linksShown(repo: Repository): Promise<Links> {
  const bytes = readIndex(repo);
  if (bytes === undefined) return NO_LINKS;
  const told = linksInIndex(bytes, ID_LENGTHS[repo.objectFormat]);
  if (told !== undefined) return told;
  const { entries } = await listIndex(repo);
  return linksOf([...entries].flatMap(([path, { kind, id }]) => (kind === "symlink" ? [[path, id]] : [])));
}

/** Those of a tree, or a commit's. A folder is read once, however many commits hold it; what can't be read holds none. */
export async function linksOfTree(repo: Repository, tree: ObjectId): Promise<Links> {
  const told = linksTold(repo, tree);
  if (told !== undefined) return told;
  const known = walks.get(repo.objects) ?? new Walk(repo.objects, ID_LENGTHS[repo.objectFormat]);
  walks.set(repo.objects, known);
  const links = await known.below(`${tree}^{tree}`);
  return linksOf(links.map(({ path, id }) => [decodePath(Buffer.from(path, "latin1")), id]));
}

/** Where an index has told them. */
export function linksTold({ objects, objectFormat }: Repository, tree: ObjectId): Links | undefined {
  const index = indexes.get(objects)?.get(tree);
  return index && linksInIndex(index, ID_LENGTHS[objectFormat]);
}

/** An index that was written as a tree shows the links of that tree, and no folder of it need be read. */
export function tellTreeOfIndex({ objects }: Repository, tree: ObjectId, index: Buffer): void {
  const told = indexes.get(objects) ?? new Map<ObjectId, Buffer>();
  told.set(tree, index);
  indexes.set(objects, told);
}

/** Another name of the same tree: the commit that holds it. */
export function tellSameTree({ objects }: Repository, name: ObjectId, tree: ObjectId): void {
  const told = indexes.get(objects);
  const index = told?.get(tree);
  if (index !== undefined) told?.set(name, index);
}

const indexes = new WeakMap<Objects, Map<ObjectId, Buffer>>();

interface Link {
  /** Below the folder; one character per byte. */
  readonly path: string;
  readonly id: ObjectId;
}

const walks = new WeakMap<Objects, Walk>();
const NONE: readonly Link[] = [];

class Walk {
  readonly #objects: Objects;
  readonly #idLength: number;
  readonly #folders = new Map<string, Promise<readonly Link[]>>();

  constructor(objects: Objects, idLength: number) {
    this.#objects = objects;
    this.#idLength = idLength;
  }

  below(name: string): Promise<readonly Link[]> {
    const known = this.#folders.get(name);
    if (known !== undefined) return known;
    const links = this.#read(name);
    this.#folders.set(name, links);
    return links;
  }

  async #read(name: string): Promise<readonly Link[]> {
    const bytes = (await this.#objects.find(name))?.bytes;
    if (bytes === undefined) return NONE;
    const own: Link[] = [];
    const folders: Promise<readonly Link[]>[] = [];
    for (const { isFolder, name, id } of linksAndFolders(bytes, this.#idLength)) {
      if (isFolder) folders.push(this.#in(name, id));
      else own.push({ path: name, id });
    }
    const below = (await Promise.all(folders)).flat();
    return own.length + below.length === 0 ? NONE : [...own, ...below];
  }

  async #in(folder: string, id: ObjectId): Promise<readonly Link[]> {
    const links = await this.below(id);
    return links.length === 0 ? NONE : links.map((link) => ({ ...link, path: `${folder}/${link.path}` }));
  }
}
