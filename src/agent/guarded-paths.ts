// The files that hold the gate: the policy, hooks, and the Git folder's own settings.
import nodePath from "node:path";
import { pathTest } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { POLICY_FILES } from "../model/policy-places.ts";
import type { AliasOf } from "./followed.ts";
import type { SimpleCommand } from "./shell.ts";

export interface AgentPlaces {
  /** Where the agent is. */
  readonly cwd: string;
  /** The top of the working tree, by each of its names: a link may lead to it. */
  readonly tops: readonly string[];
  /** The Git folder of the working tree, and the one that all share, likewise. */
  readonly gitFolders: readonly string[];
  /** Settings of agents that call this program, relative to the top. */
  readonly settings: readonly string[];
  readonly aliasOf: AliasOf;
}

/** How this system writes paths; `path.win32` where a test asks for Windows. */
type Paths = Pick<typeof nodePath, "isAbsolute" | "relative" | "resolve" | "sep">;

/** What a path leads to that nobody but a person changes; with `isWhole`, also what lies below it. */
export function guardedBy(
  path: string,
  { cwd, tops, gitFolders, settings }: Omit<AgentPlaces, "aliasOf">,
  { folder = "", isWhole = false } = {},
  paths: Paths = nodePath,
): string | undefined {
  const place = paths.resolve(cwd, folder, path);
  for (const gitFolder of gitFolders) {
    const inside = within(gitFolder, place, paths);
    if (inside === "" && isWhole) return "the Git folder";
    if (inside !== undefined && /^(hooks|arkitekt)(\/|$)|^(config|config\.worktree)$|^arkitekt-/.test(inside))
      return inside.startsWith("config") ? "Git's configuration" : "the hooks";
  }
  const files = [...POLICY_FILES, ".husky", ...settings];
  for (const top of tops) {
    const inside = within(top, place, paths);
    if (inside === undefined) continue;
    const found = files.find((file) => matches(inside, file) || (isWhole && isAround(inside, file)));
    if (found === ".husky") return "the hooks";
    if (found !== undefined)
      return settings.includes(found) ? "the settings that call the gate" : "the policy";
  }
  return undefined;
}

function isAround(folder: string, file: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}

