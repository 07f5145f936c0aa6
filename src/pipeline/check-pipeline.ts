// Whether a pipeline's manifest obeys the playbook, phase by phase.
import { type ManifestScene, manifestFaults, scenesOf } from "../check/conformance/manifest-faults.ts";
import { phaseTitle } from "../check/conformance/phase-title.ts";
import type { PipelineCheck } from "../model/task/pipeline-report.ts";
import type { TaskRemark } from "../model/task.ts";
import type { ManifestHere } from "./manifest-here.ts";

export function checkPipeline(
  { manifest, faults, path, standing }: ManifestHere,
  scene: ManifestScene,
): PipelineCheck {
  const unread = faults.map((fault) => ({ ...fault, phase: undefined }));
  const all = [
    ...unread,
    ...(manifest.phases.length === 0 && unread.length > 0 ? [] : manifestFaults(manifest, scene)),
  ];
  const phases = scenesOf(manifest, scene).map((own, at) => {
    const { name = "" } = manifest.phases[at] ?? {};
    const title = phaseTitle(own);
    return {
      name,
      branch: own.branch,
      title: title.ok ? title.value : undefined,
      isSound: all.every(({ phase }) => phase !== name),
    };
  });
  const warnings = [...manifest.warnings, ...manifest.phases.flatMap(({ task }) => task.warnings)];
  return { path, standing, faults: all.toSorted(byPlace), phases, warnings: once(warnings, all) };
}

function byPlace(one: TaskRemark, other: TaskRemark): number {
  const [first, second] = [one.at ?? { line: 0, column: 0 }, other.at ?? { line: 0, column: 0 }];
  return first.line - second.line || first.column - second.column;
}

/** What was ignored is reported once: escapes are those of the whole text, and a fault is not also a warning. */
function once(warnings: readonly TaskRemark[], faults: readonly TaskRemark[]): readonly TaskRemark[] {
  const nameOf = ({ at, key, message }: TaskRemark) => `${at?.line}:${at?.column} ${key ?? message}`;
  const said = new Set(faults.map(nameOf));
  return warnings
    .filter((warning) => {
      const name = nameOf(warning);
      if (said.has(name)) return false;
      said.add(name);
      return true;
    })
    .toSorted(byPlace);
}
