import { spawnSync } from "node:child_process";
import { plainNode } from "./program/node-variables.ts";

/** Runs a program to its end for what it leaves behind; how it ends and what it says is nobody's business. */
export function runQuietly(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): void {
  const { ARKITEKT: _off, ...kept } = plainNode(env);
  spawnSync(program, args, { cwd, env: kept, stdio: "ignore", timeout: 60_000 });
}
