import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { join, resolve } from "node:path";
import { CannotLook } from "../model/failure.ts";
import { systemFailure } from "./system-failure.ts";

export type EntryKind = "file" | "folder" | "link" | "other";

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

export type FileRead =
  | { readonly kind: "file"; readonly bytes: Buffer }
  | { readonly kind: "missing" }
  | { readonly kind: "too-large"; readonly size: number }
  /** A link, a folder, a device: nothing that is read. */
  | { readonly kind: "no-file" };

/** What a name temporary files begin with; readers pass by names with a dot in front. */
const TEMPORARY = ".arkitekt-";

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
  readonly #handle: number | undefined;
  readonly #base: string;

  private constructor(path: string, handle: number | undefined, base: string) {
    this.path = path;
    this.#handle = handle;
    this.#base = base;
  }

  /** Opens the folder that a person named; it may be reached through links. Undefined when there is none. */
  static use<T>(path: string, work: (folder: Folder) => T): T | undefined {
    const real = attempt("open", path, () => realPath(path));
    if (real === undefined) return undefined;
    return opened(path, real, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY, work);
  }

  /** The folder `name` in this one; undefined when there is nothing of that name. A link there is refused. */
  within<T>(name: string, work: (folder: Folder) => T): T | undefined {
    const at = this.#at(name);
    const kind = this.kindOf(name);
    if (kind === undefined) return undefined;
    const path = join(this.path, name);
    if (kind !== "folder") throw new CannotLook(notAFolder(path, kind));
    const flags = fs.constants.O_RDONLY | fs.constants.O_DIRECTORY | (fs.constants.O_NOFOLLOW ?? 0);
    return opened(path, at, flags, work);
  }

  /** Like `within`, and makes the folder where it is missing. */
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
    const found = attempt("read", this.path, () => fs.readdirSync(this.#base, { withFileTypes: true })) ?? [];
    return found
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  kindOf(name: string): EntryKind | undefined {
    const stat = attempt("look at", join(this.path, name), () =>
      fs.lstatSync(this.#at(name), { throwIfNoEntry: false }),
    );
    return stat === undefined ? undefined : kindOf(stat);
  }

  /** Reads a regular file of at most `limit` bytes. */
  read(name: string, limit: number): FileRead {
    const flags = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
    const path = join(this.path, name);
    const read = attempt("read", path, (): FileRead => {
      let handle: number;
      try {
        handle = fs.openSync(this.#at(name), flags);
      } catch (error) {
        const code = codeOf(error);
        if (code === "ELOOP" || code === "EMLINK" || code === "ENXIO" || code === "EISDIR")
          return { kind: "no-file" };
        throw error;
      }
      try {
        const stat = fs.fstatSync(handle);
        if (!stat.isFile()) return { kind: "no-file" };
        if (stat.size > limit) return { kind: "too-large", size: stat.size };
        return { kind: "file", bytes: fs.readFileSync(handle) };
      } finally {
        fs.closeSync(handle);
      }
    });
    return read ?? { kind: "missing" };
  }

  /**
   * Makes a file that was not there, whole or not at all: a temporary file is written, synced and linked to its name.
   * False when something has that name already; it is left as it is. `lasts` is false for what may vanish in a power cut.
   */
  create(name: string, bytes: Uint8Array, lasts = true): boolean {
    const temporary = this.stage(bytes, 0o644, lasts);
    try {
      return attempt("write", join(this.path, name), () => this.#publish(temporary, name)) ?? false;
    } finally {
      this.remove(temporary);
      if (lasts) this.sync();
    }
  }

  /** Puts a whole new file in the place of what has that name, or of nothing. */
  replace(name: string, bytes: Uint8Array, lasts = true): void {
    const temporary = this.stage(bytes, this.modeOf(name), lasts);
    this.adopt(temporary, name, lasts);
  }

  /** Writes and syncs a temporary file; its name. Nothing is left when that fails. */
  stage(bytes: Uint8Array, mode = 0o644, lasts = true): string {
    const temporary = `${TEMPORARY}${process.pid}-${randomBytes(8).toString("hex")}.tmp`;
    const path = join(this.path, temporary);
    attempt("write", path, () => {
      const handle = fs.openSync(this.#at(temporary), "wx", mode);
      try {
        fs.writeFileSync(handle, bytes);
        if (lasts) fs.fsyncSync(handle);
      } catch (error) {
        fs.rmSync(this.#at(temporary), { force: true });
        throw error;
      } finally {
        fs.closeSync(handle);
      }
    });
    if (this.kindOf(temporary) !== "file") throw new CannotLook(systemFailure("ENOENT", "write", path));
    return temporary;
  }

  /** Gives a staged file its name, in place of what had it. */
  adopt(temporary: string, name: string, lasts = true): void {
    attempt("write", join(this.path, name), () => {
      try {
        fs.renameSync(this.#at(temporary), this.#at(name));
      } catch (error) {
        fs.rmSync(this.#at(temporary), { force: true });
        throw error;
      }
    });
    if (lasts) this.sync();
  }

  /** Moves a folder that stands in `from` here, under a name that is free; false when it is taken. */
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

  /** Removes a folder with all that is in it; links in it are removed, not followed. */
  removeTree(name: string): void {
    attempt("remove", join(this.path, name), () =>
      fs.rmSync(this.#at(name), { force: true, recursive: true }),
    );
  }

  /**
   * Removes temporary files that a killed process left. Who holds the lock on this folder may ask for all of them, others
   * for those of processes that have ended.
   */
  sweep(which: "all" | "ended" = "all"): void {
    for (const { name, kind } of this.entries()) {
      if (kind !== "file" || !isTemporary(name)) continue;
      if (which === "all" || !isRunning(Number(name.slice(TEMPORARY.length).split("-")[0])))
        this.remove(name);
    }
  }

  /** Makes the names in this folder last through a power cut. */
  sync(): void {
    if (this.#handle === undefined) return;
    try {
      fs.fsyncSync(this.#handle);
    } catch {
      // Some file systems cannot sync a folder; there is nothing to be done about it.
    }
  }

  #publish(temporary: string, name: string): boolean {
    try {
      fs.linkSync(this.#at(temporary), this.#at(name));
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === "EEXIST") return false;
      if (code === undefined || !NO_HARD_LINKS.has(code)) throw error;
    }
    if (this.kindOf(name) !== undefined) return false;
    fs.renameSync(this.#at(temporary), this.#at(name));
    return true;
  }

  /** The permissions of a file; those of a new one when it is not there. */
  modeOf(name: string): number {
    const stat = attempt("look at", join(this.path, name), () =>
      fs.lstatSync(this.#at(name), { throwIfNoEntry: false }),
    );
    return stat?.isFile() === true ? stat.mode & 0o777 : 0o644;
  }

  #at(name: string): string {
    if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\0")) {
      throw new Error(`not a name: ${JSON.stringify(name)}`);
    }
    return `${this.#base}/${name}`;
  }

  static #open(path: string, at: string, flags: number): Folder {
    if (!hasHandles()) return new Folder(path, undefined, checkedPath(path, at));
    const handle = attempt("open", path, () => fs.openSync(at, flags));
    if (handle === undefined) throw new CannotLook(systemFailure("ENOENT", "open", path));
    return new Folder(path, handle, `/proc/self/fd/${handle}`);
  }

  /** For `opened` alone. */
  static enter<T>(path: string, at: string, flags: number, work: (folder: Folder) => T): T {
    const folder = Folder.#open(path, at, flags);
    try {
      return work(folder);
    } finally {
      if (folder.#handle !== undefined) fs.closeSync(folder.#handle);
    }
  }
}

export function isTemporary(name: string): boolean {
  return name.startsWith(TEMPORARY) && name.endsWith(".tmp");
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const NO_HARD_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

function opened<T>(path: string, at: string, flags: number, work: (folder: Folder) => T): T {
  return Folder.enter(path, at, flags, work);
}

let handles: boolean | undefined;

function hasHandles(): boolean {
  handles ??= process.platform === "linux" && fs.existsSync("/proc/self/fd");
  return handles;
}

/** Without handles: the path must be real all the way, which the caller's `lstat` alone cannot promise. */
function checkedPath(path: string, at: string): string {
  const real = attempt("open", path, () => fs.realpathSync.native(at));
  if (real === undefined) throw new CannotLook(systemFailure("ENOENT", "open", path));
  if (real !== resolve(at)) throw new CannotLook(notAFolder(path, "link"));
  return real;
}

function realPath(path: string): string | undefined {
  const real = fs.realpathSync.native(path);
  return fs.statSync(real).isDirectory() ? real : undefined;
}

function kindOf(entry: fs.Dirent | fs.Stats): EntryKind {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}

function notAFolder(path: string, kind: string) {
  const is =
    kind === "link"
      ? "a symbolic link, which is never followed"
      : kind === "missing"
        ? "missing"
        : "no folder";
  return {
    kind: kind === "link" ? "link" : "no-folder",
    message: `${path} is ${is}`,
    next: kind === "link" ? "put a real folder or file in its place" : "remove it or choose another place",
  };
}

/** Undefined when there is nothing at the path; every other trouble of the system becomes a failure that names it. */
function attempt<T>(doing: string, path: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === "ENOENT" && doing !== "write" && doing !== "make") return undefined;
    throw new CannotLook(systemFailure(code, doing, path));
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
