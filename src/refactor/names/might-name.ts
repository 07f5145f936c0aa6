// Whether a name that is put together when the program runs may be one of some modules.

import { dotted } from "../../base/dotted.ts";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ComputedMention } from "../../lua/facts/module-mentions.ts";
import type { Project } from "../../model/project.ts";
import { everyName, rootedNames } from "../../modules/importers.ts";

export function mightName(
  paths: readonly RepoPath[],
  project: Project,
): (mention: ComputedMention) => boolean {
  const lists = paths.map((path) => ({
    names: new Set([...rootedNames(path, project), ...everyName(path, project)]),
    path: encodePath(path).toString("latin1"),
  }));
  return ({ by, start, end }) => {
    if (by === "file") {
      const [first, last] = [start.replaceAll("\\", "/"), end.replaceAll("\\", "/").replace(/^\.?\//, "/")];
      return (
        last !== "" &&
        lists.some(({ path }) => `/${path}`.endsWith(last) && path.includes(first.replace(/^\.\//, "")))
      );
    }
    const [first, last] = [dotted(start), dotted(end)];
    return lists.some(({ names }) =>
      [...names].some(
        (name) => name.startsWith(first) && name.endsWith(last) && name.length >= first.length + last.length,
      ),
    );
  };
}
