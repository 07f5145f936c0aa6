// Whether a manifest obeys: the names of its phases, what they need, and each phase by itself.

import type { RepoPath } from "../../base/repo-path.ts";
import { didYouMean } from "../../base/wording.ts";
import type { Manifest, ManifestPhase } from "../../model/pipeline.ts";
import type { TaskRemark } from "../../model/task.ts";
import type { Policy } from "../../policy/policy.ts";
import { authoredManifest } from "../../task/authored-manifest.ts";
import { AUTHOR_MANIFEST } from "../../task/authored-task.ts";
import { phaseNameFault } from "../../task/manifest-file.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { showKeys } from "../../task/shape-fault.ts";
import { conformanceFaults, conformanceRemark } from "./conformance.ts";
import { pathsMadeBy } from "./reach.ts";
import type { PhaseScene } from "./scene.ts";
import { codesOf, type TakenCodes } from "./taken-codes.ts";

export interface ManifestScene {
  readonly policy: Policy;
  /** Every path that there is. */
  readonly paths: readonly RepoPath[];
  /** `--code`. */
  readonly code: string | undefined;
  /** Phases and tasks of other files. */
  readonly taken?: TakenCodes;
}

export interface PhaseFault extends TaskRemark {
  /** Undefined for a fault of the manifest as a whole. */
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
      ...namingFaults(manifest, at, scene.taken),
      ...conformanceFaults(own).map((fault) => conformanceRemark(phase.task, fault)),
      ...authoredFaults(own, manifest, scene),
    ];
    return faults.map((fault) => ({ ...fault, phase: phase.name }));
  });
}

/** What is wrong with a phase's name, and with what it needs. */
export function namingFaults(
  manifest: Manifest,
  at: number,
  taken: TakenCodes = new Map(),
): readonly TaskRemark[] {
  const phase = manifest.phases[at];
  if (phase === undefined) return [];
  const before = manifest.phases.slice(0, at);
  const where = ["phases", phase.index] as const;
  return [
    ...nameFaults(phase, before, taken).map(([message, next]) =>
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
  { name, task, digest }: ManifestPhase,
  before: readonly ManifestPhase[],
  taken: TakenCodes,
): readonly (readonly [string, string])[] {
  const why = phaseNameFault(name);
  if (why !== undefined)
    return [[`${JSON.stringify(name)} can't be the name of a phase, which names its branch: ${why}`, SPELL]];
  const twin = before.find((other) => other.name.toLowerCase() === name.toLowerCase());
  const elsewhere = taken.get(task.code.toLowerCase());
  return [
    ...(twin === undefined
      ? []
      : [
          [
            `it differs from the phase ${twin.name} in letter case alone, and their branches are one file on some disks`,
            OWN_NAME,
          ] as const,
        ]),
    ...(elsewhere === undefined || elsewhere.digest === digest
      ? []
      : [
          [
            `${elsewhere.path} has another one of this name, and both have the same branch`,
            OWN_NAME,
          ] as const,
        ]),
  ];
}

const OWN_NAME = "give each phase a name of its own";

const SPELL = "use letters, digits, ., _ and -, 80 at most, and begin with a letter or a digit";

/** The faults of the manifests that the phase would write: it would be refused when it is carried out. */
function authoredFaults(
  { task, policy, paths }: PhaseScene,
  outer: Manifest,
  { code, taken: known }: ManifestScene,
): readonly TaskRemark[] {
  if (task.kind !== AUTHOR_MANIFEST) return [];
  const taken = new Map([...(known ?? []), ...codesOf(outer, outer.source.path)]);
  return task.edits.flatMap((edit, index) => {
    const keys = ["edits", index, "contents"] as const;
    const authored = authoredManifest(edit, paths);
    const said = (inside: readonly (string | number)[], message: string, next: string) =>
      conformanceRemark(task, { about: "work", keys: inside, message, next });
    if (!authored.ok) return [said(["edits", index], ...authored.error)];
    const { manifest, faults } = authored.value;
    const others = new Map([...taken].filter(([, { path }]) => path !== edit.path));
    const scene = { policy, paths, code, taken: others };
    const all = [...faults, ...(manifest === undefined ? [] : manifestFaults(manifest, scene))];
    for (const [own, phase] of manifest === undefined ? [] : codesOf(manifest, edit.path))
      taken.set(own, phase);
    return all.map(({ at, key, message, next = "mend it there" }) => {
      const place = key === undefined && at !== undefined ? `line ${at.line}: ` : "";
      return said([...keys, ...keysShown(key)], `${place}${message}`, next);
    });
  });
}

/** The keys that `showKeys` has shown. */
function keysShown(key = ""): readonly (string | number)[] {
  return (key.match(/[\w$]+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

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
