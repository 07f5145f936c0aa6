import type { ObjectId } from "../change.ts";
import type { Verdict } from "../finding.ts";

/** Which part of a range is judged: one of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What all parts of one range must agree in, or they are not parts of one answer. */
export interface RangeTerms {
  /** The version of arkitekt. */
  readonly program: string;
  /** The range as it was asked for. */
  readonly range: string;
  readonly base: ObjectId | null;
  readonly tip: ObjectId;
  /** A digest of the ids of all its commits, in their order. */
  readonly commits: string;
  readonly branches: readonly string[];
  readonly today: string;
  /** A digest of the policy that was used in place of the repository's own. */
  readonly policy: string | null;
  /** What was left out. */
  readonly rules: readonly string[];
  readonly isQuiet: boolean;
}

/** One machine's part of the verdict on a range, with all that the other parts need to make it whole. */
export interface RangePart extends Shard {
  readonly terms: RangeTerms;
  /** For every commit of this part, its position in the range. */
  readonly commits: readonly { readonly at: number; readonly verdict: Verdict }[];
  /** How many commits the range has. */
  readonly total: number;
  /** The verdict on the range as a whole; the last part has it. */
  readonly whole: Verdict | null;
}
