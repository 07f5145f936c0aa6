import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";

/** A shim as `arkitekt shims` lists it. */
export interface ListedShim {
  readonly path: RepoPath;
  /** The place of its `@deprecated`. */
  readonly at: Position;
  /** What it stands above: `M.get_sequence()`, `M.old`, or the whole file; undefined for anything else. */
  readonly of: string | undefined;
  /** What follows `@deprecated`. */
  readonly text: string;
  /** What to use instead, if the text says it. */
  readonly replacement: string | undefined;
  readonly expires: ListedExpiry;
  /** The phase in which it must go. */
  readonly removal: string | undefined;
}

export type ListedExpiry =
  /** `daysLeft` is 0 on its last day, and negative when it is past. */
  | { readonly kind: "date"; readonly date: string; readonly daysLeft: number }
  | { readonly kind: "not-a-date"; readonly text: string }
  | { readonly kind: "missing" };

export function isExpired({ expires }: ListedShim): boolean {
  return expires.kind === "date" && expires.daysLeft < 0;
}
