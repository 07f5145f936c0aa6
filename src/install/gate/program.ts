// The program's own copy in the Git folder: `<home>/program/<version>-<hash>/`, laid out like the package. Its name is
// made from its contents, so a program in use is never written to, and a new one replaces it under a new name.
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { filesBelow, isFresh, isThere, makeFolder, namesIn, takeAway } from "../../system/folders.ts";
import { checksumOf, readChecksumList } from "../../system/program/checksums.ts";
import type { Clone } from "./clone.ts";

export interface ProgramPackage {
  /** `<version>-<hash>`. */
  readonly id: string;
  readonly version: string;
  /** Paths relative to the package, with their contents. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Beside the parts of the package; what lies there is made by the program itself and may be deleted at any time. */
export const CACHE = "cache";

const PARTS = ["dist", "hooks", "templates", "schemas"] as const;

/** The package that this code runs from: an npm package, a checkout, or a copy in a Git folder. */
export function ownPackage(): string {
  const here = import.meta.url;
  let folder = dirname(here.startsWith("file:") ? fileURLToPath(here) : here);
  while (!isThere(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error(`no package.json above ${here}`);
    folder = dirname(folder);
  }
  return folder;
}

/** Fails if a file is not what the package was built with: a download that was cut off, a disk that was full. */
export function readProgram(folder: string): Result<ProgramPackage, Failure> {
  const files = new Map<string, Buffer>();
  const paths = PARTS.flatMap((part) => filesBelow(join(folder, part)).map((file) => `${part}/${file}`));
  for (const path of ["package.json", ...paths]) {
    const contents = readFileIfThere(join(folder, path));
    if (contents !== undefined) files.set(path.replaceAll("\\", "/"), contents);
  }
  const damaged = damagedFile(files);
  if (damaged !== undefined) {
    const again = isThere(join(folder, CACHE)) ? "npx arkitekt install" : "install the package again: npm ci";
    const what = `a file of the program is damaged or gone: ${damaged}`;
    return err(failure("program-damaged", what, again, folder));
  }
  const version = versionIn(files.get("package.json"));
  return ok({ id: `${version}-${fingerprint(files)}`, version, files });
}

/** The first file that is not what the list of checksums says, or that the list does not name. */
function damagedFile(files: ReadonlyMap<string, Buffer>): string | undefined {
  const list = readChecksumList(files.get(CHECKSUMS)?.toString("latin1") ?? "");
  const isWrong = (path: string) => {
    const contents = files.get(path);
    return contents === undefined || list.get(path) !== checksumOf(contents);
  };
  const paths = new Set([...list.keys(), ...files.keys()]);
  paths.delete(CHECKSUMS);
  return list.size === 0 ? CHECKSUMS : [...paths].sort().find(isWrong);
}

const CHECKSUMS = "dist/checksums";

export function programFolder(clone: Clone, { id }: Pick<ProgramPackage, "id">): string {
  return join(clone.home, "program", id);
}

/**
 * Puts the program below `home`; says whether anything had to be written. A copy that lost or changed a file is mended
 * file by file, because a hook may be reading it.
 */
export function layProgram(clone: Clone, program: ProgramPackage): boolean {
  const folder = programFolder(clone, program);
  let wrote = false;
  for (const [path, contents] of program.files) {
    const place = join(folder, path);
    if (readFileIfThere(place)?.equals(contents) === true) continue;
    makeFolder(dirname(place));
    replaceFile(place, contents, path.startsWith("dist/") ? 0o755 : 0o644);
    wrote = true;
  }
  for (const path of filesBelow(folder).map((file) => file.replaceAll("\\", "/"))) {
    const isKept = program.files.has(path) || path.startsWith(`${CACHE}/`);
    if (!isKept && !isFresh(join(folder, path))) takeAway(join(folder, path));
  }
  makeFolder(join(folder, CACHE));
  return wrote;
}

/** Removes programs that no launcher uses; `keep` holds the ids that stay: hooks that run now may still load from them. */
export function dropPrograms(clone: Clone, keep: readonly string[]): void {
  const folder = join(clone.home, "program");
  for (const name of namesIn(folder)) if (!keep.includes(name)) takeAway(join(folder, name));
}

/** True if the copy `id` holds what its name says. */
export function isWhole(clone: Clone, id: string): boolean {
  const folder = programFolder(clone, { id });
  const read = readProgram(folder);
  return read.ok && read.value.id === id;
}

function fingerprint(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    const contents = files.get(path) ?? Buffer.alloc(0);
    hash.update(`${path}\0${contents.length}\0`).update(contents);
  }
  return hash.digest("hex").slice(0, 12);
}

function versionIn(text: Buffer | undefined): string {
  const read: unknown = JSON.parse(text?.toString("utf8") ?? "{}");
  if (typeof read !== "object" || read === null || !("version" in read))
    throw new Error("package.json has no version");
  return String(read.version);
}
