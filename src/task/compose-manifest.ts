// A new manifest, complete: each phase is a task as `composeTask` writes it.

import { composeTask, type NamesOfProject, type TaskPlan } from "./compose-task.ts";

/** Its file, pretty, with a final newline. */
export function composeManifest(
  phases: readonly { readonly name: string; readonly plan: TaskPlan }[],
  project: NamesOfProject,
): string {
  const written = phases.map(({ name, plan }) => {
    const payload = composeTask(plan, project).trimEnd().replaceAll("\n", "\n      ");
    return `    {\n      "name": ${JSON.stringify(name)},\n      "payload": ${payload}\n    }`;
  });
  return `{\n  "stop_on_fail": true,\n  "phases": [\n${written.join(",\n")}\n  ]\n}\n`;
}
