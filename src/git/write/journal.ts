// What a write of a patch leaves in the Git folder while it is under way, and how it is read.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { hasCode, readFileIfThere } from "../../system/files.ts";
import { isAlive, type Owner } from "../../system/owner.ts";
import type { Repository } from "../open/repository.ts";

export interface BranchMove {
  readonly ref: string;
  readonly old: ObjectId;
  readonly new: ObjectId;
}

export interface Journal {
  readonly owner: Owner;
  readonly top: string;
  readonly index: string;
  readonly indexBefore: string;
  readonly indexAfter: string;
  readonly steps: readonly WriteStep[];
  readonly branch: BranchMove | null;
  readonly record: string;
}

/** One path of the working tree; bytes as base64, since a path need not be text. Digests are of contents and kind; "" is nothing. */
export interface WriteStep {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
export const ROOM = "arkitekt-patch";
export const UNDER_WAY = "under-way";

export function recordFile(repo: Repository, name: string): string {
  return join(repo.gitDir, ROOM, "records", name);
}

/** Whether a write was cut short, or is under way. */
export function writeUnderWay(gitDir: string): "cut short" | "under way" | undefined {
  const bytes = readFileIfThere(join(gitDir, ROOM, UNDER_WAY, "journal.json"));
  if (bytes === undefined) return undefined;
  const journal = JSON.parse(bytes.toString("utf8")) as Journal;
  return isAlive(journal.owner) ? "under way" : "cut short";
}

export function readJournal(folder: string): Journal {
  return JSON.parse(fs.readFileSync(join(folder, "journal.json"), "utf8")) as Journal;
}

/** A link counts as what it names; "" for nothing, and for a folder: an empty one makes room. */
export function digestAt(place: Buffer): string {
  const stat = statAt(place);
  if (stat === undefined || stat.isDirectory()) return "";
  if (stat.isSymbolicLink()) return `link:${digestOf(fs.readlinkSync(place, "buffer"))}`;
  if (!stat.isFile()) return "other";
  return `${(stat.mode & 0o100) === 0 ? "file" : "executable"}:${digestOf(fs.readFileSync(place))}`;
}

/** Nor is there anything below a file. */
function statAt(place: Buffer): fs.Stats | undefined {
  try {
    return fs.lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, ["ENOTDIR"])) return undefined;
    throw error;
  }
}

export function digestOf(bytes: Buffer | undefined): string {
  return createHash("sha256")
    .update(bytes ?? Buffer.alloc(0))
    .digest("hex");
}

export function pathOf({ path }: WriteStep): RepoPath {
  return decodePath(Buffer.from(path, "base64"));
}

export function placeOf(top: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]);
}

export function dirnameOf(place: Buffer): Buffer {
  return place.subarray(0, place.lastIndexOf("/"));
}

export function isLinkAt(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

export function busy(): CannotLook {
  return new CannotLook(
    failure("patch-under-way", "another patch is being written here", "wait until it is done"),
  );
}
