// A new task, complete: nobody writes its JSON by hand.

import type { Project } from "../model/project.ts";
import type { Grep } from "../model/proof-grep.ts";
import { TEMPLATE_LINES } from "./acceptance.ts";

export interface TaskPlan {
  readonly code: string;
  /** What kind of work it is; the code is used when left out. */
  readonly kind: string | undefined;
  readonly allowlist: readonly string[];
  readonly budget: { readonly files: number; readonly addedLoc: number };
  readonly isMechanical: boolean;
  readonly liveRoot: string | undefined;
  readonly featureRoot: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Besides those of the template. */
  readonly acceptance: readonly string[];
  readonly proofGreps: readonly Grep[];
  /** Lines that begin with a heading replace the template's. */
  readonly notes: readonly string[];
}

export type NamesOfProject = Pick<Project, "namespace" | "pure">;

/** Its file, pretty, with a final newline. */
export function composeTask(plan: TaskPlan, project: NamesOfProject): string {
  const record = {
    task: plan.kind ?? plan.code,
    from: plan.from,
    to: plan.to,
    live_root: plan.liveRoot,
    feature_root: plan.featureRoot,
    constraints: {
      allowlist: plan.allowlist,
      diff_budget: { files: plan.budget.files, added_loc: plan.budget.addedLoc },
      mechanical: plan.isMechanical ? true : undefined,
    },
    acceptance: [...TEMPLATE_LINES, ...plan.acceptance],
    proof_grep: [],
    notes: composeNotes(plan).join("\n"),
  };
  // A grep a line, as the playbook prints them.
  const greps = [...templateGreps(project), ...plan.proofGreps].map((grep) => `    ${lineOf(grep)}`);
  // JSON itself leaves out what is undefined.
  const text = JSON.stringify(record, null, 2);
  return `${text.replace('"proof_grep": []', () => `"proof_grep": [\n${greps.join(",\n")}\n  ]`)}\n`;
}

/** The playbook's always-on checks, with the names of this repository. Lua patterns, so that JSON needs few escapes. */
export function templateGreps({ namespace, pure }: NamesOfProject): readonly Grep[] {
  return [
    ...namespace.retired.map(
      (name): Grep => ({
        pattern: `require%s*%(?%s*["']${name.replaceAll(/[^\w]/g, "%$&")}[./"']`,
        should_match: false,
      }),
    ),
    { pattern: "require%([^)]-[\\]", should_match: false },
    ...(pure.length === 0
      ? []
      : ["%f[%w_]reaper%.", "%f[%w_]ImGui[.:%(]"].map(
          (pattern): Grep => ({ pattern, should_match: false, files: pure, scope: "added" }),
        )),
    { pattern: "loop%s*=%s*{", should_match: false },
    { pattern: "total_loops%s*=%s*{", should_match: false },
  ];
}

function lineOf(grep: Grep): string {
  const members = Object.entries(grep).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${members.join(", ")} }`;
}

/** The headings that can be filled in without asking; the others are up to the author. */
function composeNotes({ code, allowlist, notes }: TaskPlan): readonly string[] {
  const template = [
    ["Impacted modules", allowlist.join(", ")],
    ["Mitigations", "the proof-greps of this task"],
    ["Undo", `revert the commits of ${code}; moves go back by the reverse move`],
  ] as const;
  const said = new Set(notes.map(headingOf));
  const kept = template
    .filter(([heading]) => !said.has(heading.toLowerCase()))
    .map(([heading, text]) => `${heading}: ${text}`);
  const all = [...kept, ...notes];
  return all.toSorted((one, other) => rank(one) - rank(other));
}

const ORDER = ["impacted modules", "caller deltas", "risks", "mitigations", "undo"];

function rank(line: string): number {
  const at = ORDER.indexOf(headingOf(line));
  return at < 0 ? ORDER.length : at;
}

function headingOf(line: string): string {
  return (/^([^:]{1,40}):/.exec(line)?.[1] ?? "").trim().toLowerCase();
}

/** The headings of the playbook's notes that neither the author nor the template fills in. */
export function unsaidHeadings(notes: readonly string[]): readonly string[] {
  const said = new Set(notes.map(headingOf));
  return ["Caller deltas", "Risks"].filter((heading) => !said.has(heading.toLowerCase()));
}
