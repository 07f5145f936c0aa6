export interface Budget {
  readonly files: number;
  readonly addedLoc: number;
}

export interface DiffBudgetOptions extends Budget {
  readonly strict: Budget & { readonly globs: readonly string[] };
  /** `addedLoc` counts for each file. */
  readonly mechanical: Budget;
  readonly exclude: readonly string[];
}
