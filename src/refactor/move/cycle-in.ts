import type { Finding } from "../../model/finding.ts";
import { findingAt } from "../finding-in.ts";
import type { MovePair } from "../refactoring.ts";
import { bare } from "./typed-name.ts";

/** Pairs that form a cycle: a second run would move them on. */
export function cycleIn(pairs: readonly MovePair[]): Finding | undefined {
  const next = new Map(pairs.map(({ from, to }) => [bare(from), bare(to)]));
  for (const start of next.keys()) {
    let at = next.get(start);
    for (let steps = 0; at !== undefined && at !== start && steps <= next.size; steps++) at = next.get(at);
    if (at !== start) continue;
    const [other = start] = [next.get(start)];
    const what =
      other === start ? `${start} is moved to where it is` : `${start} and ${other} go round in a cycle`;
    const hint =
      other === start
        ? "leave it out"
        : `go by way of a third name, in three runs: ${start} → ${start}_moving, the others, then ${start}_moving → ${other}`;
    return findingAt(undefined, `${what}, so that a second run would change it again`, hint);
  }
  return undefined;
}
