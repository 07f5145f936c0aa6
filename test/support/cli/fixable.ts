// Repositories whose Lua wants mending, for the tests of `arkitekt fix`.
import { arkitekt, policy } from "../gated.ts";
import { type Files, makeRepo, type RepoOptions, type TestRepo } from "../repo.ts";

export const settings = { ...policy, lua: { moduleRoots: ["A"] } };

export const BAD = 'local a = require("oldark.a")\nlocal b = 1\nlocal c = 2\nlocal d = 3\nreturn a\n';
export const GOOD = BAD.replace("oldark", "ark");

/** A formatter that puts `-- seen` below each file it is given, once. */
const FORMATTER = `const fs = require("node:fs");
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, "latin1");
  if (!text.includes("-- seen")) fs.writeFileSync(file, text + "-- seen\\n", "latin1");
}
`;

export const fixers = { "*.lua": "node tools/format.cjs" };

export function makeFixable(files: Files = {}, more: object = {}, options: RepoOptions = {}): TestRepo {
  return makeRepo(
    {
      ".arkitektrc.json": JSON.stringify({ ...settings, ...more }),
      "tools/format.cjs": FORMATTER,
      "A/a.lua": "return 1\n",
      ...files,
    },
    options,
  );
}

export function fix(repo: TestRepo, ...args: readonly string[]) {
  return arkitekt(repo, ["fix", "--now", "2025-11-01", ...args]);
}

export function staged(repo: TestRepo, path: string): string {
  return repo.run("git", ["cat-file", "blob", `:${path}`]).stdout;
}

export function status(repo: TestRepo): string {
  return repo.git("status", "--porcelain", "--untracked-files=all");
}
