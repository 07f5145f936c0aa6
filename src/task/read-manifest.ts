// A pipeline's manifest, as far as it holds tasks: each phase's payload is one.
import { err, ok, type Result } from "../base/result.ts";
import type { JsonNode } from "../json/tree.ts";
import type { Task, TaskSource } from "../model/task.ts";
import { readPayload, readTaskJson } from "./read-task.ts";
import type { TaskFault } from "./task-fault.ts";
import { TaskText } from "./task-text.ts";

/** The tasks of its phases, in order; the first fault of any. */
export function readManifest(bytes: Buffer, source: TaskSource): Result<readonly Task[], TaskFault> {
  const json = readTaskJson(bytes, source);
  if (!json.ok) return json;
  const text = new TaskText(json.value, source.path, []);
  const phases = memberOf(text.node, "phases");
  if (phases?.kind !== "array")
    return err(text.remark(["phases"], "a manifest holds a list of phases", 'write "phases": []'));
  const tasks: Task[] = [];
  for (const index of phases.items.keys()) {
    const task = readPhase(new TaskText(json.value, source.path, ["phases", index]), index, source);
    if (!task.ok) return task;
    if (tasks.some(({ code }) => code === task.value.code)) {
      const message = `there is a phase ${JSON.stringify(task.value.phase?.name)} before this one`;
      return err(text.remark(["phases", index, "name"], message, "give each phase a name of its own"));
    }
    tasks.push(task.value);
  }
  return ok(tasks);
}

function readPhase(text: TaskText, index: number, source: TaskSource): Result<Task, TaskFault> {
  const name = memberOf(text.node, "name");
  if (name?.kind !== "string" || name.text.trim() === "")
    return err(text.remark(["name"], "a phase has a name", 'write "name": "…"'));
  if (memberOf(text.node, "payload") === undefined)
    return err(text.remark(["payload"], "a phase has a task as its payload", 'write "payload": {…}'));
  const phase = { name: name.text, index };
  return readPayload(text.within("payload"), { code: phaseCode(name.text), source, phase });
}

/** The branch of a phase is `codex/phase-<name>` (playbook, "Runner contract"). */
export function phaseCode(name: string): string {
  return `phase-${name.trim().replaceAll(/\s+/g, "-")}`;
}

function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.find((member) => member.key === key)?.value : undefined;
}
