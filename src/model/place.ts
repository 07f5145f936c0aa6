import type { Span } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";

/** What a finding speaks of: the change as a whole, a file, or a stretch of a text. */
export type Place =
  | { readonly kind: "change" }
  | { readonly kind: "file"; readonly path: RepoPath }
  | {
      readonly kind: "span";
      readonly path: RepoPath;
      readonly span: Span;
      /** The whole line the span starts on, as bytes, for the code frame. */
      readonly line: string;
    };

export const WHOLE_CHANGE: Place = { kind: "change" };

export function fileAt(path: RepoPath): Place {
  return { kind: "file", path };
}

export function pathOf(place: Place): RepoPath | undefined {
  return place.kind === "change" ? undefined : place.path;
}

export function spanOf(place: Place): Span | undefined {
  return place.kind === "span" ? place.span : undefined;
}
