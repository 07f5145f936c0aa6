import { join, relative, sep } from "node:path";
import type { FileChange } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { Folder } from "../../system/folder.ts";
import { namesIn } from "../../system/folders.ts";
import { isHeld } from "../../system/lock.ts";
import { readIfThere } from "./head.ts";

/**
 * For the requests below `all` that have one of `journals`: which parts of a change that was cut short are among `files`. A journal that was not
 * written here does not concern a commit, and neither does that of a command at work.
 */
export function halfMadeAmong(
  top: string,
  requests: string,
  files: readonly FileChange[],
  journals: readonly string[],
): Failure | undefined {
  const all = join(top, requests, ".arkitekt");
  const staged = new Set(files.flatMap(changedPaths));
  for (const id of namesIn(all)) {
    const place = Folder.use(join(all, id), (state) => (isHeld(state) ? undefined : state.identity()));
    for (const name of place === undefined ? [] : journals) {
      const journal = journalIn(join(all, id, name));
      if (journal["place"] !== place) continue;
      const path = pathsIn(journal["parts"], join(top, requests, id))
        .map((path) => relative(top, path).split(sep).join("/"))
        .find((path) => staged.has(path));
      if (path === undefined) continue;
      const what = `a change of the request ${id} was cut short, and ${path} belongs to it`;
      const next = "arkitekt spec list\nIt finishes the change: stage what it left, and commit again.";
      return failure("request-cut-short", what, next);
    }
  }
  return undefined;
}

/** What a journal is about to put there, absolute. */
function pathsIn(parts: unknown, request: string): readonly string[] {
  return items(parts).flatMap((part) => {
    const root = isRecord(part) && typeof part["root"] === "string" ? part["root"] || request : undefined;
    if (root === undefined || !isRecord(part)) return [];
    return items(part["steps"]).flatMap((step) =>
      isRecord(step) ? [join(root, ...items(step["way"]).map(String))] : [],
    );
  });
}

function journalIn(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readIfThere(path) ?? "");
    return isRecord(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
