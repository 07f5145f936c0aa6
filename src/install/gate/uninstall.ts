import { dirname, join, relative, resolve } from "node:path";
import { SETTINGS_FILES } from "../../agent/settings.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { RECEIPT } from "../../git/open/receipt.ts";
import { REFUSALS } from "../../git/open/refusals.ts";
import { USED_TASK } from "../../git/open/used-task.ts";
import { writesUnderWay } from "../../git/open/write-under-way.ts";
import type { Failure } from "../../model/failure.ts";
import { createFile, readFileIfThere, replaceFile } from "../../system/files.ts";
import { isFolder, makeFolder, modeOf, namesIn, takeAway } from "../../system/folders.ts";
import { isAgentFile, withoutAgentHooks } from "./agent-files.ts";
import { dropAlias } from "./alias.ts";
import { type Clone, readClone } from "./clone.ts";
import { replaceConfig, undoEdit } from "./configuration.ts";
import { hasConfiguredHooks, withoutConfiguredHooks } from "./configured-hooks.ts";
import { isOurs } from "./existing-hooks.ts";
import { takeForwarders } from "./forwarders.ts";
import { hooksPathSettings, worktreeSettings } from "./hooks-path.ts";
import { hasOurLines, withoutOurLines } from "./husky-lines.ts";
import { alone, withFailures } from "./install-lock.ts";
import { type FileRecord, type InstallRecord, readRecord, type SettingRecord } from "./install-manifest.ts";
import { foreignHooks, GATED, priorInLaunchers } from "./launchers.ts";
import { likelyBefore } from "./plan-settings.ts";
import { checkedOutSubmodules } from "./submodules.ts";

