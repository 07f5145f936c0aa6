import { withoutEnd } from "../base/without-end.ts";
import type { JsonMember, JsonNode } from "./tree.ts";

/**
 * Equality as RFC 6902 (section 4.6) has it: members in any order, numbers by their exact value. Decimals are compared as
 * they are written, not as doubles, so 9007199254740993 is not 9007199254740992, and 1.0 is 1e0.
 */
export function jsonEquals(left: JsonNode, right: JsonNode): boolean {
  if (left.kind === "word") return right.kind === "word" && left.raw === right.raw;
  if (left.kind === "string") return right.kind === "string" && left.text === right.text;
  if (left.kind === "number") return right.kind === "number" && decimal(left.raw) === decimal(right.raw);
  if (left.kind === "array") {
    if (right.kind !== "array" || left.items.length !== right.items.length) return false;
    return left.items.every(({ value }, index) => {
      const other = right.items[index];
      return other !== undefined && jsonEquals(value, other.value);
    });
  }
  if (right.kind !== "object" || left.members.length !== right.members.length) return false;
  const others = new Map<string, JsonMember>(right.members.map((member) => [member.key, member]));
  return left.members.every(({ key, value }) => {
    const other = others.get(key);
    return other !== undefined && jsonEquals(value, other.value);
  });
}

/** One spelling for each decimal value: sign, digits without zeros at either end, power of ten. */
export function decimal(raw: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(raw);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const trimmed = withoutEnd(digits, "0");
  if (trimmed === "") return "0";
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${sign}${trimmed}e${power}`;
}
