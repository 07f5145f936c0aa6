// What was worked out when nothing was missing for it any more. The rule looks again in each round of questions, and what is known stays as it
// is: so that need not be worked out again.

import type { Finding } from "../../model/finding.ts";
import type { Facts } from "../../modules/facts.ts";
import type { LookupSides } from "../../modules/module-lookup.ts";
import type { ChangeScene } from "../../rule/rule.ts";
import type { Changed } from "./changed.ts";
import type { LostRequire } from "./unresolved.ts";

/** The steps of a look, each of which stands on those before it. */
interface Steps {
  readonly changed: Settled<readonly Changed[]>;
  readonly cycles: Settled<readonly Finding[]>;
  readonly suspects: Settled<readonly Changed[]>;
  readonly lost: Settled<readonly LostRequire[]>;
}

export class Settled<T> {
  #found: { readonly what: T } | undefined;

  /** `sides` is where `work` and all the steps before it note what they missed. */
  once(sides: LookupSides, work: () => T): T {
    if (this.#found !== undefined) return this.#found.what;
    const what = work();
    if (!sides.before.isShort && !sides.after.isShort) this.#found = { what };
    return what;
  }
}

/** For one change, as long as it is asked with the same facts, to which each round adds. */
export function settledFor(scene: ChangeScene<unknown>, facts: Facts): Steps {
  const last = known.get(scene);
  if (last?.facts === facts) return last.steps;
  const steps = {
    changed: new Settled<readonly Changed[]>(),
    cycles: new Settled<readonly Finding[]>(),
    suspects: new Settled<readonly Changed[]>(),
    lost: new Settled<readonly LostRequire[]>(),
  };
  known.set(scene, { facts, steps });
  return steps;
}

const known = new WeakMap<object, { readonly facts: Facts; readonly steps: Steps }>();
