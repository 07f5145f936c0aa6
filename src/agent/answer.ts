// The answer in the words of each agent's hook system. Exit code 1 lets things pass in all of them, so it is never given.
import type { AgentEvent } from "./event.ts";

/** What stands on standard output; nothing lets the agent go on. */
export function answerTo({ agent, name, about }: AgentEvent, refusal: string | undefined): string {
  if (refusal === undefined) return "";
  const reason = refusal.trimEnd();
  return `${JSON.stringify(agent === "cursor" ? forCursor(about, reason) : forClaude(name, about, reason))}\n`;
}

/** Codex has adopted Claude Code's form. */
function forClaude(name: string, about: AgentEvent["about"], reason: string): object {
  if (about.kind === "end") return { decision: "block", reason };
  return {
    hookSpecificOutput: {
      hookEventName: name,
      permissionDecision: "deny",
      permissionDecisionReason: reason,
    },
  };
}

function forCursor(about: AgentEvent["about"], reason: string): object {
  if (about.kind === "end") return { followup_message: reason };
  const [, said = reason] = /# refused: (.*)/s.exec(reason) ?? [];
  return { permission: "deny", user_message: `arkitekt: ${said}`, agent_message: reason };
}
