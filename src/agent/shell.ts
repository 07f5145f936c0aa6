// A shell command as the simple commands in it, as far as it can be read without running it: quotes, operators, substitutions, and what
// wrappers such as `env` and `sh -c` pass on. Variables stay as they are written.
import { shellQuoted } from "../base/shell-word.ts";
import { readShell } from "./shell-words.ts";

export interface SimpleCommand {
  /** `A=b` in front of it, or set by `env` and `export`. */
  readonly assignments: readonly (readonly [name: string, value: string])[];
  readonly words: readonly string[];
  /** Files that its output goes to. */
  readonly outputs: readonly string[];
  /** Where `cd` before it leads; "" where it was started. */
  readonly folder: string;
}

/** How deep `sh -c` within `sh -c` is followed. */
const DEEPEST = 6;

export function simpleCommands(text: string, folder = "", depth = 0): readonly SimpleCommand[] {
  if (depth > DEEPEST) return [];
  const found: SimpleCommand[] = [];
  let place = folder;
  const exported: (readonly [string, string])[] = [];
  const own = new Map<string, string>();
  let exportsAll = false;
  for (const { words, outputs, inputs, inner } of readShell(text)) {
    for (const part of inner) found.push(...simpleCommands(part, place, depth + 1));
    const command = unwrapped(words, exported);
    for (const script of scriptsOf(command.words, inputs))
      found.push(...withAssignments(simpleCommands(script, place, depth + 1), command.assignments));
    found.push({ ...command, outputs, folder: place });
    const [name, target] = command.words;
    if ((name === "cd" || name === "pushd") && target !== undefined) place = joined(place, target);
    if (name === "set" && /^-[a-z]*a|^allexport$/.test(command.words.at(-1) ?? "")) exportsAll = true;
    if (name === undefined)
      for (const [variable, value] of command.assignments) {
        own.set(variable, value);
        if (exportsAll) exported.push([variable, value]);
      }
    for (const word of exportedBy(command.words)) {
      const value = own.get(word);
      const assigned = assignmentIn(word) ?? (value === undefined ? undefined : ([word, value] as const));
      if (assigned !== undefined) exported.push(assigned);
    }
  }
  return found;
}

/** What a command passes on to all that come after it: `NAME` or `NAME=value`. */
export function exportedBy([name = "", ...args]: readonly string[]): readonly string[] {
  const isExport =
    name === "export" || (/^(declare|typeset)$/.test(name) && args.some((word) => /^-\w*x/.test(word)));
  return isExport ? args.filter((word) => !word.startsWith("-")) : [];
}

const RESERVED = new Set(["if", "then", "elif", "else", "while", "until", "do", "!", "{", "time", "coproc"]);

/** Wrappers, and their options that take a value. */
const WRAPPERS: Readonly<Record<string, RegExp>> = {
  env: /^(-u|-C|--unset|--chdir)$/,
  sudo: /^-[ughpCrtTU]$/,
  doas: /^-[uC]$/,
  command: /^$/,
  exec: /^-a$/,
  nohup: /^$/,
  nice: /^-n$/,
  ionice: /^-[cnp]$/,
  timeout: /^-[ks]$/,
  stdbuf: /^-[ioe]$/,
  xargs: /^-[IndLPsEa]$/,
  time: /^-[of]$/,
  setsid: /^$/,
  builtin: /^$/,
  unbuffer: /^$/,
  chronic: /^$/,
  watch: /^-n$/,
  strace: /^-[oepsaPE]$/,
  parallel: /^-[jNS]$/,
  flock: /^-[wE]$/,
  taskset: /^$/,
};

/** Those whose first word is an argument of their own: a time, a lock, processors. */
const WITH_ONE_MORE = new Set(["timeout", "flock", "taskset"]);

function unwrapped(
  given: readonly string[],
  exported: readonly (readonly [string, string])[],
): Pick<SimpleCommand, "assignments" | "words"> {
  const assignments: (readonly [string, string])[] = [...exported];
  let words = given;
  for (let isOver = false; !isOver; ) {
    const [first = ""] = words;
    const assigned = assignmentIn(first);
    const values = WRAPPERS[nameOf(first)];
    if (assigned !== undefined) {
      assignments.push(assigned);
      words = words.slice(1);
    } else if (RESERVED.has(first) && words.length > 1) words = words.slice(1);
    else if (values !== undefined && words.length > 1)
      words = afterOptions(words.slice(1), values, nameOf(first));
    else isOver = true;
  }
  return { assignments, words: words.map((word, at) => (at === 0 ? nameOf(word) : word)) };
}

function afterOptions(words: readonly string[], takesValue: RegExp, wrapper: string): string[] {
  let at = 0;
  for (let word = words[at]; word?.startsWith("-"); word = words[at]) {
    const [, text = word === "-S" || word === "--split-string" ? words[at + 1] : undefined] =
      /^(?:-S|--split-string=)(.+)$/s.exec(word) ?? [];
    if (wrapper === "env" && text !== undefined)
      return [...text.split(/\s+/), ...words.slice(/^(-S|--split-string)$/.test(word) ? at + 2 : at + 1)];
    at += takesValue.test(word) ? 2 : 1;
  }
  return words.slice(WITH_ONE_MORE.has(wrapper) ? at + 1 : at);
}

/** The name of a program without its folder and ending. */
function nameOf(word: string): string {
  return (word.split(/[/\\]/).at(-1) ?? word).replace(/\.exe$/i, "");
}

function assignmentIn(word: string): readonly [string, string] | undefined {
  const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
  return name === undefined ? undefined : [name, value];
}

/** The texts that a shell is given to run. */
function scriptsOf([name = "", ...args]: readonly string[], inputs: readonly string[]): readonly string[] {
  if (name === "eval") return [args.join(" ")];
  if (name === "find") return findScripts(args);
  if (name === "cmd" && /^\/c$/i.test(args[0] ?? "")) return [args.slice(1).join(" ")];
  if (/^(pwsh|powershell)$/.test(name)) {
    const command = args.findIndex((word) => /^-c(ommand)?$/i.test(word));
    return command < 0 ? [] : [args.slice(command + 1).join(" ")];
  }
  if (!/^(ba|da|z|k|a|fi)?sh$/.test(name)) return [];
  const at = args.findIndex((word) => /^-[a-z]*c[a-z]*$/.test(word));
  if (at >= 0)
    return args
      .slice(at + 1)
      .filter((word) => !word.startsWith("-"))
      .slice(0, 1);
  // Without a file to run, or with -s, it runs what it reads.
  return args.includes("-s") || args.every((word) => word.startsWith("-")) ? inputs : [];
}

/** What `find` runs for each file: after `-exec`, up to `;` or `+`. */
function findScripts(args: readonly string[]): readonly string[] {
  return args.flatMap((word, at) => {
    if (!/^-(exec|execdir|ok|okdir)$/.test(word)) return [];
    const rest = args.slice(at + 1);
    const end = rest.findIndex((each) => each === ";" || each === "+");
    return [(end < 0 ? rest : rest.slice(0, end)).map(shellQuoted).join(" ")];
  });
}

function withAssignments(
  commands: readonly SimpleCommand[],
  assignments: SimpleCommand["assignments"],
): readonly SimpleCommand[] {
  return commands.map((command) => ({ ...command, assignments: [...assignments, ...command.assignments] }));
}

function joined(folder: string, target: string): string {
  return /^([/~]|[A-Za-z]:)/.test(target) || folder === "" ? target : `${folder}/${target}`;
}
