import { count, headed, list } from "../../base/wording.ts";
import type { PhaseMaker, PhaseState, PipelinePlan, PlannedPhase } from "../../model/pipeline.ts";
import type { ManifestStanding } from "../../model/task/pipeline-report.ts";
import type { Counted } from "../../model/task/task-report.ts";
import type { Printers } from "../format.ts";
import { record, text } from "../task/index.ts";
import { line, paintedLine } from "../task/page.ts";
import { type Page, printable } from "../terminal-text.ts";
import { STANDING } from "./check.ts";

export interface ShownPlan {
  readonly plan: PipelinePlan;
  readonly path: string;
  readonly standing: ManifestStanding;
  /** The title of each phase's commit; undefined if the policy accepts none. */
  readonly titles: readonly (string | undefined)[];
  /** How many faults `pipeline check` finds. */
  readonly faults: number;
  /** `--manifest NAME`, if it was asked for by name. */
  readonly flag: string;
}

export const pipelinePlanPrinters: Printers<(shown: ShownPlan, page: Page) => string> = {
  pretty(shown, page) {
    const { plan, path, standing, titles, faults, flag } = shown;
    const { paint } = page;
    const said = STANDING[standing];
    const ends = plan.manifest.stopOnFail
      ? "the first one that fails ends the run"
      : "those that do not build on one that fails go on";
    return text([
      paintedLine(
        `${paint.bold(printable(path))}: ${count(plan.phases.length, "phase")} from ${printable(baseName(plan))}; ${ends}`,
        page,
      ),
      ...plan.phases.flatMap((phase, at) => phaseLines(phase, at, titles[at], plan, page)),
      ...(said === undefined ? [] : [paint.dim(line(`${path} ${said}`, page))]),
      ...(faults === 0
        ? []
        : [line(`it does not obey: ${count(faults, "fault")} → arkitekt pipeline check${flag}`, page)]),
      plan.next === undefined
        ? headed("there is nothing left to carry out", paint.bold)
        : headed(`next is ${printable(`${plan.next} → ${nextCommand(plan, flag)}`)}`, paint.bold),
    ]);
  },
  json: ({ plan, path, standing, titles, faults }) =>
    record({
      manifest: path,
      name: plan.manifest.name,
      standing,
      ignored: standing === "ignored",
      stop_on_fail: plan.manifest.stopOnFail,
      base: plan.base?.commit ?? null,
      base_branch: plan.base?.branch ?? null,
      next: plan.next ?? null,
      faults,
      phases: plan.phases.map((phase, at) => phaseRecord(phase, titles[at], plan)),
    }),
};

/** What was waited for is handed in by whoever made it. */
function nextCommand({ phases, next }: PipelinePlan, flag: string): string {
  const waits = phases.some(({ name, state, by }) => name === next && state === "waiting" && by === "hand");
  return waits ? `arkitekt pipeline adopt ${next} --patch FILE${flag}` : `arkitekt pipeline run${flag}`;
}

const WHO: Readonly<Record<PhaseMaker, string>> = {
  deterministic: "the program carries it out",
  agent: "the agent makes it",
  patches: "its patch is handed in",
  hand: "made by hand",
};

const PAINTED: Readonly<Record<PhaseState, "green" | "red" | "yellow" | "dim" | "bold">> = {
  done: "green",
  failed: "red",
  unresolved: "red",
  blocked: "red",
  waiting: "yellow",
  ready: "bold",
  pending: "dim",
  skipped: "dim",
};

function phaseLines(
  phase: PlannedPhase,
  at: number,
  title: string | undefined,
  plan: PipelinePlan,
  page: Page,
): readonly string[] {
  const { name, state, branch, by, budget, blockedBy, record: kept } = phase;
  const why = blockedBy === undefined ? "" : ` by ${blockedBy}`;
  const begins = phase.basedOn === undefined ? baseName(plan) : branchOf(phase.basedOn, plan);
  const needs = phase.phase.needs.length === 0 ? "" : `; needs ${list(phase.phase.needs, "and")}`;
  return [
    paintedLine(
      `${page.paint[PAINTED[state]](state)}${printable(why)}  ${at + 1}. ${page.paint.bold(printable(name))}  ${WHO[by]}`,
      page,
      2,
    ),
    line(
      `${branch}, on ${begins}${kept?.commit === undefined ? "" : `: ${kept.commit.slice(0, 10)}`}`,
      page,
      6,
    ),
    line(`${amount(budget)} in ${reachOf(phase)}${needs}`, page, 6),
    ...(title === undefined ? [] : [line(title, page, 6)]),
  ];
}

function baseName({ base }: PipelinePlan): string {
  if (base === undefined) return "a repository without commits";
  return base.branch === undefined
    ? base.commit.slice(0, 10)
    : `${base.branch} (${base.commit.slice(0, 10)})`;
}

function branchOf(name: string, { phases }: PipelinePlan): string {
  return phases.find((phase) => phase.name === name)?.branch ?? name;
}

function amount(budget: Counted | undefined): string {
  if (budget === undefined) return "without a limit";
  return `at most ${count(budget.files, "file")} and ${count(budget.addedLoc, "added line")}`;
}

function reachOf({ phase: { task } }: PlannedPhase): string {
  const { constraints, liveRoot, featureRoot } = task;
  const entries = constraints.allowlist ?? [liveRoot, featureRoot].flatMap((root) => root ?? []);
  return entries.length === 0 ? "what the policy allows" : entries.join(", ");
}

function phaseRecord(phase: PlannedPhase, title: string | undefined, plan: PipelinePlan) {
  const { name, branch, basedOn, baseCommit, budget, by, state, blockedBy, record: kept } = phase;
  const { task, needs, digest } = phase.phase;
  return {
    name,
    branch,
    /** What it begins at: the commit if it exists yet, its branch, and the phase if it belongs to one. */
    base: baseCommit ?? null,
    base_branch: basedOn === undefined ? (plan.base?.branch ?? null) : branchOf(basedOn, plan),
    based_on: basedOn ?? null,
    budget: budget === undefined ? null : { files: budget.files, added_loc: budget.addedLoc },
    by,
    state,
    blocked_by: blockedBy ?? null,
    task: task.kind ?? null,
    title: title ?? null,
    needs,
    allowlist: task.constraints.allowlist ?? null,
    digest,
    commit: kept?.commit ?? null,
    tries: kept?.tries ?? 0,
    ci_url: kept?.ciUrl ?? null,
  };
}
