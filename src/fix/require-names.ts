// Names of required modules: dots for backslashes, and the namespace in use for a retired one.
import { type ByteText, encodeText, readable } from "../base/byte-text.ts";
import type { StaticRequire } from "../lua/facts/requires.ts";
import type { LuaSource } from "../lua/source.ts";
import type { Project } from "../model/project.ts";
import { isBelow, literalStart } from "../modules/module-name.ts";
import { escapedStart, requireSeparators } from "../rules/require-separators.ts";
import { retiredNamespace } from "../rules/retired-namespace.ts";
import type { ByHand, Edit } from "./edit.ts";

/** `isOn`: whether the policy holds a rule on the line of a byte of this file. */
export function requireNameEdits(
  source: LuaSource,
  { namespace }: Project,
  isOn: (rule: string, offset: number) => boolean,
): { edits: readonly Edit[]; byHand: readonly ByHand[] } {
  const edits: Edit[] = [];
  const byHand: ByHand[] = [];
  for (const [index, require] of source.requires.entries()) {
    const isStatic = require.kind === "static";
    const name = isStatic ? require.name : literalStart(require.text);
    const spelled = isStatic ? require.name : escapedStart(require.text);
    const range = isStatic ? require.literal.range : require.range;
    const hasSeparators = spelled.includes("\\") && isOn(requireSeparators.id, range.start);
    const retired = isOn(retiredNamespace.id, range.start)
      ? namespace.retired.find((old) => isBelow(name, old))
      : undefined;
    if (!hasSeparators && retired === undefined) continue;
    const rule = hasSeparators ? requireSeparators.id : retiredNamespace.id;
    const canonical = retired === undefined ? undefined : namespace.canonical;
    const wanted = isStatic && canonical !== "" ? mended(name, hasSeparators, retired, canonical) : undefined;
    if (!isStatic || wanted === undefined) {
      const why = isStatic ? "no name can be made of it" : "its name is computed";
      byHand.push({ rule, range, says: `requires ${readable(spelled)}${isStatic ? "" : "…"}; ${why}` });
      continue;
    }
    edits.push(renaming(rule, require, wanted, index));
  }
  return { edits, byHand };
}

function renaming(rule: string, require: StaticRequire, wanted: ByteText, index: number): Edit {
  return {
    rule,
    range: require.literal.content,
    text: wanted,
    says: `${readable(require.name)} → ${readable(wanted)}`,
    holds({ requires }) {
      const after = requires[index];
      return after?.kind === "static" && after.name === wanted;
    },
  };
}

/** Undefined for what is not a name then, or can't stand between any quotes as it is. */
function mended(
  name: string,
  hasSeparators: boolean,
  retired: string | undefined,
  canonical: string | undefined,
): ByteText | undefined {
  const dots = hasSeparators ? name.replaceAll(/\\+/g, ".") : name;
  const wanted = (
    retired === undefined || canonical === undefined
      ? dots
      : encodeText(canonical) + dots.slice(encodeText(retired).length)
  ) as ByteText;
  return /^[^\s"'\\[\]\0-\x1f]+$/.test(wanted) && !/(^|[./])([./]|$)/.test(wanted) ? wanted : undefined;
}
