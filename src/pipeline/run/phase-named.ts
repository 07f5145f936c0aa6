import { didYouMean } from "../../base/wording.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { PipelineHere } from "./pipeline-here.ts";

export function phaseNamed({ manifest, path }: PipelineHere, name: string): ManifestPhase {
  const phase = manifest.phases.find((each) => each.name === name);
  if (phase !== undefined) return phase;
  const names = manifest.phases.map((each) => each.name);
  const meant = didYouMean(name, names) ?? `there is ${names.join(", ")}`;
  throw new CannotLook(
    failure("no-phase", `${path} has no phase "${name}"; ${meant}`, "arkitekt pipeline status shows them"),
  );
}
