import type { Entry, EntryKind, ObjectId } from "../../model/change.ts";

const KINDS: Readonly<Record<string, EntryKind>> = {
  "100644": "file",
  "100755": "executable",
  "120000": "symlink",
  "160000": "submodule",
};

/** The entry for a mode as Git writes it; undefined for a folder and for nothing. Old Gits wrote other file modes. */
export function entryOf(mode: string, id: ObjectId): Entry | undefined {
  const kind = KINDS[mode] ?? (mode.startsWith("100") ? "file" : undefined);
  return kind === undefined ? undefined : { kind, id };
}
