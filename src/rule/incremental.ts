import type { Finding } from "../model/finding.ts";
import type { Facts, Need } from "../modules/facts.ts";
import type { ChangeRule, ChangeScene } from "./rule.ts";

/** What is found as far as the facts reach, and what has to be known to find more. */
export interface SoFar {
  readonly findings: readonly Finding[];
  readonly needs: readonly Need[];
}

/**
 * A rule that learns what it needs while it looks for findings. The last look, at which it needed nothing more, has seen everything:
 * it is not repeated.
 */
export function incremental<O>(
  look: (scene: ChangeScene<O>, facts: Facts) => SoFar,
): Required<Pick<ChangeRule<O>, "needs" | "inspect">> {
  const last = new WeakMap<ChangeScene<O>, SoFar>();
  return {
    needs(scene, facts) {
      const soFar = look(scene, facts);
      last.set(scene, soFar);
      return soFar.needs;
    },
    inspect: (scene, facts) => (last.get(scene) ?? look(scene, facts)).findings,
  };
}
