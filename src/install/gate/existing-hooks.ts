// Which settings the gate replaces, and what stood there: decided before anything is written.
import { dirname, join, relative, resolve } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import type { Clone } from "./clone.ts";
import { defaultHooks } from "./forwarders.ts";
import {
  type HooksPathSetting,
  hooksPathSettings,
  isGatePlace,
  runnableHooks,
  worktreeSettings,
} from "./hooks-path.ts";
import type { InstallRecord } from "./install-manifest.ts";
import { priorInLaunchers } from "./launchers.ts";

/** One configuration file whose core.hooksPath becomes ours. */
export interface ExistingHooks {
  readonly file: string;
  /** What the setting will be. */
  readonly hooksFolder: string;
  readonly prior: Prior | undefined;
  /**
   * `moved`: the setting is ours, but names a place where the Git folder is no longer. `lost`: it was ours, and somebody set it to another
   * place, or removed it, without having hooks of their own.
   */
  readonly state: "ours" | "moved" | "lost" | "foreign";
  /** husky's own setting, which is replaced without a choice: what stands in `.husky` keeps running. */
  readonly husky?: string;
}

/** Hooks that were in force before and run first from now on. */
export interface Prior {
  readonly folder: string;
  readonly hooks: readonly string[];
}

/**
 * What an install finds in its way: the common configuration, and that of each worktree that has a core.hooksPath of its own.
 * Fails with the choice to make when hooks are in force and `chain` was not asked for. husky's own setting needs no
 * choice: what stands in `.husky` keeps running.
 */
export function existingHooks(
  clone: Clone,
  chain: boolean,
  record: InstallRecord | undefined,
): Result<readonly ExistingHooks[], Failure> {
  const settings = hooksPathSettings(clone);
  const config = resolve(clone.commonDir, "config");
  const included = settings.find(
    (setting) => setting.scope === "local" && setting.file !== config && !isOurs(clone, setting, record),
  );
  if (included !== undefined) return err(setElsewhere(included));
  const own = settings.filter(({ file }) => file === config).at(-1);
  const wide = settings.filter(({ scope }) => scope === "global" || scope === "system").at(-1);
  const plans: ExistingHooks[] = [];
  const common = existingAt(clone, chain, record, {
    file: config,
    hooksFolder: clone.hooksFolder,
    own,
    inForce: own ?? wide,
  });
  if (!common.ok) return common;
  plans.push(common.value);
  for (const setting of worktreeSettings(clone)) {
    const place = relative(clone.commonDir, dirname(setting.file)) || "main";
    const hooksFolder = join(clone.home, "worktrees", place.replace(/^worktrees[\\/]/, ""), "_");
    const plan = existingAt(clone, chain, record, {
      file: setting.file,
      hooksFolder,
      own: setting,
      inForce: setting,
    });
    if (!plan.ok) return plan;
    plans.push(plan.value);
  }
  return ok(plans);
}

interface Candidate {
  readonly file: string;
  readonly hooksFolder: string;
  readonly own: HooksPathSetting | undefined;
  readonly inForce: HooksPathSetting | undefined;
}

function existingAt(
  clone: Clone,
  chain: boolean,
  record: InstallRecord | undefined,
  { file, hooksFolder, own, inForce }: Candidate,
): Result<ExistingHooks, Failure> {
  if (own !== undefined && isOurs(clone, own, record)) {
    const known =
      record === undefined
        ? priorInLaunchers(hooksFolder, clone.commonDir)
        : record.settings.find((setting) => setting.file === file)?.prior;
    const prior = known === undefined ? undefined : { folder: known, hooks: runnableHooks(clone, known) };
    return ok({ file, hooksFolder, prior, state: own.value === hooksFolder ? "ours" : "moved" });
  }
  const lost = lostAt(clone, record, { file, hooksFolder, own, inForce });
  if (lost !== undefined) return ok(lost);
  const plan = (prior: Prior | undefined) => ok({ file, hooksFolder, prior, state: "foreign" as const });
  if (inForce === undefined) {
    const folder = defaultHooks(clone);
    const hooks = runnableHooks(clone, folder);
    if (hooks.length === 0) return plan(undefined);
    return chain ? plan({ folder, hooks }) : err(hooksInForce(folder, hooks));
  }
  if (isHusky(clone, inForce.value)) {
    return ok({ file, hooksFolder, prior: undefined, state: "foreign", husky: inForce.value });
  }
  const hooks = runnableHooks(clone, inForce.value);
  return chain ? plan({ folder: inForce.value, hooks }) : err(settingInForce(inForce, hooks));
}

/**
 * The gate was in force here before, and what is in force now has no hooks that would stop running if the gate came back: tools that make
 * worktrees for agents set core.hooksPath to the default folder.
 */
function lostAt(
  clone: Clone,
  record: InstallRecord | undefined,
  { file, hooksFolder, inForce }: Candidate,
): ExistingHooks | undefined {
  const known = record?.settings.find((setting) => setting.file === file) ?? record?.settings[0];
  if (known === undefined || (inForce !== undefined && isHusky(clone, inForce.value))) return undefined;
  const { prior } = known;
  const folder = inForce?.value ?? defaultHooks(clone);
  if (folder !== prior && runnableHooks(clone, folder).length > 0) return undefined;
  const chained = prior === undefined ? undefined : { folder: prior, hooks: runnableHooks(clone, prior) };
  return { file, hooksFolder, prior: chained, state: "lost" };
}

export function isOurs(clone: Clone, setting: HooksPathSetting, record: InstallRecord | undefined): boolean {
  return (
    isGatePlace(clone, setting) || record?.settings.some(({ value }) => value === setting.value) === true
  );
}

/** husky 9 sets `.husky/_`, husky 5 to 8 `.husky`. */
export function isHusky(clone: Clone, value: string): boolean {
  if (clone.workTree === undefined) return false;
  const place = resolve(clone.workTree, value);
  return place === join(clone.workTree, ".husky/_") || place === join(clone.workTree, ".husky");
}

const CHAIN = "`arkitekt install --chain` keeps them running, before the gate";

function hooksInForce(folder: string, hooks: readonly string[]): Failure {
  return failure(
    "hooks-in-force",
    `this clone has hooks already: ${hooks.join(", ")}`,
    `${CHAIN}; without them: take them out of that folder first`,
    folder,
  );
}

function settingInForce({ scope, value, file }: HooksPathSetting, hooks: readonly string[]): Failure {
  const runs = hooks.length === 0 ? "holds no hook now" : `holds ${hooks.join(", ")}`;
  return failure(
    "hooks-in-force",
    `core.hooksPath is set already (${scope}): ${value}, which ${runs}`,
    `${CHAIN}; without them: unset core.hooksPath in that file first`,
    file,
  );
}

function setElsewhere({ value, file }: HooksPathSetting): Failure {
  return failure(
    "hooks-path-included",
    `core.hooksPath is set to ${value} by a file that the repository's configuration includes`,
    "take the setting out of that file, then run it again",
    file,
  );
}
