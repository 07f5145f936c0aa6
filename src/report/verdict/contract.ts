// The playbook's failure contract: exactly its keys, and `findings` as well.
import type { Failure } from "../../model/failure.ts";
import { type ContractFact, holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
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
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
  const numbers = Object(said["exceeded_budget"]) as Readonly<Record<string, unknown>>;
  const amount = (value: unknown) => (typeof value === "number" && value >= 0 ? value : 0);
  const finding = { rule: "agent", level: "error", path: null, message, hint };
  return line({
    ok: false,
    unmet_exports: texts(said["unmet_exports"]),
    missing_files: texts(said["missing_files"]),
    exceeded_budget: { files: amount(numbers["files"]), loc: amount(numbers["loc"]) },
    would_touch: texts(said["would_touch"]),
    findings: [finding],
  });
}

function keysOf(findings: readonly JudgedFinding[]) {
  const facts = findings.flatMap((found) => (blocks(found) && found.contract ? [found.contract] : []));
  // Sorted by what they say, the finding about the stricter cap comes first.
  const [exceeded] = facts.flatMap((fact) => (fact.kind === "exceeded-budget" ? [fact] : []));
  return {
    unmet_exports: facts
      .flatMap((fact) => (fact.kind === "unmet-export" ? [`${fact.module}.${fact.field}`] : []))
      .filter(isFirst),
    missing_files: facts.flatMap((fact) => (fact.kind === "missing-file" ? [fact.path] : [])).filter(isFirst),
    exceeded_budget: { files: exceeded?.files ?? 0, loc: exceeded?.loc ?? 0 },
    would_touch: facts.flatMap((fact) => touched(fact)).filter(isFirst),
  };
}

function blocks({ level, standing }: JudgedFinding): boolean {
  return level === "error" && standing.kind === "new";
}

/** An importer that still uses what is gone would have to follow. */
function touched(fact: ContractFact): readonly string[] {
  if (fact.kind === "would-touch") return [fact.path];
  return fact.kind === "unmet-export" ? [fact.importer] : [];
}

function isFirst(item: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(item) === at;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
