// Whose word a message is. What lies in a box was delivered there, or this clone wrote it; unless Git brought it, which tracks no box
// if all is well, or it came back from the other side as ours: then it could be anybody's word.
import { isRecord, prettyJson, readJson } from "../../json/value.ts";
import type { Folder } from "../../system/folder.ts";
import { sha256 } from "./digest.ts";
import { LIMITS } from "./limits.ts";
import type { HeldMessage } from "./mailbox.ts";
import { returnedIn } from "./returned.ts";
import type { SpecWorld } from "./world.ts";

const WRITTEN = "written.json";

/** Done before a message is there. Like a journal the list names its folder, so that one which was cloned or copied counts for nothing. */
export function markWritten(state: Folder, bytes: Buffer): void {
  const messages = [...new Set([...writtenIn(state), sha256(bytes)])].sort();
  state.replace(WRITTEN, Buffer.from(prettyJson({ place: state.identity(), messages })));
}

/** SHA-256 of the messages that this clone wrote; a list that can't be read proves none. */
function writtenIn(state: Folder): ReadonlySet<string> {
  const read = state.read(WRITTEN, LIMITS.request);
  const json = read.kind === "file" ? readJson(read.bytes.toString("utf8")) : undefined;
  const { place, messages } = json?.ok === true && isRecord(json.value) ? json.value : {};
  if (place !== state.identity() || !Array.isArray(messages)) return new Set();
  return new Set(messages.filter((digest): digest is string => typeof digest === "string"));
}

/** Why a message could be anybody's word; undefined if it is that of the side in whose box it lies. Git is asked when first needed. */
export function anybodysWord(
  world: SpecWorld,
  id: string,
  request: Folder,
  state: Folder | undefined,
): (held: HeldMessage) => string | undefined {
  const written = state === undefined ? new Set<string>() : writtenIn(state);
  const returned = state === undefined ? new Set<string>() : returnedIn(state);
  let tracked: ReturnType<SpecWorld["everTracked"]> | undefined;
  return ({ box, file, bytes, message }) => {
    if (returned.has(message.id)) return "came back from the other side";
    if (written.has(sha256(bytes))) return undefined;
    if (request.kindOf(".git") !== undefined) return "came with an embedded repository";
    tracked ??= world.everTracked(["inbox", "outbox"].map((name) => `${world.folder}/${id}/${name}`));
    const isTracked = !tracked.ok || tracked.value.has(`${world.folder}/${id}/${box}/${file}`);
    return isTracked ? "came with what Git tracks" : undefined;
  };
}
