// How far a pipeline has come, for people and for programs.
import { count, headed } from "../../base/wording.ts";
import type { PhaseReport, PipelineReport } from "../../model/task/pipeline-run.ts";
import type { Printers } from "../format.ts";
import { acceptanceLines, acceptanceRecord } from "../task/acceptance.ts";
import { line } from "../task/page.ts";
import { type Page, printable, wrap } from "../terminal-text.ts";
import { type PrettyOptions, pretty } from "../verdict/pretty.ts";

export interface PipelinePage extends Page {
  /** Findings that were there before, and more than 20 of a rule. */
  readonly all: boolean;
  /** Every line of each acceptance. */
  readonly isLong: boolean;
}

export type PipelinePrinter = (report: PipelineReport, page: PipelinePage) => string;

export const pipelinePrinters: Printers<PipelinePrinter> = {
  pretty: pipelineText,
  json: pipelineJson,
  contract: pipelineContract,
};

function pipelineText(report: PipelineReport, page: PipelinePage): string {
  const { phases, remarks, waiting, next, unpushed } = report;
  const { paint } = page;
  const width = Math.max(...phases.map(({ name }) => printable(name).length));
  return [
    ...phases.flatMap((phase) => phaseLines(phase, width, page)),
    ...remarks.map((remark) => paint.dim(line(remark, page, 2))),
    ...(unpushed === undefined ? [] : [line(`${unpushed.name} was not pushed: ${unpushed.why}`, page, 2)]),
    ...(waiting === undefined ? [] : ["", `what ${waiting.name} asks for:`, ...inLines(waiting.payload), ""]),
    headed(
      wrap(summary(report), page.columns - 8, "  "),
      isWell(report) ? paint.green : paint.red,
      paint.bold,
    ),
    ...(next === undefined ? [] : [`→ ${next}`]),
    "",
  ].join("\n");
}

function isWell({ state, unpushed }: PipelineReport): boolean {
  return state !== "failed" && unpushed === undefined;
}

function phaseLines(phase: PhaseReport, width: number, page: PipelinePage): readonly string[] {
  const { name, state, acceptance } = phase;
  const { paint, columns } = page;
  const colour = state === "done" ? paint.green : isLost(phase) ? paint.red : paint.dim;
  const head = `${paint.bold(printable(name).padEnd(width))}  ${colour(state.padEnd(10))}  `;
  const indent = " ".repeat(width + 14);
  const said = wrap(printable(saidOf(phase)), columns, indent);
  const lines = page.isLong ? acceptanceLines(acceptance, page).map((one) => `  ${one}`) : [];
  const blocked = state === "failed" || state === "unresolved" ? refusalLines(phase, page) : [];
  return [`${head}${said}`.trimEnd(), ...lines, ...blocked];
}

function isLost({ state }: PhaseReport): boolean {
  return state === "failed" || state === "unresolved" || state === "blocked";
}

function saidOf({
  state,
  branch,
  commit,
  basedOn,
  blockedBy,
  tries,
  ciUrl,
  pushed,
  by,
}: PhaseReport): string {
  const remotes = Object.keys(pushed).filter((remote) => pushed[remote] === commit);
  const more = [
    ...(tries > 1 ? [count(tries, "try", "tries")] : []),
    ...(remotes.length > 0 ? [`pushed to ${remotes.join(", ")}`] : []),
    ...(ciUrl === undefined ? [] : [ciUrl]),
  ];
  return [WORDS[state]({ branch, commit, basedOn, blockedBy, by }), ...more]
    .filter((part) => part !== "")
    .join(", ");
}

type Said = Pick<PhaseReport, "branch" | "commit" | "basedOn" | "blockedBy" | "by">;

const WORDS: Readonly<Record<PhaseReport["state"], (said: Said) => string>> = {
  done: ({ branch, commit }) =>
    commit === undefined ? "there was nothing to change" : `${branch} at ${commit.slice(0, 10)}`,
  failed: () => "nothing of it was written",
  unresolved: () => "nothing of it was written",
  skipped: () => "left out",
  waiting: ({ branch }) => `for its change, to be made on ${branch}`,
  ready: ({ branch, by }) => `${branch}, ${MAKERS[by]}`,
  pending: ({ branch, basedOn, by }) =>
    `${branch}, ${basedOn === undefined ? "" : `on ${basedOn}, `}${MAKERS[by]}`,
  blocked: ({ blockedBy }) => (blockedBy === undefined ? "" : `${blockedBy} comes before it`),
};

const MAKERS: Readonly<Record<PhaseReport["by"], string>> = {
  deterministic: "by the program itself",
  agent: "by the agent",
  patches: "from its patch",
  hand: "by hand",
};

