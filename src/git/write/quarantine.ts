// A room for objects that are not the repository's yet: an object folder of its own, which borrows from the repository's, and
// an index of its own. What is written here is looked at by the same gate as everything else, and is gone afterwards unless it
// is taken into the repository, which is one explicit step. It lies among the system's temporary folders, named after the
// process that made it: what a killed one leaves is swept up by the next one, and Git never sees it.
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { readFileIfThere, replaceKept } from "../../system/files.ts";
import { fillFolder, withScratch } from "../../system/scratch.ts";
import { ID_LENGTHS } from "../objects/index-links.ts";
import { treeInIndex } from "../objects/index-tree.ts";
import { tellTreeOfIndex } from "../objects/links.ts";
import { Objects } from "../objects/objects.ts";
import { objectFolders, objectsIn, objectVariables } from "../open/object-folders.ts";
import type { Repository, RoomToCome } from "../open/repository.ts";
import { explainExit } from "../process/explain.ts";
import type { Git } from "../process/git.ts";
import { dateAs } from "./index-writer.ts";

/** What a tree must hold at a path: undefined removes what is there. */
export type TreeEntry = { readonly mode: string; readonly id: ObjectId } | undefined;

export interface Quarantine {
  /** The repository with all that is written here as well. No ref can be moved through it. */
  readonly repo: Repository;
  /** The same without a working tree, on the quarantine's own index, which is empty at first. */
  readonly index: Git;
  /** The same with that index in place of the repository's. */
  readonly inIndex: Repository;
  /** Writes contents, byte for byte; their ids in the same order. */
  writeBlobs(contents: readonly Buffer[]): Promise<readonly ObjectId[]>;
  /** A copy of the index as it is now. */
  copyOfIndex(): Git;
  /** Fills the index with what a tree or commit holds. */
  readTree(tree: ObjectId): Promise<void>;
  /** Fills the index with what an index file holds; nothing for an empty one. */
  fillIndex(contents: Buffer): void;
  /** The same with the moment at which it was written: a file that was changed in that moment is looked at again, not taken for the same. */
  copyIndex(file: string): void;
  /** Puts entries into the index, and takes others out of it. */
  update(entries: ReadonlyMap<RepoPath, TreeEntry>): Promise<void>;
  /** The tree of what the index holds; what is only intended to be added is not in it. */
  writeTree(): Promise<ObjectId>;
  /** The one step that brings what was written here into the repository. Nothing leads to it until a ref or an index does. */
  migrate(): Promise<void>;
}

/** Calls `work` with a quarantine, and leaves nothing behind but what was migrated. */
export async function withQuarantine<T>(
  repo: Repository,
  work: (quarantine: Quarantine) => Promise<T>,
): Promise<T> {
  if (repo.room?.isTaken === false) {
    repo.room.isTaken = true;
    return await work(new Room(repo, repo.room.folder, repo.objects));
  }
  return await withScratch("quarantine", async (folder) => {
    mkdirSync(objectsIn(folder));
    const room = new Room(repo, folder);
    try {
      return await work(room);
    } finally {
      await room.repo.close();
    }
  });
}

/** Calls `work` with a place for a quarantine of a repository that is still to be opened. */
export async function withRoom<T>(work: (room: RoomToCome) => Promise<T>): Promise<T> {
  return await withScratch("quarantine", async (folder) => {
    mkdirSync(objectsIn(folder));
    return await work({ folder, isTaken: false });
  });
}

class Room implements Quarantine {
  readonly repo: Repository;
  readonly index: Git;
  readonly inIndex: Repository;
  readonly #outside: Repository;
  readonly #folder: string;
  #batches = 0;
  #copies = 0;

