import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { forgetFiles, git, installGate, stageNewFiles } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

const FILES = 12;
const LINES = 700;

/** A whole `git commit`, with the gate, without hooks, and with what others would put there. */
export async function commit(): Promise<Figures> {
  const rivals = fetchRivals();
  const folders = {
    "without hooks": corpusRepository("commit-plain"),
    arkitekt: corpusRepository("commit-gate"),
    "husky + lint-staged + luac -p": corpusRepository("commit-husky"),
    "lefthook + luac -p": corpusRepository("commit-lefthook"),
  };
  installGate(folders.arkitekt);
  useHusky(folders["husky + lint-staged + luac -p"], rivals);
  useLefthook(folders["lefthook + luac -p"], rivals);
  const env = benchEnvironment();
  const contenders = Object.entries(folders).map(([name, folder]) => {
    stageNewFiles(folder, FILES, LINES);
    return {
      name,
      before: () => name === "arkitekt" && forgetFiles(folder),
      run: () => void must("git", ["commit", "-q", "-m", "[B-1] Weigh"], { cwd: folder, env }),
      after: () => void git(folder, "reset", "-q", "--soft", "HEAD^"),
    };
  });
  const timings = sideBySide(contenders, 21);
  const times = ratios(timings, "without hooks");
  return {
    title: "A commit",
    note: `A whole \`git commit\` of ${FILES} files and ${LINES} added lines, as a multiple of the same commit without hooks.`,
    rows: timings.map(({ name, median }) => ({
      what: name,
      value: times.get(name) ?? Number.NaN,
      unit: "×",
      aside: `${median.toFixed(0)} ms`,
    })),
  };
}

function fetchRivals(): string {
  const folder = join(benchFolder, "rivals");
  mkdirSync(folder, { recursive: true });
  const dependencies = { husky: "9.1.7", "lint-staged": "16.4.0", lefthook: "2.2.2" };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "rivals", private: true, dependencies }),
  );
  must("npm", ["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  return join(folder, "node_modules");
}

/** Neither may write to `package.json` of the corpus, which has none: theirs is committed beside the gate's policy. */
function usePackages(folder: string, modules: string, files: Readonly<Record<string, string>>): void {
  cpSync(modules, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git(folder, "add", "-f", ".gitignore", ...Object.keys(files));
  git(folder, "commit", "-q", "-m", "[B-0] Adopt hooks");
}

function useHusky(folder: string, modules: string): void {
  const json = { name: "bench", private: true, "lint-staged": { "*.lua": "luac5.3 -p" } };
  usePackages(folder, modules, { "package.json": JSON.stringify(json) });
  const env = benchEnvironment();
  must(process.execPath, ["node_modules/husky/bin.js"], { cwd: folder, env });
  const hook = join(folder, ".husky/pre-commit");
  writeFileSync(hook, "node_modules/.bin/lint-staged --quiet\n");
  chmodSync(hook, 0o755);
}

function useLefthook(folder: string, modules: string): void {
  const yaml = `pre-commit:\n  jobs:\n    - run: luac5.3 -p {staged_files}\n      glob: "*.lua"\noutput: false\n`;
  usePackages(folder, modules, { "lefthook.yml": yaml });
  must("node_modules/.bin/lefthook", ["install"], { cwd: folder, env: benchEnvironment() });
}
