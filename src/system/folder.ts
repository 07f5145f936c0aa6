import * as fs from "node:fs";
import { join } from "node:path";
import { CannotLook } from "../model/failure.ts";
import { type FolderHandle, openFolder, realFolder } from "./folder-handle.ts";
import { type FileRead, readRegularFile } from "./regular-file.ts";
import { attempt, codeOf } from "./system-call.ts";
import { notAFolder, systemFailure } from "./system-failure.ts";
import {
  addInPlace,
  isMakerRunning,
  isTemporary,
  moveInPlace,
  temporaryName,
  writeTemporary,
} from "./temporary-file.ts";

export type FolderEntryKind = "file" | "folder" | "link" | "other";

export interface FolderEntry {
  readonly name: string;
  readonly kind: FolderEntryKind;
}

/**
 * An open folder. Everything in it is reached by name through the handle, never through a path from outside, so a link
 * that somebody puts in the way between a check and a use leads nowhere: links are never followed below the first folder.
 *
 * Linux reaches names through /proc/self/fd, which is what `openat` does. Elsewhere each step is checked by `lstat` before
 * and by `realpath` after.
 */
export class Folder {
  /** For messages. */
  readonly path: string;
  readonly #handle: FolderHandle;

  private constructor(path: string, handle: FolderHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /** Opens the folder that a person named; it may be reached through links. Undefined if there is none. */
  static use<T>(path: string, work: (folder: Folder) => T): T | undefined {
    const real = realFolder(path);
    return real === undefined ? undefined : Folder.#enter(path, real, true, work);
  }

  /** The folder `name` in this one; undefined if there is nothing of that name. A link there is refused. */
  within<T>(name: string, work: (folder: Folder) => T): T | undefined {
    const at = this.#at(name);
    const kind = this.kindOf(name);
    if (kind === undefined) return undefined;
    const path = join(this.path, name);
    if (kind !== "folder") throw new CannotLook(notAFolder(path, kind));
    return Folder.#enter(path, at, false, work);
  }

  /** Like `within`, but makes the folder if it is missing. */
  ensure<T>(name: string, work: (folder: Folder) => T): T {
    this.make(name);
    const done: { value: T } | undefined = this.within(name, (folder) => ({ value: work(folder) }));
    if (done === undefined) throw new CannotLook(notAFolder(join(this.path, name), "missing"));
    return done.value;
  }

  /** The folder at the end of `names`, made or not as `make` says. */
  descend<T>(names: readonly string[], make: boolean, work: (folder: Folder) => T): T | undefined {
    const [first, ...rest] = names;
    if (first === undefined) return work(this);
    if (make) return this.ensure(first, (folder) => folder.descend(rest, make, work));
    return this.within(first, (folder) => folder.descend(rest, make, work));
  }

  /** False if something has that name already. */
  make(name: string): boolean {
    return (
      attempt("make", join(this.path, name), () => {
        try {
          fs.mkdirSync(this.#at(name));
          return true;
        } catch (error) {
          if (codeOf(error) === "EEXIST") return false;
          throw error;
        }
      }) === true
    );
  }

  /** Sorted by name, so that nothing depends on the file system's order. */
  entries(): readonly FolderEntry[] {
    const found =
      attempt("read", this.path, () => fs.readdirSync(this.#handle.base, { withFileTypes: true })) ?? [];
    return found
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  kindOf(name: string): FolderEntryKind | undefined {
    const stat = attempt("look at", join(this.path, name), () =>
      fs.lstatSync(this.#at(name), { throwIfNoEntry: false }),
    );
    return stat === undefined ? undefined : kindOf(stat);
  }

  /** Reads a regular file of at most `limit` bytes. */
  read(name: string, limit: number): FileRead {
    return readRegularFile(this.#at(name), join(this.path, name), limit);
  }

  /**
   * Makes a file that was not there, complete or not at all: a temporary file is written, synced and linked to its name.
   * False if something has that name already; it is left as it is. `lasts` is false for what may vanish in a power cut.
   */
  create(name: string, bytes: Uint8Array, lasts = true): boolean {
    return this.adoptNew(this.writeTemporary(bytes, undefined, lasts), name, lasts);
  }

  /** Puts a whole new file in the place of what has that name, or of nothing. */
  replace(name: string, bytes: Uint8Array, lasts = true): void {
    const temporary = this.writeTemporary(bytes, this.modeOf(name), lasts);
    this.adopt(temporary, name, lasts);
  }

  /** Writes and syncs a temporary file, and returns its name. Nothing is left if that fails. */
  writeTemporary(bytes: Uint8Array, mode?: number, lasts = true): string {
    const temporary = temporaryName();
    const path = join(this.path, temporary);
    const manner = mode === undefined ? { lasts } : { mode, lasts };
    attempt("write", path, () => writeTemporary(this.#at(temporary), bytes, manner));
    if (this.kindOf(temporary) !== "file") throw new CannotLook(systemFailure("ENOENT", "write", path));
    return temporary;
  }

  /** Gives a temporary file its name, in place of what had it. */
  adopt(temporary: string, name: string, lasts = true): void {
    attempt("write", join(this.path, name), () => moveInPlace(this.#at(temporary), this.#at(name)));
    if (lasts) this.sync();
  }

  /** Gives a temporary file a name that nothing has yet; false if something has it, which stays. */
  adoptNew(temporary: string, name: string, lasts = true): boolean {
    const done = attempt("write", join(this.path, name), () =>
      addInPlace(this.#at(temporary), this.#at(name)),
    );
    if (lasts) this.sync();
    return done === true;
  }

  /** Moves a folder from `from` to here, under a name that is free; false if it is taken. */
  receive(from: Folder, folder: string, name: string): boolean {
    const done = attempt("make", join(this.path, name), () => {
      if (this.kindOf(name) !== undefined) return false;
      try {
        fs.renameSync(from.#at(folder), this.#at(name));
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOTDIR") return false;
        throw error;
      }
    });
    this.sync();
    return done === true;
  }

  remove(name: string): void {
    attempt("remove", join(this.path, name), () => fs.rmSync(this.#at(name), { force: true }));
  }

  /** Removes a folder with everything in it; links in it are removed, not followed. */
  removeTree(name: string): void {
    attempt("remove", join(this.path, name), () =>
      fs.rmSync(this.#at(name), { force: true, recursive: true }),
    );
  }

  /**
   * Removes temporary files and folders that a killed process left. Whoever holds the lock on this folder may ask for all of them, others
   * for those of processes that have ended.
   */
  sweep(which: "all" | "ended" = "all"): void {
    for (const { name, kind } of this.entries()) {
      if ((kind !== "file" && kind !== "folder") || !isTemporary(name)) continue;
      if (which === "all" || !isMakerRunning(name)) this.removeTree(name);
    }
  }

  /** Makes the names in this folder last through a power cut. */
  sync(): void {
    this.#handle.sync();
  }

  /** The system's own identity for this folder: another folder with its name, in a clone for example, has a different one. */
  identity(): string {
    const stat = attempt("look at", this.path, () => fs.statSync(`${this.#handle.base}/.`, { bigint: true }));
    return stat === undefined ? "" : identityIn(stat);
  }

  /** The same for a file in it; undefined if it is not there. */
  identityOf(name: string): string | undefined {
    const stat = attempt("look at", join(this.path, name), () =>
      fs.lstatSync(this.#at(name), { bigint: true, throwIfNoEntry: false }),
    );
    return stat === undefined ? undefined : identityIn(stat);
  }

  /** The permissions of a file; undefined if it is not there. */
  modeOf(name: string): number | undefined {
    const stat = attempt("look at", join(this.path, name), () =>
      fs.lstatSync(this.#at(name), { throwIfNoEntry: false }),
    );
    return stat?.isFile() === true ? stat.mode & 0o777 : undefined;
  }

  #at(name: string): string {
    if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\0")) {
      throw new Error(`not a name: ${JSON.stringify(name)}`);
    }
    return `${this.#handle.base}/${name}`;
  }

  /** For `use` and `within`, which look at the path first. */
  static #enter<T>(path: string, at: string, isFollowed: boolean, work: (folder: Folder) => T): T {
    const handle = openFolder(path, at, isFollowed);
    try {
      return work(new Folder(path, handle));
    } finally {
      handle.close();
    }
  }
}

/** Somebody who plants a file could guess the number alone, but not the moment it was made, to the nanosecond. */
function identityIn({ ino, birthtimeNs }: fs.BigIntStats): string {
  return `${ino}-${birthtimeNs}`;
}

function kindOf(entry: fs.Dirent | fs.Stats): FolderEntryKind {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}
