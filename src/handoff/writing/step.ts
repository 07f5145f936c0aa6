import { CannotLook, failure } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import { sha256 } from "../store/digest.ts";
import { LIMITS } from "../store/limits.ts";
import { readAt } from "../store/read-at.ts";

/** One file of a change: its new contents lie beside it in a temporary file, and nobody sees them yet. */
export interface StagedFile {
  /** Its place, from the folder that is changed. */
  readonly way: readonly string[];
  /** Undefined if the file is to be deleted. */
  readonly temporary: { readonly name: string; readonly identity: string } | undefined;
  /** SHA-256 of what was there; undefined where nothing was. */
  readonly before: string | undefined;
  /** SHA-256 of what will be there; undefined for nothing. */
  readonly after: string | undefined;
}

/** Does it, as far as it is not done yet. */
export function finishStep(root: Folder, { way, temporary, before, after }: StagedFile): void {
  const name = way.at(-1) ?? "";
  const now = digestAt(root, way);
  const done = root.descend(way.slice(0, -1), false, (folder) => {
    if (temporary === undefined) {
      if (now === before) folder.remove(name);
      return now === before || now === undefined;
    }
    const isMade =
      folder.kindOf(temporary.name) === "file" && folder.identityOf(temporary.name) === temporary.identity;
    if (now === after) {
      if (isMade) folder.remove(temporary.name);
      return true;
    }
    if (!isMade || now !== before) return false;
    if (before === undefined) return folder.adoptNew(temporary.name, name);
    folder.adopt(temporary.name, name);
    return true;
  });
  if (done === true) return;
  const where = `${root.path}/${way.join("/")}`;
  const other = temporary === undefined ? "" : `, or take the new one from ${temporary.name} beside it`;
  throw new CannotLook(
    failure(
      "conflict",
      `${where} was changed while the command was at work on it`,
      `put back its earlier text${other}; then run the command again`,
      where,
    ),
  );
}

/** Makes sure that what is there is what the change was made for. */
export function unchanged(root: Folder, { way, before }: StagedFile): void {
  if (digestAt(root, way) === before) return;
  const file = way.join("/");
  throw new CannotLook(failure("conflict", `${file} was changed meanwhile`, "run the command again", file));
}

export function digestAt(folder: Folder, way: readonly string[]): string | undefined {
  const read = readAt(folder, way, LIMITS.target);
  if (read.kind === "missing") return undefined;
  return read.kind === "file" ? sha256(read.bytes) : NO_FILE;
}

const NO_FILE = "no plain file";
