// What the commands for tasks print: text for people, one JSON object on one line for programs.

import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count, headed, list } from "../../base/wording.ts";
import type { ListedTask, NewTask, ShownTask, TaskChecklist } from "../../model/task/task-report.ts";
import type { Task } from "../../model/task.ts";
import type { Printers } from "../format.ts";
import type { Page } from "../terminal-text.ts";
import { acceptanceLines, acceptanceRecord } from "./acceptance.ts";
import { line, remarkLine, remarkRecord, rows } from "./page.ts";

type Print<T> = (report: T, page: Page) => string;

export const newTaskPrinters: Printers<Print<NewTask>> = {
  pretty(made, page) {
    const { paint } = page;
    const { code, path, budget, allowlist, branch, isIgnored, unsaid } = made;
    const amount = `${count(budget.files, "file")} and ${count(budget.addedLoc, "added line")}`;
    return text([
      headed(`wrote ${showPath(path)}`, paint.green, paint.bold),
      line(`at most ${amount} in ${allowlist.join(", ")}`, page, 2),
      ...(isIgnored ? [line(IGNORED, page, 2)] : []),
      ...(unsaid.length === 0 ? [] : [line(`the notes don't say yet: ${list(unsaid, "and")}`, page, 2)]),
      line("next:", page, 2),
      ...(isIgnored ? [] : [`    git add ${path} && git commit -m "${code}: add the task"`]),
      `    git switch -c ${branch}`,
    ]);
  },
  json: ({ code, path, allowlist, budget, branch, isIgnored, unsaid }) =>
    record({
      code,
      path,
      allowlist,
      budget: { files: budget.files, addedLoc: budget.addedLoc },
      branch,
      ignored: isIgnored,
      unsaid,
    }),
};

interface ChosenTask {
  /** Undefined: no task any more. */
  readonly code: string | undefined;
}

export const chosenTaskPrinters: Printers<Print<ChosenTask>> = {
  pretty: ({ code }) =>
    code === undefined
      ? "no task is chosen for this working tree\n"
      : `${code} is the task of this working tree\n`,
  json: ({ code }) => record({ code: code ?? null }),
};

interface FinishedTask {
  readonly code: string;
  readonly path: RepoPath;
  /** False for one that was done already. */
  readonly isChanged: boolean;
}

export const finishedTaskPrinters: Printers<Print<FinishedTask>> = {
  pretty({ code, path, isChanged }) {
    if (!isChanged) return `${code} is done already\n`;
    return `${code} is done: ${showPath(path)}\n  a commit of its own brings it, on a branch of people\n`;
  },
  json: ({ code, path, isChanged }) => record({ code, path, changed: isChanged }),
};

export const taskListPrinters: Printers<Print<readonly ListedTask[]>> = {
  pretty(tasks, page) {
    if (tasks.length === 0)
      return text(["there are no tasks", "  arkitekt task new CODE --allow GLOB writes one"]);
    const width = Math.max(...tasks.map(({ code }) => code.length));
    return text(
      tasks.flatMap((listed) => {
        const { code, fault, isActive } = listed;
        const mark = isActive ? page.paint.green("*") : " ";
        const said = fault === undefined ? stateOf(listed).join(", ") : fault;
        return [
          `${mark} ${page.paint.bold(code.padEnd(width))}  ${line(said, { ...page, columns: page.columns - width - 4 })}`,
        ];
      }),
    );
  },
  json: (tasks) =>
    record({
      tasks: tasks.map(({ code, task, fault, isActive, isIgnored }) => ({
        code,
        task: task?.kind ?? null,
        path: task?.source.path ?? null,
        where: task?.source.where ?? null,
        phase: task?.phase?.name ?? null,
        done: task?.isDone ?? null,
        active: isActive,
        ignored: isIgnored,
        fault: fault ?? null,
      })),
    }),
};

function stateOf({ code, task, isIgnored }: ListedTask): readonly string[] {
  if (task === undefined) return ["there is no such file"];
  const kind = task.kind === undefined || task.kind === code ? [] : [task.kind];
  return [...kind, task.isDone ? "done" : "open", ...whereOf(task, isIgnored)];
}

function whereOf({ source: { where } }: Task, isIgnored: boolean): readonly string[] {
  if (isIgnored && where === "disk") return ["ignored by Git, read from the disk"];
  if (where === "disk") return ["not added yet, read from the disk"];
  return where === "change" ? ["added, not committed yet"] : [];
}

const IGNORED = "Git ignores it: it is read from the disk, and counts in this working tree alone";

