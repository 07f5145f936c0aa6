// The measure of what Lua is: Debian's luac5.3, where it is installed.
import { spawnSync } from "node:child_process";

export const hasLuac: boolean = spawnSync("luac5.3", ["-v"]).status === 0;

/** "ok", or luac's own message without the name of the program, of the file and the line. */
export function luacVerdict(program: string): string {
  const run = spawnSync("luac5.3", ["-p", "-"], {
    input: Buffer.from(program, "latin1"),
    encoding: "latin1",
  });
  // luac stops reading at the first error: the broken pipe is not a failure.
  if (run.status === null) throw run.error ?? new Error("luac5.3 was killed");
  if (run.status === 0) return "ok";
  return run.stderr
    .replace(/^luac5\.3: /, "")
    .replace(/^stdin:\d+: /, "")
    .replace(/\n$/, "");
}
