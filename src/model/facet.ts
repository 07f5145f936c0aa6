import type { Subject } from "./change.ts";

/** What a subject offers to judge, and a rule about the whole change asks for. */
export type Facet =
  /** The files after the change, one by one. */
  | "files"
  /** What one commit does to what was there before it. */
  | "step"
  /** What was and what is, side by side: of a commit's tree, what that commit changed. */
  | "sides"
  /** What it comes to at its end, however many commits lead there. */
  | "outcome"
  | "message"
  /** The commits in it, each with what it changes. */
  | "commits";

const FACETS: Readonly<Record<Subject["kind"], readonly Facet[]>> = {
  staged: ["files", "step", "sides", "outcome"],
  message: ["message"],
  commit: ["files", "step", "sides", "outcome", "message"],
  range: ["outcome", "commits"],
  tree: ["files", "sides", "outcome"],
};

export function hasFacet({ kind }: Pick<Subject, "kind">, facet: Facet): boolean {
  return FACETS[kind].includes(facet);
}
