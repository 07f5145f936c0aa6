// Writes a manifest that was not there: a skeleton that obeys the playbook as it stands, to be filled in.
import type { RepoPath } from "../base/repo-path.ts";
import { type ManifestScene, manifestFaults } from "../check/conformance/manifest-faults.ts";
import { phaseCap } from "../check/conformance/phase-budget.ts";
import { phaseTitle } from "../check/conformance/phase-title.ts";
import { requiredGreps } from "../check/conformance/required-greps.ts";
import type { PhaseScene } from "../check/conformance/scene.ts";
import type { TasksHere } from "../check/task/tasks-here.ts";
import { titleForms } from "../check/task/title-with-code.ts";
import { ignoredPaths } from "../git/changes/ignored-paths.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Grep } from "../model/proof-grep.ts";
import type { NewPipeline } from "../model/task/pipeline-report.ts";
import type { Policy } from "../policy/policy.ts";
import { codeOfTitle } from "../rules/task-code.ts";
import { createWorkingFile } from "../system/working-files.ts";
import { allowFault } from "../task/allowlist.ts";
import { composeManifest } from "../task/compose-manifest.ts";
import { composeTask, type TaskPlan } from "../task/compose-task.ts";
import { manifestFile, phaseNameFault } from "../task/manifest-file.ts";
import { branchOfTask } from "../task/named-tasks.ts";
import { readManifest } from "../task/read-manifest.ts";
import { phaseCode } from "../task/task-file.ts";
import { sceneHere } from "./scene-here.ts";

export interface AskedPipeline {
  /** "" for the playbook's own. */
  readonly name: string;
  /** Their names, in order; one with a free name if none is given. */
  readonly phases: readonly string[];
  /** What every phase may change; an existing folder if none is given. */
  readonly allowlist: readonly string[];
  /** The key `task` of every phase; one that the policy accepts if none is given. */
  readonly task: string | undefined;
}

export async function newPipeline(here: TasksHere, asked: AskedPipeline): Promise<NewPipeline> {
  const { repo, policy, files } = here;
  const { top } = repo;
  const path = manifestFile(refuseNames(asked));
  if (top === undefined) throw refused("there is no working tree here", "run it in a clone");
  const flag = asked.name === "" ? "" : ` --manifest ${asked.name}`;
  if (await files.holds(path))
    throw refused(`there is a pipeline ${path} already`, `look at it: arkitekt pipeline check${flag}`, path);
  for (const entry of asked.allowlist) {
    const why = allowFault(entry);
    if (why !== undefined)
      throw refused(
        `--allow ${entry}: ${why}`,
        "name files, folders and globs from the top of the repository",
      );
  }
  const lowered = path.toLowerCase();
  const twin = (await files.manifests()).find((other) => other.toLowerCase() === lowered);
  if (twin !== undefined)
    throw refused(`${path} and ${twin} are one file on some disks`, "give it another name", path);
  const scene = await sceneHere(here, path, undefined);
  const { paths } = scene;
  const phases = asked.phases.length > 0 ? asked.phases : [freeName(asked.name, scene)];
  const allowlist = asked.allowlist.length > 0 ? asked.allowlist : [folderAmong(paths, policy)];
  const plans = phases.map((name) => ({
    name,
    plan: planOf(name, allowlist, asked.task, policy, paths),
  }));
  const text = composeManifest(plans, policy.project);
  refuseWhatDoesNotObey(text, path, scene);
  const written = createWorkingFile(top, path, text);
  if (written !== "made")
    throw refused(
      written === "there"
        ? `there is a file ${path} already`
        : `${path} can't be made: a folder of it is a link or a file`,
      "take that out of the way",
      path,
    );
  const isIgnored = ignoredPaths(repo, [path]).has(path);
  return { path, isIgnored, phases, title: titleFor(policy), flag };
}

function refuseNames({ name, phases }: AskedPipeline): string {
  const why = name === "" ? undefined : phaseNameFault(name);
  if (why !== undefined)
    throw refused(`${JSON.stringify(name)} can't be the name of a pipeline: ${why}`, SPELL);
  for (const phase of phases) {
    const fault = phaseNameFault(phase);
    if (fault !== undefined)
      throw refused(`${JSON.stringify(phase)} can't be the name of a phase: ${fault}`, SPELL);
  }
  return name;
}

const SPELL = "use letters, digits, ., _ and -, 80 at most, and begin with a letter or a digit";

