// Where requests lie: `work/spec_requests/<id>/` of this repository, and of the one on the other side.

import { basename, dirname, join, resolve } from "node:path";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import { REQUESTS } from "../../model/project.ts";
import { belongsToRequest } from "../../protocol/request.ts";
import { safeSegment } from "../../protocol/safe-path.ts";
import { Folder } from "../../system/folder.ts";
import { folderAbove, makePlace, realPlace } from "../../system/places.ts";
import type { SpecWorld } from "./world.ts";

/** A folder of requests: `below` is reached from `top` without following a link, because what is tracked there came from others. */
export interface RequestFolder {
  readonly path: string;
  readonly top: string;
  readonly below: readonly string[];
  /** Why nothing may be written there. */
  readonly refusal?: Failure | undefined;
  /** Names what is found there to people. */
  tell(text: string): void;
}

/** Where requests that have ended are put away; hidden, so that it is not taken for a request. */
export const ARCHIVE = ".archive";

/** Locks, journals and folders that are still being made: nothing that Git should see. */
export const STATE = ".arkitekt";

/** The top of the repository that the command runs in; the folder itself outside one. */
export function repositoryOf(world: Pick<SpecWorld, "cwd">): string {
  return folderAbove(world.cwd, ".git") ?? folderAbove(world.cwd, REQUESTS) ?? world.cwd;
}

export function requestsPath(world: SpecWorld): RequestFolder {
  const top = repositoryOf(world);
  const { folder, refusal } = world;
  const tell = (text: string) => world.complain(text);
  return { path: join(top, folder), top, below: folder.split("/"), refusal, tell };
}

/** One that somebody named by its path. */
function placeAt(path: string, { complain }: SpecWorld): RequestFolder {
  const tell = (text: string) => complain(text);
  const isInRepository = path.endsWith(`/${REQUESTS}`);
  if (!isInRepository) return { path, top: path, below: [], tell };
  return { path, top: path.slice(0, -REQUESTS.length), below: REQUESTS.split("/"), tell };
}

export function checkedId(id: string): string {
  const safe = safeSegment(id, "the id");
  if (safe.ok) return safe.value;
  throw new CannotLook(failure("bad-id", safe.error.message, "run `arkitekt spec list` to see the ids"));
}

/**
 * The id that a person means here: the id itself, the beginning of one, or the hash that it ends in, as long as that fits only one. What
 * fits none is given back as it is, so that whoever looks for it can say so.
 */
export function requestId(world: SpecWorld, text: string): string {
  const asked = checkedId(text);
  const known = inRequests(requestsPath(world), idsIn) ?? [];
  if (known.includes(asked)) return asked;
  const meant = known.filter((id) => id.startsWith(asked) || (id.split("_").at(-1) ?? "").startsWith(asked));
  if (meant.length < 2) return meant[0] ?? asked;
  const some = meant.slice(0, 3).join(", ");
  throw new CannotLook(
    failure(
      "bad-id",
      `${asked} stands for ${meant.length} requests: ${some}${meant.length > 3 ? ", …" : ""}`,
      "give more of the id, or its hash",
    ),
  );
}

/**
 * The requests folder on the other side: `given` may name it, a request in it, or that request's inbox or outbox, as
 * the commands of the protocol do; without it, `$SPEC_HANDOFF_DIR`. Relative values start where the command runs.
 */
export function peerRequests(
  world: SpecWorld,
  id: string,
  given: string | undefined,
  flag: string,
): RequestFolder {
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
  const own = realPlace(requestsPath(world).path);
  if (own !== undefined && realPlace(path) === own) {
    throw new CannotLook(
      failure("own-side", `${path} is this repository's own side`, `name the other side with --${flag}`),
    );
  }
  return placeAt(path, world);
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

/** Opens a requests folder; undefined when there is none. */
export function inRequests<T>(
  place: RequestFolder,
  work: (requests: Folder) => T,
  make = false,
): T | undefined {
  if (make && place.below.length === 0) makePlace(place.top, 1);
  return Folder.use(place.top, (folder) => folder.descend(place.below, make, work));
}

/** Opens a requests folder for writing, and makes it in a repository that has none yet. */
export function useRequests<T>(place: RequestFolder, work: (requests: Folder) => T): T {
  refuse(place);
  const done = inRequests(place, (folder) => ({ value: work(folder) }), true);
  if (done !== undefined) return done.value;
  throw new CannotLook(
    failure("no-folder", `${place.path} is not there`, "check the path to the other repository"),
  );
}

/** Where nothing may be written. */
export function refuse({ refusal }: RequestFolder): void {
  if (refusal !== undefined) throw new CannotLook(refusal);
}

/** The folder of a request that must be there, for reading. */
export function readingRequest<T>(place: RequestFolder, id: string, work: (request: Folder) => T): T {
  const done = inRequests(place, (requests) => ({ value: inRequest(place, requests, id, work) }));
  if (done === undefined) throw new CannotLook(noSuchRequest(place, id));
  return done.value;
}

/** Looks at the state of a request without a lock; undefined when there is none. */
export function stateOf<T>(requests: Folder, id: string, look: (state: Folder) => T): T | undefined {
  return requests.within(STATE, (all) => all.within(id, look));
}

export function inRequest<T>(
  place: RequestFolder,
  requests: Folder,
  id: string,
  work: (request: Folder) => T,
): T {
  const done = requests.within(id, (request) => ({ value: work(request) }));
  if (done === undefined) throw new CannotLook(noSuchRequest(place, id));
  return done.value;
}

/** The ids of a requests folder, sorted: every folder in it that holds anything of a request, except hidden ones. */
export function idsIn(requests: Folder): readonly string[] {
  const isRequest = (folder: Folder) => folder.entries().some(({ name }) => belongsToRequest(name));
  return requests
    .entries()
    .filter(({ name, kind }) => kind === "folder" && !name.startsWith("."))
    .filter(({ name }) => requests.within(name, isRequest) === true)
    .map(({ name }) => name);
}

function upTo(path: string, id: string): string {
  const isBox = ["inbox", "outbox"].includes(basename(path)) && basename(dirname(path)) === id;
  const request = isBox ? dirname(path) : path;
  return basename(request) === id ? dirname(request) : request;
}

export function noSuchRequest(place: RequestFolder, id: string) {
  const known = inRequests(place, idsIn) ?? [];
  const like = known.filter((other) => other.includes(id)).slice(0, 3);
  const next =
    like.length > 0 ? `did you mean ${like.join(", ")}?` : "run `arkitekt spec list` to see the ids";
  return failure("no-such-request", `there is no request ${id} in ${place.path}`, next);
}
