// Where files of a kind are still to be made: a layer lies in a feature, or right below a folder that modules are looked up in.
import { matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { Project } from "../../model/project.ts";

/** Paths that these globs match, one for each place where such a file would be put; whether it exists makes no difference. */
export function pathsToBe(
  globs: readonly string[],
  project: Pick<Project, "root" | "features" | "lua">,
  paths: readonly RepoPath[],
): readonly RepoPath[] {
  const places = placesOf(project, paths);
  return globs.flatMap((glob) => {
    const own = endOf(glob);
    const candidates = places.map((place) => (place === "" ? own : `${place}/${own}`));
    return candidates.filter((path) => matchesAny([glob], path));
  });
}

function placesOf(
  { root, features, lua }: Pick<Project, "root" | "features" | "lua">,
  paths: readonly RepoPath[],
): readonly RepoPath[] {
  const places = new Set([root, features.root, ...lua.moduleRoots]);
  // Where no layers are named, a folder is not a feature.
  if (features.layers.length === 0) return [...places];
  const below = features.root === "" ? "" : `${features.root}/`;
  for (const path of paths) {
    const [feature, ...rest] = path.startsWith(below) ? path.slice(below.length).split("/") : [];
    if (feature !== undefined && rest.length > 0) places.add(`${below}${feature}`);
  }
  return [...places];
}

/** What a glob says after its last star that stands for folders: for those called `core`, wherever they are, `core/x.lua`. */
function endOf(glob: string): string {
  const segments = glob.split("/");
  const last = segments.pop() ?? "";
  const isPlain = (segment: string) => !/[*?[\]{}]/.test(segment);
  const from = segments.findLastIndex((segment) => !isPlain(segment)) + 1;
  return [...segments.slice(from), last === "**" ? "x.lua" : last.replaceAll(/[*?]+/g, "x")].join("/");
}
