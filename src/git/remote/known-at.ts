import type { ObjectId } from "../../model/change.ts";
import type { RefUpdate } from "../history/push-lines.ts";
import type { Repository } from "../open/repository.ts";
import { knownHere } from "./known-here.ts";
import { type Known, knownToRemote } from "./known-to-remote.ts";
import type { PushTarget } from "./seen-branches.ts";

/** Where a push goes: to a remote, or to this repository itself, which receives it. */
export type PushDestination = PushTarget | "here";

export async function knownAt(
  repo: Repository,
  destination: PushDestination,
  updates: readonly RefUpdate[],
  olds: readonly (ObjectId | undefined)[],
): Promise<Known> {
  if (destination === "here") return await knownHere(repo);
  return await knownToRemote(repo, destination, updates, olds);
}
