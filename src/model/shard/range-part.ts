import type { ObjectId } from "../change.ts";
import type { Verdict } from "../finding.ts";

/** Which part of a range is judged: one of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What all parts of one range must agree in, or they are not parts of one answer. */
export interface RangeTerms {
  /** Of arkitekt. */
  readonly program: string;
  /** As it was asked for. */
  readonly range: string;
  readonly base: ObjectId | null;
  readonly tip: ObjectId;
  /** A digest of the ids of all its commits, in their order. */
  readonly commits: string;
  readonly branches: readonly string[];
  readonly today: string;
  /** A digest of the policy that was taken in place of the repository's own. */
  readonly policy: string | null;
  /** What was left unsaid. */
  readonly rules: readonly string[];
  readonly isQuiet: boolean;
}

/** One machine's part of the verdict on a range, with all that the other parts need to make it whole. */
export interface RangePart extends Shard {
  readonly terms: RangeTerms;
  /** Of every commit of this part, where it stands in the range. */
  readonly commits: readonly { readonly at: number; readonly verdict: Verdict }[];
  /** How many commits the range has. */
  readonly total: number;
  /** Of the range as a whole; the last part has it. */
  readonly whole: Verdict | null;
}
