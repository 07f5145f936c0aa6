import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, stageChange } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

/** From the shell shim to the verdict, against the start of Node. */
export async function hook(): Promise<Figures> {
  const lua = corpusRepository("hook-lua");
  installGate(lua);
  stageChange(lua, 12, 700);
  const other = corpusRepository("hook-other");
  installGate(other);
  writeFileSync(join(other, "notes.csv"), "one,two\n");
  git(other, "add", "-f", "notes.csv");
  const env = benchEnvironment();
  const shim = join(
    git(lua, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim(),
    "pre-commit",
  );
  const otherShim = join(
    git(other, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim(),
    "pre-commit",
  );
  const timings = sideBySide(
    [
      { name: "node", run: () => void must(process.execPath, ["-e", "0"], { env }) },
      { name: "lua", run: () => void must(shim, [], { cwd: lua, env }) },
      { name: "other", run: () => void must(otherShim, [], { cwd: other, env }) },
    ],
    41,
  );
  const times = ratios(timings, "node");
  const aside = (name: string) =>
    `${(timings.find((timing) => timing.name === name)?.median ?? 0).toFixed(0)} ms`;
  return {
    title: "The hook",
    note: "`pre-commit` from the shell shim to the verdict, as a multiple of `node -e 0`.",
    rows: [
      { what: "node -e 0", value: 1, unit: "×", aside: aside("node") },
      {
        what: "12 Lua files, 700 lines",
        value: times.get("lua") ?? 0,
        unit: "×",
        most: 3,
        aside: aside("lua"),
      },
      {
        what: "nothing Lua staged",
        value: times.get("other") ?? 0,
        unit: "×",
        most: 2.2,
        aside: aside("other"),
      },
      { what: "Git processes, 12 Lua files", value: gitProcesses(shim, lua), unit: "", most: 4 },
      { what: "Git processes, nothing Lua staged", value: gitProcesses(otherShim, other), unit: "", most: 4 },
    ],
  };
}

/** Git's own trace tells each process that it starts. */
function gitProcesses(shim: string, folder: string): number {
  const place = mkdtempSync(join(tmpdir(), "arkitekt-bench-"));
  const trace = join(place, "trace");
  try {
    must(shim, [], { cwd: folder, env: { ...benchEnvironment(), GIT_TRACE2_EVENT: trace } });
    return readFileSync(trace, "utf8").split('"event":"start"').length - 1;
  } finally {
    rmSync(place, { recursive: true });
  }
}
