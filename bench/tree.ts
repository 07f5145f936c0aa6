import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { corpusPolicy } from "../eval/policy.ts";
import { corpus, corpusRepository, plainLuaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, program } from "./gate.ts";
import { ratios, sideBySide } from "./measure.ts";

const AGAIN = "arkitekt check --tree, once more";

/** `check --tree HEAD` with every rule on and given something to look for, against the compiler and a linter on the same files. */
export async function tree(): Promise<Figures> {
  const folder = corpusRepository("tree");
  installGate(folder, { ...corpusPolicy, overrides: [] });
  const env = benchEnvironment();
  const files = plainLuaFiles().map((file) => join(corpus(), file));
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const run = (program: string, args: readonly string[], cwd: string) =>
    void spawnSync(program, args, { cwd, env, maxBuffer: 1 << 30, stdio: ["ignore", "ignore", "ignore"] });
  const timings = sideBySide(
    [
      {
        name: "arkitekt check --tree",
        run: () => run(process.execPath, [program, "check", "--tree", "HEAD"], folder),
      },
      // By the copy in the Git folder, which keeps what it found; the round before the first one has left it there.
      { name: AGAIN, run: () => void git(folder, "arkitekt", "check", "--tree", "HEAD", "--quiet") },
      {
        name: "luac5.3 -p",
        run: () => run("luac5.3", ["-p", ...files], folder),
      },
      { name: "luacheck", run: () => run("luacheck", ["-q", "--codes", "--no-cache", ...files], folder) },
    ],
    3,
  );
  const times = ratios(timings, "arkitekt check --tree");
  return {
    title: "A whole tree",
    note: `Every Lua file of the corpus (${files.length} files, ${megabytes.toFixed(1)} MB), every rule on, whole processes, one of each.`,
    rows: [
      ...timings.map(({ name, median }) => ({
        what: name,
        value: (megabytes / median) * 1000,
        unit: " MB/s",
        aside: `${(times.get(name) ?? 0).toFixed(2)}× the time`,
      })),
      {
        what: "arkitekt's time as a part of luacheck's",
        value: 1 / (times.get("luacheck") ?? 0),
        unit: "",
        most: 0.1,
      },
    ],
  };
}
