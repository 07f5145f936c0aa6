// Repositories for the tests of `arkitekt patch`, and what must be as it was when nothing is written.
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { arkitekt, policy } from "../gated.ts";
import { type Files, makeRepo, type RepoOptions, type TestRepo } from "../repo.ts";

export const MODULE = 'local M = {}\n\nfunction M.name()\n  return "region"\nend\n\nreturn M\n';

const settings = {
  ...policy,
  taskCode: {
    patterns: ["^\\[(?<code>[A-Z]+-\\d+)\\] \\S", "^(?<code>\\w+): \\S"],
    examples: ["[AB-12] Sort the regions", "phase6_colors: Sort the regions"],
  },
};

export function makePatchable(files: Files = {}, more: object = {}, options: RepoOptions = {}): TestRepo {
  return makeRepo(
    {
      ".arkitektrc.json": JSON.stringify({ ...settings, ...more }),
      "A/a.lua": MODULE,
      "A/b.lua": 'local M = {}\n\nM.list = { "one", "two" }\n\nreturn M\n',
      ...files,
    },
    options,
  );
}

export type Steps = {
  readonly ok?: boolean;
  readonly notes?: string;
  readonly edits?: readonly object[];
  readonly moves?: readonly { readonly from: string; readonly to: string }[];
  readonly deletions?: readonly string[];
  readonly proof_grep?: readonly object[];
};

export function patch(
  repo: TestRepo,
  command: "check" | "apply" | "undo",
  text: string | Buffer | Steps,
  ...flags: readonly string[]
) {
  const input = typeof text === "string" || Buffer.isBuffer(text) ? text : JSON.stringify(text);
  return arkitekt(repo, ["patch", command, ...flags, "-"], { input });
}

/** The contract that standard output holds, and nothing else. */
export function contract(
  repo: TestRepo,
  text: string | Buffer | Steps,
  command: "check" | "apply" = "check",
) {
  const answer = patch(repo, command, text, "--format", "contract");
  return {
    code: answer.code,
    stderr: answer.stderr,
    ...(JSON.parse(answer.stdout) as Record<string, never>),
  } as {
    readonly code: number;
    readonly stderr: string;
    readonly ok: boolean;
    readonly files: readonly string[];
    readonly done: readonly string[];
    readonly tree: string;
    readonly unmet_exports: readonly string[];
    readonly missing_files: readonly string[];
    readonly exceeded_budget: { readonly files: number; readonly loc: number };
    readonly would_touch: readonly string[];
    readonly findings: readonly {
      readonly rule: string;
      readonly path: string | null;
      readonly message: string;
    }[];
  };
}

/** Everything that a user has: the index, the refs, and every file of the working tree with its mode. */
export function everything(repo: TestRepo): string {
  return [
    repo.git("ls-files", "--stage", "-v"),
    repo.tryGit("show-ref", "--head").stdout,
    ...filesIn(repo.dir, ""),
  ].join("\n");
}

function filesIn(top: string, folder: string): readonly string[] {
  return readdirSync(join(top, folder), { withFileTypes: true })
    .filter(({ name }) => name !== ".git")
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return [`${path}/`, ...filesIn(top, path)];
      const { mode } = lstatSync(join(top, path));
      const contents = entry.isSymbolicLink()
        ? readlinkSync(join(top, path))
        : readFileSync(join(top, path), "latin1");
      return [`${mode.toString(8)} ${path} ${JSON.stringify(contents)}`];
    });
}

/** What the gate leaves in the Git folder besides records: nothing. */
export function leftOvers(repo: TestRepo): readonly string[] {
  const gitDir = repo.git("rev-parse", "--absolute-git-dir");
  const own = join(gitDir, "arkitekt-patch");
  const names = readdirSync(gitDir).filter((name) => name.endsWith(".lock"));
  return [...names, ...(readdirSync(gitDir).includes("arkitekt-patch") ? readdirSync(own) : [])].filter(
    (name) => name !== "records",
  );
}
