// What an agent's hook system hands in, as the one kind of event that matters here. docs/agents.md says where each form is documented.
import { err, ok, type Result } from "../base/result.ts";
import { shellQuoted } from "../base/shell-word.ts";
import { pathsInEnvelope } from "./guarded-paths.ts";

export const AGENTS = ["claude", "codex", "cursor"] as const;
export type AgentName = (typeof AGENTS)[number];

export interface AgentEvent {
  readonly agent: AgentName;
  /** As the agent calls it. */
  readonly name: string;
  /** Where the agent is; undefined where it does not say. */
  readonly cwd: string | undefined;
  readonly about:
    | { readonly kind: "shell"; readonly command: string }
    | { readonly kind: "edit"; readonly paths: readonly string[] }
    /** `isRepeated`: the agent goes on because the end was refused before. */
    | { readonly kind: "end"; readonly isRepeated: boolean }
    /** Nothing that is judged. */
    | { readonly kind: "other" };
}

/** The agent is the one that the input identifies, or `expected` where it identifies none. A failure says what was not understood. */
export function readEvent(text: string, expected: AgentName | undefined): Result<AgentEvent, string> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return err(text.trim() === "" ? "standard input is empty" : "standard input is not JSON");
  }
  if (!isObject(input)) return err("standard input is not a JSON object");
  const name = textIn(input, "hook_event_name");
  if (name === undefined) return err('there is no "hook_event_name"');
  const agent = agentOf(input, name) ?? expected;
  if (agent === undefined) return err(`"${name}" is not an event of ${AGENTS.join(", ")}`);
  const about = aboutOf(input, name);
  if (about === undefined) return err(`the input of "${name}" lacks what it is about`);
  return ok({ agent, name, cwd: cwdOf(input), about });
}

type EventFields = Readonly<Record<string, unknown>>;

const CURSOR_EVENTS =
  /^(before|after)(ShellExecution|MCPExecution|ReadFile|FileEdit|SubmitPrompt|TabFileRead|TabFileEdit|AgentResponse|AgentThought)$|^(stop|preToolUse|postToolUse|postToolUseFailure|sessionStart|sessionEnd|subagentStart|subagentStop|preCompact)$/;

/** Cursor names its events in its own way, and names itself; Codex numbers turns. */
function agentOf(input: EventFields, name: string): AgentName | undefined {
  if ("cursor_version" in input || "conversation_id" in input || CURSOR_EVENTS.test(name)) return "cursor";
  if ("turn_id" in input) return "codex";
  return "transcript_path" in input || "permission_mode" in input || "session_id" in input
    ? "claude"
    : undefined;
}

function aboutOf(input: EventFields, name: string): AgentEvent["about"] | undefined {
  switch (name) {
    case "beforeShellExecution": {
      const command = textIn(input, "command");
      return command === undefined ? undefined : { kind: "shell", command };
    }
    case "PreToolUse":
    case "preToolUse":
      return ofTool(input);
    case "Stop":
    case "SubagentStop":
      return { kind: "end", isRepeated: input["stop_hook_active"] === true };
    case "stop":
      // Nobody answers a turn that a person or an error has stopped.
      return textIn(input, "status") === "aborted" || textIn(input, "status") === "error"
        ? { kind: "other" }
        : { kind: "end", isRepeated: Number(input["loop_count"] ?? 0) > 0 };
    default:
      return { kind: "other" };
  }
}

const SHELLS =
  /^(bash|shell|local_shell|exec_command|shell_command|unified_exec|run_terminal_cmd|terminal|powershell)$/i;

function ofTool(input: EventFields): AgentEvent["about"] | undefined {
  const tool = textIn(input, "tool_name");
  const given = input["tool_input"];
  if (tool === undefined) return undefined;
  if (!isObject(given)) return { kind: "other" };
  const command = commandIn(given);
  if (command !== undefined && pathsInEnvelope(command).length > 0 && !SHELLS.test(tool))
    return { kind: "edit", paths: pathsInEnvelope(command) };
  if (SHELLS.test(tool)) return command === undefined ? undefined : { kind: "shell", command };
  if (!/write|edit|patch|delete|create|replace/i.test(tool)) return { kind: "other" };
  const paths = ["file_path", "notebook_path", "path", "target_file"].flatMap(
    (key) => textIn(given, key) ?? [],
  );
  const patched = ["patch", "input", "content"].flatMap((key) => pathsInEnvelope(textIn(given, key) ?? ""));
  const all = [...paths, ...(/patch/i.test(tool) ? patched : [])];
  return all.length === 0 ? { kind: "other" } : { kind: "edit", paths: all };
}

/** A text, or the words of a call. */
function commandIn(given: EventFields): string | undefined {
  for (const key of ["command", "cmd"]) {
    const command = given[key];
    if (typeof command === "string") return command;
    if (Array.isArray(command)) {
      const words = command.map(String);
      const isScript = /(^|\/)(ba|z|da)?sh$/.test(words[0] ?? "") && /^-\w*c$/.test(words[1] ?? "");
      return isScript ? words.slice(2).join(" ") : words.map(shellQuoted).join(" ");
    }
  }
  return undefined;
}

function cwdOf(input: EventFields): string | undefined {
  const cwd = textIn(input, "cwd");
  if (cwd !== undefined && cwd !== "") return cwd;
  const roots = input["workspace_roots"];
  return Array.isArray(roots) && typeof roots[0] === "string" ? roots[0] : undefined;
}

function textIn(input: EventFields, key: string): string | undefined {
  const value = input[key];
  return typeof value === "string" ? value : undefined;
}

function isObject(value: unknown): value is EventFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
