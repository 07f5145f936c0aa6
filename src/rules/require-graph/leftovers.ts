// Requires, and strings that read like one, of a module that the change moves or deletes.

import { type ByteText, readable } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { ByteRange } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { LuaSource } from "../../lua/source.ts";
import type { Finding } from "../../model/finding.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { importers } from "../../modules/importers.ts";
import { isOwn } from "../../modules/lua-files.ts";
import { isDeclaredOutside, isFromHost, type LookupSides } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { Changed } from "./changed.ts";
import { givenNames } from "./given-names.ts";
import type { GoneNames } from "./gone-names.ts";
import { type ChangedProject, OtherPlaces, type Whereabouts } from "./other-places.ts";

interface Leftover {
  readonly file: SourceFile;
  readonly mention: Mention;
  /** Where the module was. */
  readonly path: RepoPath;
}

export function leftovers(
  removed: readonly RepoPath[],
  names: GoneNames,
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
    .flatMap((file) => leftIn(file, names, sides, scene))
    .filter(({ mention }) => !given.has(dotted(mention.name)));
  const places = new OtherPlaces(left, own, scene, facts);
  const findings = left.flatMap((each) => findingOf(each, places.of(each.path), sides, scene));
  return { findings, needs: places.needs };
}

function leftIn(
  file: SourceFile,
  names: GoneNames,
  sides: LookupSides,
  { project }: ChangedProject,
): readonly Leftover[] {
  if (!isOwn(file.path, project)) return [];
  const gone = names.knownTo(file.path);
  const placeOf = (name: ByteText) =>
    gone.get(dotted(name)) ?? (isDeclaredOutside(name, project) ? undefined : names.beside(file.path, name));
  const strings = maySpell(file.text, placeOf) ? stringsOf(file) : [];
  return [...requiresOf(sides.after.read(file)), ...strings].flatMap((mention) => {
    const { name } = mention;
    const path = placeOf(name);
    if (path === undefined || isFromHost(name, project)) return [];
    if (sides.after.resolve(name, file.path) !== undefined) return [];
    return sides.after.isMade(name, file.path) === false ? [{ file, mention, path }] : [];
  });
}

/** What reads like the name of a module in quotes or brackets: at least every such string of a text without escapes. */
const SPELLED = /["'[](?:\r\n?|\n\r?)?([A-Za-z_][\w-]*(?:[./][A-Za-z_][\w-]*)+)(?=["'\]])/g;

/** Whether a string of the text may be such a name. Most texts hold none, and need not be parsed for it. */
function maySpell(text: ByteText, placeOf: (name: ByteText) => RepoPath | undefined): boolean {
  if (text.includes("\\")) return true;
  // A piece of a byte text is a byte text.
  for (const [, name = ""] of text.matchAll(SPELLED))
    if (placeOf(name as ByteText) !== undefined) return true;
  return false;
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

function requiresOf({ requires }: LuaSource): Mention[] {
  return requires.flatMap((require) =>
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
  );
}

function stringsOf({ lua }: SourceFile): Mention[] {
  return lua.moduleStrings.map(({ name, literal }) => ({
    name,
    range: literal.range,
    isString: true,
    isWritten: true,
    isProtected: false,
  }));
}
