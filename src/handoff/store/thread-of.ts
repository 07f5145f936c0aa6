import { decodeUtf8 } from "../../base/utf8.ts";
import { renderThread } from "../../protocol/thread.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";
import type { HeldMessage } from "./mailbox.ts";

/** The thread of a request as it lies here. */
export function threadOf(request: Folder, id: string, held: readonly HeldMessage[]): string {
  const read = request.read("request.json", LIMITS.request);
  const text = read.kind === "file" ? decodeUtf8(read.bytes) : undefined;
  return renderThread(
    id,
    held.map(({ message }) => message),
    text?.ok === true ? text.value : undefined,
  );
}
