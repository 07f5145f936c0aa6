import { byteTextOf } from "../base/byte-text.ts";
import { type ChangeSet, type Entry, type FileChange, isText } from "../model/change.ts";
import { hasFacet } from "../model/facet.ts";
import { isLua } from "../modules/lua-files.ts";
import { hasNoEnding, programIn } from "../modules/programs.ts";
import type { Terms } from "./terms.ts";

/** How many are read at once. */
const AT_ONCE = 400;

/** Files without an ending are Lua where their first line says so: those of a change are looked at before anything is chosen. */
export async function withPrograms(change: ChangeSet, terms: Terms): Promise<Terms> {
  if (!hasFacet(change.subject, "files")) return terms;
  const { project, sizeLimit } = terms;
  const unnamed = [...change.files, ...(change.since?.files ?? [])]
    .flatMap(versions)
    .filter(([, entry]) => isText(entry))
    .filter(([path]) => hasNoEnding(path) && !isLua(path, project));
  const programs = new Set<string>();
  for (let at = 0; at < unnamed.length; at += AT_ONCE) {
    const some = unnamed.slice(at, at + AT_ONCE);
    const texts = await change.source.load(
      some.map(([, { id }]) => id),
      sizeLimit,
    );
    for (const [path, { id }] of some) {
      const blob = texts.get(id);
      if (blob?.kind === "bytes" && programIn(byteTextOf(blob.bytes)) !== undefined) programs.add(path);
    }
  }
  if (programs.size === 0) return terms;
  return { ...terms, project: { ...project, lua: { ...project.lua, programs } } };
}

/** As it is after the change; what was moved, under its old name too. */
function versions(file: FileChange): (readonly [path: string, entry: Entry])[] {
  if (file.kind === "deleted") return [];
  const after = [file.path, file.after] as const;
  return file.kind === "renamed" ? [after, [file.from, file.before]] : [after];
}
