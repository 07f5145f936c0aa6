// A merge that is about to be committed: only what differs from every parent is its own doing.
import type { FileChange, ObjectId } from "../../model/change.ts";
import { RAW, RAW_AND_PATCH_BY_PATH } from "../diff/diff-options.ts";
import type { RawChange, RawDiff } from "../diff/diff-reader.ts";
import { againBy, runDiff } from "../diff/run-diff.ts";
import type { Repository } from "../open/repository.ts";
import { fileChanges } from "./file-changes.ts";
import { indexDiff, type Staged } from "./index-diff.ts";
import { linesNewToAll } from "./merge-lines.ts";

/** Beyond this many bytes of paths the diff is asked for as a whole instead. */
const MOST_ARGUMENTS = 60_000;

export async function stagedMerge(repo: Repository, parents: readonly ObjectId[]): Promise<Staged> {
  const diffs = await Promise.all(parents.map((id) => runDiff(repo.detached, indexDiff(RAW, id))));
  const [diff, ...others] = diffs;
  if (diff === undefined) throw new Error("a merge without parents");
  const inOthers = others.map((other) => new Set(other.changes.map(({ path }) => path)));
  const own = diff.changes.filter(({ path }) => inOthers.every((paths) => paths.has(path)));
  if (own.length === 0) return { diff, files: [] };
  return { diff, files: await ownChanges(repo, parents, own) };
}

async function ownChanges(
  repo: Repository,
  parents: readonly ObjectId[],
  own: readonly RawChange[],
): Promise<FileChange[]> {
  const byParent = await Promise.all(parents.map((id) => changesAgainst(repo, id, own)));
  return await Promise.all(
    own.map(({ path }) =>
      combine(
        repo,
        byParent.map((changes) => changes.get(path)),
      ),
    ),
  );
}

async function changesAgainst(
  repo: Repository,
  parent: ObjectId,
  own: readonly RawChange[],
): Promise<Map<string, FileChange>> {
  const paths = own.map(({ path }) => path);
  // A path that is not UTF-8 cannot be an argument.
  const isNameable =
    paths.join().length < MOST_ARGUMENTS && !paths.some((path) => /[\udc80-\udcff]/.test(path));
  const ask = (...more: string[]) =>
    runDiff(repo.detached, [
      ...indexDiff([...more, ...RAW_AND_PATCH_BY_PATH], parent),
      ...(isNameable ? ["--", ...paths] : []),
    ]);
  const diff = onlyAt(await ask(), new Set(paths));
  const changes = await fileChanges(repo.objects, diff, againBy(ask));
  return new Map(changes.map((change) => [change.path, change]));
}

function onlyAt(diff: RawDiff, paths: ReadonlySet<string>): RawDiff {
  return { ...diff, changes: diff.changes.filter(({ path }) => paths.has(path)) };
}

async function combine(repo: Repository, changes: readonly (FileChange | undefined)[]): Promise<FileChange> {
  const known = changes.filter((change) => change !== undefined);
  const [first] = known;
  if (first === undefined || known.length < changes.length)
    throw new Error("the index changed while it was read");
  const [before, ...alsoBefore] = known.flatMap((change) => ("before" in change ? [change.before] : []));
  if (first.kind === "deleted") return first;
  const { path, after } = first;
  const lines = await linesNewToAll(
    repo.objects,
    after,
    known.map((change) => (change.kind === "deleted" ? undefined : change.lines)),
  );
  if (before === undefined) return { kind: "added", path, after, lines };
  return { kind: "modified", path, before, ...(alsoBefore.length > 0 ? { alsoBefore } : {}), after, lines };
}