/** Why it is refused, and the contract on a line of its own. */
function refusalLines(
  { contract, verdict, by }: PhaseReport,
  { paint, columns, all }: PipelinePage,
): readonly string[] {
  const options: PrettyOptions = {
    paint,
    width: columns,
    all,
    next: `Mend what is named, and ${by === "deterministic" ? "commit that" : "hand it in again"}: nothing was written.`,
    seeAll: "--all",
  };
  const { findings = [], ...keys } = contractRecord(contract) ?? {};
  const said =
    verdict === undefined
      ? findings.map(({ rule, message, hint }) =>
          line(`${rule}: ${message}${hint ? ` (${hint})` : ""}`, { paint, columns }, 2),
        )
      : [pretty(verdict, options).trimEnd()];
  return [...said, `  ${JSON.stringify(keys)}`];
}

interface ContractRecord {
  readonly findings?: readonly {
    readonly rule: string;
    readonly message: string;
    readonly hint?: string | null;
  }[];
}

/** It is ours, and complete JSON. */
function contractRecord(
  contract: string | undefined,
): (ContractRecord & Record<string, unknown>) | undefined {
  return contract === undefined ? undefined : JSON.parse(contract);
}

function inLines(payload: string): readonly string[] {
  return JSON.stringify(JSON.parse(payload), undefined, 2).split("\n").map(printable);
}

function summary({ state, phases, waiting, manifest }: PipelineReport): string {
  const done = phases.filter((phase) => phase.state === "done").length;
  const skipped = phases.filter((phase) => phase.state === "skipped").length;
  const amount = `${done} of ${count(phases.length, "phase")} done${skipped > 0 ? `, ${skipped} left out` : ""}`;
  if (waiting !== undefined) return `${amount}; ${waiting.name} waits for somebody to hand in its change`;
  const lost = phases.filter((phase) => phase.state === "failed" || phase.state === "unresolved");
  if (state === "failed")
    return `${amount}; ${lost.map(({ name }) => name).join(" and ")} ${lost.length === 1 ? "is" : "are"} refused`;
  return state === "done" ? `${manifest} is done: ${amount}` : amount;
}

function pipelineJson(report: PipelineReport): string {
  const { manifest, state, stopOnFail, base, phases, waiting, next, remarks, unpushed } = report;
  return `${JSON.stringify({
    version: 1,
    ok: isWell(report),
    manifest,
    state,
    stop_on_fail: stopOnFail,
    base: base?.commit ?? null,
    base_branch: base?.branch ?? null,
    phases: phases.map(phaseRecord),
    waiting: waiting === undefined ? null : { phase: waiting.name, payload: JSON.parse(waiting.payload) },
    next: next ?? null,
    not_pushed: unpushed === undefined ? null : { phase: unpushed.name, why: unpushed.why },
    notes: notesOf(report),
    remarks,
    failure: null,
  })}\n`;
}

function phaseRecord(phase: PhaseReport) {
  const {
    name,
    state,
    by,
    branch,
    base,
    basedOn,
    commit,
    tries,
    contract,
    ciUrl,
    blockedBy,
    pushed,
    acceptance,
  } = phase;
  return {
    name,
    ok: okOf(phase),
    state,
    by,
    branch,
    base: base ?? null,
    based_on: basedOn ?? null,
    commit: commit ?? null,
    tries,
    contract: contractRecord(contract) ?? null,
    ci_url: ciUrl ?? null,
    blocked_by: blockedBy ?? null,
    pushed,
    acceptance: acceptance.map(acceptanceRecord),
  };
}

/** Undefined as long as there is no result. */
function okOf(phase: PhaseReport): boolean | null {
  if (phase.state === "done") return true;
  return isLost(phase) ? false : null;
}

/** A line for each phase, as the playbook's `run_pipeline` asks for. */
function notesOf({ phases }: PipelineReport): string {
  return phases
    .map((phase) => {
      const { name, state, commit, tries, ciUrl } = phase;
      const ok = okOf(phase);
      const parts = [
        ok === null ? state : `ok:${ok}`,
        ...(state === "unresolved" || state === "blocked" ? [state] : []),
        ...(commit === undefined ? [] : [`commit ${commit}`]),
        ...(tries > 0 ? [count(tries, "try", "tries")] : []),
        ...(ciUrl === undefined ? [] : [`CI ${ciUrl}`]),
      ];
      return `${name}: ${parts.join(", ")}`;
    })
    .join("\n");
}

/** The playbook's answer: the contract of the first phase that is refused, with the records of all in its notes. */
function pipelineContract(report: PipelineReport): string {
  const lost = report.phases.find(({ contract }) => contract !== undefined);
  const base = contractRecord(lost?.contract) ?? {
    ok: true,
    unmet_exports: [],
    missing_files: [],
    exceeded_budget: { files: 0, loc: 0 },
    would_touch: [],
    findings: [],
  };
  const phases = report.phases.map(phaseRecord);
  return `${JSON.stringify({ ...base, ok: isWell(report), phase: lost?.name ?? null, notes: notesOf(report), phases })}\n`;
}
