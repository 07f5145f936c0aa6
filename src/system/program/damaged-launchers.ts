// A launcher that was emptied or cut can't say so itself: the shell comes to its end, and Git goes on. So each looks after the others.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isSealed } from "./checksums.ts";

/** The hooks among `names` whose launchers, beside `launcher`, are not what install wrote. Other people's hooks are not our business. */
export function damagedLaunchers(launcher: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const text = textOf(join(dirname(launcher), name));
    return text !== undefined && isOwnLauncher(text) && !isSealed(text);
  });
}

/** Whether this is the text of a launcher that install wrote, in whichever version and whatever became of it since: emptied, or cut short. */
export function isOwnLauncher(text: string): boolean {
  return (
    text.includes(LAID) ||
    HEADS.some((head) => text.startsWith(head) || head.startsWith(text)) ||
    /^[\s\0]*$/.test(text)
  );
}

const LAID = "\n# Laid by `arkitekt install`";
/** What it begins with, and what it began with before. The brace keeps the shell from running a line that was cut. */
const HEADS = [
  "{ trap 'echo \"arkitekt: ",
  "{ arkitekt_ended=; trap '",
  "arkitekt_ended=; trap '",
  "ended=; trap '",
].map((head) => `#!/bin/sh\n${head}`);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
