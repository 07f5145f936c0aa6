// A place that names a file by its path, as dofile does → the path that must stand there.
import { readable } from "../../base/byte-text.ts";
import { encodePath, type RepoPath, showPath } from "../../base/repo-path.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { TreeText } from "../tree.ts";
import { filePlaces, type PathPlace } from "./file-places.ts";
import type { Ground } from "./ground.ts";
import { BY_HAND, edited, LOOK, type NameOutcome, reported, unsafe } from "./outcome.ts";
import { respelled } from "./respell.ts";

export function fileMention(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { project, entries } = ground.tree;
  const { meant } = ground.renaming;
  const place = ground.placeOf(file.path);
  const places = filePlaces(mention.name, file.path, place, project);
  const found = places.filter(({ path }) => entries.has(path));
  const [first] = found;
  if (first === undefined) {
    if (!ground.endsInPath(mention.name)) return undefined;
    return reported(mention, file, `may name a file that changes: ${readable(mention.name)}`, LOOK);
  }
  const wanted = meant.get(first.path) ?? first.path;
  if (found.some(({ path }) => path !== first.path && (meant.has(path) || meant.has(first.path)))) {
    const all = [...new Set(found.map(({ path }) => showPath(path)))].join(" or ");
    return unsafe(mention, file, `may mean ${all}, as the folder is that the program runs in`, BY_HAND);
  }
  const then = filePlaces(mention.name, file.path, place, project).find(({ after }) => ground.isAfter(after));
  if (then?.after === wanted) return undefined;
  const to = pathFrom(first, wanted);
  const edit = to === undefined ? undefined : respelled(mention, segments(to), "path");
  if (edit !== undefined) return edited(edit);
  return unsafe(mention, file, `no path leads from here to ${showPath(wanted)}`, BY_HAND);
}

/** One character per byte, as in Lua texts. */
export function segments(path: RepoPath): readonly string[] {
  return encodePath(path).toString("latin1").split("/");
}

/** The path by which the same folder leads to another file, written in the same way; undefined if it has to climb. */
function pathFrom({ baseAfter: base, prefix }: PathPlace, wanted: RepoPath): string | undefined {
  if (base === "") return prefix + wanted;
  return wanted.startsWith(`${base}/`) ? prefix + wanted.slice(base.length + 1) : undefined;
}
