import { count, headed } from "../../base/wording.ts";
import type { ManifestStanding, PipelineCheck } from "../../model/task/pipeline-report.ts";
import type { Printers } from "../format.ts";
import { record, text } from "../task/index.ts";
import { line, paintedLine, remarkRecord } from "../task/page.ts";
import { type Page, printable } from "../terminal-text.ts";

export const pipelineCheckPrinters: Printers<(report: PipelineCheck, page: Page) => string> = {
  pretty(report, page) {
    const { paint } = page;
    const { path, standing, faults, phases, warnings } = report;
    const said = STANDING[standing];
    return text([
      ...faults.flatMap(({ phase, path: file, at, key, message, next }) => [
        paint.bold(`${file ?? path}${at === undefined ? "" : `:${at.line}:${at.column}`}`) +
          (phase === undefined ? "" : `  ${paint.dim("phase")} ${printable(phase)}`),
        line(`${key === undefined ? "" : `${key}: `}${message}`, page, 2),
        ...(next === undefined ? [] : [line(`→ ${next}`, page, 2)]),
      ]),
      ...warnings.flatMap(({ path: file, at, key, message }) => [
        paint.dim(
          line(
            `${file ?? path}${at === undefined ? "" : `:${at.line}:${at.column}`}  ${key === undefined ? "" : `${key}: `}${message}`,
            page,
          ),
        ),
      ]),
      ...(said === undefined ? [] : [paint.dim(line(`${path} ${said}`, page))]),
      faults.length === 0
        ? headed(`${path} obeys the playbook: ${count(phases.length, "phase")}`, paint.green, paint.bold)
        : paintedLine(
            headed(
              printable(`${count(faults.length, "fault")} in ${path}${mend(phases)}`),
              paint.red,
              paint.bold,
            ),
            page,
          ),
    ]);
  },
  json: ({ path, standing, faults, phases, warnings }) =>
    record({
      path,
      standing,
      ignored: standing === "ignored",
      outcome: faults.length === 0 ? "pass" : "block",
      phases: phases.map(({ name, branch, title, isSound }) => ({
        name,
        branch,
        title: title ?? null,
        ok: isSound,
      })),
      faults: faults.map(({ phase, ...fault }) => ({ phase: phase ?? null, ...remarkRecord(fault) })),
      warnings: warnings.map(remarkRecord),
    }),
};

function mend(phases: PipelineCheck["phases"]): string {
  const names = phases.filter(({ isSound }) => !isSound).map(({ name }) => name);
  return names.length === 0 ? "" : `; to mend: ${names.join(", ")}`;
}

/** What there is to say about what Git knows of the manifest. */
export const STANDING: Readonly<Record<ManifestStanding, string | undefined>> = {
  committed: undefined,
  changed: "is not as HEAD has it: the gate goes by what is committed",
  new: "is not committed yet",
  ignored: "is ignored by Git: it is read from the disk, and counts in this working tree alone",
  outside: "lies outside the repository: it is read from the disk",
};
