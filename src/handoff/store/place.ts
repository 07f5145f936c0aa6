// Where requests lie: `work/spec_requests/<id>/` of this repository, and of the one on the other side.
import { basename, dirname, join, resolve } from "node:path";
import { CannotLook, failure } from "../../model/failure.ts";
import { safeSegment } from "../../protocol/safe-path.ts";
import { Folder } from "../../system/folder.ts";
import { locked } from "../../system/lock.ts";
import { folderAbove, makePlace, realPlace } from "../../system/places.ts";
import type { SpecWorld } from "./world.ts";

export const REQUESTS = "work/spec_requests";

/** Locks, journals and folders that are still being made: nothing that Git should see. */
const STATE = ".arkitekt";

/** The top of the repository that the command runs in; the folder itself outside one. */
export function repositoryOf(world: Pick<SpecWorld, "cwd">): string {
  return folderAbove(world.cwd, ".git") ?? folderAbove(world.cwd, REQUESTS) ?? world.cwd;
}

export function requestsPath(world: SpecWorld): string {
  return join(repositoryOf(world), REQUESTS);
}

export function checkedId(id: string): string {
  const safe = safeSegment(id, "the id");
  if (safe.ok) return safe.value;
  throw new CannotLook(failure("bad-id", safe.error.message, "run `arkitekt spec list` to see the ids"));
}

/**
 * The requests folder on the other side: `given` may name it, a request in it, or that request's inbox or outbox, as
 * the commands of the protocol do; without it, `$SPEC_HANDOFF_DIR`. Relative values start where the command runs.
 */
export function peerRequests(world: SpecWorld, id: string, given: string | undefined, flag: string): string {
  const named = given ?? world.env["SPEC_HANDOFF_DIR"];
  if (named === undefined || named === "") {
    throw new CannotLook(
      failure(
        "no-peer",
        "nobody said where the other side is",
        `give --${flag}, or set SPEC_HANDOFF_DIR to the other repository's ${REQUESTS}`,
      ),
    );
  }
  const path = upTo(resolve(world.cwd, named), id);
  refuseRepository(path, flag);
  const own = realPlace(requestsPath(world));
  if (own !== undefined && realPlace(path) === own) {
    throw new CannotLook(
      failure("own-side", `${path} is this repository's own side`, `name the other side with --${flag}`),
    );
  }
  return path;
}

/** The top of a repository, or its Git folder, in place of the requests folder in it: a request pushed there would lie in the open. */
function refuseRepository(path: string, flag: string): void {
  const top = basename(path) === ".git" ? dirname(path) : path;
  const isTop = top !== path || realPlace(join(path, ".git")) !== undefined;
  if (!isTop || path.endsWith(`/${REQUESTS}`)) return;
  const meant = join(top, REQUESTS);
  throw new CannotLook(
    failure(
      "bad-arguments",
      `${path} is a repository, not its folder of requests`,
      `give --${flag} ${meant}`,
    ),
  );
}

/**
 * Opens a requests folder; undefined when there is none. Where it lies as the protocol has it, in `work` of a repository, no
 * link is followed below that repository: what is tracked there came from others.
 */
export function inRequests<T>(path: string, work: (requests: Folder) => T, make = false): T | undefined {
  if (!path.endsWith(`/${REQUESTS}`)) {
    if (make) makePlace(path, 1);
    return Folder.use(path, work);
  }
  const repository = path.slice(0, -REQUESTS.length);
  return Folder.use(repository, (folder) => folder.descend(REQUESTS.split("/"), make, work));
}

/** Opens a requests folder, and makes it in a repository that has none yet. */
export function useRequests<T>(path: string, work: (requests: Folder) => T): T {
  const done = inRequests(path, (folder) => ({ value: work(folder) }), true);
  if (done !== undefined) return done.value;
  throw new CannotLook(
    failure("no-folder", `${path} is not there`, "check the path to the other repository"),
  );
}

/** The folder of a request that must be there, for reading. */
export function readingRequest<T>(path: string, id: string, work: (request: Folder) => T): T {
  const done = inRequests(path, (requests) => ({ value: inRequest(requests, id, work) }));
  if (done === undefined) throw new CannotLook(noSuchRequest(path, id));
  return done.value;
}

/** The folder of a request that must be there, for writing: nobody else writes to it meanwhile. */
export function changingRequest<T>(path: string, id: string, work: (request: Folder, state: Folder) => T): T {
  const done = inRequests(path, (requests) => {
    if (requests.kindOf(id) === undefined) throw new CannotLook(noSuchRequest(path, id));
    const change = (state: Folder) =>
      inRequest(requests, id, (request) => {
        sweepAll(request);
        return work(request, state);
      });
    return { value: withLock(requests, id, change) };
  });
  if (done === undefined) throw new CannotLook(noSuchRequest(path, id));
  return done.value;
}

/** As `changingRequest`, and nobody else applies patches from here meanwhile: two requests may have the same target. */
export function applyingRequest<T>(path: string, id: string, work: (request: Folder, state: Folder) => T): T {
  const done = inRequests(path, (requests) => ({
    value: withLock(requests, ".apply", () => changingRequest(path, id, work)),
  }));
  if (done === undefined) throw new CannotLook(noSuchRequest(path, id));
  return done.value;
}

/** Runs `work` under the lock of a request, which need not exist yet. `state` is the folder for what Git must not see. */
export function withLock<T>(requests: Folder, id: string, work: (state: Folder) => T): T {
  requests.sweep("ended");
  return requests.ensure(STATE, (all) => {
    all.sweep("ended");
    if (all.kindOf(".gitignore") === undefined) all.create(".gitignore", Buffer.from("*\n"));
    return all.ensure(id, (state) => locked(state, () => work(state)));
  });
}

/** Looks at the state of a request without a lock; undefined when there is none. */
export function stateOf<T>(requests: Folder, id: string, look: (state: Folder) => T): T | undefined {
  return requests.within(STATE, (all) => all.within(id, look));
}

export function inRequest<T>(requests: Folder, id: string, work: (request: Folder) => T): T {
  const done = requests.within(id, (request) => ({ value: work(request) }));
  if (done === undefined) throw new CannotLook(noSuchRequest(requests.path, id));
  return done.value;
}

/** The ids of a requests folder, sorted: every folder in it but hidden ones. */
export function idsIn(requests: Folder): readonly string[] {
  return requests
    .entries()
    .filter(({ name, kind }) => kind === "folder" && !name.startsWith("."))
    .map(({ name }) => name);
}

function upTo(path: string, id: string): string {
  const isBox = ["inbox", "outbox"].includes(basename(path)) && basename(dirname(path)) === id;
  const request = isBox ? dirname(path) : path;
  return basename(request) === id ? dirname(request) : request;
}

/** Clears a request of what killed processes left; only under its lock. */
export function sweepAll(folder: Folder): void {
  folder.sweep();
  for (const { name, kind } of folder.entries()) if (kind === "folder") folder.within(name, sweepAll);
}

function noSuchRequest(path: string, id: string) {
  const known = inRequests(path, idsIn) ?? [];
  const like = known.filter((other) => other.includes(id)).slice(0, 3);
  const next =
    like.length > 0 ? `did you mean ${like.join(", ")}?` : "run `arkitekt spec list` to see the ids";
  return failure("no-such-request", `there is no request ${id} in ${path}`, next);
}
