// Messages that came back from the other side as ours, into a clone that has none: kept to be read, but proof of nothing. Otherwise
// the other side could decide its own proposals in our name.
import { prettyJson, readJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";
import { textIn } from "./request-folder.ts";

const RETURNED = "returned.json";

/** Their ids. */
export function returnedIn(state: Folder): ReadonlySet<string> {
  const text = textIn(state, RETURNED, LIMITS.request);
  if (text === undefined) return new Set();
  const json = readJson(text);
  if (json.ok && Array.isArray(json.value))
    return new Set(json.value.filter((id): id is string => typeof id === "string"));
  const where = `${state.path}/${RETURNED}`;
  const next = "remove the outbox of the request and this file, and pull again";
  throw new CannotLook(failure("bad-applied", `${where} cannot be read`, next, where));
}

/** Done before the first of them is there. */
export function markReturned(state: Folder, ids: readonly string[]): void {
  const all = [...new Set([...returnedIn(state), ...ids])].sort();
  if (all.length > 0) state.replace(RETURNED, Buffer.from(prettyJson(all)));
}
