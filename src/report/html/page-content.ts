// What stands on the page that `arkitekt report` writes: facts that others gathered.
import type { CommitName } from "../../model/change.ts";
import type { Verdict } from "../../model/finding.ts";
import type { ListedShim } from "../../model/listed-shim.ts";
import type { RequireMap } from "../../model/require-map.ts";

export interface PageContent {
  /** "the range main..HEAD". */
  readonly what: string;
  readonly verdict: Verdict;
  /** The day that dates are counted from. */
  readonly today?: string;
  readonly map?: RequireMap;
  /** How the policy divides the code; a module lies in a feature and in one of its layers. */
  readonly features?: { readonly root: string; readonly layers: readonly string[] };
  readonly shims?: readonly ListedShim[];
  readonly trails?: readonly TrailRow[];
  /** Oldest first. */
  readonly budget?: readonly BudgetRow[];
}

export interface TrailRow {
  readonly id: string;
  readonly project: string | undefined;
  readonly title: string | undefined;
  readonly state: string;
  /** Messages that wait for an answer. */
  readonly open: number;
}

export interface BudgetRow extends CommitName {
  readonly files: number;
  readonly addedLoc: number;
  /** Undefined if nothing limits it. */
  readonly allowed: { readonly files: number; readonly addedLoc: number } | undefined;
}
