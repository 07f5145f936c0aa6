// Modules that have less to offer after the change than before it.
import type { ByteText } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import type { FileChange } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import { isLua } from "../../modules/lua-files.ts";
import type { LookupSides } from "../../modules/module-lookup.ts";
import { rootsFor } from "../../modules/module-roots.ts";
import { type Surface, surfaceOf } from "../../modules/module-surface.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** A module as it was and as it is. */
export interface Removal {
  /** After the change. */
  readonly path: RepoPath;
  readonly was: Surface;
  readonly is: Surface;
  readonly lost: ReadonlySet<ByteText>;
}

export function removedExports(
  files: readonly FileChange[],
  project: Project,
  sides: LookupSides,
): readonly Removal[] {
  const pairs = files.flatMap((file) => successions(file, project, sides));
  return pairs.flatMap(([from, path]) => lossOf(from, path, sides) ?? []);
}

/** Which module stands in place of another: at its path, where it was moved to, or where its name leads now. */
function successions(
  file: FileChange,
  project: Project,
  { after }: LookupSides,
): (readonly [from: RepoPath, path: RepoPath])[] {
  const from = file.kind === "renamed" ? file.from : file.path;
  if (!isLua(from, project) || !isLua(file.path, project)) return [];
  if (file.kind === "modified") return [[from, file.path]];
  if (file.kind !== "renamed" && file.kind !== "deleted") return [];
  const heirs = new Set(
    namesOf(from, rootsFor(from, project.lua)).flatMap((name) => after.resolve(name, from) ?? []),
  );
  if (file.kind === "renamed") heirs.add(file.path);
  return [...heirs].filter((path) => path !== "unknown").map((path) => [from, path]);
}

/** Nothing is certainly missing from an open module: a field that it named until now may be. */
function lossOf(from: RepoPath, path: RepoPath, { before, after }: LookupSides): Removal | undefined {
  const [old, now] = [before.file(from), after.file(path)];
  // An equal text offers the same.
  if (old === undefined || now === undefined || old.entry.id === now.entry.id) return undefined;
  const is = surfaceOf(now, after);
  if (keepsFields(old, now, is) || (is.isOpen && !isOpenAsBefore(old, now))) return undefined;
  const was = surfaceOf(old, before);
  // What only a method sets on `self` was usually a field of its instances.
  const names = [...was.fields.values()].filter(({ isOnSelf }) => !isOnSelf).map(({ name }) => name);
  const lost = new Set(names.filter((name) => !is.fields.has(name)));
  return lost.size === 0 ? undefined : { path, was, is, lost };
}

/** It sets fields that can't be named, and did before: so those are not what became of the fields that it named. */
function isOpenAsBefore({ lua: old }: SourceFile, { lua: now }: SourceFile): boolean {
  const { ending, earlyReturns, dynamicFields } = now.module;
  if (!now.isSound || ending.kind !== "table" || earlyReturns.length > 0) return false;
  const isSet = dynamicFields.every(({ kind }) => kind === "dynamic-field" || kind === "passed-on");
  return isSet && old.isSound && dynamicFields.length <= old.module.dynamicFields.length;
}

/**
 * Only functions differ, and every field that held one of them is still there, or only what it requires has other names: the module as it was need not
 * be read.
 */
function keepsFields(old: SourceFile, { lua }: SourceFile, { fields }: Surface): boolean {
  const { kind } = lua.module.ending;
  if (kind !== "module" && lua.isUnderOtherNames(old.lua)) return true;
  return kind === "table" && lua.partUnlike(old.lua)?.gone?.every((name) => fields.has(name)) === true;
}
