// Loaded on demand: only a policy in YAML needs cosmiconfig.
import { defaultLoadersSync } from "cosmiconfig";
import type { RepoPath } from "../../base/repo-path.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { FileComplaint } from "../faults/fault.ts";
import { isObject } from "../resolve/merge.ts";

/** The value of a YAML text as cosmiconfig reads it. */
export function loadYaml(path: RepoPath, text: string): Result<unknown, FileComplaint> {
  try {
    return ok(defaultLoadersSync[".yaml"](path, text));
  } catch (error) {
    return err(complaintOf(error));
  }
}

/** js-yaml's errors carry a reason and mostly a mark, whose line and column count from 0. */
function complaintOf(error: unknown): FileComplaint {
  if (!isObject(error) || typeof error["reason"] !== "string") return { kind: "syntax" };
  const { reason: message, mark } = error;
  if (!isObject(mark)) return { kind: "syntax", parser: { message } };
  const at = { line: Number(mark["line"]) + 1, column: Number(mark["column"]) + 1 };
  return { kind: "syntax", parser: { at, message } };
}
