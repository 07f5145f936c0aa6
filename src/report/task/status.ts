// How far the work on a task is, for people and for programs.

import { showPath } from "../../base/repo-path.ts";
import { count, headed } from "../../base/wording.ts";
import { holds, type JudgedFinding } from "../../model/finding.ts";
import type { Counted, TaskLook, TaskStatus } from "../../model/task/task-report.ts";
import type { Printers } from "../format.ts";
import { noteRecord } from "../notes.ts";
import type { Page } from "../terminal-text.ts";
import { findingRecord } from "../verdict/json.ts";
import { type PrettyOptions, pretty } from "../verdict/pretty.ts";
import { acceptanceLines, acceptanceRecord } from "./acceptance.ts";
import { record, text } from "./index.ts";
import { line } from "./page.ts";

export const statusPrinters: Printers<(status: TaskStatus, options: PrettyOptions) => string> = {
  pretty(status, options) {
    const { code, by, commits, looks } = status;
    const { paint, width } = options;
    const page: Page = { paint, columns: width };
    const last = looks.at(-1);
    return text([
      `${paint.bold(code)}${by === undefined ? "" : paint.dim(`  (${by})`)}`,
      ...(commits === 0 ? [] : [line(`with ${count(commits, "commit")} of its branch`, page, 2)]),
      ...budgetTable(status, page),
      ...looks.flatMap(({ what, outside }) =>
        outside.map((path) =>
          paint.red(line(`outside what it may touch (${what}): ${showPath(path)}`, page, 2)),
        ),
      ),
      ...acceptanceLines(last?.acceptance ?? [], page),
      ...looks.flatMap((look) => findingsOf(look, options)),
      closing(looks, code, paint),
    ]);
  },
  json: ({ code, by, commits, looks, allowed, allowedStrict }) =>
    record({
      code,
      by: by ?? null,
      commits,
      allowed: allowed ?? null,
      allowedCoreAndStorage: allowedStrict ?? null,
      looks: looks.map(({ what, used, usedStrict, outside, acceptance, verdict }) => ({
        what,
        outcome: verdict.outcome,
        used,
        usedCoreAndStorage: usedStrict,
        outside,
        acceptance: acceptance.map(acceptanceRecord),
        findings: verdict.findings.filter(holds).map(findingRecord),
        notes: verdict.notes.map(noteRecord),
      })),
    }),
};

/** Used of allowed, a column for each look. */
function budgetTable({ looks, allowed, allowedStrict }: TaskStatus, { paint }: Page): readonly string[] {
  const rows = [
    ...tableRows(
      "all",
      looks.map(({ used }) => used),
      allowed,
    ),
    ...tableRows(
      "core, storage",
      looks.map(({ usedStrict }) => usedStrict),
      allowedStrict,
    ),
  ];
  const heads = ["", ...looks.map(({ what }) => `with ${what}`), "allowed"];
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const set = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd();
  return [paint.dim(set(heads)), ...rows.map(set)];
}

function tableRows(
  name: string,
  used: readonly Counted[],
  allowed: Counted | undefined,
): readonly (readonly string[])[] {
  const most = (amount: number | undefined) =>
    amount === undefined || amount >= Number.MAX_SAFE_INTEGER ? "any" : String(amount);
  return [
    [`${name}: files`, ...used.map(({ files }) => String(files)), most(allowed?.files)],
    [`${name}: added lines`, ...used.map(({ addedLoc }) => String(addedLoc)), most(allowed?.addedLoc)],
  ];
}

function blocks({ level, standing }: JudgedFinding): boolean {
  return level === "error" && standing.kind === "new";
}

/** Paths outside are already listed above. */
function findingsOf({ what, verdict }: TaskLook, options: PrettyOptions): readonly string[] {
  const findings = verdict.findings.filter((finding) => blocks(finding) && finding.rule !== "path-fence");
  if (findings.length === 0) return [];
  const said = pretty({ ...verdict, findings, notes: [] }, options).split("\n");
  // The line that counts them is printed once, at the end.
  const end = said.findLastIndex((one) => /blocked, /.test(one));
  return [
    "",
    options.paint.bold(`with ${what}:`),
    ...said.slice(0, end < 0 ? undefined : end).filter((one, at, all) => one !== "" || all[at - 1] !== ""),
  ];
}

function closing(looks: readonly TaskLook[], code: string, paint: Page["paint"]): string {
  const open = looks.reduce((most, { verdict }) => Math.max(most, verdict.findings.filter(blocks).length), 0);
  return open === 0
    ? headed(`nothing is against ${code}`, paint.green, paint.bold)
    : headed(`${count(open, "thing")} to mend before ${code} can be committed`, paint.red, paint.bold);
}
