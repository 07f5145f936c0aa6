import { dirname, join } from "node:path";
import type { AgentName } from "../../agent/event.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { refuseWriteUnderWay } from "../../git/open/write-under-way.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { createFile, replaceFile } from "../../system/files.ts";
import { isThere, makeFolder, modeOf, takeAway } from "../../system/folders.ts";
import { layHuskyStubs } from "../../system/husky-stubs.ts";
import { sweepScratch } from "../../system/scratch.ts";
import { isCold, warmUp } from "../warm-up/warm-up.ts";
import { isAgentFile } from "./agent-files.ts";
import { setAlias } from "./alias.ts";
import { type Clone, readClone, refuseOldGit } from "./clone.ts";
import { replaceConfig } from "./configuration.ts";
import { layConfigured } from "./configured-hooks.ts";
import { defaultHooks, layForwarders, takeForwarders } from "./forwarders.ts";
import { hooksPathSettings, isGatePlace, worktreeSettings } from "./hooks-path.ts";
import { isIgnored } from "./initial-policy.ts";
import { alone, withFailures } from "./install-lock.ts";
import { writeRecord } from "./install-manifest.ts";
import type { InstallReport, SubmoduleReport } from "./install-report.ts";
import { GATED, layLaunchers, layScript } from "./launchers.ts";
import { type InstallPlan, planInstall } from "./plan.ts";
import type { SettingPlan } from "./plan-settings.ts";
import { dropPrograms, layProgram, ownPackage, programFolder } from "./program.ts";
import { installSubmodules } from "./submodules.ts";

export interface InstallOptions {
  /** A folder in the clone. */
  readonly repo: string;
  /** Keeps hooks that are in force now running, before the gate. */
  readonly chain: boolean;
  /** The agents whose settings must call us. */
  readonly agents?: readonly AgentName[];
  readonly env: NodeJS.ProcessEnv;
  /** The package to install from; the one that this code is part of when left out. */
  readonly from?: string;
  /** The Node that hooks start; this process's own when left out. */
  readonly node?: string;
}

/**
 * Gates a clone, in an order that leaves it as it was or gated whenever the process ends: the program, the record, the
 * launchers, the files of the working tree, and last, in one step, core.hooksPath. Run again it changes nothing.
 */
export async function install(options: InstallOptions): Promise<Result<InstallReport, Failure>> {
  return withFailures(async () => {
    const git = refuseOldGit(options.repo, options.env);
    if (!git.ok) return git;
    const clone = readClone(options.repo, options.env);
    if (!clone.ok) return clone;
    await refuseWriteUnderWay(clone.value.gitDir);
    return alone(clone.value, () => withoutRemains(clone.value, () => installIn(clone.value, options)));
  });
}

async function installIn(clone: Clone, options: InstallOptions): Promise<Result<InstallReport, Failure>> {
  const stubs = await layHuskyStubs(clone.home);
  const plan = planInstall(clone, {
    chain: options.chain,
    agents: options.agents ?? [],
    from: options.from ?? ownPackage(),
    node: options.node ?? process.execPath,
    huskyStubs: stubs.kind === "laid" ? stubs.names : undefined,
  });
  if (!plan.ok) return plan;
  const changed = apply(clone, plan.value, options.env);
  if (!changed.ok) return changed;
  tidy(clone, plan.value);
  const alias = setAlias(clone, plan.value.starters.command);
  if (!alias.ok) return alias;
  const submodules = await installSubmodules(clone, (repo) => install({ ...options, agents: [], repo }));
  const isChanged = changed.value || alias.value.wrote;
  return ok({
    ...report(clone, plan.value, stubs.kind === "laid", isChanged, submodules),
    alias: alias.value,
  });
}

/** Removes our folder again if a first install fails. Once the gate is in force it stays, whatever happens. */
async function withoutRemains<T>(
  clone: Clone,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const wasThere = isThere(clone.home);
  const hadHooks = isThere(defaultHooks(clone));
  const takeBack = () => {
    if (wasThere || isInForce(clone)) return;
    takeForwarders(clone, !hadHooks);
    takeAway(clone.home);
  };
  try {
    const done = await work();
    if (!done.ok) takeBack();
    return done;
  } catch (error) {
    takeBack();
    throw error;
  }
}

function isInForce(clone: Clone): boolean {
  const settings = [...hooksPathSettings(clone), ...worktreeSettings(clone)];
  return settings.some((setting) => isGatePlace(clone, setting));
}

