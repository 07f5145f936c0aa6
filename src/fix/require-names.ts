// Names of required modules: dots for backslashes, and the namespace in use for a retired one.
import { type ByteText, encodeText, readable } from "../base/byte-text.ts";
import type { LuaSource } from "../lua/source.ts";
import type { TextLiteral } from "../lua/syntax/literals.ts";
import type { Project } from "../model/project.ts";
import { isBelow } from "../modules/is-below.ts";
import { requireSeparators } from "../rules/require-separators.ts";
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
    const name = isStatic ? require.name : require.start;
    const range = isStatic ? require.nameRange : require.range;
    const hasSeparators = name.includes("\\") && isOn(requireSeparators.id, range.start);
    const retired = isOn(retiredNamespace.id, range.start)
      ? namespace.retired.find((old) => isBelow(name, old))
      : undefined;
    if (!hasSeparators && retired === undefined) continue;
    const rule = hasSeparators ? requireSeparators.id : retiredNamespace.id;
    const canonical = retired === undefined ? undefined : namespace.canonical;
    const literal = isStatic ? require.literal : undefined;
    const wanted = literal && canonical !== "" ? mended(name, hasSeparators, retired, canonical) : undefined;
    if (literal === undefined || wanted === undefined) {
      const why = literal === undefined ? "its name is computed" : "no name can be made of it";
      byHand.push({ rule, range, says: `requires ${readable(name)}${isStatic ? "" : "…"}; ${why}` });
      continue;
    }
    edits.push(renaming(rule, name, literal, wanted, index));
  }
  return { edits, byHand };
}

function renaming(rule: string, name: ByteText, literal: TextLiteral, wanted: ByteText, index: number): Edit {
  return {
    rule,
    range: literal.content,
    text: wanted,
    says: `${readable(name)} → ${readable(wanted)}`,
    holds({ requires }) {
      const after = requires[index];
      return after?.kind === "static" && after.name === wanted;
    },
  };
}

/** Undefined for what would not be a name, or can't stand in any quotes as it is. */
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
