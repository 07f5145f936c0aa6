import { isAlive, type Owner, thisProcess } from "../owner.ts";
import { type Leader, membersOf } from "./group-members.ts";

export interface GroupLeader extends Owner, Leader {}

/** Ends a program and all that it has started; if its number belongs to another process by now, only what has its mark. */
export function endGroup(leader: GroupLeader): void {
  if (leader.host !== thisProcess().host) return;
  const isAnother = !isAlive(leader) && isAlive({ ...leader, started: "" });
  const marked = isAnother ? { ...leader, pid: NO_PROCESS } : leader;
  // Who started whom is found out before any of them is gone.
  const known = membersOf(marked);
  if (!isAnother) end(-leader.pid);
  const ended = new Set<number>();
  // What is found may have started more before it was ended.
  for (let rest = known; rest.length > 0; ) {
    for (const pid of rest) {
      end(pid);
      ended.add(pid);
    }
    rest = membersOf(marked).filter((pid) => !ended.has(pid));
  }
}

const NO_PROCESS = -1;

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
