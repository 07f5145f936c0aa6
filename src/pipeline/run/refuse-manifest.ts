// A manifest that does not obey is not carried out in part: a run refuses it before it begins, with all that `check` finds.
import { count } from "../../base/wording.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { KeptJournal } from "../../model/task/pipeline-run.ts";
import type { TaskRemark } from "../../model/task.ts";
import { showRemark } from "../../task/task-fault.ts";
import { checkPipeline } from "../check-pipeline.ts";
import { sceneHere } from "../scene-here.ts";
import { commandOf, type PipelineHere, type PipelineState } from "./pipeline-here.ts";

/** What is done, or left out, no longer matters: only what is still to be made has to obey. */
export async function refuseWhatDoesNotObey(
  pipeline: PipelineHere,
  { phases }: Pick<KeptJournal, "phases">,
  { chain }: PipelineState,
  code: string | undefined,
): Promise<void> {
  const { here, manifest, path, standing } = pipeline;
  const scene = await sceneHere(here, path, code);
  const { faults } = checkPipeline({ manifest, faults: [], path, standing }, scene);
  const skipped = new Set(phases.flatMap(({ name, state }) => (state === "skipped" ? [name] : [])));
  const isOver = (name: string) => chain.done.has(name) || skipped.has(name);
  const open = faults.filter(({ phase }) => phase === undefined || !isOver(phase));
  const [first] = open;
  if (first === undefined) return;
  const what = `${path} does not obey the playbook, so nothing of it is carried out; ${count(open.length, "fault")}`;
  const shown = open.slice(0, MOST).flatMap(lines);
  const more = open.length > MOST ? [`… and ${open.length - MOST} more`] : [];
  const leave =
    first.phase === undefined ? "" : `, or leave a phase out: ${commandOf(pipeline, `skip ${first.phase}`)}`;
  throw new CannotLook(
    failure(
      "bad-task",
      [`${what}:`, ...shown, ...more].join("\n"),
      `mend that, as ${commandOf(pipeline, "check")} shows it${leave}`,
    ),
  );
}

const MOST = 20;

function lines(fault: TaskRemark): readonly string[] {
  return [showRemark(fault), ...(fault.next === undefined ? [] : [`  hint: ${fault.next}`])];
}
