// Mends the change that is being made: reads it, works out every result, and only then writes. What can't be done for one file
// is said before anything is written.

import { encodePath, type RepoPath } from "../base/repo-path.ts";
import { type ChangedFile, changedFiles } from "../git/changes/working-state.ts";
import { branchesOf } from "../git/open/head.ts";
import type { Repository } from "../git/open/repository.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { FixReport, WorkingResult } from "../model/fix-report.ts";
import type { Note } from "../model/note.ts";
import type { Policy } from "../policy/policy.ts";
import { settingFor } from "../policy/resolve/setting-for.ts";
import { policyInForce } from "../policy-source/in-force.ts";
import { sweepScratch } from "../system/scratch.ts";
import { readWorkingFile } from "../system/working-files.ts";
import { fixStaged } from "./fix-staged.ts";
import { fixWorking } from "./fix-working.ts";
import { brokenGlob, hasFixer } from "./fixers.ts";
import { mend } from "./mend.ts";
import { runFixers } from "./run-fixers.ts";
import { isMending, type Target } from "./target.ts";

export interface FixOptions {
  /** Mends what is staged; otherwise the files of the working tree. */
  readonly isStaged: boolean;
  readonly isDryRun: boolean;
  readonly today: string;
  /** The running program: lint-staged is looked for beside it. */
  readonly program: string;
}

export async function fix(repo: Repository, options: FixOptions): Promise<FixReport> {
  const { isStaged, isDryRun } = options;
  const { top } = repo;
  if (top === undefined) {
    throw new CannotLook(failure("no-working-tree", "there is no working tree here", "run it in a clone"));
  }
  const { policy, path: policyPath } = await policyInForce(repo);
  const broken = brokenGlob(policy.fixers);
  if (broken !== undefined) {
    const message = `fixers: ${JSON.stringify(broken)} can't be read as a glob`;
    throw new CannotLook(failure("bad-policy", message, `mend ${policyPath}`, policyPath));
  }
  const notes: Note[] = [];
  const found = isStaged
    ? await stagedTexts(repo, policy, notes)
    : await workingTexts(repo, top, policy, notes);
  const targets = await results(repo, top, policy, found, notes, options);
  const changed = targets.filter(isMending);
  // What a killed run left is removed even where there is nothing to write any more.
  if (!isDryRun) sweepScratch(repo.gitDir);
  const working = isStaged
    ? await fixStaged(repo, top, changed, isDryRun)
    : await fixWorking(repo, top, changed, isDryRun);
  return {
    isDryRun,
    isStaged,
    patch: { edits: changed.map(({ edit }) => edit), moves: [], deletions: [] },
    files: changed.map(({ file: { path }, mends, byFixers }) => ({
      path,
      mends,
      byFixers,
      working: working.get(path) ?? ("not-there" satisfies WorkingResult),
    })),
    byHand: targets.flatMap(({ file: { path }, byHand }) => byHand.map((remark) => ({ path, remark }))),
    notes,
    looked: found.length,
  };
}

interface Text {
  readonly file: ChangedFile;
  readonly bytes: Buffer;
}

async function stagedTexts(repo: Repository, policy: Policy, notes: Note[]): Promise<Text[]> {
  const files = (await changedFiles(repo)).filter(({ isStaged, staged }) => isStaged && staged !== undefined);
  const limit = policy.limits.fileBytes;
  const blobs = await repo.objects.load(
    files.flatMap(({ staged }) => staged?.id ?? []),
    limit,
  );
  return files.flatMap((file) => {
    const blob = blobs.get(file.staged?.id ?? "");
    if (blob?.kind === "bytes") return [{ file, bytes: blob.bytes }];
    notes.push(tooLarge(file.path, limit));
    return [];
  });
}

async function workingTexts(repo: Repository, top: string, policy: Policy, notes: Note[]): Promise<Text[]> {
  const files = (await changedFiles(repo)).filter(
    ({ isFile, working }) => isFile && (working === "same" || working === "changed"),
  );
  const limit = policy.limits.fileBytes;
  return files.flatMap((file) => {
    const read = readWorkingFile(top, file.path);
    if (read.kind !== "file") return [];
    if (read.bytes.length <= limit) return [{ file, bytes: read.bytes }];
    notes.push(tooLarge(file.path, limit));
    return [];
  });
}

/** A command line holds only text. */
function isText(path: RepoPath): boolean {
  return encodePath(path).toString("utf8") === path;
}

function tooLarge(path: RepoPath, limit: number): Note {
  return { kind: "too-large", path, limit };
}

async function results(
  repo: Repository,
  top: string,
  policy: Policy,
  texts: readonly Text[],
  notes: Note[],
  { today, program }: FixOptions,
): Promise<Target[]> {
  const branches = branchesOf(repo.head);
  const isOn = (rule: string, path: RepoPath) => settingFor(policy, rule, { branches, path }).level !== "off";
  const mended = texts.map(({ file, bytes: before }) => {
    const { edit, ...said } = mend(file.path, before, { project: policy.project, today, isOn });
    return { file, before, bytes: edit?.contents ?? before, ...said };
  });
  const given = mended.filter(({ file }) => hasFixer(policy.fixers, file.path));
  for (const { file } of given) {
    if (!isText(file.path)) notes.push({ kind: "name-not-text", path: file.path });
  }
  const contents = new Map(
    given.filter(({ file }) => isText(file.path)).map(({ file, bytes }) => [file.path, bytes]),
  );
  const fixed = await runFixers(repo, top, policy.fixers, contents, program);
  return mended.map(({ file, before, bytes, mends, byHand }) => {
    const contents = fixed.get(file.path) ?? bytes;
    const edit = contents.equals(before)
      ? undefined
      : ({ kind: "contents", path: file.path, contents, isNew: false } as const);
    return { file, before, edit, mends, byHand, byFixers: !contents.equals(bytes) };
  });
}
