import { showPath } from "../../base/repo-path.ts";
import { type Failure, failure } from "../../model/failure.ts";
import type { PolicyFault } from "./fault.ts";

/** A line for each fault, and one for its hint: `.arkitektrc.json:4:3  rules.doc-fence: there is no rule "doc-fence"`. */
export function showFaults(faults: readonly PolicyFault[]): string {
  return faults.map((fault) => `${[line(fault), ...hint(fault)].join("\n")}\n`).join("");
}

/** The faults as what stops a command. */
export function policyFailure(faults: readonly PolicyFault[]): Failure {
  const [first] = faults;
  const count = faults.length === 1 ? "a fault" : `${faults.length} faults`;
  const where = first === undefined ? undefined : showPath(first.path);
  return failure(
    "bad-policy",
    `the policy has ${count}:\n${showFaults(faults).trimEnd()}`,
    `mend ${where ?? "the policy"}`,
    where,
  );
}

function line({ path, at, key, message }: PolicyFault): string {
  const place = at === undefined ? showPath(path) : `${showPath(path)}:${at.line}:${at.column}`;
  return `${place}  ${key === undefined ? "" : `${key}: `}${message}`;
}

function hint({ hint: text }: PolicyFault): readonly string[] {
  return text === undefined ? [] : [`  hint: ${text}`];
}
