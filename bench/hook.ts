import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { git, installGate, livedIn, stageEdits, stageNewFiles } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

interface Scene {
  readonly name: string;
  readonly most: number;
  /** The same once more, with what the first time found out about the files. */
  readonly mostAgain?: number;
  stage(folder: string): void;
}

const SCENES: readonly Scene[] = [
  { name: "nothing Lua staged", most: 1.6, stage: stageTable },
  {
    name: "20 new lines in one Lua file of 8 KB",
    most: 2.2,
    mostAgain: 2.2,
    stage: (folder) => stageEdits(folder, 1, 20),
  },
  {
    name: "12 new Lua files, 700 lines in all",
    most: 2.6,
    mostAgain: 2.6,
    stage: (folder) => stageNewFiles(folder, 12, 700),
  },
  {
    name: "700 new lines in 12 Lua files of 8 KB",
    most: 4.5,
    mostAgain: 3,
    stage: (folder) => stageEdits(folder, 12, 700),
  },
];

/** From the shell launcher to the verdict, against the start of Node. */
export async function hook(): Promise<Figures> {
  const env = benchEnvironment();
  const launchers = SCENES.map((scene, index) => ({ ...scene, ...prepare(scene, `hook-${index}`) }));
  const timings = sideBySide(
    [
      { name: "node -e 0", run: () => void must(process.execPath, ["-e", "0"], { env }) },
      ...launchers.flatMap(({ name, mostAgain, launcher, folder, forget }) => {
        const run = () => void must(launcher, [], { cwd: folder, env });
        const first = { name, before: forget, run };
        return mostAgain === undefined ? [first] : [first, { name: again(name), run }];
      }),
    ],
    41,
  );
  const times = ratios(timings, "node -e 0");
  const rows = timings.map(({ name, median }): Row => {
    const most =
      SCENES.find((scene) => scene.name === name)?.most ??
      SCENES.find((scene) => again(scene.name) === name)?.mostAgain;
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
    note: "`pre-commit` from the shell launcher to the verdict, as a multiple of `node -e 0`, every rule on. All files are real ones that no rule finds anything in; those that are edited hold some 8 KB each, and no link leads to them. The clone has lived under the gate for a commit; of the files that are changed nothing is known yet. Once more: as when a commit is tried again, with what was found out the first time.",
    rows: [...rows, ...processes],
  };
}

function again(name: string): string {
  return `${name}, once more`;
}

function prepare({ stage }: Scene, name: string) {
  const folder = corpusRepository(name);
  installGate(folder);
  const { forget } = livedIn(folder);
  stage(folder);
  const hooks = git(folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim();
  return { folder, forget, launcher: join(hooks, "pre-commit") };
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
