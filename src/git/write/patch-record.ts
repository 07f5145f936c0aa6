// What is left of a patch that was applied: in the Git folder the diff that takes it back, in a commit its trailer.

import { dirname, join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { readFileIfThere } from "../../system/files.ts";
import { changedAt, namesIn, takeAway } from "../../system/folders.ts";
import type { Repository } from "../open/repository.ts";
import { recordFile } from "./journal.ts";

export function patchRecord(repo: Repository, digest: string): Buffer | undefined {
  return readFileIfThere(recordFile(repo, recordName(digest)));
}

/** The name of a file: not every system allows a colon in one. */
export function recordName(digest: string): string {
  return `${digest.replace(":", "-")}.diff`;
}

/** The patch that this diff takes back is not applied any more. */
export function forgetRecords(repo: Repository, reverse: Buffer): void {
  const folder = dirname(recordFile(repo, "any"));
  for (const name of namesIn(folder)) {
    if (readFileIfThere(join(folder, name))?.equals(reverse)) takeAway(join(folder, name));
  }
}

/** Records beyond the newest are of patches that nobody takes back any more; `undo` says when it has none. */
export const MOST_RECORDS = 200;

/** Removes the oldest records. */
export function pruneRecords(folder: string, most = MOST_RECORDS): void {
  const names = namesIn(folder);
  if (names.length <= most) return;
  const ages = names.map((name) => ({ name, at: changedAt(join(folder, name)) }));
  const oldest = ages.toSorted((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1));
  for (const { name } of oldest.slice(0, names.length - most)) takeAway(join(folder, name));
}

/** The last commit of the history of `tip` that carries the patch's digest. */
export async function recordedCommit(
  repo: Repository,
  digest: string,
  tip: ObjectId | undefined,
): Promise<ObjectId | undefined> {
  if (tip === undefined) return undefined;
  const trailer = `Arkitekt-Patch: ${digest}`;
  const { stdout } = await repo.git.run([
    "log",
    "-1",
    "--format=%H",
    "--fixed-strings",
    `--grep=${trailer}`,
    tip,
  ]);
  const id = stdout.toString("latin1").trim();
  return id === "" ? undefined : id;
}

/** From `after` back to `before`, with every byte and mode. */
export async function reverseDiff(repo: Repository, before: string, after: string): Promise<Buffer> {
  const options = [
    "-r",
    "-p",
    "-M",
    "--binary",
    "--full-index",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
  ];
  const settings = ["-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "-c", "diff.context=3"];
  const prefixes = ["--src-prefix=a/", "--dst-prefix=b/", "-U3", "--diff-algorithm=myers"];
  const args = [...settings, "diff-tree", ...options, ...prefixes, after, before];
  return (await repo.detached.run(args)).stdout;
}
