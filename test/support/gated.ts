// Repositories with the real gate: installed by the real installer, judged by the program that ships.
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { layForwarders } from "../../src/install/gate/forwarders.ts";
import { type Answer, type Files, makeRepo, type RepoOptions, type TestRepo } from "./repo.ts";

export const program = fileURLToPath(new URL("../../dist/arkitekt.cjs", import.meta.url));

/** A small policy with everything of the playbook on, and people's and agents' branches. */
export const policy = {
  extends: "playbook-v5",
  root: "A",
  lua: { moduleRoots: ["A"] },
  namespace: { canonical: "ark", retired: ["oldark"] },
  features: { root: "A/scripts" },
  rules: { "path-fence": ["error", { roots: ["A", ".arkitektrc.json"] }] },
  taskCode: { patterns: ["^\\[(?<code>[A-Z]+-\\d+)\\] \\S"], examples: ["[AB-12] Sort the regions"] },
};

export const cleanModule = 'local M = {}\n\nfunction M.name()\n  return "region"\nend\n\nreturn M\n';

/** A repository whose first commit holds the policy and `files`, with the gate installed after it. */
export function makeGated(files: Files = {}, settings: object = {}, options: RepoOptions = {}): TestRepo {
  const repo = makeRepo(
    { ".arkitektrc.json": JSON.stringify({ ...policy, ...settings }), ...files },
    options,
  );
  const isOrdinary = options.config === undefined && options.objectFormat === undefined;
  if (!isOrdinary || !isOfARun || !layInstalled(repo)) {
    install(repo);
    if (isOrdinary && isOfARun) keepInstalled(repo);
  }
  return repo;
}

function install(repo: TestRepo): void {
  const installed = arkitekt(repo, ["install"]);
  if (installed.code !== 0) throw new Error(`install ended with ${installed.code}:\n${installed.stderr}`);
}

/**
 * What the installer laid in the first repository of a run: the others get a copy, which is ten times as fast. Only the setting of the
 * hooks' folder, and the installer's record of it, name the repository.
 */
const installed = join(tmpdir(), "arkitekt-installed");

/** In a run's own temporary folder nothing is left from another program; a test file that is run alone installs each time. */
const isOfARun = basename(tmpdir()).startsWith("arkitekt-tests-");

function keepInstalled(repo: TestRepo): void {
  const folder = mkdtempSync(`${installed}-`);
  cpSync(join(repo.dir, ".git/arkitekt"), folder, { recursive: true });
  try {
    renameSync(folder, installed);
  } catch {
    // Another test file was sooner.
    rmSync(folder, { recursive: true });
  }
}

function layInstalled(repo: TestRepo): boolean {
  if (!existsSync(installed)) return false;
  const config = join(repo.dir, ".git/config");
  const home = join(repo.dir, ".git/arkitekt");
  const before = readFileSync(config).toString("base64");
  cpSync(installed, home, { recursive: true, preserveTimestamps: true });
  const value = join(home, "_");
  repo.git("config", "core.hooksPath", value);
  const record = JSON.parse(readFileSync(join(home, "install.json"), "utf8"));
  const forwarder = join(home, "program", record.program, "templates/forwarder.sh");
  layForwarders({ commonDir: join(repo.dir, ".git") }, readFileSync(forwarder, "utf8"));
  const after = readFileSync(config).toString("base64");
  record.settings = [{ ...record.settings[0], value, before, after }];
  writeFileSync(join(home, "install.json"), `${JSON.stringify(record, null, 2)}\n`);
  return true;
}

/** Runs the program that ships in a repository's folder and environment. */
export function arkitekt(
  repo: TestRepo,
  args: readonly string[],
  options: Parameters<TestRepo["run"]>[2] = {},
): Answer {
  return repo.run(process.execPath, [program, ...args], options);
}

/** The ids of the rules that a printed verdict names, sorted, each once. */
export function rulesIn(text: string): string[] {
  const named = [...text.matchAll(/^ {2}(?:\d+:\d+ {2})?(?:error|warning) {2}([a-z-]+)/gm)].map(
    ([, rule = ""]) => rule,
  );
  return [...new Set(named)].sort();
}

/** Printed text on one line, whatever the terminal's width broke. */
export function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
