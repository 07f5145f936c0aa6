// A third way to the gate: hooks of Git's configuration, which Git 2.54 and later run wherever core.hooksPath leads.
import { join, resolve } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import { nulList } from "../../git/process/nul-list.ts";
import type { Failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isRunnable } from "../../system/folders.ts";
import { isSealed, sealed } from "../../system/program/checksums.ts";
import type { Clone } from "./clone.ts";
import { editedConfig } from "./configuration.ts";
import { GATED, layScript } from "./launchers.ts";

/** Whether the Git that is installed runs hooks of the configuration. */
export function runsConfiguredHooks(clone: Pick<Clone, "git">): boolean {
  return isAtLeast(clone, 54);
}

function isAtLeast({ git }: Pick<Clone, "git">, least: number): boolean {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(git("version").stdout) ?? []).map(Number);
  return major > 2 || (major === 2 && minor >= least);
}

/** What those settings call: `<home>/configured`. */
export function layConfigured({ home }: Clone, template: string): boolean {
  return layScript(configuredPlace(home), sealed(template));
}

export function isConfiguredWhole({ home }: Clone): boolean {
  const place = configuredPlace(home);
  return isRunnable(place) && isSealed(readFileIfThere(place)?.toString("utf8") ?? "");
}

/** The hooks whose settings in `file` are not, or not only, what install writes. */
export function missingInConfiguration(clone: Clone, file: string): readonly string[] {
  const settings = ourSettings(clone, file);
  return GATED.filter((name) => {
    const is = (key: string, value: string) => {
      const values = settings.filter(({ key: other }) => other === `hook.${sectionOf(name)}.${key}`);
      return values.length === 1 && values[0]?.value === value;
    };
    const isSwitched = settings.some(({ key }) => key === `hook.${sectionOf(name)}.enabled`);
    return isSwitched || !(is("event", name) && is("command", commandOf(name)));
  });
}

/** A setting that keeps hooks of ours from running, though install has written them. */
export interface HookSwitch {
  readonly key: string;
  readonly file: string;
  readonly hooks: readonly string[];
}

/** By all that Git reads: wider settings, files that are included, the switch of a whole event (Git 2.55 and later). */
export function switchesAgainst(clone: Clone): readonly HookSwitch[] {
  const settings = allSettings(clone);
  const hasEvents = isAtLeast(clone, 55);
  const found = new Map<string, HookSwitch>();
  for (const name of GATED) {
    const last = (key: string) => settings.findLast((setting) => setting.key === key);
    const own = `hook.${sectionOf(name)}`;
    const command = last(`${own}.command`);
    const off = [last(`${own}.enabled`), ...(hasEvents ? [last(`hook.${name}.enabled`)] : [])].find(
      (setting) => setting !== undefined && isOff(setting.value),
    );
    const other = command?.value === commandOf(name) ? undefined : command;
    // An empty value takes those before it away.
    const event = last(`${own}.event`);
    const against = off ?? other ?? (event?.value === "" ? event : undefined);
    if (against === undefined) continue;
    const { key, file } = against;
    const id = `${file} ${key}`;
    found.set(id, { key, file, hooks: [...(found.get(id)?.hooks ?? []), name] });
  }
  return [...found.values()];
}

/** A key without a value is true; what is no boolean is passed over by Git. */
function isOff(value: string | undefined): boolean {
  return value !== undefined && /^(?:false|no|off|0*)$/i.test(value);
}

function allSettings({ git, workTree, gitDir }: Clone) {
  const pieces = nulList(git("config", "-z", "--show-origin", "--get-regexp", "^hook\\.").stdout);
  return pieces.flatMap((entry, at) => {
    if (at % 2 === 0) return [];
    const [key = "", ...value] = entry.split("\n");
    const origin = (pieces[at - 1] ?? "").replace(/^file:/, "");
    const file = resolve(workTree ?? gitDir, origin);
    return [{ key, value: value.length === 0 ? undefined : value.join("\n"), file }];
  });
}

/** Whether a hook reaches the gate by the configuration, wherever core.hooksPath leads. */
export function leadsByConfiguration(clone: Clone): boolean {
  if (!runsConfiguredHooks(clone) || !isConfiguredWhole(clone)) return false;
  const missing = missingInConfiguration(clone, join(clone.commonDir, "config"));
  return missing.length === 0 && switchesAgainst(clone).length === 0;
}

/** Whether `file` holds any setting of ours for hooks. */
export function hasConfiguredHooks(clone: Clone, file: string): boolean {
  return ourSettings(clone, file).length > 0;
}

/** The bytes of a configuration file with the gate's hooks in it. */
export function withConfiguredHooks(clone: Clone, bytes: Buffer): Result<Buffer, Failure> {
  const edits = GATED.flatMap((name) => [
    ["--replace-all", `hook.${sectionOf(name)}.event`, name],
    ["--replace-all", `hook.${sectionOf(name)}.command`, commandOf(name)],
  ]);
  return editedConfig(clone, bytes, edits);
}

/** The same without them. */
export function withoutConfiguredHooks(clone: Clone, file: string, bytes: Buffer): Result<Buffer, Failure> {
  const sections = new Set(ourSettings(clone, file).map(({ key }) => key.slice(0, key.lastIndexOf("."))));
  if (sections.size === 0) return ok(bytes);
  return editedConfig(
    clone,
    bytes,
    [...sections].map((section) => ["--remove-section", section]),
  );
}

const PREFIX = "arkitekt-";

/** The name of a hook in the configuration; Git wants it to differ from that of the event. */
function sectionOf(name: string): string {
  return `${PREFIX}${name}`;
}

/** No path stands in it, so that it still holds in a clone that was moved. Git appends the hook's own arguments. */
function commandOf(name: string): string {
  const gone = `arkitekt: ${name} blocked: the gate is gone from this clone; put it back: npx arkitekt install (once without: ARKITEKT=0)`;
  return [
    'd=.git; [ -d "$d/arkitekt" ] || d=$(git rev-parse --git-common-dir); c=$d/arkitekt/configured',
    `[ -x "$c" ] && [ -s "$c" ] || { [ "\${ARKITEKT-}" = 0 ] && exit; echo "${gone}" >&2; exit 2; }`,
    `"$c" ${name}`,
  ].join("; ");
}

function ourSettings(
  { git }: Clone,
  file: string,
): readonly { readonly key: string; readonly value: string }[] {
  const answer = git("config", "--file", file, "-z", "--get-regexp", `^hook\\.${PREFIX}`);
  return nulList(answer.stdout).map((entry) => {
    const [key = "", ...value] = entry.split("\n");
    return { key, value: value.join("\n") };
  });
}

function configuredPlace(home: string): string {
  return join(home, "configured");
}
