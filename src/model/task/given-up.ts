import type { GivenUp } from "../finding.ts";

/** What somebody hands in to say that it can't be done (`"ok": false`): all in it that has the shape of the failure contract. */
export function givenUpIn(said: Readonly<Record<string, unknown>>): GivenUp {
  const numbers = Object(said["exceeded_budget"]) as Readonly<Record<string, unknown>>;
  return {
    unmet_exports: textsIn(said["unmet_exports"]),
    missing_files: textsIn(said["missing_files"]),
    exceeded_budget: { files: amountIn(numbers["files"]), loc: amountIn(numbers["loc"]) },
    would_touch: textsIn(said["would_touch"]),
  };
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function amountIn(value: unknown): number {
  return typeof value === "number" && value >= 0 ? value : 0;
}
