// Twenty phases among 10,000 files: each costs what the first ones cost.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, policy, program } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";
import { repositoryOf } from "./size.ts";

const COUNTS = [5, 10, 20];

export async function pipeline(): Promise<Figures> {
  const env = benchEnvironment();
  const folder = repositoryOf(10_000);
  const taskCode = { patterns: ["^(?<code>\\w+): ", "^\\[(?<code>B-\\d+)\\] "], examples: ["[B-1] Measure"] };
  installGate(folder, { ...policy, taskCode });
  mkdirSync(join(folder, ".codex"), { recursive: true });
  for (const count of COUNTS)
    writeFileSync(join(folder, `.codex/pipeline-${count}.json`), JSON.stringify({ phases: phases(count) }));
  const timings = sideBySide(
    COUNTS.map((count) => ({
      name: `${count}`,
      before: () => forget(folder),
      run: () =>
        void must(process.execPath, [program, "pipeline", "run", "--manifest", `${count}`], {
          cwd: folder,
          env,
        }),
    })),
    3,
  );
  const costs = timings.map(({ name, median }) => ({ name, each: median / Number(name) }));
  const first = costs[0]?.each ?? Number.NaN;
  return {
    title: "The phases of a pipeline",
    note: "What one phase costs in a run of so many, in a repository of 10,000 Lua files, as a multiple of one in a run of 5.",
    rows: costs.map(({ name, each }) => ({
      what: `a phase of ${name}`,
      value: each / first,
      unit: "×",
      ...(name === "5" ? {} : { most: 1.2 }),
      aside: `${each.toFixed(0)} ms`,
    })),
  };
}

/** Each makes a module of its own, as one commit. */
function phases(count: number): readonly object[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `p${at}`,
    payload: {
      task: "scaffold_module",
      files: [{ path: `copy-0/made/m${at}.lua`, template: "module_table" }],
      constraints: { allowlist: ["copy-0/made"], diff_budget: { files: 2, added_loc: 20 } },
      acceptance: ["Diff budget respected."],
      proof_grep: [],
      notes: "Impacted modules: one. Risks: none. Undo: git revert.",
    },
  }));
}

/** As if no pipeline had ever been. */
function forget(folder: string): void {
  rmSync(join(folder, ".git/arkitekt-pipeline"), { recursive: true, force: true });
  const refs = git(folder, "for-each-ref", "--format=delete %(refname)", "refs/heads/codex");
  if (refs !== "")
    must("git", ["update-ref", "--stdin"], { cwd: folder, env: benchEnvironment(), input: refs });
}
