// The playbook's failure contract: exactly its keys, and `findings` as well.
import type { Failure } from "../../model/failure.ts";
import {
  type ContractFact,
  type GivenUp,
  holds,
  type JudgedFinding,
  type Verdict,
} from "../../model/finding.ts";
import { givenUpIn } from "../../model/task/given-up.ts";
import { findingRecord } from "./json.ts";

/** One object on one line; `ok` is false if the change is refused. */
export function contract({ outcome, findings }: Verdict): string {
  const isRefused = outcome === "block";
  return line({
    ok: !isRefused,
    ...keysOf(isRefused ? findings : []),
    findings: findings.filter(holds).map(findingRecord),
  });
}

/** The same for when nothing could be read or judged. */
export function contractOfFailure({ message, next, where }: Omit<Failure, "kind">, rule = "check"): string {
  const finding = { rule, level: "error", path: where ?? null, message, hint: next ?? null };
  return line({ ok: false, ...keysOf([]), findings: [finding] });
}

/** The same for when its author says that it could not be done: all that has the contract's shape in what is said there. */
export function contractOfAuthor(
  said: Readonly<Record<string, unknown>>,
  message: string,
  hint: string,
): string {
  const finding = { rule: "agent", level: "error", path: null, message, hint };
  return line({
    ok: false,
    ...givenUpIn(said),
    findings: [finding],
  });
}

function keysOf(findings: readonly JudgedFinding[]): GivenUp {
  const facts = findings.flatMap((found) => (blocks(found) && found.contract ? [found.contract] : []));
  // Sorted by what they say, the finding about the stricter cap comes first.
  const [exceeded] = facts.flatMap((fact) => {
    if (fact.kind === "given-up") return [fact.exceeded_budget];
    return fact.kind === "exceeded-budget" ? [fact] : [];
  });
  return {
    unmet_exports: facts.flatMap(unmet).filter(isFirst),
    missing_files: facts.flatMap(missing).filter(isFirst),
    exceeded_budget: { files: exceeded?.files ?? 0, loc: exceeded?.loc ?? 0 },
    would_touch: facts.flatMap(touched).filter(isFirst),
  };
}

function blocks({ level, standing }: JudgedFinding): boolean {
  return level === "error" && standing.kind === "new";
}

function unmet(fact: ContractFact): readonly string[] {
  if (fact.kind === "given-up") return fact.unmet_exports;
  return fact.kind === "unmet-export" ? [`${fact.module}.${fact.field}`] : [];
}

function missing(fact: ContractFact): readonly string[] {
  if (fact.kind === "given-up") return fact.missing_files;
  return fact.kind === "missing-file" ? [fact.path] : [];
}

/** An importer that still uses what is gone would have to follow. */
function touched(fact: ContractFact): readonly string[] {
  if (fact.kind === "given-up") return fact.would_touch;
  if (fact.kind === "would-touch") return [fact.path];
  return fact.kind === "unmet-export" ? [fact.importer] : [];
}

function isFirst(item: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(item) === at;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
