// All that an install is going to write, decided by looking alone.
import { isAbsolute, join } from "node:path";
import type { AgentName } from "../../agent/event.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isThere, onPath } from "../../system/folders.ts";
import { planAgentFiles } from "./agent-files.ts";
import type { Clone } from "./clone.ts";
import { configWithHooksPath, configWithoutHooksPath, undoEdit } from "./configuration.ts";
import {
  missingInConfiguration,
  runsConfiguredHooks,
  withConfiguredHooks,
  withoutConfiguredHooks,
} from "./configured-hooks.ts";
import { type ExistingHooks, existingHooks, type Prior } from "./existing-hooks.ts";
import { defaultHooks } from "./forwarders.ts";
import { hooksPathSettings } from "./hooks-path.ts";
import { planHuskyFiles, usesHusky } from "./husky-files.ts";
import { type PolicyPlan, planPolicy } from "./initial-policy.ts";
import { type InstallRecord, readRecord, type SettingRecord } from "./install-manifest.ts";
import { CLIENT_HOOKS, foreignHooks, GATED, launcherText, runsHuskyInLaunchers } from "./launchers.ts";
import { type Program, readProgram } from "./program.ts";

export interface InstallPlan {
  readonly program: Program;
  readonly nodes: readonly string[];
  /** The project names husky: our lines go into `.husky`. */
  readonly usesHusky: boolean;
  /** A person set husky up in this clone: what stands in `.husky` runs. */
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
  /** What those settings call. */
  readonly agentLauncher: string;
}

/** A configuration file and what it has to become; `now` and `after` are equal when it is ours already. */
export interface SettingPlan {
  readonly file: string;
  readonly now: Buffer;
  readonly after: Buffer;
  readonly record: SettingRecord;
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
  /** The names of husky's launchers; `undefined` where its package is not at hand. */
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
    agentLauncher: launcherText(template("agent"), facts),
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

function planSettings(
  clone: Clone,
  existing: readonly ExistingHooks[],
  earlier: InstallRecord | undefined,
): Result<readonly SettingPlan[], Failure> {
  const plans: SettingPlan[] = [];
  for (const found of existing) {
    const plan = planSetting(
      clone,
      found,
      earlier?.settings.find(({ file }) => file === found.file),
    );
    if (!plan.ok) return plan;
    const whole = withHooks(clone, plan.value);
    if (!whole.ok) return whole;
    plans.push(whole.value);
  }
  return ok(plans);
}

function planSetting(
  clone: Clone,
  { file, hooksFolder, prior, state }: ExistingHooks,
  known: SettingRecord | undefined,
): Result<SettingPlan, Failure> {
  const now = readFileIfThere(file) ?? Buffer.alloc(0);
  if (state === "ours" && known !== undefined) return ok({ file, now, after: now, record: known });
  const after = configWithHooksPath(clone, now, hooksFolder);
  if (!after.ok) return after;
  // Without the hooks of the configuration, which stay where they are.
  const bare = withoutConfiguredHooks(clone, file, after.value);
  if (!bare.ok) return bare;
  const before =
    state === "foreign" || (state === "lost" && known === undefined)
      ? ok(now)
      : withoutOurSetting(clone, { file, now, bare: bare.value }, known, prior?.folder);
  if (!before.ok) return before;
  const record = {
    file,
    value: hooksFolder,
    ...(prior === undefined ? {} : { prior: prior.folder }),
    before: base64(before.value),
    after: base64(bare.value),
    ...(known?.hooks === undefined ? {} : { hooks: known.hooks }),
  };
  return ok({ file, now, after: after.value, record });
}

/** Where the Git that is installed runs hooks of the configuration, the common one gets them, on top of core.hooksPath. */
function withHooks(clone: Clone, plan: SettingPlan): Result<SettingPlan, Failure> {
  const { file, after, record } = plan;
  if (file !== join(clone.commonDir, "config") || !runsConfiguredHooks(clone)) return ok(plan);
  if (missingInConfiguration(clone, file).length === 0) return ok(plan);
  const bare = withoutConfiguredHooks(clone, file, after);
  if (!bare.ok) return bare;
  const whole = withConfiguredHooks(clone, bare.value);
  if (!whole.ok) return whole;
  const hooks = { before: base64(bare.value), after: base64(whole.value) };
  return ok({ ...plan, after: whole.value, record: { ...record, hooks } });
}

/** What the file was before a setting of ours that moved, that somebody changed, or whose record is lost. */
function withoutOurSetting(
  clone: Clone,
  { file, now, bare }: { readonly file: string; readonly now: Buffer; readonly bare: Buffer },
  known: SettingRecord | undefined,
  prior: string | undefined,
): Result<Buffer, Failure> {
  const undone =
    known === undefined
      ? undefined
      : undoEdit(Buffer.from(known.before, "base64"), Buffer.from(known.after, "base64"), bare);
  if (undone !== undefined) return ok(undone);
  const rest = withoutConfiguredHooks(clone, file, now);
  return rest.ok ? likelyBefore(clone, rest.value, prior) : rest;
}

/**
 * A configuration file as it probably was: with the prior hooks' folder, unless that is where Git looks anyway, by default
 * or by a wider setting.
 */
export function likelyBefore(
  clone: Clone,
  bytes: Buffer,
  prior: string | undefined,
): Result<Buffer, Failure> {
  const wide = hooksPathSettings(clone).some(({ scope, value }) => value === prior && scope !== "local");
  if (prior === undefined || prior === defaultHooks(clone) || wide) {
    return configWithoutHooksPath(clone, bytes);
  }
  return configWithHooksPath(clone, bytes, prior);
}

/**
 * The five that judge; with them the hooks that have to be passed on. A folder of the working tree, `.husky` too, holds
 * other hooks on other branches, so there every hook gets a launcher.
 */
function hookNames(prior: Prior | undefined, runsHusky: boolean, all: readonly string[]): readonly string[] {
  const followsBranch = runsHusky || (prior !== undefined && !isAbsolute(prior.folder));
  return [...new Set([...GATED, ...(followsBranch ? all : []), ...(prior?.hooks ?? [])])];
}

/** The Node that runs now, by its own path and by the one on PATH, which outlives an update of a package manager. */
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
