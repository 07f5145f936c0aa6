// The playbook's failure contract: its keys exactly, and `findings` besides.
import type { Failure } from "../../model/failure.ts";
import { type ContractFact, holds, type JudgedFinding } from "../../model/finding.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import { findingRecord } from "../json.ts";
import { acceptanceRecord } from "../task/acceptance.ts";

/** One object on one line. */
export function contract({
  verdict,
  files,
  done,
  acceptance,
  tree,
  isWritten,
  commit,
  refactoring,
}: PatchReport): string {
  const findings = verdict.findings.filter(holds).map(findingRecord);
  if (verdict.outcome === "block") return line({ ok: false, ...keysOf(verdict.findings), findings });
  return line({
    ok: true,
    files,
    done,
    tree: tree ?? null,
    written: isWritten,
    commit: commit?.id ?? null,
    acceptance: acceptance.map(acceptanceRecord),
    ...(refactoring === undefined
      ? {}
      : { notes: refactoring.notes, would_touch: refactoring.wouldTouch, patch: refactoring.patch }),
    findings,
  });
}

/** The same where the patch could not be read or judged. */
export function contractOfFailure({ message, next, where }: Omit<Failure, "kind">): string {
  const finding = { rule: "patch", level: "error", path: where ?? null, message, hint: next ?? null };
  return line({ ok: false, ...keysOf([]), findings: [finding] });
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
