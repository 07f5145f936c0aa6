import type { ByteRange } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Finding } from "../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../model/place.ts";
import type { TreeText } from "./tree.ts";

/** What a refactoring has to say about a place: a file that it would touch. */
export function findingIn(file: TreeText, range: ByteRange, message: string, hint: string): Finding {
  const span = file.lines.span(range);
  return {
    place: { kind: "span", path: file.path, span, line: file.lines.line(span.start.line) },
    message,
    hint,
    contract: { kind: "would-touch", path: file.path },
  };
}

/** About a file, or the refactoring as a whole. */
export function findingAt(path: RepoPath | undefined, message: string, hint: string): Finding {
  if (path === undefined) return { place: WHOLE_CHANGE, message, hint };
  return { place: fileAt(path), message, hint, contract: { kind: "would-touch", path } };
}

/** A path that is needed and missing. */
export function missingAt(path: RepoPath, message: string, hint: string): Finding {
  return { place: fileAt(path), message, hint, contract: { kind: "missing-file", path } };
}
