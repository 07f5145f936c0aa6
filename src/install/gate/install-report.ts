import type { Failure } from "../../model/failure.ts";
import type { AliasReport } from "./alias.ts";
import type { Prior } from "./existing-hooks.ts";
import type { PolicyPlan } from "./initial-policy.ts";

export interface InstallReport {
  readonly workTree: string | undefined;
  readonly hooksFolder: string;
  readonly version: string;
  /** False if everything was in place already. */
  readonly changed: boolean;
  readonly gated: readonly string[];
  /** Hooks that only pass on. */
  readonly passedOn: readonly string[];
  readonly chained: readonly Prior[];
  readonly usesHusky: boolean;
  /** What stands in `.husky` runs. */
  readonly runsHusky: boolean;
  /** husky's own core.hooksPath, which ours has replaced. */
  readonly replacedHusky: string | undefined;
  /** Who wrote the launchers that were then hardened; a copy of the program has no packages beside it. */
  readonly laidBy: "husky" | "arkitekt";
  /** Files of `.husky` that our lines were put into. */
  readonly huskyFiles: readonly string[];
  /** Settings of agents that were written. */
  readonly agentFiles: readonly string[];
  /** The part of what was written to be committed that Git ignores here. */
  readonly ignored: readonly string[];
  readonly nodes: readonly string[];
  /** What `git arkitekt` is. */
  readonly alias: AliasReport;
  readonly policy: PolicyPlan;
  readonly submodules: readonly SubmoduleReport[];
}

export type SubmoduleReport =
  | { readonly kind: "gated"; readonly path: string; readonly report: InstallReport }
  | { readonly kind: "no-policy"; readonly path: string }
  | { readonly kind: "refused"; readonly path: string; readonly why: Failure };
