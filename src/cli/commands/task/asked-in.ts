import type { TypedTask } from "../../../check/task/tasks-here.ts";
import type { Input } from "../../../command/command.ts";
import type { World } from "../../../system/world.ts";

/** The task that a command was asked about; the active one where none is named. */
export function askedIn({ operands: [typed] }: Input, { env, cwd }: World): TypedTask {
  return { typed, environment: env["ARKITEKT_TASK"], cwd };
}