  /** The objects are its own, with a process that reads them, unless those are given that show them. */
  constructor({ room: _, ...outside }: Repository, folder: string, given?: Objects) {
    this.#outside = outside;
    this.#folder = folder;
    const variables = {
      ...objectVariables(this.#objects, objectFolders(outside)),
      ...settings(outside.git.env, SETTINGS),
      GIT_QUARANTINE_PATH: this.#objects,
    };
    const git = outside.git.at(outside.git.cwd, variables);
    const objects = given ?? new Objects(git);
    this.repo = {
      ...outside,
      git,
      detached: outside.detached.at(outside.detached.cwd, variables),
      objects,
      close: () => objects.close(),
    };
    this.index = this.repo.detached.at(this.repo.detached.cwd, { GIT_INDEX_FILE: this.#indexFile });
    this.inIndex = { ...this.repo, git: this.index, detached: this.index };
  }

  get #objects(): string {
    return objectsIn(this.#folder);
  }

  get #indexFile(): string {
    return join(this.#folder, "index");
  }

  async writeBlobs(contents: readonly Buffer[]): Promise<readonly ObjectId[]> {
    if (contents.length === 0) return [];
    const batch = `blobs-${this.#batches++}`;
    fillFolder(this.#folder, Object.fromEntries(contents.map((bytes, at) => [`${batch}/${at}`, bytes])));
    const { stdout } = await this.repo.detached
      .at(join(this.#folder, batch))
      .run(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
        input: contents.map((_, at) => `${at}\n`).join(""),
      });
    const ids = stdout.toString("latin1").split("\n").slice(0, -1);
    if (ids.length !== contents.length) throw new Error(`${ids.length} ids for ${contents.length} blobs`);
    return ids;
  }

  copyOfIndex(): Git {
    const copy = `${this.#indexFile}-${this.#copies++}`;
    if (existsSync(this.#indexFile)) copyFileSync(this.#indexFile, copy);
    return this.repo.detached.at(this.repo.detached.cwd, { GIT_INDEX_FILE: copy });
  }

  async readTree(tree: ObjectId): Promise<void> {
    await this.index.run(["read-tree", "--reset", tree]);
    this.#tellLinks(tree);
  }

  /** An empty index has no file, or one so small that a look at the tree does as well. */
  #tellLinks(tree: ObjectId): void {
    const index = readFileIfThere(this.#indexFile);
    if (index !== undefined) tellTreeOfIndex(this.repo, tree, index);
  }

  fillIndex(contents: Buffer): void {
    // Git takes an empty file for a damaged index, and a missing one for an empty index.
    if (contents.length > 0) replaceKept(this.#indexFile, contents);
    else rmSync(this.#indexFile, { force: true });
  }

  copyIndex(file: string): void {
    const found = statSync(file, { throwIfNoEntry: false });
    this.fillIndex(readFileIfThere(file) ?? Buffer.alloc(0));
    if (found === undefined || !existsSync(this.#indexFile)) return;
    dateAs(found, this.#indexFile);
  }

  async update(entries: ReadonlyMap<RepoPath, TreeEntry>): Promise<void> {
    if (entries.size === 0) return;
    const nothing = `0 ${"0".repeat(this.repo.objectFormat === "sha1" ? 40 : 64)}`;
    const lines = [...entries].map(([path, entry]) => {
      const head = entry === undefined ? nothing : `${entry.mode} ${entry.id}`;
      return Buffer.concat([Buffer.from(`${head}\t`), encodePath(path), Buffer.of(0)]);
    });
    await this.index.run(["update-index", "--replace", "-z", "--index-info"], {
      input: Buffer.concat(lines),
    });
  }

  async writeTree(): Promise<ObjectId> {
    const known = await this.#writtenTree();
    if (known !== undefined) return known;
    // A partial clone lacks blobs that nothing here has changed.
    const answer = await this.index.run(["write-tree", "--missing-ok"], {
      okCodes: [0, 128],
      mayComplain: true,
    });
    if (answer.code === 0) {
      const tree = answer.stdout.toString("latin1").trim();
      this.#tellLinks(tree);
      return tree;
    }
    throw new CannotLook(isUnmerged(answer.stderr) ? UNMERGED : explainExit(["write-tree"], answer));
  }

  /** What is in the index was written before, and is still there: most of what a patch is put on was committed last. */
  async #writtenTree(): Promise<ObjectId | undefined> {
    const index = readFileIfThere(this.#indexFile);
    if (index === undefined) return undefined;
    const tree = treeInIndex(index, ID_LENGTHS[this.repo.objectFormat]);
    if (tree === undefined || (await this.repo.objects.find(tree, -1))?.type !== "tree") return undefined;
    tellTreeOfIndex(this.repo, tree, index);
    return tree;
  }

  async migrate(): Promise<void> {
    const alone = this.repo.detached.at(this.repo.detached.cwd, objectVariables(this.#objects, []));
    const ids = await alone.run(["cat-file", "--batch-all-objects", "--batch-check=%(objectname)"]);
    if (ids.stdout.length === 0) return;
    const pack = await this.repo.detached.run(["pack-objects", "--quiet", "--window=0", "--stdout"], {
      input: ids.stdout,
    });
    // Done by Git itself: with the permissions, and the care against a power cut, that the repository's settings ask for.
    await this.#outside.detached.run(["unpack-objects", "-q"], { input: pack.stdout });
  }
}

function isUnmerged(stderr: string): boolean {
  return /: unmerged \([0-9a-f]+\)$/m.test(stderr);
}

const UNMERGED = failure(
  "unmerged-index",
  "the index holds conflicts that are not resolved",
  "resolve them, then: git add <file>",
);

/** Settings that would write next to the index into the Git folder, leave entries out of it, or take time for what soon goes. */
const SETTINGS: Readonly<Record<string, string>> = {
  "core.splitIndex": "false",
  "core.sparseCheckout": "false",
  "core.fsync": "none",
  "core.fsyncObjectFiles": "false",
  "core.looseCompression": "0",
};

/** Settings in the environment, after those that are there. */
function settings(env: NodeJS.ProcessEnv, wanted: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const first = Number(env["GIT_CONFIG_COUNT"] ?? 0) || 0;
  const entries = Object.entries(wanted);
  return {
    GIT_CONFIG_COUNT: String(first + entries.length),
    ...Object.fromEntries(
      entries.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${first + at}`, key],
        [`GIT_CONFIG_VALUE_${first + at}`, value],
      ]),
    ),
  };
}
