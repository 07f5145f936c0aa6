import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";

/** A file at the end of `way`; a link on the way or at the end is not a file. */
export function readAt(folder: Folder, way: readonly string[], limit: number = LIMITS.attachment) {
  const name = way.at(-1) ?? "";
  return (
    folder.descend(way.slice(0, -1), false, (inner) => inner.read(name, limit)) ?? {
      kind: "missing" as const,
    }
  );
}
