import { showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import type { FixedFile, FixRemark, FixReport, WorkingResult } from "../../model/fix-report.ts";
import { remarkOf } from "../notes.ts";
import { type Paint, printable, wrap } from "../terminal-text.ts";

/** What was mended, for people: file by file, what is left to do by hand, and what to do next. */
export function fixedText(report: FixReport, paint: Paint, width: number): string {
  const { files, byHand, notes, isDryRun } = report;
  const left = new Map<string, FixRemark[]>();
  for (const { path, remark } of byHand) left.set(path, [...(left.get(path) ?? []), remark]);
  const blocks = [
    ...files.map((file) => fileLines(file, isDryRun, paint, width)),
    ...(left.size === 0 ? [] : [[paint.bold("left to be done by hand")]]),
    ...[...left].map(([path, remarks]) => [
      paint.bold(showPath(path)),
      ...remarks.map((one) => line(one, paint, width)),
    ]),
    ...(notes.length === 0
      ? []
      : [
          notes
            .map(remarkOf)
            .map(({ what, why }) => paint.dim(wrap(`skipped: ${printable(what)} (${why})`, width, "  "))),
        ]),
    summary(report).map((sentence) => wrap(sentence, width, "  ")),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function fileLines(
  { path, mends, byFixers, working }: FixedFile,
  isDryRun: boolean,
  paint: Paint,
  width: number,
) {
  const remark = isDryRun ? WOULD[working] : DID[working];
  return [
    paint.bold(showPath(path)),
    ...mends.map((one) => line(one, paint, width)),
    ...(byFixers ? ["  changed by the policy's fixers"] : []),
    ...(remark === undefined ? [] : [`  ${paint.yellow(wrap(remark, width - 2, "  "))}`]),
  ];
}

const DID: Readonly<Record<WorkingResult, string | undefined>> = {
  mended: undefined,
  "not-there": "mended in the index; there is no such file in the working tree",
  differs: "mended in the index; the working tree holds other changes there, and is left as it is",
  "read-only": "mended in the index; the file in the working tree is read-only, and is left as it is",
};

const WOULD: Readonly<Record<WorkingResult, string | undefined>> = {
  mended: undefined,
  "not-there": "in the index; there is no such file in the working tree",
  differs: "in the index; the working tree holds other changes there, and would be left as it is",
  "read-only": "in the index; the file in the working tree is read-only, and would be left as it is",
};

function line({ rule, at, says }: FixRemark, paint: Paint, width: number): string {
  return `  ${at.line}:${at.column}  ${paint.cyan(rule)}  ${wrap(printable(says), width - 8 - rule.length, "    ")}`;
}

function summary({ files, isDryRun, isStaged, looked }: FixReport): string[] {
  if (files.length === 0) {
    return [looked === 0 ? nothingChanged(isStaged) : `nothing to mend in ${count(looked, "changed file")}`];
  }
  if (isDryRun) return [`${count(files.length, "file")} would be mended; nothing was changed`];
  const done = `${count(files.length, "file")} mended`;
  return [isStaged ? `${done} in the index` : `${done}; look at it, and stage it: git add --update`];
}

function nothingChanged(isStaged: boolean): string {
  return isStaged ? "nothing is staged" : "no tracked file is changed; a new one counts when it is staged";
}
