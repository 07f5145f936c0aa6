// What an agent has to know of a repository and can't find out by looking: a section of AGENTS.md or CLAUDE.md, made from the policy. Short,
// for it is read at every turn.
import { count, list } from "../base/wording.ts";
import type { Policy, RuleSetting } from "../policy/policy.ts";
import { settingFor } from "../policy/resolve/setting-for.ts";

const FIRST = "<!-- arkitekt: written by `arkitekt agent rules --write`; what is changed here is lost -->";
const LAST = "<!-- end of arkitekt -->";

/** Fewer lines than that, its marks among them. */
export const MOST_LINES = 30;

/** Nobody reads more names than that. */
const MOST_NAMES = 8;

export function rulesSection(policy: Policy): string {
  const lines = ["## What the gate holds", "", ...always(), ...fromPolicy(policy)];
  return `${[FIRST, ...lines.slice(0, MOST_LINES - 3), LAST].join("\n")}\n`;
}

function always(): readonly string[] {
  return [
    "- Every commit and push is judged. Before you commit: `arkitekt check --working`, which stages and writes nothing.",
    "- Where there is no `arkitekt` on PATH: `npx arkitekt …`, or in a gated clone `git arkitekt …`.",
    "- When something is refused, do what the first line says. `arkitekt explain <rule>` says why a rule is there.",
    "- The policy, the hooks and Git's settings for them are a person's: say what should change, and leave them.",
  ];
}

/** As it is for a commit on a branch of agents. */
function fromPolicy(policy: Policy): readonly string[] {
  const { project } = policy;
  const branches = project.agentBranches.slice(0, 1).map((glob) => glob.replaceAll("*", "x"));
  const rule = (id: string): RuleSetting => settingFor(policy, id, { branches });
  const isOn = (id: string) => rule(id).level !== "off";
  const options = (id: string) => rule(id).options as Readonly<Record<string, unknown>>;
  const lines: (string | undefined)[] = [
    isOn("task-code") && project.taskCode.examples.length > 0
      ? `- A commit's title names its task: ${named(project.taskCode.examples.slice(0, 3))}.`
      : undefined,
    isOn("task-branch") && project.agentBranches.length > 0
      ? `- Work on ${named(project.agentBranches.slice(0, 1))}, one branch for a task; \`arkitekt task status\` says how far it may reach.`
      : undefined,
    ...fences(isOn, options),
    ...budget(isOn, options),
    isOn("lua-parse") ? `- Lua is ${versions(policy)}; a file that does not parse is refused.` : undefined,
    isOn("require-graph") && project.lua.moduleRoots.length > 0
      ? `- Module names are resolved in ${named(project.lua.moduleRoots.map(folder))}; every require finds its module, and none makes a cycle.`
      : undefined,
    isOn("require-fence") && project.features.layers.length > 0
      ? `- A feature is a folder of ${named([folder(project.features.root)])}: its code requires the library and its own ${named(project.features.layers)}, no other feature.`
      : undefined,
    isOn("purity-fence") && project.pure.length > 0
      ? `- Without the host's API (${named(project.host.globals)}): ${named(project.pure)}.`
      : undefined,
    isOn("module-shape")
      ? "- A module ends in `return M` of a local table, and loading it only defines."
      : undefined,
    isOn("no-globals") ? "- No globals are written." : undefined,
    isOn("retired-namespace") && project.namespace.retired.length > 0
      ? `- Nothing requires ${named(project.namespace.retired)} any more${project.namespace.canonical === "" ? "" : `: it is ${named([project.namespace.canonical])}`}.`
      : undefined,
    isOn("shim-expiry")
      ? `- A shim is marked \`@deprecated\` with \`EXPIRES: YYYY-MM-DD\`, at most ${count(project.shims.maxDays, "day")} ahead.`
      : undefined,
    isOn("docs-fence") ? "- Documents change only when the task asks for it." : undefined,
    isOn("task-notes")
      ? "- From the second changed function on, the message says impact, risks and how to undo it."
      : undefined,
    untouched(policy),
  ];
  return lines.flatMap((line) => line ?? []);
}

type OptionsInForce = (id: string) => Readonly<Record<string, unknown>>;

function fences(isOn: (id: string) => boolean, options: OptionsInForce): readonly string[] {
  const roots = texts(options("path-fence")["roots"]);
  return isOn("path-fence") && roots.length > 0 ? [`- Change only what lies in ${named(roots)}.`] : [];
}

function budget(isOn: (id: string) => boolean, options: OptionsInForce): readonly string[] {
  const { files, addedLoc } = options("diff-budget");
  if (!isOn("diff-budget") || typeof files !== "number" || typeof addedLoc !== "number") return [];
  return [
    `- A commit changes at most ${count(files, "file")} and adds at most ${count(addedLoc, "line")}; split larger work.`,
  ];
}

function untouched({ project: { lua } }: Policy): string | undefined {
  const globs = [...lua.generated, ...lua.vendored];
  return globs.length === 0 ? undefined : `- Not written by hand: ${named(globs)}.`;
}

function versions({ project: { lua } }: Policy): string {
  const [first, ...more] = lua.versions;
  if (more.length === 0) return first?.version ?? "5.3";
  return list(
    lua.versions.map(({ folder: place, version }) => `${version} in \`${folder(place)}\``),
    "and",
  );
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return list(rest > 0 ? [...shown, `${rest} more`] : shown, "and");
}

function folder(path: string): string {
  return path === "" ? "." : path;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The text of a file with the section in it: in its place, or after everything else. */
export function withSection(text: string, section: string): string {
  const place = placeOf(text);
  if (place !== undefined) return text.slice(0, place.start) + fitting(section, text) + text.slice(place.end);
  const gap = text === "" || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  return text + fitting(gap + section, text);
}

/** The part of a file that is the section; undefined where it has none. */
export function sectionIn(text: string): string | undefined {
  const place = placeOf(text);
  return place === undefined ? undefined : text.slice(place.start, place.end).replaceAll("\r\n", "\n");
}

function placeOf(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = /^<!-- arkitekt: written by .*-->\r?\n(?:.*\r?\n)*?<!-- end of arkitekt -->(?:\r?\n|$)/m.exec(
    text,
  );
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** With the line ends of the file. */
function fitting(section: string, text: string): string {
  return text.includes("\r\n") ? section.replaceAll("\n", "\r\n") : section;
}
