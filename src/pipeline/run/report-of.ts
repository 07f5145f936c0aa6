// How far a pipeline has come, phase by phase, and what comes next. Pure.
import type { Verdict } from "../../model/finding.ts";
import type { PlannedPhase } from "../../model/pipeline.ts";
import type { AcceptanceLine } from "../../model/task/acceptance-line.ts";
import type { KeptJournal, KeptRecord, PhaseReport, PipelineReport } from "../../model/task/pipeline-run.ts";
import { claimsOf } from "../../task/acceptance.ts";
import { plan } from "../plan.ts";
import type { PhaseMakers } from "../plan-terms.ts";
import { commandOf, type PipelineHere, planTerms } from "./pipeline-here.ts";

export interface ReportTerms {
  readonly journal: KeptJournal | undefined;
  readonly makers: PhaseMakers;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly unpushed?: PipelineReport["unpushed"];
  readonly remarks: readonly string[];
  /** A run would refuse it as it is now, until somebody says it is wanted. */
  readonly isStale?: boolean;
}

export function reportOf(
  pipeline: PipelineHere,
  { journal, makers, verdicts, unpushed, remarks, isStale = false }: ReportTerms,
): PipelineReport {
  const { manifest, path, standing } = pipeline;
  const planned = plan(manifest, journal, planTerms(pipeline, makers));
  const records = new Map(journal?.phases.map((record) => [record.name, record]));
  const phases = planned.phases.map((each) =>
    phaseReport(each, records.get(each.name), verdicts.get(each.name)),
  );
  const state = stateOf(phases);
  const waiting = planned.phases.find((phase) => phase.state === "waiting");
  return {
    manifest: path,
    path: manifest.source.path,
    stopOnFail: manifest.stopOnFail,
    state,
    base: planned.base,
    phases,
    waiting: waiting && { name: waiting.name, payload: waiting.phase.payload },
    next: unpushed === undefined ? nextCommand(pipeline, state, phases, isStale) : unpushed.next,
    remarks: [
      ...(standing === "ignored"
        ? [`Git ignores ${path}: each commit carries what its phase asked for`]
        : []),
      ...(standing === "changed"
        ? [`${path} is not as HEAD has it, and the gate goes by what is committed: commit it`]
        : []),
      ...(standing === "new"
        ? [`${path} is not committed: each commit carries what its phase asked for`]
        : []),
      ...remarks,
    ],
    unpushed,
  };
}

function phaseReport(
  { name, state, by, branch, baseCommit, basedOn, blockedBy, phase }: PlannedPhase,
  record: KeptRecord | undefined,
  verdict: Verdict | undefined,
): PhaseReport {
  const { commit, tries = 0, contract, ciUrl, pushed = {}, acceptance = [], base } = record ?? {};
  const lines = acceptance.length > 0 ? acceptance : phase.task.acceptance.flatMap(claimsOf).map(openLine);
  return {
    name,
    state,
    by,
    branch,
    base: base ?? baseCommit,
    basedOn,
    commit,
    tries,
    contract,
    ciUrl,
    blockedBy,
    pushed,
    acceptance: lines.map((line) => withAddress(line, ciUrl)),
    verdict,
  };
}

function openLine({ text, rule }: ReturnType<typeof claimsOf>[number]): AcceptanceLine {
  if (rule === undefined) return { text, rule, state: "not checked", why: "no rule proves it" };
  return { text, rule, state: "open", why: undefined };
}

/** What only a server can tell is not checked until somebody says where it did. */
function withAddress(line: AcceptanceLine, ciUrl: string | undefined): AcceptanceLine {
  if (line.rule !== undefined || !/\b(?:ci|discord|workflow|webhook)\b/i.test(line.text)) return line;
  if (ciUrl === undefined) return { ...line, state: "not checked", why: "no CI address was noted" };
  return { ...line, state: "proved", why: ciUrl };
}

function stateOf(phases: readonly PhaseReport[]): PipelineReport["state"] {
  const has = (...states: readonly PhaseReport["state"][]) =>
    phases.some(({ state }) => states.includes(state));
  if (has("failed", "unresolved")) return "failed";
  if (has("waiting")) return "waiting";
  return has("ready", "pending", "blocked") ? "pending" : "done";
}

function nextCommand(
  pipeline: PipelineHere,
  state: PipelineReport["state"],
  phases: readonly PhaseReport[],
  isStale: boolean,
): string | undefined {
  if (state === "done") return undefined;
  if (isStale) return commandOf(pipeline, "run --replan");
  const isHandedIn = ({ by, state: own }: PhaseReport) =>
    (by === "hand" && own === "waiting") || (by !== "deterministic" && own === "failed");
  const waiting = phases.find(isHandedIn);
  if (waiting !== undefined) return commandOf(pipeline, `adopt ${waiting.name} --patch FILE`);
  if (phases.some((phase) => phase.state === "unresolved")) return commandOf(pipeline, "run --agent CMD");
  // Made by the program once more it would end the same, except on what was mended.
  return commandOf(pipeline, state === "failed" ? "run --replan" : "run");
}
