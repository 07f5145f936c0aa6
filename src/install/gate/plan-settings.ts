// What the configuration of a clone has to become: core.hooksPath, and the hooks of the configuration on top of it.
import { join } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import type { Clone } from "./clone.ts";
import { configWithHooksPath, configWithoutHooksPath, undoEdit } from "./configuration.ts";
import {
  missingInConfiguration,
  runsConfiguredHooks,
  withConfiguredHooks,
  withoutConfiguredHooks,
} from "./configured-hooks.ts";
import type { ExistingHooks } from "./existing-hooks.ts";
import { defaultHooks } from "./forwarders.ts";
import { hooksPathSettings } from "./hooks-path.ts";
import type { InstallRecord, SettingRecord } from "./install-manifest.ts";

/** A configuration file and what it has to become; `now` and `after` are equal when it is ours already. */
export interface SettingPlan {
  readonly file: string;
  readonly now: Buffer;
  readonly after: Buffer;
  readonly record: SettingRecord;
}

export function planSettings(
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

/** What the file was before a setting of ours that was moved, that somebody changed, or whose record is lost. */
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

function base64(contents: Buffer): string {
  return contents.toString("base64");
}
