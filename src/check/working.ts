import { resolve } from "node:path";
import type { Repository } from "../git/open/repository.ts";
import { explainExit } from "../git/process/explain.ts";
import { indexFile } from "../git/write/index-writer.ts";
import { type Quarantine, withQuarantine } from "../git/write/quarantine.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Verdict } from "../model/finding.ts";
import { isFolder } from "../system/folders.ts";
import { judgeStaged, type StagedOptions } from "./staged.ts";

/**
 * Judges the working tree as it stands, or only the named files in it: what a commit of them would be told. Git itself adds them to an
 * index of our own in a quarantine, so that filters and ignored files count; nothing is written to the repository.
 */
export async function judgeWorking(
  repo: Repository,
  options: StagedOptions,
  files?: { readonly cwd: string; readonly names: readonly string[] },
): Promise<Verdict> {
  const { top } = repo;
  if (top === undefined) {
    const next = "run it in a clone with a working tree, or: arkitekt check --tree HEAD";
    throw new CannotLook(failure("no-working-tree", "there is no working tree here", next));
  }
  return await withQuarantine(repo, async (room) => {
    const index = indexOf(room);
    if (files === undefined) {
      fillFromIndex(repo, room);
      await addWorkingTree(room, top);
    } else await addFiles(repo, room, files, index);
    const { git, detached } = room.repo;
    const offered = { ...room.repo, git: git.at(git.cwd, index), detached: detached.at(detached.cwd, index) };
    return await judgeStaged(offered, options);
  });
}

/** What is known about unchanged files need not be read again. */
export function fillFromIndex(repo: Repository, room: Quarantine): void {
  room.copyIndex(indexFile(repo));
}

/** Puts the working tree into the quarantine's index. */
export async function addWorkingTree(room: Quarantine, top: string): Promise<void> {
  await add(room, top, indexOf(room), ["add", "--all", "--", "."]);
}

async function addFiles(
  repo: Repository,
  room: Quarantine,
  { cwd, names }: { readonly cwd: string; readonly names: readonly string[] },
  index: Index,
): Promise<void> {
  if (repo.head.kind !== "unborn") await room.readTree(repo.head.id);
  const isGroup = (name: string) => isFolder(resolve(cwd, name));
  const folders = names.filter(isGroup);
  // A file that is named is meant, even if Git ignores it; in a folder, only what a commit would take.
  const files = names.filter((name) => !isGroup(name));
  if (folders.length > 0) await add(room, cwd, index, ["add", "--all", "--", ...folders]);
  if (files.length > 0) await add(room, cwd, index, ["add", "--all", "--force", "--", ...files]);
}

function indexOf(room: Quarantine): Index {
  return { GIT_INDEX_FILE: room.index.env["GIT_INDEX_FILE"] };
}

type Index = Readonly<Record<string, string | undefined>>;

async function add(room: Quarantine, cwd: string, index: Index, args: readonly string[]): Promise<void> {
  const answer = await room.repo.git.at(cwd, index).run(args, { okCodes: [0, 1, 128], mayComplain: true });
  if (answer.code === 0) return;
  const [, outside] = /^fatal: (.+?):? '.*' is outside repository/m.exec(answer.stderr) ?? [];
  if (outside !== undefined) {
    const next = "run it in the repository that holds the file";
    throw new CannotLook(failure("no-file", `${outside} lies outside this repository`, next));
  }
  const [, inner] = /^error: '(.+?)\/?' does not have a commit checked out$/m.exec(answer.stderr) ?? [];
  if (inner !== undefined) {
    const message = `${inner} is a repository of its own, without a commit`;
    throw new CannotLook(failure("git-failed", message, `take it away, or its folder ${inner}/.git`));
  }
  const [, name] = /^fatal: pathspec '(.+)' did not match any files$/m.exec(answer.stderr) ?? [];
  if (name === undefined) throw new CannotLook(explainExit(["add"], answer));
  const next = "name a file of the working tree, or one that was deleted from it";
  throw new CannotLook(failure("no-file", `${name} is not there`, next));
}