export const shownTaskPrinters: Printers<Print<ShownTask>> = {
  pretty(shown, page) {
    const { task, by, isIgnored, branch, acceptance } = shown;
    const { source } = task;
    const phase = task.phase === undefined ? "" : `, the phase ${task.phase.name}`;
    const state = [task.isDone ? "done" : "open", ...whereOf(task, isIgnored)].join(", ");
    return text([
      `${page.paint.bold(task.code)}${phase}${by === undefined ? "" : page.paint.dim(`  (${by})`)}`,
      ...rows(
        [
          ["file", source.path === undefined ? "none" : showPath(source.path)],
          ["state", state],
          ...optional("task", task.kind),
          ...optional("from", task.from),
          ...optional("to", task.to),
          ...optional("live_root", task.liveRoot),
          ...optional("feature_root", task.featureRoot),
          ["branch", branch],
          ["may touch", fenceIn(task)],
          ["budget", budgetOf(task)],
          ...task.proofGreps.map(({ pattern, should_match }): [string, string] => [
            should_match ? "must find" : "must not find",
            pattern,
          ]),
        ],
        page,
      ),
      ...acceptanceLines(acceptance, page),
      ...(task.notes === "" ? [] : ["notes"]),
      ...task.notes.split("\n").flatMap((said) => (said.trim() === "" ? [] : [line(said, page, 2)])),
      ...task.warnings.map((warning) => remarkLine(warning, page)),
    ]);
  },
  json({ task, by, isIgnored, branch, acceptance }) {
    const { constraints, warnings } = task;
    return record({
      code: task.code,
      by: by ?? null,
      path: task.source.path ?? null,
      where: task.source.where,
      ignored: isIgnored,
      phase: task.phase?.name ?? null,
      done: task.isDone,
      task: task.kind ?? null,
      from: task.from ?? null,
      to: task.to ?? null,
      root: task.root ?? null,
      liveRoot: task.liveRoot ?? null,
      featureRoot: task.featureRoot ?? null,
      branch,
      allowlist: constraints.allowlist ?? null,
      budget: {
        files: constraints.diffBudget?.files ?? null,
        addedLoc: constraints.diffBudget?.addedLoc ?? null,
      },
      mechanical: constraints.isMechanical,
      acceptance: acceptance.map(acceptanceRecord),
      proofGreps: task.proofGreps,
      notes: task.notes,
      warnings: warnings.map(remarkRecord),
    });
  },
};

function fenceIn({ constraints: { allowlist }, liveRoot, featureRoot }: Task): string {
  if (allowlist !== undefined) return allowlist.length === 0 ? "nothing" : allowlist.join(", ");
  const roots = [liveRoot, featureRoot].flatMap((root) => root ?? []);
  return roots.length === 0 ? "what the policy allows" : roots.join(", ");
}

function optional(name: string, text: string | undefined): readonly (readonly [string, string])[] {
  return text === undefined ? [] : [[name, text]];
}

function budgetOf({ constraints: { diffBudget, isMechanical } }: Task): string {
  const parts = [
    diffBudget?.files === undefined ? "" : count(diffBudget.files, "file"),
    diffBudget?.addedLoc === undefined ? "" : count(diffBudget.addedLoc, "added line"),
  ].filter((part) => part !== "");
  const amount = parts.length === 0 ? "the policy's" : list(parts, "and");
  return isMechanical ? `${amount}; claims the mechanical exception` : amount;
}

export const checklistPrinters: Printers<Print<TaskChecklist>> = {
  pretty({ code, points, warnings }, page) {
    const { paint } = page;
    const open = points.filter(({ isMet }) => !isMet).length;
    return text([
      ...points.flatMap(({ name, isMet, says, next }) => [
        `${isMet ? paint.green("yes") : paint.red("no ")}  ${paint.bold(name)}`,
        ...says.map((said) => line(said, page, 5)),
        ...next.map((step) => line(`→ ${step}`, page, 5)),
      ]),
      ...warnings.map((warning) => remarkLine(warning, page)),
      open === 0
        ? headed(`${code} passes the checklist`, paint.green, paint.bold)
        : headed(`${count(open, "point")} of ${code} to mend`, paint.red, paint.bold),
    ]);
  },
  json: ({ code, points, warnings }) =>
    record({
      code,
      outcome: points.every(({ isMet }) => isMet) ? "pass" : "block",
      points: points.map(({ name, isMet, says, next }) => ({ name, met: isMet, says, next })),
      warnings: warnings.map(remarkRecord),
    }),
};

export function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

export function record(value: object): string {
  return `${JSON.stringify({ version: 2, ...value })}\n`;
}
