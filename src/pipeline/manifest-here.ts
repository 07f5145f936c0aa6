// The manifest that a command is about: as the working tree has it, because that is what people write and what Git may ignore.
import { join, relative, resolve, sep } from "node:path";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { TasksHere } from "../check/task/tasks-here.ts";
import { TaskFiles } from "../check/task-files.ts";
import { ignoredPaths } from "../git/changes/ignored-paths.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { ManifestStanding } from "../model/task/pipeline-report.ts";
import type { TaskSource } from "../model/task.ts";
import { readNamedFile, realPlace } from "../system/places.ts";
import { readWorkingFile } from "../system/working-files.ts";
import { manifestFile, phaseNameFault } from "../task/manifest-file.ts";
import { type ReadManifest, readManifest } from "../task/read-manifest.ts";
import { LARGEST_TASK } from "../task/read-task.ts";
import { taskFailure } from "../task/task-fault.ts";

export interface ManifestHere extends ReadManifest {
  /** Its name, as people are shown it. */
  readonly path: string;
  readonly standing: ManifestStanding;
}

/** `asked` is a name, a file, or undefined for the playbook's own; what is not JSON, or does not exist, is `CannotLook`. */
export async function manifestHere(
  here: TasksHere,
  asked: string | undefined,
  cwd: string,
): Promise<ManifestHere> {
  const { repo } = here;
  const { path, shown } = manifestPlace(repo.top, asked, cwd);
  if (path === undefined) return outside(shown, cwd);
  const held = await heldText(here, path);
  const onDisk = repo.top === undefined ? undefined : readWorkingFile(repo.top, path);
  const disk = onDisk?.kind === "file" ? onDisk.bytes : undefined;
  if (disk === undefined && (held === undefined || repo.top !== undefined))
    throw new CannotLook(await missing(here, path, asked));
  const bytes = disk ?? held ?? Buffer.alloc(0);
  const isHeld = held?.equals(bytes) === true;
  const source: TaskSource = { where: isHeld ? "tree" : "disk", path };
  const isIgnored = !isHeld && ignoredPaths(repo, [path]).has(path);
  const standing = isHeld ? "committed" : isIgnored ? "ignored" : held === undefined ? "new" : "changed";
  return { ...parsed(bytes, source), path: shown, standing };
}

function parsed(bytes: Buffer, source: TaskSource): ReadManifest {
  const read = readManifest(bytes, source);
  if (read.ok) return read.value;
  throw new CannotLook(taskFailure(read.error, "manifest"));
}

/** Where the manifest that was asked for lies, and its name as people are shown it; the path is undefined for a file outside the repository. */
export function manifestPlace(
  top: string | undefined,
  asked: string | undefined,
  cwd: string,
): { readonly path: RepoPath | undefined; readonly shown: string } {
  const path = pathOf(top, asked, cwd);
  return { path, shown: path === undefined ? (asked ?? "") : showPath(path) };
}

/** Its path in the repository; undefined for a file outside it. */
function pathOf(top: string | undefined, asked: string | undefined, cwd: string): RepoPath | undefined {
  if (asked === undefined) return manifestFile("");
  if (!/[/\\]|\.json$/.test(asked)) {
    const why = phaseNameFault(asked);
    if (why === undefined) return manifestFile(asked);
    const message = `${JSON.stringify(asked)} can't be the name of a pipeline: ${why}`;
    throw new CannotLook(failure("bad-arguments", message, "name one, or its file: --manifest NAME|FILE"));
  }
  if (top === undefined) return asked;
  const place = realPlace(resolve(cwd, asked)) ?? resolve(cwd, asked);
  const path = relative(realPlace(top) ?? top, place);
  return path === "" || path.startsWith("..") ? undefined : path.split(sep).join("/");
}

function outside(asked: string, cwd: string): ManifestHere {
  const file = resolve(cwd, asked);
  const bytes = readNamedFile(file, LARGEST_TASK);
  return { ...parsed(bytes, { where: "disk", path: asked }), path: asked, standing: "outside" };
}

/** What `HEAD` holds. */
async function heldText({ repo, places }: TasksHere, path: RepoPath): Promise<Buffer | undefined> {
  if (places.parent === undefined) return undefined;
  const files = new TaskFiles(repo, { parent: places.parent, after: undefined, top: undefined });
  return await files.bytes(path);
}

async function missing({ files, repo }: TasksHere, path: RepoPath, asked: string | undefined) {
  const there = await files.manifests();
  const others = there.filter((other) => other !== path);
  const also = others.length === 0 ? "" : `; there is ${others.join(", ")}`;
  const what =
    repo.top !== undefined && readable(join(repo.top, path)) ? "is a link or a folder" : "is not there";
  const flag = asked === undefined ? "" : ` --manifest ${asked}`;
  const canBeMade = asked === undefined || !/[/\\]/.test(asked);
  const next = there.includes(path)
    ? `HEAD holds it: git restore ${showPath(path)}`
    : canBeMade
      ? `arkitekt pipeline new${flag} writes one`
      : "name a pipeline, or its file: --manifest NAME|FILE";
  return failure("no-file", `${showPath(path)} ${what}${also}`, next);
}

function readable(place: string): boolean {
  return realPlace(place) !== undefined;
}
