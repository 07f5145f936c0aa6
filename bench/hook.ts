import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { git, installGate, stageEdits, stageNewFiles } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

interface Scene {
  readonly name: string;
  readonly most?: number;
  stage(folder: string): void;
}

const SCENES: readonly Scene[] = [
  { name: "12 new Lua files, 700 lines in all", most: 3, stage: (folder) => stageNewFiles(folder, 12, 700) },
  { name: "700 new lines in 12 Lua files", stage: (folder) => stageEdits(folder, 12, 700) },
  { name: "nothing Lua staged", most: 2.2, stage: stageTable },
];

/** From the shell launcher to the verdict, against the start of Node. */
export async function hook(): Promise<Figures> {
  const env = benchEnvironment();
  const launchers = SCENES.map((scene, index) => ({ ...scene, ...prepare(scene, `hook-${index}`) }));
  const timings = sideBySide(
    [
      { name: "node -e 0", run: () => void must(process.execPath, ["-e", "0"], { env }) },
      ...launchers.map(({ name, launcher, folder }) => ({
        name,
        run: () => void must(launcher, [], { cwd: folder, env }),
      })),
    ],
    41,
  );
  const times = ratios(timings, "node -e 0");
  const rows = timings.map(({ name, median }): Row => {
    const most = SCENES.find((scene) => scene.name === name)?.most;
    const aim = most === undefined ? {} : { most };
    return {
      what: name,
      value: times.get(name) ?? Number.NaN,
      unit: "×",
      aside: `${median.toFixed(0)} ms`,
      ...aim,
    };
  });
  const processes = launchers.map(
    ({ name, launcher, folder }): Row => ({
      what: `Git processes: ${name}`,
      value: gitProcesses(launcher, folder),
      unit: "",
      most: 4,
    }),
  );
  return {
    title: "The hook",
    note: "`pre-commit` from the shell launcher to the verdict, as a multiple of `node -e 0`, every rule on. All files are real ones that no rule finds anything in; those that are edited hold 8 KB each, and are read whole, before and after.",
    rows: [...rows, ...processes],
  };
}

function prepare({ stage }: Scene, name: string) {
  const folder = corpusRepository(name);
  installGate(folder);
  stage(folder);
  const hooks = git(folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim();
  return { folder, launcher: join(hooks, "pre-commit") };
}

function stageTable(folder: string): void {
  writeFileSync(join(folder, "notes.csv"), "one,two\n");
  git(folder, "add", "-f", "notes.csv");
}

/** Git's own trace tells each process that it starts. */
function gitProcesses(launcher: string, folder: string): number {
  const place = mkdtempSync(join(tmpdir(), "arkitekt-bench-"));
  const trace = join(place, "trace");
  try {
    must(launcher, [], { cwd: folder, env: { ...benchEnvironment(), GIT_TRACE2_EVENT: trace } });
    return readFileSync(trace, "utf8").split('"event":"start"').length - 1;
  } finally {
    rmSync(place, { recursive: true });
  }
}
