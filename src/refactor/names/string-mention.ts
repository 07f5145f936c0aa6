// A plain string that is, or holds, the name of a module: it is reported, or changed if that is asked for.
import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { TreeText } from "../tree.ts";
import { segments } from "./file-mention.ts";
import { dots, type Ground, ROOT_ONLY } from "./ground.ts";
import { nameFor, renamedTo } from "./module-mention.ts";
import { edited, LOOK, type NameOutcome, reported } from "./outcome.ts";
import { respelled, SEPARATORS } from "./respell.ts";

export function stringMention(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { meant, rewritesStrings, renamed } = ground.renaming;
  const { name } = mention;
  if (!ground.words.inString(name)) return undefined;
  const led = isName(name) ? ground.before.lead(name, ROOT_ONLY) : undefined;
  const asked = isName(name) && led === undefined ? renamed(dots(name)) : undefined;
  const wanted = led === undefined ? undefined : meant.get(led.path);
  const asPath = meant.get(name);
  if (wanted === undefined && asked === undefined && asPath === undefined) {
    return partOfString(ground, mention, file);
  }
  if (!rewritesStrings) {
    const hint = "look whether it means the module; --strings rewrites such strings";
    return reported(mention, file, `a string that is ${readable(name)}`, hint);
  }
  if (asPath !== undefined && wanted === undefined)
    return edited(respelled(mention, segments(asPath), "path"));
  const place = ground.placeOf(file.path);
  const to = led === undefined || wanted === undefined ? asked : nameFor(ground, name, led, wanted, place);
  return to === undefined ? undefined : renamedTo({ ...mention, by: "annotation" }, file, to);
}

/** A longer string that holds the name, or a path: nobody can tell what it is for. */
function partOfString(ground: Ground, mention: ModuleMention, file: TreeText): NameOutcome {
  const { meant, renamed } = ground.renaming;
  const { name } = mention;
  for (const [token] of name.matchAll(/[\w-]+(?:[./\\]+[\w-]+)+/g)) {
    const all = token.split(SEPARATORS.module).filter((segment) => segment !== "");
    for (let length = all.length; length > 1; length--) {
      const part = all.slice(0, length).join(".") as ByteText;
      const led = ground.before.lead(part, ROOT_ONLY);
      const changes = led === undefined ? renamed(part) !== undefined : meant.has(led.path);
      if (!changes) continue;
      return reported(mention, file, `a string that holds ${readable(token)}`, LOOK);
    }
  }
  if (ground.endsInPath(name)) return reported(mention, file, `a string that holds ${readable(name)}`, LOOK);
  return undefined;
}

function isName(text: ByteText): boolean {
  return /^[^\s"'[\]\0-\x1f]+$/.test(text) && !/(^|[./\\])([./\\]|$)/.test(text);
}
