// All that an install is going to write, decided by looking only.
import { isAbsolute, join } from "node:path";
import type { AgentName } from "../../agent/event.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { isThere, onPath } from "../../system/folders.ts";
import { planAgentFiles } from "./agent-files.ts";
import type { Clone } from "./clone.ts";
import { type ExistingHooks, existingHooks, type Prior } from "./existing-hooks.ts";
import { defaultHooks } from "./forwarders.ts";
import { planHuskyFiles, usesHusky } from "./husky-files.ts";
import { type PolicyPlan, planPolicy } from "./initial-policy.ts";
import { type InstallRecord, readRecord } from "./install-manifest.ts";
import { CLIENT_HOOKS, foreignHooks, GATED, launcherText, runsHuskyInLaunchers } from "./launchers.ts";
import { planSettings, type SettingPlan } from "./plan-settings.ts";
import { type ProgramPackage, readProgram } from "./program.ts";
import { type Starters, starters } from "./starters.ts";

export interface InstallPlan {
  readonly program: ProgramPackage;
  readonly nodes: readonly string[];
  /** The project names husky: our lines go into `.husky`. */
  readonly usesHusky: boolean;
  /** A person has set husky up in this clone: what stands in `.husky` runs. */
  readonly runsHusky: boolean;
  readonly existing: readonly ExistingHooks[];
  readonly settings: readonly SettingPlan[];
  readonly launchers: readonly LauncherPlan[];
  readonly policy: PolicyPlan;
  readonly record: InstallRecord;
  /** The record of the install that is there already. */
  readonly earlier: InstallRecord | undefined;
  /** Files of `.husky` to write. */
  readonly huskyFiles: InstallRecord["files"];
  /** Settings of agents to write. */
  readonly agentFiles: InstallRecord["files"];
  readonly starters: Starters;
}

export interface LauncherPlan {
  readonly hooksFolder: string;
  readonly names: readonly string[];
  readonly text: string;
}

export interface PlanOptions {
  readonly chain: boolean;
  readonly agents: readonly AgentName[];
  readonly from: string;
  readonly node: string;
  /** The names of husky's launchers; `undefined` if its package is not at hand. */
  readonly huskyStubs: readonly string[] | undefined;
}

export function planInstall(clone: Clone, options: PlanOptions): Result<InstallPlan, Failure> {
  const earlier = readRecord(clone);
  const existing = existingHooks(clone, options.chain, earlier);
  if (!existing.ok) return existing;
  const foreign = existing.value.flatMap(({ hooksFolder }) => replacedLaunchers(hooksFolder))[0];
  if (foreign !== undefined) return err(notOurs(foreign));
  const settings = planSettings(clone, existing.value, earlier);
  if (!settings.ok) return settings;

  const read = readProgram(options.from);
  if (!read.ok) return read;
  const program = read.value;
  const nodes = rememberedNodes(options.node, clone.env);
  const isHuskyUsed = usesHusky(clone);
  const runsHusky = isHuskySetUp(clone, existing.value, earlier);
  const huskyFiles = isHuskyUsed ? planHuskyFiles(clone, program, earlier?.files ?? []) : [];
  const policy = planPolicy(clone);
  const made =
    policy.kind === "write" ? [{ path: policy.path, before: null, after: base64(policy.text) }] : [];
  const agentFiles = planAgentFiles(clone, options.agents, earlier?.files ?? []);
  if (!agentFiles.ok) return agentFiles;
  const changedFiles = [...huskyFiles, ...agentFiles.value, ...made];
  const template = (name: string) => program.files.get(`templates/${name}.sh`)?.toString("utf8") ?? "";
  const facts = { ...clone, program: program.id, nodes, prior: undefined, runsHusky };
  return ok({
    program,
    nodes,
    usesHusky: isHuskyUsed,
    runsHusky,
    existing: existing.value,
    settings: settings.value,
    launchers: existing.value.map(({ hooksFolder, prior }) => ({
      hooksFolder,
      names: hookNames(prior, runsHusky, options.huskyStubs ?? CLIENT_HOOKS),
      text: launcherText(template("launcher"), { ...facts, hooksFolder, prior: prior?.folder }),
    })),
    policy,
    earlier,
    huskyFiles,
    agentFiles: agentFiles.value,
    starters: starters(program, nodes),
    record: {
      version: 1,
      program: program.id,
      nodes,
      runsHusky,
      settings: settings.value.map(({ record }) => record),
      files: [...(earlier?.files ?? []).filter(isNotIn(changedFiles)), ...changedFiles],
      ...(earlier?.madeHooks === true || !isThere(defaultHooks(clone)) ? { madeHooks: true } : {}),
    },
  });
}

/**
 * Whether a person set husky up in this clone, so that what stands in `.husky` ran before us: Git's configuration says so, which no
 * branch can bring. A folder `.husky` alone is what somebody else committed.
 */
function isHuskySetUp(
  clone: Clone,
  existing: readonly ExistingHooks[],
  earlier: InstallRecord | undefined,
): boolean {
  if (existing.some(({ husky }) => husky !== undefined)) return true;
  return earlier === undefined ? runsHuskyInLaunchers(clone.hooksFolder) : earlier.runsHusky === true;
}

/**
 * Those that judge, and the hooks that have to be passed on. A folder of the working tree, `.husky` too, holds
 * other hooks on other branches, so there every hook gets a launcher.
 */
function hookNames(prior: Prior | undefined, runsHusky: boolean, all: readonly string[]): readonly string[] {
  const followsBranch = runsHusky || (prior !== undefined && !isAbsolute(prior.folder));
  return [...new Set([...GATED, ...(followsBranch ? all : []), ...(prior?.hooks ?? [])])];
}

/** The Node that runs now, by its own path and by the one on PATH, which survives an update by a package manager. */
function rememberedNodes(own: string, env: NodeJS.ProcessEnv): readonly string[] {
  const named = onPath("node", env);
  return named === undefined || named === own ? [own] : [own, named];
}

function replacedLaunchers(hooksFolder: string): readonly string[] {
  return foreignHooks(hooksFolder)
    .filter((name) => (GATED as readonly string[]).includes(name))
    .map((name) => join(hooksFolder, name));
}

function notOurs(path: string): Failure {
  return failure(
    "launcher-replaced",
    "another program put its hook in the place of the gate's",
    "move it to the hooks folder of the Git directory, then `arkitekt install --chain`",
    path,
  );
}

function isNotIn(files: InstallRecord["files"]): (file: { readonly path: string }) => boolean {
  return ({ path }) => !files.some((other) => other.path === path);
}

function base64(contents: Buffer | string): string {
  return Buffer.from(contents).toString("base64");
}
