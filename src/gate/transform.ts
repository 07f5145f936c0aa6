// Runs a transform of the policy on the files after a change, and says what it would change in them.
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { isText, type Source } from "../model/change.ts";
import type { Transform, TransformFile } from "../model/transform.ts";
import type { TransformRun } from "../modules/facts.ts";
import type { Terms } from "./terms.ts";

export async function runOn(
  transform: Transform,
  source: Source,
  { runTransform, sizeLimit }: Terms,
): Promise<TransformRun> {
  if (runTransform === undefined) return { kind: "failed", why: "no program can be run here" };
  const given = await gather(transform, source, sizeLimit);
  if (typeof given === "string") return { kind: "failed", why: given };
  const inputs = [...given.keys()].filter((path) => matchesAny(transform.inputs, path));
  const run = await runTransform({ transform, inputs, files: given });
  if (!run.ok) return { kind: "failed", why: run.error };
  const { first, second } = run.value;
  const start = new Map([...given].map(([path, { bytes }]) => [path, bytes]));
  return {
    kind: "ran",
    changed: differing(start, first, transform.outputs),
    unstable: differing(first, second, transform.outputs),
  };
}

async function gather(
  { inputs, outputs }: Transform,
  source: Source,
  sizeLimit: number,
): Promise<ReadonlyMap<RepoPath, TransformFile> | string> {
  const globs = [...inputs, ...outputs];
  const wanted = [...(await source.list("after"))].filter(
    ([path, entry]) => isText(entry) && matchesAny(globs, path),
  );
  const blobs = await source.load(new Set(wanted.map(([, { id }]) => id)), sizeLimit);
  const files = new Map<RepoPath, TransformFile>();
  for (const [path, entry] of wanted.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const blob = blobs.get(entry.id);
    if (blob?.kind !== "bytes") return `${path} is larger than what is read`;
    files.set(path, { bytes: blob.bytes, isExecutable: entry.kind === "executable" });
  }
  return files;
}

function differing(
  before: ReadonlyMap<RepoPath, Buffer>,
  after: ReadonlyMap<RepoPath, Buffer>,
  outputs: readonly string[],
): RepoPath[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => matchesAny(outputs, path) && !isSame(before.get(path), after.get(path)))
    .sort((a, b) => (a < b ? -1 : 1));
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}
