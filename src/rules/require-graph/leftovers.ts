// Requires, and strings that read like one, of a module that the change moves or deletes.

import { type ByteText, readable } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { ByteRange } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { type ModuleRoot, namesOf, siblingNames } from "../../lua/facts/module-names.ts";
import type { LuaSource } from "../../lua/source.ts";
import type { Finding } from "../../model/finding.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { folderOf, importers } from "../../modules/importers.ts";
import { isOwn } from "../../modules/lua-files.ts";
import { isDeclaredOutside, isFromHost, type LookupSides } from "../../modules/module-lookup.ts";
import { rootsFor } from "../../modules/module-roots.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { Changed } from "./changed.ts";
import { givenNames } from "./given-names.ts";
import { type ChangedProject, OtherPlaces, type Whereabouts } from "./other-places.ts";

interface Leftover {
  readonly file: SourceFile;
  readonly mention: Mention;
  /** Where the module was. */
  readonly path: RepoPath;
}

export function leftovers(
  removed: readonly RepoPath[],
  changed: readonly Changed[],
  sides: LookupSides,
  scene: ChangedProject,
  facts: Facts,
): { readonly findings: readonly Finding[]; readonly needs: readonly Need[] } {
  if (removed.length === 0) return { findings: [], needs: [] };
  const own = changed.map(({ file }) => file);
  const named = importers(removed, own, scene, facts);
  const given = givenNames(named);
  const left = named
    .flatMap((file) => leftIn(file, removed, sides, scene))
    .filter(({ mention }) => !given.has(dotted(mention.name)));
  const places = new OtherPlaces(left, own, scene, facts);
  const findings = left.flatMap((each) => findingOf(each, places.of(each.path), sides, scene));
  return { findings, needs: places.needs };
}

function leftIn(
  file: SourceFile,
  removed: readonly RepoPath[],
  sides: LookupSides,
  { project }: ChangedProject,
): readonly Leftover[] {
  if (!isOwn(file.path, project)) return [];
  const gone = goneNames(removed, rootsFor(file.path, project.lua));
  return mentions(file, sides.after.read(file)).flatMap((mention) => {
    const { name } = mention;
    const beside = isDeclaredOutside(name, project) ? undefined : goneBeside(file.path, name, removed);
    const path = gone.get(dotted(name)) ?? beside;
    if (path === undefined || isFromHost(name, project)) return [];
    if (sides.after.resolve(name, file.path) !== undefined) return [];
    return sides.after.isMade(name, file.path) === false ? [{ file, mention, path }] : [];
  });
}

function findingOf(
  { file, mention, path }: Leftover,
  now: Whereabouts,
  sides: LookupSides,
  scene: ChangedProject,
): readonly Finding[] {
  const { range, isString, isProtected } = mention;
  if (now === "a rock" || now === "found by its name") return [];
  const isMoved = scene.change.files.some((each) => each.kind === "renamed" && each.from === path);
  // What is required but may be missing stays as it is when the module goes.
  const isSure = !isString && now !== "its whole root moved" && (isMoved || !isProtected);
  return [
    {
      place: placeIn(file, range),
      ...fate(mention, path, now, sides, scene),
      ...(isString ? {} : { contract: { kind: "would-touch", path: file.path } }),
      ...(isSure ? {} : { atMost: "warn" as const }),
    },
  ];
}

function fate(
  { name, isString, isWritten }: Mention,
  path: RepoPath,
  now: Whereabouts,
  { after }: LookupSides,
  { change }: ChangedProject,
) {
  const moved = change.files.find((file) => file.kind === "renamed" && file.from === path);
  const verb = isString ? "names" : "requires";
  if (moved === undefined) {
    return {
      message: `${verb} ${readable(name)}, which this change deletes`,
      hint: "use what replaces it, or keep the module",
    };
  }
  const to = readable(after.nameOf(moved.path, name));
  const message = `${verb} ${readable(name)}, which this change moves to ${to}`;
  if (now === "its whole root moved")
    return { message, hint: "if names start there now, say so in the policy: lua.moduleRoots" };
  if (!isWritten) return { message, hint: `the name has to lead to ${to}` };
  if (to === moved.path)
    return { message, hint: "no module name leads there: move it to a file that `require` finds" };
  return { message, hint: isString ? `write "${to}"` : `require "${to}"` };
}

interface Mention {
  readonly name: ByteText;
  readonly range: ByteRange;
  readonly isString: boolean;
  /** By a string, and not worked out from the file's name. */
  readonly isWritten: boolean;
  readonly isProtected: boolean;
}

function mentions({ lua }: SourceFile, loaded: LuaSource): Mention[] {
  return [
    ...loaded.requires.flatMap((require) =>
      require.kind === "static"
        ? [
            {
              name: require.name,
              range: require.nameRange,
              isString: false,
              isWritten: require.literal !== undefined,
              isProtected: require.isProtected,
            },
          ]
        : [],
    ),
    ...lua.moduleStrings.map(({ name, literal }) => ({
      name,
      range: literal.range,
      isString: true,
      isWritten: true,
      isProtected: false,
    })),
  ];
}

/** By the names that files looking there know them by. */
function goneNames(
  removed: readonly RepoPath[],
  roots: readonly ModuleRoot[],
): ReadonlyMap<string, RepoPath> {
  return new Map(removed.flatMap((path) => namesOf(path, roots).map((name) => [name, path] as const)));
}

function goneBeside(from: RepoPath, name: ByteText, removed: readonly RepoPath[]): RepoPath | undefined {
  return removed.find(
    (path) => folderOf(path) === folderOf(from) && siblingNames(path).some((each) => each === name),
  );
}
