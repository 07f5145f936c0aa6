// Where each agent keeps its settings, and what they say so that its hook system calls us. A person's own settings stay, to the last
// character.
import { err, ok, type Result } from "../base/result.ts";
import { applyPatch } from "../json/patch.ts";
import type { Pointer } from "../json/pointer.ts";
import { parseJson } from "../json/text.ts";
import { printDocument } from "../json/tree.ts";
import type { JsonValue } from "../json/value.ts";
import { withValues } from "../json/with-members.ts";
import type { AgentName } from "./event.ts";

interface AgentSettings {
  /** Relative to the top of the working tree. */
  readonly file: string;
  /** What a new file holds besides the hooks. */
  readonly head: Readonly<Record<string, JsonValue>>;
  readonly hooks: Readonly<Record<string, JsonValue>>;
}

const SECONDS = { tool: 60, end: 600 };

/** Claude Code and Codex take a group of hooks for each matcher. */
const groups = (agent: AgentName, matcher: string): AgentSettings["hooks"] => ({
  PreToolUse: { matcher, hooks: [{ type: "command", command: commandFor(agent), timeout: SECONDS.tool }] },
  Stop: { hooks: [{ type: "command", command: commandFor(agent), timeout: SECONDS.end }] },
});

export const SETTINGS: Readonly<Record<AgentName, AgentSettings>> = {
  claude: {
    file: ".claude/settings.json",
    head: {},
    hooks: groups("claude", "Bash|Edit|MultiEdit|Write|NotebookEdit"),
  },
  codex: { file: ".codex/hooks.json", head: {}, hooks: groups("codex", "Bash|apply_patch|Edit|Write") },
  cursor: {
    file: ".cursor/hooks.json",
    head: { version: 1 },
    hooks: {
      beforeShellExecution: { command: commandFor("cursor"), timeout: SECONDS.tool },
      preToolUse: {
        command: commandFor("cursor"),
        matcher: "Write|Edit|StrReplace|Delete",
        timeout: SECONDS.tool,
      },
      stop: { command: commandFor("cursor"), timeout: SECONDS.end },
    },
  },
};

export const SETTINGS_FILES: readonly string[] = Object.values(SETTINGS).map(({ file }) => file);

/**
 * One line for any shell, the same in every clone: the settings are committed. What install writes to the Git folder starts the program only
 * where there is something to judge; in a clone without a gate that is said, and nothing stops the agent.
 */
export function commandFor(agent: AgentName): string {
  const call = `hook --agent ${agent}`;
  return (
    "a=$(git rev-parse --git-common-dir 2>/dev/null)/arkitekt/agent; " +
    // One that was emptied, or cut within its first command, would say nothing.
    `if [ -x "$a" ] && { read -r l && read -r l; } <"$a"; then exec "$a" ${call}; fi; ` +
    `if command -v arkitekt >/dev/null 2>&1; then exec arkitekt agent ${call}; fi; ` +
    "echo 'arkitekt: this clone has no gate; make it: npx arkitekt install' >&2"
  );
}

/** Whether a text holds a call of ours, of whatever version. */
export function callsUs(text: string): boolean {
  return /arkitekt(?:\/agent\S*| agent) hook\b/.test(text);
}

