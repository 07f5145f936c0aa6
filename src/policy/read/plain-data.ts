import type { Complaint, KeyPath } from "../faults/fault.ts";

/** Deeper than the schema goes, and far from where recursion would hurt. */
const DEPTH = 32;
/** A policy has some hundred values; aliases in YAML can make billions out of one line. */
const VALUES = 20_000;

/** Undefined if `value` is a bounded tree of objects, lists and JSON's scalars. YAML also knows dates and bytes. */
export function plainness(value: unknown): Complaint | undefined {
  const waiting: { readonly value: unknown; readonly pointer: KeyPath }[] = [{ value, pointer: [] }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: inner, pointer } = next;
    if (++seen > VALUES) return { kind: "too-many", limit: VALUES };
    if (pointer.length > DEPTH) return { kind: "too-deep", limit: DEPTH };
    if (!isPlain(inner)) return { kind: "not-data", pointer };
    if (typeof inner !== "object" || inner === null) continue;
    const keys = Array.isArray(inner) ? [...inner.keys()] : Object.keys(inner);
    const values: readonly unknown[] = Object.values(inner);
    keys.forEach((key, index) => {
      waiting.push({ value: values[index], pointer: [...pointer, key] });
    });
  }
  return undefined;
}

function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