/** `inside` is the file, lies below it, or is a glob that stands for it. */
function matches(inside: string, file: string): boolean {
  if (inside === file || inside.startsWith(`${file}/`)) return true;
  if (!/[*?[{]/.test(inside)) return false;
  const names = file.split("/");
  // A shell finds hidden files by a dot alone.
  const isHidden = inside.split("/").some((part, at) => /^[*?[]/.test(part) && names[at]?.startsWith("."));
  return !isHidden && pathTest(inside)(file as RepoPath);
}

/** With `/`; on Windows letters of either case are the same file. */
function within(folder: string, place: string, { isAbsolute, relative, sep }: Paths): string | undefined {
  const inside = relative(folder, place).replaceAll("\\", "/");
  if (inside === ".." || inside.startsWith("../") || isAbsolute(inside)) return undefined;
  return sep === "\\" ? inside.toLowerCase() : inside;
}

/** Programs that change each file that they are given; with what is below it, for some. */
const CHANGE_ALL = new Set(["tee", "touch", "truncate", "chmod", "chown", "ed", "ex", "sponge"]);
const TAKE_AWAY = new Set(["rm", "rmdir", "unlink", "shred", "mv"]);
const CHANGE_LAST = new Set(["cp", "install", "ln", "rsync", "scp"]);
const IN_PLACE = new Set(["sed", "perl", "ruby", "awk", "gawk"]);

/** Options whose value is the file that is written. */
const OUTPUT_OPTIONS: Readonly<Record<string, RegExp>> = {
  curl: /^(-o|--output)$/,
  wget: /^(-O|--output-document)$/,
  sort: /^(-o|--output)$/,
  patch: /^(-o|--output)$/,
  unzip: /^-d$/,
};

/** The files that a command writes to, as far as its words tell. */
export function writtenBy({
  words,
  outputs,
}: SimpleCommand): readonly { readonly path: string; readonly isWhole: boolean }[] {
  const [name = "", ...args] = words;
  const plain = args.filter((word) => !word.startsWith("-"));
  const some = (paths: readonly string[], isWhole = false) => paths.map((path) => ({ path, isWhole }));
  const written = some(outputs.filter((path) => !/^(&?\d+|-|\/dev\/\w+)$/.test(path)));
  if (TAKE_AWAY.has(name)) return [...written, ...some(plain, true)];
  if (CHANGE_ALL.has(name)) return [...written, ...some(plain)];
  if (CHANGE_LAST.has(name))
    return [...written, ...some(plain.slice(-1)), ...some(plain.slice(-1).flatMap(intoFolder(plain)))];
  if (IN_PLACE.has(name) && args.some((word) => /^(-[a-zA-Z]*i|--in-place|inplace$)/.test(word)))
    return [...written, ...some(plain)];
  const option = OUTPUT_OPTIONS[name];
  if (option !== undefined)
    return [...written, ...some(args.filter((_, at) => option.test(args[at - 1] ?? "")))];
  if (name === "find" && isDeleting(args))
    return [
      ...written,
      ...some(
        args.slice(
          0,
          args.findIndex((word) => word.startsWith("-")),
        ),
        true,
      ),
    ];
  if (name === "dd")
    return [...written, ...some(args.flatMap((word) => (word.startsWith("of=") ? word.slice(3) : [])))];
  if (name === "git" && (args[0] === "rm" || args[0] === "mv"))
    return [...written, ...some(plain.slice(1), true)];
  if (name === "git") return [...written, ...some(takenFromElsewhere(args))];
  return written;
}

/** Putting back what HEAD or the index holds is not an edit; taking a file from another commit is one. */
function takenFromElsewhere([subcommand, ...args]: readonly string[]): readonly string[] {
  const at = args.indexOf("--");
  if (subcommand === "checkout" && at > 0) {
    const from = args.slice(0, at).find((word) => !word.startsWith("-"));
    return from === undefined || from === "HEAD" ? [] : args.slice(at + 1);
  }
  if (subcommand !== "restore") return [];
  const option = args.findIndex((word) => /^(-s|--source)/.test(word));
  const [, joined] = /^(?:-s|--source=)(.+)$/.exec(args[option] ?? "") ?? [];
  const from = joined ?? args[option + 1];
  if (option < 0 || from === "HEAD") return [];
  return args.filter((word, n) => !word.startsWith("-") && (joined !== undefined || n !== option + 1));
}

/** `-delete`, or a program after `-exec` that deletes. */
function isDeleting(args: readonly string[]): boolean {
  return args.some(
    (word, at) => word === "-delete" || (/^-(exec|ok)/.test(word) && TAKE_AWAY.has(args[at + 1] ?? "")),
  );
}

/** What a copy into a folder is called there. */
function intoFolder(plain: readonly string[]): (target: string) => readonly string[] {
  return (target) => plain.slice(0, -1).map((source) => `${target}/${source.split("/").at(-1)}`);
}

/** The files that a unified diff names, where a command applies one that stands in its text. */
export function pathsInDiff(text: string): readonly string[] {
  return [...text.matchAll(/^(?:\+\+\+|---) (?:[abciow]\/)?([^\t\n]+?)[\t ]*$/gm)].map(
    ([, path = ""]) => path,
  );
}

/** The files that an envelope of `apply_patch` names. */
export function pathsInEnvelope(text: string): readonly string[] {
  return [...text.matchAll(/^\*\*\* (?:(?:Add|Update|Delete) File|Move to): (.+?)\s*$/gm)].map(
    ([, path = ""]) => path,
  );
}
