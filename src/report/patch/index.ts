// What became of a patch, for people and for programs.
import { showPath } from "../../base/repo-path.ts";
import { count, headed } from "../../base/wording.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import type { Printers } from "../format.ts";
import { noteRecord } from "../notes.ts";
import { acceptanceLines, acceptanceRecord } from "../task/acceptance.ts";
import { printable, wrap } from "../terminal-text.ts";
import { findingRecord } from "../verdict/json.ts";
import { type PrettyOptions, pretty } from "../verdict/pretty.ts";
import { contract } from "./contract.ts";

export type PatchPrinter = (report: PatchReport, options: PrettyOptions) => string;

export const patchPrinters: Printers<PatchPrinter> = {
  pretty: patchText,
  json: patchJson,
  contract,
};

function patchText(report: PatchReport, options: PrettyOptions): string {
  const { paint, width } = options;
  const { verdict, files, done, warnings, acceptance, commit, isWritten, refactoring } = report;
  const remarks = [...warnings, ...done].map((text) => `  ${paint.dim(wrap(printable(text), width, "  "))}`);
  const said = pretty(verdict, options);
  const lines = acceptanceLines(acceptance, { paint, columns: width });
  if (verdict.outcome === "block") return [...remarks, ...lines, said].join("\n");
  const what = `${count(files.length, "file")}: ${files.map(showPath).join(", ")}`;
  const word =
    files.length === 0
      ? refactoring === undefined
        ? "the patch is applied already: there is nothing to do"
        : "there is nothing to do"
      : commit !== undefined
        ? `committed to ${commit.branch} as ${commit.id.slice(0, 10)}, ${what}`
        : isWritten
          ? `applied and staged, ${what}`
          : `the patch passes, and applied twice it changes nothing more; ${what}`;
  const notes =
    refactoring === undefined ? [] : [refactoring.notes.trimEnd().split("\n").map(printable).join("\n")];
  return [
    ...remarks,
    said + headed(wrap(`arkitekt: ${word}`, width, "  ").replace("arkitekt: ", ""), paint.green, paint.bold),
    ...notes,
    ...lines,
    "",
  ].join("\n");
}

function patchJson(report: PatchReport): string {
  const { verdict, files, done, warnings, acceptance, tree, isWritten, commit, refactoring } = report;
  return `${JSON.stringify({
    version: 2,
    outcome: verdict.outcome,
    files,
    done,
    warnings,
    acceptance: acceptance.map(acceptanceRecord),
    tree: tree ?? null,
    written: isWritten,
    commit: commit?.id ?? null,
    ...(refactoring === undefined
      ? {}
      : { notes_text: refactoring.notes, would_touch: refactoring.wouldTouch, patch: refactoring.patch }),
    findings: verdict.findings.map(findingRecord),
    notes: verdict.notes.map(noteRecord),
    failure: null,
  })}\n`;
}
