// The proof-greps that a patch brings along: they are held like those of the policy, and never loosen them.
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { GREP, type Grep } from "../../model/proof-grep.ts";
import type { TaskLayer } from "../../model/task/task-layer.ts";
import { checkGreps } from "../../rules/proof-grep/check.ts";
import { grepSetting } from "../../task/layer-of.ts";

export function patchProofs(values: readonly unknown[]): Result<readonly Grep[], Failure> {
  const greps: Grep[] = [];
  for (const [at, value] of values.entries()) {
    if (!isGrep(value))
      return fault(`proof_grep[${at}]: an object with pattern and should_match is needed`, HOW);
    greps.push(value);
  }
  const [found] = checkGreps(greps);
  if (found === undefined) return ok(greps);
  return fault(`proof_grep[${found.index}].${found.keys.join(".")}: ${found.message}`, found.next);
}

/** Held as errors, in addition to what the task and the policy ask for. */
export function layerOfProofs(greps: readonly Grep[]): TaskLayer | undefined {
  return greps.length === 0 ? undefined : { origin: "task", rules: { "proof-grep": grepSetting(greps) } };
}

const HOW = 'write {"pattern": "…", "should_match": false}';

function isGrep(value: unknown): value is Grep {
  if (typeof value !== "object" || value === null) return false;
  return (
    Object.entries(value).every(([key, item]) => CHECKS[key]?.(item) === true) &&
    "pattern" in value &&
    "should_match" in value
  );
}

const isText = (item: unknown) => typeof item === "string";
const isTexts = (item: unknown) => Array.isArray(item) && item.every(isText);
const isOneOf = (key: string) => (item: unknown) => {
  const { enum: values = [] } =
    (GREP.schema["properties"] as Record<string, { enum?: readonly unknown[] }>)[key] ?? {};
  return values.includes(item);
};

const CHECKS: Readonly<Record<string, ((item: unknown) => boolean) | undefined>> = {
  pattern: (item) => typeof item === "string" && item !== "",
  should_match: (item) => typeof item === "boolean",
  dialect: isOneOf("dialect"),
  in: isOneOf("in"),
  scope: isOneOf("scope"),
  message: isText,
  files: isTexts,
  matches: isTexts,
  rejects: isTexts,
};

function fault(message: string, next: string) {
  return err(failure("bad-patch", `the patch can't be used: ${message}`, next));
}
