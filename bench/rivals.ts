// What others would put into a repository's hooks for the same job: the compiler's parse, a linter, and a look at the title.
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import { git } from "./gate.ts";
import { must } from "./measure.ts";

export interface Rival {
  readonly name: string;
  /** Sets it up in a repository that it may commit to. */
  use(folder: string, modules: string): void;
}

/** The corpus was not written for the linter: it does its work, and only what it can't read stops a commit. */
const LINT = 'luacheck -q --no-cache "$@" >/dev/null; [ $? -lt 2 ]';
const TITLE = "grep -qE '^\\[B-[0-9]+\\] ' \"$1\"";

export const RIVALS: readonly Rival[] = [
  { name: "prek: luac, luacheck, title", use: usePrek },
  { name: "lefthook: luac, luacheck, title, parallel", use: useLefthook },
  { name: "husky + lint-staged + commitlint: luac, luacheck, title", use: useHusky },
];

const VERSIONS = {
  "@commitlint/cli": "20.1.0",
  "@j178/prek": "0.5.3",
  husky: "9.1.7",
  lefthook: "2.2.2",
  "lint-staged": "16.4.0",
};

/** The folder of packages that holds them; fetched once. */
export function fetchRivals(): string {
  const folder = join(benchFolder, "rivals");
  const modules = join(folder, "node_modules");
  if (Object.keys(VERSIONS).every((name) => existsSync(join(modules, name)))) return modules;
  mkdirSync(folder, { recursive: true });
  const json = { name: "rivals", private: true, dependencies: VERSIONS };
  writeFileSync(join(folder, "package.json"), JSON.stringify(json));
  must("npm", ["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  return modules;
}

/** None may write to `package.json` of the corpus, which has none: theirs is committed beside the gate's policy. */
function usePackages(folder: string, modules: string, files: Readonly<Record<string, string>>): void {
  cpSync(modules, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git(folder, "add", "-f", ".gitignore", ...Object.keys(files));
  git(folder, "commit", "-q", "-m", "[B-0] Adopt hooks");
}

function usePrek(folder: string, modules: string): void {
  const hook = (id: string, entry: string, more: object = {}) => ({
    id,
    name: id,
    language: "system",
    entry,
    ...more,
  });
  const hooks = [
    hook("luac", "luac5.3 -p", { files: "\\.lua$", stages: ["pre-commit"] }),
    hook("luacheck", "sh lint.sh", { files: "\\.lua$", stages: ["pre-commit"] }),
    hook("title", "sh title.sh", { stages: ["commit-msg"] }),
  ];
  // YAML takes JSON as it is.
  const yaml = JSON.stringify({ repos: [{ repo: "local", hooks }] });
  const files = { ".pre-commit-config.yaml": yaml, "lint.sh": `${LINT}\n`, "title.sh": `${TITLE}\n` };
  usePackages(folder, modules, files);
  const types = ["--hook-type", "pre-commit", "--hook-type", "commit-msg"];
  must("node_modules/.bin/prek", ["install", "-q", ...types], { cwd: folder, env: benchEnvironment() });
}

function useLefthook(folder: string, modules: string): void {
  const jobs = [
    { run: "luac5.3 -p {staged_files}", glob: "*.lua" },
    { run: "sh lint.sh {staged_files}", glob: "*.lua" },
  ];
  const yaml = JSON.stringify({
    "pre-commit": { parallel: true, jobs },
    "commit-msg": { jobs: [{ run: "sh title.sh {1}" }] },
    output: false,
  });
  usePackages(folder, modules, { "lefthook.yml": yaml, "lint.sh": `${LINT}\n`, "title.sh": `${TITLE}\n` });
  must("node_modules/.bin/lefthook", ["install"], { cwd: folder, env: benchEnvironment() });
}

function useHusky(folder: string, modules: string): void {
  const json = {
    name: "bench",
    private: true,
    "lint-staged": { "*.lua": ["luac5.3 -p", "sh lint.sh"] },
    commitlint: { rules: { "header-min-length": [2, "always", 7] } },
  };
  usePackages(folder, modules, { "package.json": JSON.stringify(json), "lint.sh": `${LINT}\n` });
  must(process.execPath, ["node_modules/husky/bin.js"], { cwd: folder, env: benchEnvironment() });
  for (const [name, line] of [
    ["pre-commit", "node_modules/.bin/lint-staged --quiet"],
    ["commit-msg", 'node_modules/.bin/commitlint --edit "$1"'],
  ] as const) {
    const hook = join(folder, ".husky", name);
    writeFileSync(hook, `${line}\n`);
    chmodSync(hook, 0o755);
  }
}
