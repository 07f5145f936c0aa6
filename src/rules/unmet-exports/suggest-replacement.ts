// Where a field that a module lost may be now: what the reader is told to do.
import { type ByteText, readable } from "../../base/byte-text.ts";
import { nearest } from "../../base/nearest.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { FileChange } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import type { LookupSides, ModuleLookup } from "../../modules/module-lookup.ts";
import { type Surface, signatureAt, surfaceOf } from "../../modules/module-surface.ts";
import type { Removal } from "./removed-exports.ts";

/** The one next step for those who use `field`. */
export function nextStep(
  field: ByteText,
  removal: Removal,
  fresh: ReadonlyMap<RepoPath, Surface>,
  sides: LookupSides,
): string {
  const renamed = newName(field, removal, sides);
  if (renamed !== undefined) return `did you mean ${readable(renamed)}?`;
  const homes = [...fresh].filter(([path, { fields }]) => path !== removal.path && fields.has(field));
  const [home] = homes;
  if (homes.length === 1 && home !== undefined)
    return `${readable(sides.after.nameOf(home[0]))} has it now: require that`;
  return "follow the change here too, or keep the field as a shim with @deprecated and EXPIRES";
}

/** What the change gives to modules that did not have it: by path after the change. */
export function freshFields(
  files: readonly FileChange[],
  project: Project,
  { before, after }: LookupSides,
): ReadonlyMap<RepoPath, Surface> {
  const fresh = new Map<RepoPath, Surface>();
  for (const file of files) {
    if (file.kind === "deleted" || !isOwnLua(file.path, project)) continue;
    const now = after.file(file.path);
    if (now === undefined) continue;
    const old = oldSurface(file, before);
    const is = surfaceOf(now, after);
    const fields = new Map([...is.fields].filter(([name]) => old?.fields.has(name) !== true));
    fresh.set(file.path, { ...is, fields });
  }
  return fresh;
}

function oldSurface(file: FileChange, before: ModuleLookup): Surface | undefined {
  if (file.kind !== "modified" && file.kind !== "renamed") return undefined;
  const old = before.file(file.kind === "renamed" ? file.from : file.path);
  return old && surfaceOf(old, before);
}

/** A name that is new in the module and similar to the old one, or the only new one with the same parameters. */
function newName(field: ByteText, { was, is }: Removal, { before, after }: LookupSides): string | undefined {
  const added = [...is.fields.keys()].filter((name) => !was.fields.has(name));
  const near = nearest(field, added);
  if (near !== undefined) return near;
  const wanted = signatureAt(was, field, before)?.params.join();
  const alike = added.filter((name) => signatureAt(is, name, after)?.params.join() === wanted);
  return wanted !== undefined && wanted !== "" && alike.length === 1 ? alike[0] : undefined;
}
