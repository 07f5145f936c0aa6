// lint-staged, which runs a policy's fixers: a package beside the program, in a process of its own.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Fixers } from "../model/transform.ts";
import { runProcess } from "./process.ts";

export interface LintStaged {
  readonly bin: string;
  readonly version: string;
}

/** The lint-staged that a program of a package finds beside it; undefined for a program that stands alone. */
export function findLintStaged(program: string): LintStaged | undefined {
  const from = createRequire(program);
  try {
    const place = from.resolve("lint-staged/package.json");
    const read: unknown = JSON.parse(readFileSync(place, "utf8"));
    const version =
      typeof read === "object" && read !== null && "version" in read ? String(read.version) : "";
    return { bin: join(dirname(place), "bin/lint-staged.js"), version };
  } catch (error) {
    if (error instanceof Error && "code" in error && /MODULE_NOT_FOUND|NOT_EXPORTED/.test(String(error.code)))
      return undefined;
    throw error;
  }
}

/** Runs the fixers on what is staged in the repository `folder`; gives its exit code and what it says about those that failed. */
export async function runLintStaged(
  { bin }: LintStaged,
  folder: string,
  fixers: Fixers,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly said: string }> {
  const config = join(folder, ".git/fixers.json");
  writeFileSync(config, JSON.stringify(fixers));
  const args = [bin, "--config", config, "--cwd", folder, "--no-stash", "--allow-empty"];
  // One after the other: two fixers may be for the same file.
  args.push("--concurrent", "false");
  const end = await runProcess(process.execPath, args, {
    cwd: folder,
    env: { ...env, NO_COLOR: "1", FORCE_COLOR: undefined },
    keeps: "errors",
  });
  if (!end.ok) return { code: 128, said: `lint-staged cannot be started (${end.error.code})` };
  return { code: end.value.code, said: failuresIn(end.value.stderr) };
}

/** Before its marks it says how far it got; then, for each that failed, the command and what that wrote. */
function failuresIn(text: string): string {
  const first = text.search(/^[✖×] /m);
  return (first < 0 ? text : text.slice(first)).trim();
}