/** Says whether anything had to be written. */
function apply(clone: Clone, plan: InstallPlan, env: NodeJS.ProcessEnv): Result<boolean, Failure> {
  const written = new Set<string>();
  try {
    const laid = layProgram(clone, plan.program);
    const program = programFolder(clone, plan.program);
    const [own] = plan.launchers;
    // Before anybody's commit starts it.
    if (own !== undefined && isCold(program)) warmUp(program, own, env);
    writeRecord(clone, plan.record);
    const launchers = plan.launchers.map(({ hooksFolder, names, text }) =>
      layLaunchers(hooksFolder, names, text),
    );
    const text = (name: string) => plan.program.files.get(`templates/${name}.sh`)?.toString("utf8") ?? "";
    const ways = [
      layConfigured(clone, text("configured")),
      layForwarders(clone, text("forwarder")),
      // What the settings of agents call, here and in every linked working tree.
      layScript(join(clone.home, "agent"), plan.starters.agent),
    ];
    writeTree(plan, written);
    const set = plan.settings.filter(({ now, after }) => !now.equals(after));
    const done = applySettings(clone, set);
    if (!done.ok) undoTree(plan, written);
    const isTreeChanged = plan.huskyFiles.length + plan.agentFiles.length > 0 || plan.policy.kind === "write";
    return done.ok
      ? ok(laid || [...launchers, ...ways].some(Boolean) || isTreeChanged || set.length > 0)
      : done;
  } catch (error) {
    undoTree(plan, written);
    throw error;
  }
}

/** Removes older programs and the scratch folders of installs that were killed; only one install runs at a time. */
function tidy(clone: Clone, { program, earlier }: InstallPlan): void {
  dropPrograms(clone, [program.id, ...(earlier === undefined ? [] : [earlier.program])]);
  sweepScratch(clone.home);
}

function writeTree({ huskyFiles, agentFiles, policy }: InstallPlan, written: Set<string>): void {
  for (const { path, after } of [...huskyFiles, ...agentFiles]) {
    makeFolder(dirname(path));
    replaceFile(path, Buffer.from(after, "base64"), modeOf(path) ?? (isAgentFile(path) ? 0o644 : 0o755));
    written.add(path);
  }
  if (policy.kind === "write" && createFile(policy.path, policy.text)) written.add(policy.path);
}

/** What a failed install wrote to the working tree is removed again, so that nothing is left half done. */
function undoTree({ record }: InstallPlan, written: ReadonlySet<string>): void {
  for (const { path, before } of record.files.filter((file) => written.has(file.path))) {
    if (before === null) takeAway(path);
    else replaceFile(path, Buffer.from(before, "base64"), modeOf(path) ?? 0o755);
  }
}

function applySettings(clone: Clone, settings: readonly SettingPlan[]): Result<void, Failure> {
  const done: SettingPlan[] = [];
  const undo = () => {
    for (const { file, now, after } of done.reverse()) replaceConfig(file, after, now);
  };
  for (const setting of settings) {
    const set = replaceConfig(setting.file, setting.now, setting.after);
    if (!set.ok) undo();
    if (!set.ok) return set;
    done.push(setting);
  }
  const inForce = hooksPathSettings(clone).at(-1);
  if (inForce !== undefined && isGatePlace(clone, inForce)) return ok(undefined);
  undo();
  return err(
    failure(
      "hooks-path-overridden",
      `core.hooksPath was set, but Git goes by another setting of it: ${inForce?.value ?? "none"}`,
      "take that setting out, then run it again",
      inForce?.file,
    ),
  );
}

function report(
  clone: Clone,
  plan: InstallPlan,
  isLaidByHusky: boolean,
  changed: boolean,
  submodules: readonly SubmoduleReport[],
): Omit<InstallReport, "alias"> {
  const names = plan.launchers[0]?.names ?? [];
  return {
    workTree: clone.workTree,
    hooksFolder: clone.hooksFolder,
    version: plan.program.version,
    changed,
    gated: GATED,
    passedOn: names.filter((name) => !(GATED as readonly string[]).includes(name)),
    chained: plan.existing.flatMap(({ prior }) => (prior === undefined ? [] : [prior])),
    usesHusky: plan.usesHusky,
    runsHusky: plan.runsHusky,
    replacedHusky: plan.existing.find(({ husky }) => husky !== undefined)?.husky,
    laidBy: isLaidByHusky ? "husky" : "arkitekt",
    huskyFiles: plan.huskyFiles.map(({ path }) => path),
    agentFiles: plan.agentFiles.map(({ path }) => path),
    ignored: [...plan.huskyFiles, ...plan.agentFiles, ...(plan.policy.kind === "write" ? [plan.policy] : [])]
      .map(({ path }) => path)
      .filter((path) => isIgnored(clone, path)),
    nodes: plan.nodes,
    policy: plan.policy,
    submodules,
  };
}
