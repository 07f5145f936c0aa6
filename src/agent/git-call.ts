// A call of Git, read from the words of a command.
import type { SimpleCommand } from "./shell.ts";

export interface GitCall {
  /** Settings given for this call alone: `-c`, `--config-env`, the environment. */
  readonly settings: readonly string[];
  readonly subcommand: string;
  readonly args: readonly string[];
  /** Where it runs, by `cd` and `-C`. */
  readonly folder: string;
}

const WITH_VALUE = new Set([
  "--git-dir",
  "--work-tree",
  "--namespace",
  "--super-prefix",
  "--exec-path",
  "--attr-source",
]);

export function gitCall({ words, assignments, folder }: SimpleCommand): GitCall | undefined {
  const [name, ...rest] = words;
  if (name !== "git") return undefined;
  const settings = assignments.flatMap(([variable, value]) => {
    if (/^GIT_CONFIG_KEY_\d+$/.test(variable)) return [value];
    // Each setting in it stands in quotes: 'core.hooksPath=x', or 'core.hooksPath'='x'.
    return variable === "GIT_CONFIG_PARAMETERS" ? value.split(/[\s']+/).filter((word) => word !== "") : [];
  });
  let place = folder;
  let at = 0;
  for (let word = rest[at]; word?.startsWith("-"); word = rest[at]) {
    const value = rest[at + 1] ?? "";
    at += 1;
    if (word === "-c" || word === "--config-env") {
      settings.push(value);
      at += 1;
    } else if (word === "-C") {
      place = place === "" || /^[/~]/.test(value) ? value : `${place}/${value}`;
      at += 1;
    } else if (word.startsWith("--config-env=")) settings.push(word.slice("--config-env=".length));
    else if (/^-c./.test(word)) settings.push(word.slice(2));
    else if (WITH_VALUE.has(word)) at += 1;
  }
  const [subcommand = "", ...args] = rest.slice(at);
  return { settings, subcommand, args, folder: place };
}

/** Options of `git commit` that take the rest of their word, or the next one. */
const COMMIT_VALUES = "mFCct";
const COMMIT_MAY_HAVE = "Su";

/** Whether the hooks are told to stay out. */
export function skipsHooks({ subcommand, args }: GitCall): boolean {
  if (!HOOKED.has(subcommand)) return false;
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--") return false;
    // Git takes the beginning of a long option for all of it, where no other begins so.
    if (word.length >= "--no-veri".length && "--no-verify".startsWith(word)) return true;
    if (subcommand === "am" && /^-[A-Za-z]*n/.test(word)) return true;
    if (subcommand !== "commit") continue;
    if (LONG_WITH_VALUE.has(word)) at++;
    else if (/^-[A-Za-z]/.test(word)) {
      const letters = word.slice(1);
      const end = [...letters].findIndex((letter) => (COMMIT_VALUES + COMMIT_MAY_HAVE).includes(letter));
      const flags = end < 0 ? letters : letters.slice(0, end);
      if (flags.includes("n")) return true;
      if (end === letters.length - 1 && COMMIT_VALUES.includes(letters[end] ?? " ")) at++;
    }
  }
  return false;
}

const HOOKED = new Set(["commit", "push", "merge", "am", "rebase", "pull"]);

const LONG_WITH_VALUE = new Set([
  ...[
    "--message",
    "--file",
    "--reuse-message",
    "--reedit-message",
    "--template",
    "--author",
    "--date",
    "--fixup",
  ],
  ...["--squash", "--cleanup", "--trailer", "--pathspec-from-file"],
]);

/** Whether a call of `git config` changes what leads to the gate. */
export function changesHooksPath({ subcommand, args }: GitCall): boolean {
  if (subcommand !== "config") return false;
  const plain = args.filter((word) => !word.startsWith("-"));
  // In an editor anything in it may change.
  const isEdited = args.some((word) => word === "-e" || word === "--edit") || args[0] === "edit";
  if (isEdited) return !args.some((word) => /^(--global|--system|-f|--file.*)$/.test(word));
  const at = plain.findIndex((word) => leadsToHooks(word) || /^core$/i.test(word));
  if (at < 0) return false;
  const options = args.filter((word) => word.startsWith("--")).map((word) => word.slice(2));
  const says = (verb: RegExp) => [...plain.slice(0, at), ...options].some((word) => verb.test(word));
  if (says(/^(remove|rename)-section$/)) return true;
  const isRead = args.includes("-l") || says(/^(get|get-all|get-regexp|get-urlmatch|list)$/);
  if (isRead || !leadsToHooks(plain[at] ?? "")) return false;
  return says(/^(set|unset|unset-all|replace-all|add)$/) || plain.length > at + 1;
}

/** A setting of one call that leads there, or to a file that may. */
export function turnsHooks(setting: string): boolean {
  return leadsToHooks(setting) || /^include(if\..*)?\.path(=|$)/i.test(setting);
}

/** `core.hooksPath`, and the hooks of the configuration that install writes; alone, or followed by a value. */
export function leadsToHooks(setting: string): boolean {
  return /^(core\.hookspath(=|$)|hook\.arkitekt-)/i.test(setting);
}
