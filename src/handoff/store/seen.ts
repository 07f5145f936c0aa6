// Which messages have been shown in this clone.
import { prettyJson, readJson } from "../../json/value.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";

const SEEN = "seen.json";

/** Their ids; one that can't be read says nothing: the messages are unread again. */
export function seenIn(state: Folder): ReadonlySet<string> {
  const read = state.read(SEEN, LIMITS.request);
  const json = read.kind === "file" ? readJson(read.bytes.toString("utf8")) : undefined;
  if (json?.ok !== true || !Array.isArray(json.value)) return new Set();
  return new Set(json.value.filter((id): id is string => typeof id === "string"));
}

export function markSeen(state: Folder, ids: readonly string[]): void {
  state.replace(SEEN, Buffer.from(prettyJson([...new Set([...seenIn(state), ...ids])].sort())));
}
