// What pre-commit leaves in the Git folder once it has let a change pass: what it was, and by which policy. Git skips pre-commit with
// `--no-verify`, but not prepare-commit-msg, which looks for it; the shell reads it too (`hooks/receipt.sh`, made from this file by
// tools/receipt-script.ts), so that an ordinary commit starts no program for that.
import { join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Entry, EntryKind, FileChange, ObjectId } from "../../model/change.ts";
import { readFileIfThere, replaceKept } from "../../system/files.ts";
import { takeAway } from "../../system/folders.ts";
import { indexDiff } from "../changes/index-diff.ts";
import { RAW } from "../diff/diff-options.ts";
import { MESSAGE_SETTINGS } from "../message/message.ts";
import { endOfIndex, sizeOfIndex } from "../objects/read-index.ts";
import { INDEX_END } from "./prefetch.ts";
import type { Repository } from "./repository.ts";

/** In the Git folder of the working tree: a line that a shell reads without starting anything, and after it what `CHANGE` prints. */
export const RECEIPT = "arkitekt-receipt";

/**
 * The line holds these words, the commit that the change grows from, the branch, the id of the policy, the rules that overrides silenced,
 * how the index ended, whether Git stores messages as it does by itself, and the titles that it accepts.
 */
export const FIRST_WORDS = "arkitekt 5";

/** Git has no settings of its own for what it takes out of a message. */
export const PLAIN = "plain";

/** Together with the commit that it grows from, its output says what tree a commit will have, as `git write-tree` would, without writing an object. */
export const CHANGE = (base: ObjectId): readonly string[] => indexDiff(RAW, base);

type Here = Pick<Repository, "git" | "gitDir" | "head" | "objectFormat" | "indexEnd">;

interface Judged {
  /** As they are staged. */
  readonly files: readonly FileChange[];
  /** The object that the policy was read from. */
  readonly policy: ObjectId | undefined;
  /** The rules that would have stopped it without overrides; left out where commit-msg has to find them itself. */
  readonly overridden: readonly string[] | undefined;
  /** What a title has to match, for `grep -E`, for a message to be as it should; left out where that takes more than a title. */
  readonly titles: string | undefined;
}

/** Whole or not at all; where there is no room for it, the commit would not be made either. */
export async function leaveReceipt(repo: Here, judged: Judged): Promise<void> {
  const { files, policy = "-", overridden, titles = "" } = judged;
  const rules = overridden === undefined ? UNKNOWN : `=${overridden.join(",")}`;
  const settings = (await isPlainlyStored(repo)) ? PLAIN : UNKNOWN;
  const facts = [baseOf(repo), refOf(repo), policy, rules, endOf(repo), settings, titles];
  const line = `${FIRST_WORDS} ${facts.join(" ")}\n`;
  replaceKept(
    join(repo.gitDir, RECEIPT),
    Buffer.concat([Buffer.from(line), listOf(files, repo.objectFormat)]),
  );
}

/**
 * Where the end of the index that was judged begins, and its bytes, as `od` shows them. It was looked at before Git was asked what is staged, so
 * an index that ends so is the one that was judged. Unknown where Git writes no checksum there.
 */
function endOf({ indexEnd, ...repo }: Here): string {
  return indexEnd === undefined ? UNKNOWN : shownEnd(sizeOfIndex(repo) - INDEX_END, indexEnd);
}

/** How the index ends now; undefined where that tells nothing. */
function endNow(repo: Here): string | undefined {
  const bytes = endOfIndex(repo, INDEX_END);
  const end = bytes === undefined ? UNKNOWN : shownEnd(sizeOfIndex(repo) - INDEX_END, bytes);
  return end === UNKNOWN ? undefined : end;
}

function shownEnd(begin: number, indexEnd: Buffer): string {
  if (begin < 0 || indexEnd.every((byte) => byte === 0)) return UNKNOWN;
  return [begin, ...(indexEnd.toString("hex").match(/../g) ?? [])].join(":");
}

/** False where the launcher has not asked. */
async function isPlainlyStored({ git }: Here): Promise<boolean> {
  if (!git.knows(MESSAGE_SETTINGS)) return false;
  const { code, stdout } = await git.run(MESSAGE_SETTINGS, { okCodes: [0, 1] });
  return code === 1 && stdout.length === 0;
}

/** A commit that commit-msg refuses is not made, and must not be made by a second try that skips that hook. */
export function dropReceipt({ gitDir }: Pick<Repository, "gitDir">): void {
  takeAway(join(gitDir, RECEIPT));
}

/** Whether pre-commit has let this very change pass. A receipt that is cut or damaged says nothing. */
export function hasReceipt(repo: Here, files: readonly FileChange[]): boolean {
  return readReceipt(repo)?.change.equals(listOf(files, repo.objectFormat)) === true;
}

/** What overrides silenced when pre-commit let this very change pass; undefined where it did not say, or something else is staged now. */
export async function overriddenRules(
  repo: Here & Pick<Repository, "detached">,
): Promise<readonly string[] | undefined> {
  const receipt = readReceipt(repo);
  if (receipt?.ref !== refOf(repo) || receipt.rules === UNKNOWN || repo.head.kind === "unborn")
    return undefined;
  const isSame =
    receipt.end === endNow(repo) ||
    receipt.change.equals((await repo.detached.run(CHANGE(repo.head.id))).stdout);
  return isSame ? receipt.rules.slice(1).split(",").filter(Boolean) : undefined;
}

interface Receipt {
  readonly ref: string;
  readonly rules: string;
  readonly end: string;
  readonly change: Buffer;
}

/** The one of a change that grows from `HEAD`. */
function readReceipt(repo: Here): Receipt | undefined {
  const found = readFileIfThere(join(repo.gitDir, RECEIPT)) ?? Buffer.alloc(0);
  const behind = found.indexOf("\n") + 1;
  const line = found.toString("latin1", 0, behind);
  const [, , , ref, , rules, end, , titles] = line.split(" ");
  if (!line.startsWith(`${FIRST_WORDS} ${baseOf(repo)} `)) return undefined;
  if (ref === undefined || rules === undefined || end === undefined || titles === undefined) return undefined;
  return { ref, rules, end, change: found.subarray(behind) };
}

const UNKNOWN = "-";

/** What a shell finds in the file `HEAD`. */
function refOf({ head }: Pick<Repository, "head">): string {
  return head.kind === "detached" ? "-" : `refs/heads/${head.branch}`;
}

function baseOf({ head }: Pick<Repository, "head">): ObjectId | "-" {
  return head.kind === "unborn" ? "-" : head.id;
}

/** What `CHANGE` prints: a record for each path, in the order of their bytes; a file that moved is one that disappeared and one that appeared. */
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
