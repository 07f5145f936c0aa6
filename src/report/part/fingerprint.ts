import { createHash } from "node:crypto";
import type { JudgedFinding } from "../../model/finding.ts";
import { pathOf } from "../../model/place.ts";

/**
 * For each finding 32 hexadecimal digits that stay the same when lines move: they are made from the rule, the path and the anchor (or the
 * message if there is none). Among several that are alike the second, third … differ by their order.
 */
export function fingerprints(findings: readonly JudgedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, place, anchor, message }) => {
    const own = anchor === undefined ? ["message", message] : ["anchor", anchor.scope, anchor.code];
    const key = JSON.stringify([rule, pathOf(place) ?? null, ...own]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash("sha256").update(`${key}\n${before}`).digest("hex").slice(0, 32);
  });
}