/** The text of an agent's settings with our hooks in it; equal where they are there. */
export function withOurHooks(agent: AgentName, text: string | undefined): Result<string, string> {
  const { head, hooks } = SETTINGS[agent];
  if (text === undefined || text.trim() === "") {
    const lists = Object.fromEntries(Object.entries(hooks).map(([event, hook]) => [event, [hook]]));
    return ok(`${JSON.stringify({ ...head, hooks: lists }, null, 2)}\n`);
  }
  const bare = withoutOurHooks(text);
  if (!bare.ok) return bare;
  if (holdsOurHooks(text, hooks)) return ok(text);
  const read = parsed(bare.value);
  if (!isObject(read)) return err("it is not a JSON object");
  const own = read["hooks"];
  if (own !== undefined && !isObject(own)) return err('"hooks" is not an object');
  const values: (readonly [Pointer, JsonValue])[] = Object.entries(head)
    .filter(([key]) => !(key in read))
    .map(([key, value]) => [[key], value] as const);
  if (own === undefined) {
    const lists = Object.fromEntries(Object.entries(hooks).map(([event, hook]) => [event, [hook]]));
    values.push([["hooks"], lists]);
  } else
    for (const [event, hook] of Object.entries(hooks)) {
      const list = own[event];
      if (list !== undefined && !Array.isArray(list)) return err(`"hooks.${event}" is not a list`);
      values.push(list === undefined ? [["hooks", event], [hook]] : [["hooks", event, "-"], hook]);
    }
  const edited = withValues(bare.value, values);
  return edited.ok ? ok(edited.value) : err("it can't be changed");
}

/** All of them as they would be written now, wherever they stand. */
function holdsOurHooks(text: string, hooks: AgentSettings["hooks"]): boolean {
  const read = parsed(text);
  const own = isObject(read) ? read["hooks"] : undefined;
  if (!isObject(own)) return false;
  const count = Object.entries(own).flatMap(([event, list]) => ourPlaces(event, list)).length;
  return (
    count === Object.keys(hooks).length &&
    Object.entries(hooks).every(([event, hook]) => {
      const list = own[event];
      return Array.isArray(list) && list.some((entry) => JSON.stringify(entry) === JSON.stringify(hook));
    })
  );
}

/** The text without them; what that leaves empty goes too. */
export function withoutOurHooks(text: string): Result<string, string> {
  const document = parseJson(text);
  if (!document.ok) return err("it is not JSON");
  const read = parsed(text);
  const own = isObject(read) ? read["hooks"] : undefined;
  if (!isObject(own)) return ok(text);
  const paths = Object.entries(own).flatMap(([event, list]) => ourPlaces(event, list));
  if (paths.length === 0) return ok(text);
  // From the end, so that places stay what they are.
  const removed = applyPatch(
    document.value,
    paths.reverse().map((path) => ({ op: "remove", path }) as const),
  );
  if (!removed.ok) return err("it can't be changed");
  return ok(withoutEmpty(printDocument(removed.value), new Set(paths.map(([, event = ""]) => event))));
}

/** Groups that hold nothing else go as a whole. */
function ourPlaces(event: string, list: unknown): Pointer[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, at): Pointer[] => {
    const place = ["hooks", event, String(at)];
    if (!isObject(entry)) return [];
    if (isOurCommand(entry)) return [place];
    const inner = entry["hooks"];
    if (!Array.isArray(inner)) return [];
    const ours = inner.flatMap((hook: unknown, index) =>
      isObject(hook) && isOurCommand(hook) ? [index] : [],
    );
    if (ours.length > 0 && ours.length === inner.length) return [place];
    return ours.map((index) => [...place, "hooks", String(index)]);
  });
}

function isOurCommand(hook: Readonly<Record<string, unknown>>): boolean {
  return typeof hook["command"] === "string" && callsUs(hook["command"]);
}

function withoutEmpty(text: string, events: ReadonlySet<string>): string {
  const document = parseJson(text);
  if (!document.ok) return text;
  const read = parsed(text);
  const hooks = isObject(read) && isObject(read["hooks"]) ? read["hooks"] : {};
  const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;
  const empty = Object.keys(hooks).filter((event) => events.has(event) && isEmpty(hooks[event]));
  const isAll = empty.length === Object.keys(hooks).length;
  const paths: Pointer[] = isAll ? [["hooks"]] : empty.map((event) => ["hooks", event]);
  const removed = applyPatch(
    document.value,
    paths.map((path) => ({ op: "remove", path }) as const),
  );
  return removed.ok ? printDocument(removed.value) : text;
}

/** Of a text that has been read as JSON. */
function parsed(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
