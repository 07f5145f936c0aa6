// Names that begin as paths do: `./lib/x` is looked up from where the program runs, or beside the file that names it, and `../x` from
// the folder above that; which one counts depends on the host.
import { type ByteText, readable } from "../../base/byte-text.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import { candidates } from "../../lua/facts/module-names.ts";
import { folderOf } from "../../modules/importers.ts";
import type { TreeText } from "../tree.ts";
import type { Ground } from "./ground.ts";
import { startOfPath } from "./module-paths.ts";
import { BY_HAND, LOOK, type NameOutcome, reported, unsafe } from "./outcome.ts";

/**
 * `../x`, `lib/./x`, and names with their ending, which some hosts allow: undefined for what names no file of the tree that
 * changes.
 */
export function pathMention(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { name } = mention;
  const climbed = /^(?:\.[/\\])*(?:\.\.[/\\])+/.exec(name)?.[0];
  const written = name.slice(climbed?.length ?? startOfPath(name).length).replace(/\.lua$/, "");
  // A folder may be named as itself on the way, and followed by more than one slash.
  const rest = written.replaceAll(/[/\\](?:\.?[/\\])+/g, "/") as ByteText;
  const isRoundabout = rest !== written;
  if (climbed === undefined && !isRoundabout && !name.endsWith(".lua")) return undefined;
  const levels = climbed?.split("..").length ?? 1;
  const place = ground.placeOf(file.path);
  const [own, then] = [above(file.path, levels), above(place, levels)];
  const path = lookedUp(
    rest,
    climbed === undefined ? ["", ...ground.before.roots(file.path), own] : [own],
    (each) => ground.tree.entries.has(each),
  );
  if (path === undefined) return undefined;
  const wanted = ground.renaming.meant.get(path) ?? path;
  const after = lookedUp(
    rest,
    climbed === undefined ? ["", ...ground.after.roots(place), then] : [then],
    ground.isAfter,
  );
  if (after === wanted) return undefined;
  const why = `names ${showPath(path)} by its path: ${readable(name)}`;
  if (climbed === undefined && !isRoundabout) return reported(mention, file, why, LOOK);
  return unsafe(mention, file, why, BY_HAND);
}

function lookedUp(
  name: ByteText,
  folders: Parameters<typeof candidates>[1],
  has: (path: RepoPath) => boolean,
): RepoPath | undefined {
  return candidates(name, folders).find(has);
}

/** The folder that many levels above a file: the first is its own. Undefined if there is none. */
function above(path: RepoPath, levels: number): RepoPath {
  let folder = path;
  for (let level = 0; level < levels; level++) folder = folder === "" ? NOWHERE : folderOf(folder);
  return folder;
}

const NOWHERE = "\0nowhere";
