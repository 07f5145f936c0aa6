// Repositories with the real gate: installed by the real installer, judged by the program that ships.
import { fileURLToPath } from "node:url";
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
  const installed = arkitekt(repo, ["install"]);
  if (installed.code !== 0) throw new Error(`install ended with ${installed.code}:\n${installed.stderr}`);
  return repo;
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
