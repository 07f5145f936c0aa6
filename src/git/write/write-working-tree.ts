// Writes a tree's changes to the working tree, the index and, where asked, a branch: all of it or nothing, whenever the process
// ends. All that is needed lies in one folder of the Git folder before the first byte of the user's files is touched;
// the write is under way from the moment that folder gets its final name. What is cut short is finished or rolled back by
// `finishWrite`, and until then no other command judges or writes anything here.
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { EntryKind } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { hasCode, replaceFile } from "../../system/files.ts";
import { thisProcess } from "../../system/owner.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";
import type { ChangedEntry } from "../changes/tree.ts";
import type { Repository } from "../open/repository.ts";
import { askUserGit } from "../process/user-git.ts";
import { finish } from "./finish-write.ts";
import { indexFile } from "./index-writer.ts";
import {
  type BranchMove,
  busy,
  digestAt,
  digestOf,
  type Journal,
  placeOf,
  ROOM,
  UNDER_WAY,
  type WriteStep,
} from "./journal.ts";
import { blockingWork, type Marks } from "./other-work.ts";
import type { Quarantine } from "./quarantine.ts";

export interface Landing {
  readonly changes: readonly ChangedEntry[];
  /** The index as it was read. */
  readonly indexBefore: Buffer;
  /** A branch that moves with it: the one that is checked out. */
  readonly branch?: BranchMove;
  /** Kept under its name when all is written. */
  readonly record: { readonly name: string; readonly contents: Buffer };
}

/** The quarantine's index holds the base of the changes. */
export async function writeToWorkingTree(
  repo: Repository,
  top: string,
  room: Quarantine,
  landing: Landing,
): Promise<void> {
  const { changes } = landing;
  const place = join(repo.gitDir, ROOM);
  fs.mkdirSync(join(place, "records"), { recursive: true });
  const making = makeScratch("patch", place);
  try {
    const marks = await blockingWork(repo, top, changes);
    const index = indexFile(repo);
    const indexAfter = await newIndex(room, landing, marks, join(making, "index"));
    const written = changes.filter(({ path }) => !marks.leftOut.has(path));
    checkOutFiles(room, join(making, "index"), making, written);
    await room.migrate();
    replaceFile(join(making, "record"), landing.record.contents);
    replaceFile(join(making, "index.before"), landing.indexBefore);
    // What is removed makes room for what is added.
    const ordered = [
      ...written.filter(({ after }) => after === undefined),
      ...written.filter(({ after }) => after !== undefined),
    ];
    const steps = ordered.map(({ path, before, after }, at): WriteStep => {
      const made = join(making, "files", String(at));
      if (after !== undefined) fs.renameSync(placeOf(join(making, "tree"), path), made);
      return {
        path: encodePath(path).toString("base64"),
        before: before === undefined ? "" : digestAt(placeOf(top, path)),
        after: after === undefined ? "" : digestAt(Buffer.from(made)),
      };
    });
    const journal: Journal = {
      owner: thisProcess(),
      top,
      index,
      indexBefore: digestOf(landing.indexBefore),
      indexAfter: digestOf(indexAfter),
      steps,
      branch: landing.branch ?? null,
      record: landing.record.name,
    };
    replaceFile(join(making, "journal.json"), JSON.stringify(journal));
    start(making, join(place, UNDER_WAY));
  } catch (error) {
    removeScratch(making);
    throw error;
  }
  await finish(repo, place);
}

/** One after the other: what counts is that the folder has its name. */
function start(making: string, underWay: string): void {
  try {
    fs.renameSync(making, underWay);
    syncFolder(dirname(underWay));
  } catch (error) {
    if (hasCode(error, ["ENOTEMPTY", "EEXIST"])) throw busy();
    throw error;
  }
}

/** The index with the changes, every other entry of it and its flags kept. */
async function newIndex(
  room: Quarantine,
  { changes, indexBefore }: Landing,
  { skipped, assumed }: Marks,
  file: string,
): Promise<Buffer> {
  // Git takes an empty file for a damaged index, and a missing one for an empty index.
  if (indexBefore.length > 0) fs.writeFileSync(file, indexBefore);
  const git = room.index.at(room.index.cwd, { GIT_INDEX_FILE: file });
  const nothing = `0 ${"0".repeat(room.repo.objectFormat === "sha1" ? 40 : 64)}`;
  const gone = changes.filter(({ after }) => after === undefined);
  const rest = changes.filter(({ after }) => after !== undefined);
  const lines = [...gone, ...rest].map(({ path, after }) =>
    line(`${after === undefined ? nothing : `${MODES[after.kind]} ${after.id}`}\t`, path),
  );
  await git.run(["update-index", "--replace", "-z", "--index-info"], { input: Buffer.concat(lines) });
  // A new entry has none of the old one's marks.
  for (const [option, marked] of [
    ["--skip-worktree", skipped],
    ["--assume-unchanged", assumed],
  ] as const) {
    const held = rest.filter(({ path }) => marked.has(path));
    if (held.length === 0) continue;
    const input = Buffer.concat(held.map(({ path }) => line("", path)));
    await git.run(["update-index", option, "-z", "--stdin"], { input });
  }
  return fs.readFileSync(file);
}

const MODES: Readonly<Record<EntryKind, string>> = {
  file: "100644",
  executable: "100755",
  symlink: "120000",
  submodule: "160000",
};

/** The files as a checkout would write them: with the user's line ends and filters. */
function checkOutFiles(
  { repo }: Quarantine,
  index: string,
  making: string,
  changes: readonly ChangedEntry[],
): void {
  fs.mkdirSync(join(making, "files"));
  const paths = changes.filter(({ after }) => after !== undefined).map(({ path }) => line("", path));
  if (paths.length === 0) return;
  const args = [
    "checkout-index",
    "--ignore-skip-worktree-bits",
    "-f",
    "-q",
    `--prefix=${join(making, "tree")}/`,
    "-z",
    "--stdin",
  ];
  const env = { ...repo.git.env, GIT_INDEX_FILE: index };
  const answer = askUserGit(repo.git.cwd, env, args, { input: Buffer.concat(paths) });
  if (answer.code === 0) return;
  // Warnings come first.
  const said =
    /^(?:error|fatal): (.*)$/m.exec(answer.stderr)?.[1] ?? `git checkout-index ended with ${answer.code}`;
  throw new CannotLook(failure("git-failed", `the new files can't be written: ${said}`, "see: git status"));
}

function line(head: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(head), encodePath(path), Buffer.of(0)]);
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
