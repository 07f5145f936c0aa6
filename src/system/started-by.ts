// What started this process: the command lines above it, as far as the system shows them.
import { readFileSync } from "node:fs";
import { runProcessNow } from "./process.ts";
import { launchedBy } from "./program/launched.ts";

/**
 * The words of the nearest process above this one that runs `program`; undefined if there is none, or that can't be found out. What a launcher
 * starts has another parent by now: the launcher itself is looked for by its number.
 */
export function wordsOfCaller(program: string): readonly string[] | undefined {
  let pid = launchedBy(process.argv.slice(2))?.process ?? process.ppid;
  for (let height = 0; pid > 1 && height < HIGHEST; height++) {
    const found = process.platform === "linux" ? inProc(pid) : byPs(pid);
    if (found === undefined) return undefined;
    if (nameOf(found.words[0] ?? "") === program) return found.words;
    pid = found.parent;
  }
  return undefined;
}

/** A shell or two stand between a hook and Git. */
const HIGHEST = 8;

interface Caller {
  readonly parent: number;
  readonly words: readonly string[];
}

function inProc(pid: number): Caller | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return { parent, words: readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1) };
  } catch {
    return undefined;
  }
}

/** Words that hold a space come in pieces: then one that begins with a dash can't be told from a flag. */
function byPs(pid: number): Caller | undefined {
  if (process.platform === "win32") return undefined;
  const end = runProcessNow("ps", ["-o", "ppid=,args=", "-p", String(pid)], { cwd: "/", env: process.env });
  if (!end.ok || end.value.code !== 0) return undefined;
  const [parent = "", ...words] = end.value.stdout.toString("utf8").trim().split(/\s+/);
  return { parent: Number(parent), words };
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
