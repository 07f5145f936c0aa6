// Whether a manifest obeys: the names of its phases, what they need, and each phase by itself.

import type { RepoPath } from "../../base/repo-path.ts";
import { didYouMean } from "../../base/wording.ts";
import type { Manifest, ManifestPhase } from "../../model/pipeline.ts";
import type { TaskRemark } from "../../model/task.ts";
import type { Policy } from "../../policy/policy.ts";
import { phaseNameFault } from "../../task/manifest-file.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { showKeys } from "../../task/shape-fault.ts";
import { conformanceFaults, conformanceRemark } from "./conformance.ts";
import { pathsMadeBy } from "./reach.ts";
import type { PhaseScene } from "./scene.ts";

export interface ManifestScene {
  readonly policy: Policy;
  /** Every path that there is. */
  readonly paths: readonly RepoPath[];
  /** `--code`. */
  readonly code: string | undefined;
}

export interface PhaseFault extends TaskRemark {
  /** Undefined for what is wrong with the manifest as a whole. */
  readonly phase: string | undefined;
}

/** Every fault of what could be read, phase by phase. */
export function manifestFaults(manifest: Manifest, scene: ManifestScene): readonly PhaseFault[] {
  const { phases } = manifest;
  if (phases.length === 0) {
    const fault = remarkIn(
      manifest,
      ["phases"],
      "it has no phase that could be carried out",
      "write one: arkitekt pipeline new",
    );
    return [{ ...fault, phase: undefined }];
  }
  return scenesOf(manifest, scene).flatMap((own, at) => {
    const phase = phases[at];
    if (phase === undefined) return [];
    const faults = [
      ...namingFaults(manifest, at),
      ...conformanceFaults(own).map((fault) => conformanceRemark(phase.task, fault)),
    ];
    return faults.map((fault) => ({ ...fault, phase: phase.name }));
  });
}

/** What is wrong with the name of a phase, and with what it needs. */
export function namingFaults(manifest: Manifest, at: number): readonly TaskRemark[] {
  const phase = manifest.phases[at];
  if (phase === undefined) return [];
  const before = manifest.phases.slice(0, at);
  const where = ["phases", phase.index] as const;
  return [
    ...nameFaults(phase, before).map(([message, next]) =>
      remarkIn(manifest, [...where, "name"], message, next),
    ),
    ...needFaults(phase, before).map(([index, message, next]) =>
      remarkIn(manifest, [...where, "needs", index], message, next),
    ),
  ];
}

function remarkIn(
  { source, placeOf }: Manifest,
  keys: readonly (string | number)[],
  message: string,
  next: string,
): TaskRemark {
  return { path: source.path, at: placeOf(keys), key: showKeys(keys), message, next };
}

/** Each phase as it will be met: with the files that those before it make. */
export function scenesOf(
  { phases }: Manifest,
  { policy, paths, code }: ManifestScene,
): readonly PhaseScene[] {
  const made: RepoPath[] = [];
  return phases.map(({ task }) => {
    const branch = branchOfTask(task.code, policy.project.agentBranches);
    const scene = { task, policy, branch, paths: [...paths, ...made], code };
    made.push(...pathsMadeBy(task));
    return scene;
  });
}

function nameFaults(
  { name }: ManifestPhase,
  before: readonly ManifestPhase[],
): readonly (readonly [string, string])[] {
  const why = phaseNameFault(name);
  if (why !== undefined)
    return [[`${JSON.stringify(name)} can't be the name of a phase, which names its branch: ${why}`, SPELL]];
  const twin = before.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (twin === undefined) return [];
  const message = `it differs from the phase ${twin.name} in letter case alone, and their branches are one file on some disks`;
  return [[message, "give each phase a name of its own"]];
}

const SPELL = "use letters, digits, ., _ and -, 80 at most, and begin with a letter or a digit";

function needFaults(
  { name, needs }: ManifestPhase,
  before: readonly ManifestPhase[],
): readonly (readonly [number, string, string])[] {
  const names = before.map((phase) => phase.name);
  return needs.flatMap((need, index) => {
    if (names.includes(need)) return [];
    const guess = didYouMean(need, names);
    const what =
      need === name
        ? "a phase can't need itself"
        : `there is no phase ${JSON.stringify(need)} before this one`;
    return [
      [index, guess === undefined ? what : `${what}; ${guess}`, "name a phase that comes before it"] as const,
    ];
  });
}
