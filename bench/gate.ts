// Repositories under the gate, and commits to judge in them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { luaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import { must } from "./measure.ts";

export const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));

/** Every rule on, as the playbook has them, on code that was not written for it. */
export const policy = {
  extends: "playbook-v5",
  lua: {
    files: ["**/*.lua"],
    moduleRoots: ["usr/share/lua/5.1", "usr/lib/prosody", "usr/share/awesome/lib"],
  },
  taskCode: { patterns: ["^\\[(?<code>B-\\d+)\\] "], examples: ["[B-1] Measure"] },
};

export function git(folder: string, ...args: readonly string[]): string {
  return must("git", args, { cwd: folder, env: benchEnvironment() });
}

/** Commits the policy and installs the gate with the real installer. */
export function installGate(folder: string): void {
  writeFileSync(join(folder, ".arkitektrc.json"), `${JSON.stringify(policy, undefined, 2)}\n`);
  git(folder, "add", "-f", ".arkitektrc.json");
  git(folder, "commit", "-q", "--no-verify", "-m", "[B-0] Adopt the gate");
  must(process.execPath, [program, "install"], { cwd: folder, env: benchEnvironment() });
}

/** Puts `lines` new lines of Lua into `files` files of the corpus, and stages them. */
export function stageChange(folder: string, files: number, lines: number): readonly string[] {
  const step = Math.floor(luaFiles().length / files);
  const chosen = luaFiles()
    .filter((_, index) => index % step === 0)
    .slice(0, files);
  chosen.forEach((file, index) => {
    const share = Math.floor(lines / files) + (index < lines % files ? 1 : 0);
    const path = join(folder, file);
    writeFileSync(path, `${functions(share)}${readFileSync(path, "latin1")}`, "latin1");
  });
  git(folder, "add", "-f", "--", ...chosen);
  return chosen;
}

function functions(lines: number): string {
  const body = Array.from(
    { length: lines - 2 },
    (_, at) => `  total = total + weights[${at + 1}] * scale -- step ${at}`,
  );
  return ["local function weigh(weights, scale, total)", ...body, "end", ""].join("\n");
}
