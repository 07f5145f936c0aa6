import type { Position } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { JsonFault } from "../../json/fault.ts";

/** Something in a policy that is not right, worded for the person who wrote it. */
export interface PolicyFault {
  readonly kind: Complaint["kind"];
  readonly path: RepoPath;
  readonly at?: Position;
  /** The key as one would write it in code: `overrides[0].rules.docs-fence`. */
  readonly key?: string;
  readonly message: string;
  readonly hint?: string;
}

/** Keys and indices from the root of the policy. */
export type KeyPath = readonly (string | number)[];

/** What the checks say: facts, no prose. */
export type Complaint = FileComplaint | KeyComplaint;

/** About a file as a whole: nothing in it could be looked at. */
export type FileComplaint =
  | { readonly kind: "refused-place" }
  | { readonly kind: "two-policies"; readonly others: readonly RepoPath[] }
  | { readonly kind: "too-large"; readonly size: number; readonly limit: number }
  | { readonly kind: "too-deep"; readonly limit: number }
  | { readonly kind: "too-many"; readonly limit: number }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "byte-order-mark"; readonly encoding: "UTF-8" | "UTF-16" }
  | { readonly kind: "empty" }
  /** What keeps it from being JSON, and YAML where it may be that: in the words of the parser that gave up. */
  | {
      readonly kind: "syntax";
      readonly json: JsonFault;
      readonly yaml?: { readonly at: Position; readonly message: string };
    };

/** The most faults that are reported: a file with more is not a policy, and nobody reads on. */
export const MOST_FAULTS = 100;

/** About one key. */
export type KeyComplaint =
  | {
      readonly kind: "duplicate-key";
      readonly pointer: KeyPath;
      readonly at: Position;
      readonly first: Position;
    }
  | { readonly kind: "not-data"; readonly pointer: KeyPath }
  | { readonly kind: "unknown-key"; readonly pointer: KeyPath }
  | { readonly kind: "missing-key"; readonly pointer: KeyPath; readonly names: readonly string[] }
  | { readonly kind: "repeated"; readonly pointer: KeyPath; readonly index: number }
  | { readonly kind: "wrong-value"; readonly pointer: KeyPath }
  | { readonly kind: "contradiction"; readonly pointer: KeyPath; readonly why: Contradiction };

/** Each key is well formed, but together they cannot be meant. */
export type Contradiction =
  | { readonly kind: "canonical-is-retired"; readonly canonical: string; readonly retired: string }
  | { readonly kind: "bad-regex"; readonly reason: string }
  | { readonly kind: "no-code-group" }
  | { readonly kind: "too-slow" }
  | { readonly kind: "example-matches-nothing"; readonly example: string }
  | { readonly kind: "no-agents" }
  | { readonly kind: "forbidden-by-nobody" };
