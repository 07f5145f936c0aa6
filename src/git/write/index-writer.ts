// Puts other contents into the index, with the files of the working tree out of the picture. The new index is made beside the old
// one and replaces it in one step under Git's own lock, and only if the index is still the one that was read.

import { utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { readFileIfThere, replaceFile, replaceUnderLock } from "../../system/files.ts";
import { isThere } from "../../system/folders.ts";
import { withScratch } from "../../system/scratch.ts";
import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";

export interface Restaged {
  readonly path: RepoPath;
  /** What the index held when it was read; a different entry there is left alone, and is a failure. */
  readonly old: { readonly id: ObjectId; readonly mode: string };
  readonly id: ObjectId;
}

/** The file that `GIT_INDEX_FILE` names, or the repository's own. */
export function indexFile(repo: Repository): string {
  return repo.git.env["GIT_INDEX_FILE"] || join(repo.gitDir, "index");
}

/** Gives a copy the moment of the original. Rather too early: then Git looks at more files. */
export function dateAs(original: { readonly mtimeMs: number }, copy: string): void {
  const written = Math.floor(original.mtimeMs) / 1000;
  utimesSync(copy, written, written);
}

/**
 * While `git commit <path>` runs a hook, the index of that commit is a file of its own, and the one that will be the
 * repository's afterwards waits under Git's lock.
 */
export function indexOfPartialCommit({ gitDir }: Repository, index: string): string | undefined {
  const waiting = join(gitDir, "index.lock");
  return /^next-index-\d+\.lock$/.test(basename(index)) && isThere(waiting) ? waiting : undefined;
}

function assertUnlocked(file: string): void {
  if (isThere(`${file}.lock`)) throw locked(file);
}

/** Throws `CannotLook` if the index no longer holds what it held when it was read. */
export async function assertUnchanged(
  repo: Repository,
  index: string,
  entries: readonly Restaged[],
): Promise<void> {
  assertUnlocked(index);
  await flagsOf(repo.git.at(repo.git.cwd, { GIT_INDEX_FILE: index }), entries);
}

/** All entries or none. */
export async function restage(repo: Repository, file: string, entries: readonly Restaged[]): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const before = readFileIfThere(file) ?? Buffer.alloc(0);
    const make = async (scratch: string) => {
      const copy = join(scratch, "index");
      // Git takes an empty file for a damaged index, and a missing one for an empty index.
      if (before.length > 0) replaceFile(copy, before);
      await update(repo, copy, entries);
      return readFileIfThere(copy) ?? Buffer.alloc(0);
    };
    const after = await withScratch("index", make, repo.gitDir);
    const done = replaceUnderLock(file, before, after);
    if (done === "replaced") return;
    if (done === "locked") throw locked(file);
  }
  throw changedMeanwhile();
}

async function update(repo: Repository, copy: string, entries: readonly Restaged[]): Promise<void> {
  const git = repo.git.at(repo.git.cwd, { GIT_INDEX_FILE: copy });
  const flags = await flagsOf(git, entries);
  const lines = entries.map(({ path, old, id }) => line(`${old.mode} ${id}\t`, path));
  await git.run(["update-index", "-z", "--index-info"], { input: Buffer.concat(lines) });
  for (const [letter, option] of FLAGS) {
    const paths = entries.filter(({ path }) => flags.get(path)?.includes(letter) === true);
    if (paths.length === 0) continue;
    const input = Buffer.concat(paths.map(({ path }) => line("", path)));
    await git.run(["update-index", option, "-z", "--stdin"], { input });
  }
}

/** A new entry has none of the old one's flags. */
const FLAGS = [
  ["s", "--skip-worktree"],
  ["h", "--assume-unchanged"],
] as const;

/** Which flags the entries have, as letters of `FLAGS`; fails if one is not what it was. */
async function flagsOf(
  git: Repository["git"],
  entries: readonly Restaged[],
): Promise<ReadonlyMap<RepoPath, readonly string[]>> {
  const { stdout } = await git.run(["ls-files", "--stage", "-v", "-z", "--full-name"]);
  const found = new Map<string, string>();
  for (const entry of nulList(stdout.toString("latin1"))) {
    const tab = entry.indexOf("\t");
    if (tab > 0) found.set(entry.slice(tab + 1), entry.slice(0, tab));
  }
  return new Map(
    entries.map(({ path, old }) => {
      const [tag = "", mode, id, stage] = (found.get(encodePath(path).toString("latin1")) ?? "").split(" ");
      if (mode !== old.mode || id !== old.id || stage !== "0") throw changedMeanwhile();
      const isHeld = tag !== tag.toUpperCase();
      return [path, [...(tag.toLowerCase() === "s" ? ["s"] : []), ...(isHeld ? ["h"] : [])]] as const;
    }),
  );
}

function line(head: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(head), encodePath(path), Buffer.of(0)]);
}

function locked(file: string): CannotLook {
  const next = `wait until it is done, then run it again; if none is at work, remove ${file}.lock`;
  return new CannotLook(failure("index-locked", "another Git process is changing the index", next));
}

function changedMeanwhile(): CannotLook {
  return new CannotLook(
    failure(
      "index-changed",
      "the index was changed by somebody else meanwhile, and is left as it is now",
      "run it again",
    ),
  );
}
