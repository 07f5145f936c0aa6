// Requires, and strings that read like one, of a module that the change moves or deletes.

import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { namesOf, siblingNames } from "../../lua/facts/module-names.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../../modules/facts.ts";
import { folderOf, importers } from "../../modules/importers.ts";
import { isOwn } from "../../modules/lua-files.ts";
import { isFromHost } from "../../modules/module-lookup.ts";
import { dotted } from "../../modules/module-name.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { ChangeScene } from "../../rule/rule.ts";
import type { Changed, Sides } from "./sides.ts";

export function* leftovers(
  removed: readonly RepoPath[],
  changed: readonly Changed[],
  sides: Sides,
  scene: ChangeScene<unknown>,
  facts: Facts,
): Iterable<Finding> {
  if (removed.length === 0) return;
  const { project } = scene;
  const gone = goneNames(removed, project);
  for (const file of importers(
    removed,
    changed.map(({ file }) => file),
    scene,
    facts,
  )) {
    if (!isOwn(file.path, project)) continue;
    for (const { name, range, isString } of mentions(file)) {
      const path = gone.get(dotted(name)) ?? goneBeside(file.path, name, removed);
      if (
        path === undefined ||
        isFromHost(name, project) ||
        sides.after.resolve(name, file.path) !== undefined
      )
        continue;
      if (sides.after.isMade(name, file.path) !== false) continue;
      yield {
        place: placeIn(file, range),
        ...fate(name, path, isString, sides, scene),
        ...(isString ? { atMost: "warn" as const } : { contract: { kind: "would-touch", path: file.path } }),
      };
    }
  }
}

function fate(
  name: ByteText,
  path: RepoPath,
  isString: boolean,
  { after }: Sides,
  { change }: ChangeScene<unknown>,
) {
  const moved = change.files.find((file) => file.kind === "renamed" && file.from === path);
  const verb = isString ? "names" : "requires";
  if (moved === undefined) {
    return {
      message: `${verb} ${readable(name)}, which this change deletes`,
      hint: "use what replaces it, or keep the module",
    };
  }
  const now = after.nameOf(moved.path);
  return {
    message: `${verb} ${readable(name)}, which this change moves to ${readable(now)}`,
    hint: isString ? `write "${readable(now)}"` : `require "${readable(now)}"`,
  };
}

interface Mention {
  readonly name: ByteText;
  readonly range: ByteRange;
  readonly isString: boolean;
}

function mentions({ lua }: SourceFile): Mention[] {
  return [
    ...lua.requires.flatMap((require) =>
      require.kind === "static" ? [{ name: require.name, range: require.nameRange, isString: false }] : [],
    ),
    ...lua.moduleStrings.map(({ name, literal }) => ({ name, range: literal.range, isString: true })),
  ];
}

function goneNames(removed: readonly RepoPath[], { lua }: Project): ReadonlyMap<string, RepoPath> {
  return new Map(
    removed.flatMap((path) => namesOf(path, lua.moduleRoots).map((name) => [name, path] as const)),
  );
}

function goneBeside(from: RepoPath, name: ByteText, removed: readonly RepoPath[]): RepoPath | undefined {
  return removed.find(
    (path) => folderOf(path) === folderOf(from) && siblingNames(path).some((each) => each === name),
  );
}
