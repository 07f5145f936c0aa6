// What pre-commit leaves in the Git folder once it has let a change pass: what it was, and by which policy. Git skips pre-commit with
// `--no-verify`, but not prepare-commit-msg, which looks for it; the shell reads it, too (`hooks/receipt.sh`, made from this file by
// tools/receipt-script.ts), so that an ordinary commit starts no program for that.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import { sha1 } from "../../base/sha1.ts";
import type { Entry, EntryKind, FileChange, ObjectId } from "../../model/change.ts";
import { replaceKept } from "../../system/files.ts";
import { indexDiff } from "../changes/index-diff.ts";
import { RAW } from "../diff/diff-options.ts";
import { readIfThere } from "./head.ts";
import type { Repository } from "./repository.ts";

/** In the Git folder of the working tree. */
export const RECEIPT = "arkitekt-receipt";

/** With the commit that it grows from this says what tree a commit will have, as `git write-tree` would, and writes no object. */
export interface Receipt {
  /** Undefined before the first commit. */
  readonly base: ObjectId | undefined;
  /** The id that Git gives to the list of what differs from it: `CHANGE` into `git hash-object --stdin`. */
  readonly change: ObjectId;
  /** The id of the policy's text. */
  readonly policy: ObjectId;
}

/** The call whose output that is. */
export const CHANGE = (base: ObjectId): readonly string[] => indexDiff(RAW, base);

/** One line, so that a shell reads it without starting anything. */
export const FIRST_WORDS = "arkitekt 1";

export function receiptOf(
  { head, objectFormat }: Pick<Repository, "head" | "objectFormat">,
  files: readonly FileChange[],
  policy: string,
): Receipt {
  return {
    base: head.kind === "unborn" ? undefined : head.id,
    change: blobId(listOf(files, objectFormat), objectFormat),
    policy: blobId(Buffer.from(policy), objectFormat),
  };
}

/** Whole or not at all; where there is no room for it, the commit would not be made either. */
export function leaveReceipt({ gitDir }: Pick<Repository, "gitDir">, receipt: Receipt): void {
  replaceKept(join(gitDir, RECEIPT), lineOf(receipt));
}

/** Whether pre-commit has let this very change pass. A text that is cut or damaged says nothing. */
export function hasReceipt({ gitDir }: Pick<Repository, "gitDir">, { base, change }: Receipt): boolean {
  const words = readIfThere(join(gitDir, RECEIPT))?.split(/[ \n]/) ?? [];
  return words.slice(0, 4).join(" ") === `${FIRST_WORDS} ${base ?? "-"} ${change}` && words.length === 6;
}

function lineOf({ base, change, policy }: Receipt): string {
  return `${FIRST_WORDS} ${base ?? "-"} ${change} ${policy}\n`;
}

/** Beyond so many bytes Node's own digest is worth the time in which it is loaded. */
const SMALL = 16 << 10;

function blobId(bytes: Buffer, algorithm: Repository["objectFormat"]): ObjectId {
  const object = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
  return algorithm === "sha1" && object.length < SMALL
    ? sha1(object)
    : createHash(algorithm).update(object).digest("hex");
}

/** What `CHANGE` prints: a record for each path, in the order of their bytes; a file that moved is one that went and one that came. */
function listOf(files: readonly FileChange[], algorithm: Repository["objectFormat"]): Buffer {
  const nothing = "0".repeat(algorithm === "sha1" ? 40 : 64);
  const records = files.flatMap(sidesOf).map(({ path, before, after }) => {
    const modes = [before, after].map((side) => (side === undefined ? "000000" : MODES[side.kind]));
    const ids = [before, after].map((side) => side?.id ?? nothing);
    const bytes = encodePath(path);
    const head = `:${modes.join(" ")} ${ids.join(" ")} ${statusOf(before, after)}\0`;
    return { bytes, record: Buffer.concat([Buffer.from(head), bytes, Buffer.of(0)]) };
  });
  records.sort((one, other) => one.bytes.compare(other.bytes));
  return Buffer.concat(records.map(({ record }) => record));
}

interface Sides {
  readonly path: RepoPath;
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
}

function sidesOf(change: FileChange): readonly Sides[] {
  const { path } = change;
  switch (change.kind) {
    case "added":
    case "copied":
      return [{ path, after: change.after }];
    case "deleted":
      return [{ path, before: change.before }];
    case "modified":
      return [{ path, before: change.before, after: change.after }];
    case "renamed":
      return [
        { path: change.from, before: change.before },
        { path, after: change.after },
      ];
  }
}

const MODES: Readonly<Record<EntryKind, string>> = {
  file: "100644",
  executable: "100755",
  symlink: "120000",
  submodule: "160000",
};

function statusOf(before: Entry | undefined, after: Entry | undefined): string {
  if (before === undefined || after === undefined) return before === undefined ? "A" : "D";
  const type = ({ kind }: Entry) => MODES[kind].slice(0, 3);
  return type(before) === type(after) ? "M" : "T";
}