function freeName(pipeline: string, { taken }: ManifestScene): string {
  const names = ["first", ...(pipeline === "" ? [] : [`${pipeline}-first`])];
  const isFree = (name: string) => taken?.has(phaseCode(name).toLowerCase()) !== true;
  return names.find((name) => isFree(name) && phaseNameFault(name) === undefined) ?? "first";
}

/** The first feature's folder, else the root of the code, else everything. */
function folderAmong(paths: readonly RepoPath[], { project }: Policy): string {
  const { root, features } = project;
  const below = features.root === "" ? "" : `${features.root}/`;
  const feature = paths
    .filter((path) => path.startsWith(below) && path.endsWith(".lua"))
    .map((path) => path.slice(below.length).split("/"))
    .find((segments) => segments.length > 1)?.[0];
  if (feature !== undefined) return `${below}${feature}`;
  return root === "" ? "." : root;
}

function planOf(
  name: string,
  allowlist: readonly string[],
  task: string | undefined,
  policy: Policy,
  paths: readonly RepoPath[],
): TaskPlan {
  const kind = task ?? codeFor(name, policy);
  const draft: TaskPlan = { ...EMPTY, code: phaseCode(name), kind, allowlist };
  const scene = sceneOf(draft, name, policy, paths);
  const { files, addedLoc } = phaseCap(scene) ?? { files: 12, addedLoc: 700 };
  const missing = requiredGreps(scene).flatMap(({ held, greps }): readonly Grep[] =>
    held === undefined ? greps : [],
  );
  return { ...draft, budget: { files, addedLoc }, proofGreps: missing };
}

const EMPTY: Omit<TaskPlan, "code" | "kind" | "allowlist"> = {
  budget: { files: 0, addedLoc: 0 },
  isMechanical: false,
  liveRoot: undefined,
  featureRoot: undefined,
  from: undefined,
  to: undefined,
  acceptance: [],
  proofGreps: [],
  notes: ["Caller deltas: none", "Risks: none that is known"],
};

function sceneOf(plan: TaskPlan, name: string, policy: Policy, paths: readonly RepoPath[]): PhaseScene {
  const payload: unknown = JSON.parse(composeTask(plan, policy.project));
  const bytes = Buffer.from(JSON.stringify({ phases: [{ name, payload }] }));
  const read = readManifest(bytes, { where: "flags", path: undefined });
  const task = read.ok ? read.value.manifest.phases[0]?.task : undefined;
  if (task === undefined) throw new Error("what was composed is not a phase");
  return { task, policy, branch: branchOfTask(task.code, policy.project.agentBranches), paths };
}

/** A code that the policy accepts in a title: made from the phase's name, else one of its own examples. */
function codeFor(name: string, policy: Policy): string {
  const { patterns, examples } = policy.project.taskCode;
  const word = name.replaceAll(/[^A-Za-z0-9]+/g, "_");
  const found = examples.flatMap((example) => codeOfTitle(example, patterns) ?? []);
  const candidates = [`phase_${word}`, word, ...found];
  return candidates.find((code) => isTaken(code, name, policy)) ?? `phase_${word}`;
}

function isTaken(code: string, name: string, policy: Policy): boolean {
  const draft: TaskPlan = { ...EMPTY, code: phaseCode(name), kind: code, allowlist: ["."] };
  return phaseTitle(sceneOf(draft, name, policy, [])).ok;
}

/** A title for the commit that brings the manifest. */
function titleFor({ project: { taskCode } }: Policy): string {
  const { patterns, examples } = taskCode;
  const what = "add the pipeline";
  const code = examples.flatMap((example) => codeOfTitle(example, patterns) ?? [])[0] ?? "";
  const forms = [`add_pipeline: ${what}`, ...titleForms(code, what, taskCode)];
  return forms.find((form) => codeOfTitle(form, patterns) !== undefined) ?? what;
}

function refuseWhatDoesNotObey(text: string, path: RepoPath, scene: ManifestScene): void {
  const read = readManifest(Buffer.from(text), { where: "flags", path });
  if (!read.ok) throw new Error(read.error.message);
  const [fault] = [...read.value.faults, ...manifestFaults(read.value.manifest, scene)];
  if (fault === undefined) return;
  throw refused(
    `it would not obey: ${fault.key ?? path}: ${fault.message}`,
    fault.next ?? "ask for less",
    path,
  );
}

function refused(message: string, next: string, where?: string): CannotLook {
  return new CannotLook(failure("bad-arguments", message, next, where));
}
