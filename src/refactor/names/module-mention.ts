// A place that names a module in a require, a declaration or an annotation → the name that must stand there.
import { type ByteText, readable } from "../../base/byte-text.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import { namesOf } from "../../lua/facts/module-names.ts";
import { folderOf } from "../../modules/importers.ts";
import { isFromOutside } from "../../modules/module-lookup.ts";
import type { TreeText } from "../tree.ts";
import { pathMention } from "./dotted-path.ts";
import { dots, type Ground } from "./ground.ts";
import { type Led, startOfPath } from "./module-paths.ts";
import { BY_HAND, edited, type NameOutcome, unsafe } from "./outcome.ts";
import { respelled, respelledBehind } from "./respell.ts";

/** In a require, a declaration or an annotation. */
export function moduleMention(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { name } = mention;
  const led = ground.before.lead(name, file.path);
  if (led === undefined) return leadsNowhere(ground, mention, file) ?? asPath(ground, mention, file);
  const { meant } = ground.renaming;
  const wanted = meant.get(led.path) ?? led.path;
  const place = ground.placeOf(file.path);
  const then = ground.after.lead(name, place);
  const isRival = led.rival !== undefined && ground.changes(led);
  if (!isRival && then?.path === wanted && !isRenamed(ground, name, led)) return undefined;
  if (isRival) {
    const rival = showPath(led.rival ?? "");
    const why = `${readable(name)} means ${showPath(led.path)} or, looked up from the file's own folder, ${rival}`;
    return unsafe(mention, file, why, "give the two different names first, or write the name out in full");
  }
  if (mention.by === "shadowed" || mention.by === "declaration") {
    const why =
      mention.by === "shadowed"
        ? `names ${readable(name)} in a call of another require than Lua's`
        : `names ${readable(name)} in module(…), so that its globals go by that name`;
    return unsafe(mention, file, why, "change it by hand first");
  }
  if (place === wanted && led.path !== file.path)
    return unsafe(mention, file, `names ${readable(name)}, and would require itself`, BY_HAND);
  const to = nameFor(ground, name, led, wanted, place);
  if (to === undefined) {
    const why =
      led.root === undefined
        ? `${readable(name)} is looked up from the file's own folder, and no name leads from there to ${showPath(wanted)}`
        : `no name leads from here to ${showPath(wanted)}`;
    return unsafe(mention, file, why, BY_HAND);
  }
  return renamedTo(mention, file, to);
}

/** A name that begins as a path does is treated without that beginning, which is put back in front. */
function asPath(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const start = startOfPath(mention.name);
  const name = mention.name.slice(start.length) as ByteText;
  const isNamed =
    start !== "" &&
    (ground.before.lead(name, file.path) !== undefined || ground.renaming.renamed(dots(name)) !== undefined);
  if (!isNamed) return pathMention(ground, mention, file);
  const spelling = mention.spelling?.slice(start.length);
  const outcome = moduleMention(ground, { ...mention, name, spelling }, file);
  if (outcome?.kind !== "edit") return outcome;
  const kind = /[/\\]/.test(start) && !name.includes(".") ? "path" : "module";
  return edited(respelledBehind(start, mention, outcome.edit.to.split(/[./\\]/), kind));
}

/** Another name was asked for, though this one would still lead there. */
function isRenamed(ground: Ground, name: ByteText, { path }: Led): boolean {
  const to = ground.renaming.renamed(dots(name));
  return to !== undefined && to !== dots(name) && ground.renaming.meant.has(path);
}

function leadsNowhere(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { name } = mention;
  const to = ground.renaming.renamed(dots(name));
  const place = ground.placeOf(file.path);
  if (to !== undefined && to !== dots(name)) {
    if (mention.by === "shadowed" || mention.by === "declaration")
      return unsafe(mention, file, `names ${readable(name)} in another way than require`, BY_HAND);
    const again = ground.renaming.renamed(to);
    if (again !== undefined && again !== to && ground.after.lead(to, place) === undefined) {
      const why = `names ${readable(name)}, which leads nowhere, and which a second run would change again`;
      return unsafe(mention, file, why, "change it by hand first, or take one name at a time");
    }
    return renamedTo(mention, file, to);
  }
  const then = ground.after.lead(name, place);
  if (then === undefined || mention.by !== "require") return undefined;
  const what = isFromOutside(name, file.path, ground.tree.project) ? "comes from outside" : "leads nowhere";
  const why = `requires ${readable(name)}, which ${what} today and would lead to ${showPath(then.path)}`;
  return unsafe(mention, file, why, "choose another name");
}

/** The one that was asked for, else the one most like the old one that leads there and nowhere else. */
export function nameFor(
  ground: Ground,
  name: ByteText,
  led: Led,
  wanted: RepoPath,
  place: RepoPath,
): ByteText | undefined {
  const asked = ground.renaming.renamed(dots(name));
  const roots = ground.after.roots(place);
  const order =
    led.root === undefined ? [folderOf(place)] : [led.root, ...roots.filter((root) => root !== led.root)];
  const isExplicit = /(^|[./\\])init$/.test(name) && led.path.endsWith("/init.lua");
  const names = order.flatMap((root) => {
    const found = namesOf(wanted, [root]);
    return isExplicit ? found.toReversed() : found;
  });
  return [...(asked === undefined ? [] : [asked]), ...names].find((each) => {
    const then = ground.after.lead(each, place);
    if (wanted === OUTSIDE) return then === undefined;
    return (
      then?.path === wanted && then.rival === undefined && (led.root === undefined || then.root !== undefined)
    );
  });
}

export function renamedTo(mention: ModuleMention, file: TreeText, to: ByteText): NameOutcome {
  if (to === dots(mention.name)) return undefined;
  const edit = respelled(mention, to.split("."), "module");
  if (edit !== undefined) return edited(edit);
  const why = `${readable(to)} can't be written in the place of ${readable(mention.name)}`;
  return unsafe(mention, file, why, BY_HAND);
}

/** What comes from outside the repository lies nowhere in it. */
export const OUTSIDE = "\0outside";