export interface UninstallOptions {
  readonly repo: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface UninstallReport {
  /** False if there was nothing to take out. */
  readonly wasInstalled: boolean;
  readonly restored: readonly string[];
  /** Files that install made. */
  readonly removed: readonly string[];
  /** What stays, and why. */
  readonly kept: readonly { readonly path: string; readonly why: string }[];
  readonly submodules: readonly UninstallReport[];
}

/**
 * Takes the gate out of a clone: core.hooksPath first, then the files of the working tree, then our folder in the Git
 * directory. Configuration and files that nobody has changed since get their old bytes back; from others only our lines go.
 */
export async function uninstall(options: UninstallOptions): Promise<Result<UninstallReport, Failure>> {
  return withFailures(async () => {
    const clone = readClone(options.repo, options.env);
    if (!clone.ok) return clone;
    const [cut] = await writesUnderWay(clone.value.commonDir);
    return cut === undefined ? alone(clone.value, () => uninstallFrom(clone.value)) : err(cut);
  });
}

async function uninstallFrom(clone: Clone): Promise<Result<UninstallReport, Failure>> {
  const record = readRecord(clone);
  const notes = {
    restored: [] as string[],
    removed: [] as string[],
    kept: [] as { path: string; why: string }[],
  };
  // It was set last, so it goes first: what is left then is what the record knows.
  const alias = dropAlias(clone);
  if (!alias.ok) return alias;
  if (alias.value?.kind === "theirs")
    notes.kept.push({ path: "alias.arkitekt", why: `it is the user's: ${alias.value.value}` });
  const ours = hooksPathFiles(clone, record);
  for (const file of settingFiles(clone, record)) {
    const known = record?.settings.find((setting) => setting.file === file);
    const done = restoreSetting(clone, file, known, { isHooksPathOurs: ours.includes(file) }, notes);
    if (!done.ok) return done;
  }
  const forwarders = takeForwarders(clone, record?.madeHooks === true);
  for (const file of treeFiles(clone, record)) restoreFile(clone, file, notes);
  keepForeignHooks(clone, notes);
  const wasThere = isFolder(clone.home);
  takeAway(clone.home);
  for (const gitDir of [clone.commonDir, ...linkedFolders(clone)])
    for (const name of [USED_TASK, RECEIPT, REFUSALS]) takeAway(join(gitDir, name));
  const submodules: UninstallReport[] = [];
  for (const path of checkedOutSubmodules(clone)) {
    const inner = await uninstall({ repo: join(clone.workTree ?? "", path), env: clone.env });
    if (inner.ok && inner.value.wasInstalled) submodules.push(inner.value);
  }
  return ok({
    wasInstalled: wasThere || forwarders.length > 0 || notes.restored.length + notes.removed.length > 0,
    ...notes,
    submodules,
  });
}

/** The Git folders of linked working trees. */
function linkedFolders({ commonDir }: Clone): readonly string[] {
  const folder = join(commonDir, "worktrees");
  return namesIn(folder).map((name) => join(folder, name));
}

interface Notes {
  readonly restored: string[];
  readonly removed: string[];
  readonly kept: { path: string; why: string }[];
}

/** The configuration files in which a setting is ours now, with or without a record of it. */
function settingFiles(clone: Clone, record: InstallRecord | undefined): readonly string[] {
  const common = join(clone.commonDir, "config");
  const hooks = hasConfiguredHooks(clone, common) ? [common] : [];
  return [...new Set([...hooksPathFiles(clone, record), ...hooks])];
}

/** Those in which core.hooksPath is. */
function hooksPathFiles(clone: Clone, record: InstallRecord | undefined): readonly string[] {
  const local = hooksPathSettings(clone).filter(({ scope }) => scope === "local");
  const found = [...local, ...worktreeSettings(clone)].filter((setting) => isOurs(clone, setting, record));
  return found.map(({ file }) => file);
}

/** The hooks of the configuration go first, for they were set last. */
function restoreSetting(
  clone: Clone,
  file: string,
  record: SettingRecord | undefined,
  { isHooksPathOurs }: { readonly isHooksPathOurs: boolean },
  notes: Notes,
): Result<void, Failure> {
  const now = readFileIfThere(file) ?? Buffer.alloc(0);
  const hooksUndone = record?.hooks === undefined ? undefined : undone(record.hooks, now);
  const bare = hooksUndone === undefined ? withoutConfiguredHooks(clone, file, now) : ok(hooksUndone);
  if (!bare.ok) return bare;
  const known = record === undefined || !isHooksPathOurs ? undefined : undone(record, bare.value);
  const prior = priorInLaunchers(clone.hooksFolder, clone.commonDir);
  const likely = isHooksPathOurs ? likelyBefore(clone, bare.value, prior) : bare;
  const before = known === undefined ? likely : ok(known);
  if (!before.ok) return before;
  const set = replaceConfig(file, now, before.value);
  if (!set.ok) return set;
  notes.restored.push(file);
  if (known !== undefined) return ok(undefined);
  const why = isHooksPathOurs
    ? "the bytes that it had before are no longer known; core.hooksPath is what it most likely was"
    : "core.hooksPath is what somebody else has set it to since; the gate's other settings are taken out";
  notes.kept.push({ path: file, why });
  return ok(undefined);
}

function undone(
  { before, after }: { readonly before: string; readonly after: string },
  now: Buffer,
): Buffer | undefined {
  return undoEdit(Buffer.from(before, "base64"), Buffer.from(after, "base64"), now);
}

/** The files of the record; without one, those of `.husky` that hold our lines. */
function treeFiles({ workTree }: Clone, record: InstallRecord | undefined): readonly FileRecord[] {
  if (record !== undefined) return record.files;
  if (workTree === undefined) return [];
  const agents = SETTINGS_FILES.flatMap((name): FileRecord[] => {
    const path = join(workTree, name);
    const text = readFileIfThere(path)?.toString("utf8");
    const bare = text === undefined ? undefined : withoutAgentHooks(text);
    if (text === undefined || bare === undefined) return [];
    const base64 = (of: string) => Buffer.from(of).toString("base64");
    return [{ path, before: holdsNothing(bare) ? null : base64(bare), after: base64(text) }];
  });
  const husky = GATED.flatMap((name) => {
    const path = join(workTree, ".husky", name);
    const text = readFileIfThere(path)?.toString("latin1");
    if (text === undefined || !hasOurLines(text)) return [];
    const before = withoutOurLines(text);
    const base64 = before === "" ? null : Buffer.from(before, "latin1").toString("base64");
    return [{ path, before: base64, after: Buffer.from(text, "latin1").toString("base64") }];
  });
  return [...husky, ...agents];
}

/** What is left of settings that held nothing else. */
function holdsNothing(text: string): boolean {
  return /^\s*\{\s*("version"\s*:\s*1\s*)?\}\s*$/.test(text);
}

function restoreFile(clone: Clone, { path, before, after }: FileRecord, notes: Notes): void {
  const now = readFileIfThere(path);
  if (now === undefined || now.toString("base64") === before) return;
  const bare = isAgentFile(path) ? withoutAgentHooks(now.toString("utf8")) : undefined;
  if (!path.includes("/.husky/") && !isAgentFile(path) && isCommitted(clone, path)) {
    notes.kept.push({ path, why: "it is committed: `git rm` it if nobody needs it" });
  } else if (now.toString("base64") === after) {
    if (before === null) takeFile(path);
    else replaceFile(path, Buffer.from(before, "base64"), modeOf(path) ?? 0o644);
    (before === null ? notes.removed : notes.restored).push(path);
  } else if (bare !== undefined) {
    const isOurs = before === null && holdsNothing(bare);
    if (isOurs) takeFile(path);
    else replaceFile(path, bare, modeOf(path) ?? 0o644);
    (isOurs ? notes.removed : notes.restored).push(path);
  } else if (hasOurLines(now.toString("latin1"))) {
    const text = withoutOurLines(now.toString("latin1"));
    const isOurs = text.trim() === "" && before === null;
    if (isOurs) takeFile(path);
    else replaceFile(path, Buffer.from(text, "latin1"), modeOf(path) ?? 0o644);
    (isOurs ? notes.removed : notes.restored).push(path);
  } else {
    notes.kept.push({ path, why: "it was changed since" });
  }
}

/** Removes a file, and its folder if that is left empty: install made it. */
function takeFile(path: string): void {
  takeAway(path);
  const folder = dirname(path);
  if (MADE_BY_US.test(folder) && namesIn(folder).length === 0) takeAway(folder);
}

const MADE_BY_US = /[\\/]\.(husky|claude|codex|cursor)$/;

function isCommitted({ workTree, git }: Clone, path: string): boolean {
  const name = relative(workTree ?? "", path).replaceAll("\\", "/");
  return git("cat-file", "-e", `HEAD:${name}`).code === 0;
}

/** Hooks that others put among the launchers are moved to where Git looks from now on, if the place is free. */
function keepForeignHooks(clone: Clone, notes: Notes): void {
  const setting = hooksPathSettings(clone).at(-1);
  const target =
    setting === undefined
      ? join(clone.commonDir, "hooks")
      : resolve(clone.workTree ?? clone.gitDir, setting.value);
  for (const name of foreignHooks(clone.hooksFolder)) {
    const contents = readFileIfThere(join(clone.hooksFolder, name)) ?? Buffer.alloc(0);
    const place = join(target, name);
    makeFolder(target);
    if (createFile(place, contents, 0o755))
      notes.kept.push({ path: place, why: "another program put it among the launchers" });
    else {
      createFile(`${place}.from-arkitekt`, contents, 0o755);
      notes.kept.push({
        path: `${place}.from-arkitekt`,
        why: `it stood among the launchers, and ${name} is there already`,
      });
    }
  }
}
