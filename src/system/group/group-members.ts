// Which processes a program has started, whatever became of those in between: found by what the system keeps about each.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { sep } from "node:path";

export interface Leader {
  readonly pid: number;
  /** `NAME=value` of its environment that no other program has; undefined where that is not known. */
  readonly mark: string | undefined;
  /** A folder that is used by nothing else. */
  readonly folder?: string | undefined;
}

/**
 * What is in the leader's session, has its mark, works in its folder, or was started by one of these: a program that leads a session of its
 * own is found too, and so is one with an environment of its own. None if the system does not say.
 */
export function membersOf({ pid, mark, folder }: Leader): readonly number[] {
  if (process.platform !== "linux") return [];
  const seen = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (processAt(name) ?? []) : []));
  const members = new Set<number>();
  for (let size = -1; size < members.size; ) {
    size = members.size;
    for (const each of seen) {
      const isOne =
        each.session === pid ||
        each.parent === pid ||
        members.has(each.parent) ||
        hasMark(each, mark) ||
        worksIn(each, folder);
      if (isOne && each.pid !== process.pid) members.add(each.pid);
    }
  }
  return [...members];
}

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly hasTerminal: boolean;
}

/** Undefined for one that has ended in the meantime. */
function processAt(name: string): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return {
      pid: Number(name),
      parent: Number(fields[1]),
      session: Number(fields[3]),
      hasTerminal: fields[4] !== "0",
    };
  } catch {
    return undefined;
  }
}

/** Only other people themselves can read theirs. */
function hasMark({ pid }: Seen, mark: string | undefined): boolean {
  if (mark === undefined) return false;
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "utf8")}`.includes(`\0${mark}\0`);
  } catch {
    return false;
  }
}

/** A shell in it, with a terminal, belongs to somebody who is having a look. */
function worksIn({ pid, hasTerminal }: Seen, folder: string | undefined): boolean {
  if (folder === undefined || hasTerminal) return false;
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}${sep}`.startsWith(`${folder}${sep}`);
  } catch {
    return false;
  }
}
