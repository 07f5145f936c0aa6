// Whatever command a hint prints works as it is pasted: in a folder below, before the first commit, with names that no shell likes.
import { copyFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { pathspecWord } from "../../src/base/pathspec.ts";
import { arkitekt, cleanModule, policy } from "../support/gated.ts";
import { type Files, makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("commands of hints");

const REQUEST = "work/spec_requests/20250831T155000Z_jsonld_urdna2015_ac7f3e26";
const POLICY = {
  ...policy,
  features: { root: "A/scripts" },
  transforms: [
    {
      name: "list",
      run: ["sh", "-c", "echo $* >A/list.txt", "sh", "{inputs}"],
      inputs: ["A/**"],
      outputs: ["A/list.txt"],
    },
  ],
  rules: {
    ...policy.rules,
    "path-fence": ["error", { roots: ["A", "work", "README.md", ".arkitektrc.json"] }],
    "diff-budget": ["error", { files: 4, addedLoc: 30, strict: { globs: [] } }],
    "docs-fence": ["error", { when: "mixed" }],
  },
};
const LONG = `local M = {}\n${"M.x = 1\n".repeat(40)}return M\n`;
/** Names that a shell or Git would take for something else, and one that is no text. */
const STRANGE = [
  "out side/it's $x.lua",
  "-n.lua",
  "!not.lua",
  "st*r[1].lua",
  "t\tb\udcff.lua",
  ":(top)x.lua",
  "é.lua",
];

test("take what must not be in the commit out of the index, from a folder below", () => {
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify(POLICY),
    "A/ark/one.lua": cleanModule,
    "README.md": "# One\n",
    [`${REQUEST}/proposed.status`]: "",
    [`${REQUEST}/request.json`]: "{}",
    "moved.lua": `${cleanModule}-- moved\n`,
  });
  repo.git("mv", "moved.lua", "A/moved.lua");
  repo.stage({
    ...Object.fromEntries(STRANGE.map((name) => [name, `${cleanModule}-- ${STRANGE.indexOf(name)}\n`])),
    "star.lua": cleanModule,
    "README.md": "# Two\n",
    ".arkitektrc.json": JSON.stringify({ ...POLICY, limits: {} }),
    "A/big.lua": LONG,
    [`${REQUEST}/proposed.status`]: null,
    [`${REQUEST}/inbox/msg_1.json`]: "{}\n",
  });
  const hints = hintsOf(repo, ["--staged"]);
  const before = stagedIn(repo);
  const left = run(repo, hints);
  for (const rule of ["path-fence", "docs-fence", "policy-change", "diff-budget", "status-trail"])
    assert.ok(
      hints.some((hint) => hint.rule === rule && hint.command !== undefined),
      rule,
    );
  for (const { rule, path, command = "" } of hints) {
    if (rule !== "path-fence") continue;
    const staged = left.get(command) ?? [];
    assert.not.ok(staged.includes(path ?? ""), `${command} leaves ${path}`);
    assert.ok(staged.length >= before.length - 2, `${command} takes out more`);
  }
});

test("take it out before the first commit, too", () => {
  const repo = makeRepo();
  repo.stage({
    ".arkitektrc.json": JSON.stringify(POLICY),
    "A/ark/one.lua": cleanModule,
    "A/big.lua": LONG,
    "docs/a.md": "a\n",
    "b.lua": cleanModule,
    "c.lua": cleanModule,
  });
  const hints = hintsOf(repo, ["--staged"]);
  assert.ok(hints.length > 2);
  const left = run(repo, hints);
  for (const { rule, path, command = "" } of hints)
    if (rule === "path-fence") assert.not.ok(left.get(command)?.includes(path ?? ""), command);
});

test("pick hunks of the one file that is too big", () => {
  for (const before of [{}, { "A/big.lua": cleanModule }]) {
    const repo = makeRepo({
      ".arkitektrc.json": JSON.stringify(POLICY),
      "A/ark/one.lua": cleanModule,
      ...before,
    });
    repo.stage({ "A/big.lua": LONG });
    const hints = hintsOf(repo, ["--staged"]).filter(({ rule }) => rule === "diff-budget");
    assert.match(hints[0]?.command ?? "", /git add -p -- :\/A\/big\.lua$/);
    run(repo, hints);
  }
});

test("mend commits and what a push makes, from a folder below", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(POLICY), "A/ark/one.lua": cleanModule });
  const base = repo.id("HEAD");
  const commits: Files[] = [
    { "A/ark/one.lua": `${cleanModule}-- b\n` },
    { "A/ark/one.lua": cleanModule },
    { "A/ark/two.lua": cleanModule, "A/list.txt": "old" },
    {},
    { [`${REQUEST}/proposed.status`]: "" },
    { [`${REQUEST}/accepted.status`]: "", [`${REQUEST}/proposed.status`]: null },
    { [`${REQUEST}/accepted.status`]: null },
  ];
  for (const files of commits) repo.commit("[AB-1] Work", files);
  const hints = hintsOf(repo, ["--range", `${base}..HEAD`]);
  assert.ok(hints.some(({ command }) => command?.startsWith("git rebase -i ")));
  assert.ok(hints.some(({ command }) => command?.includes("show-toplevel")));
  assert.ok(hints.some(({ command }) => command?.startsWith("git checkout ")));
  run(repo, hints);
  assert.match(repo.read("A/list.txt").toString(), /^A\/ark\/one.lua A\/ark\/two.lua/);
});

test("name paths as one word each, whatever is in them", () => {
  const repo = makeRepo({ "A/ark/x": "" });
  const paths = [
    ...STRANGE,
    "^a",
    "_b",
    "(b",
    " c ",
    "d\\e",
    "f'\"g",
    "~h",
    "i?",
    "\u202ej",
    "k\u0085l",
    "st-r.lua",
  ];
  repo.stage(Object.fromEntries(paths.map((path) => [path, "x"])));
  const words = paths.map(pathspecWord);
  assert.not.match(words.join(""), /[\0-\x1f\x7f-\x9f\u202e]/);
  const script = words
    .map((word) => `git ls-files -z --full-name -- ${word} | tr '\\0' ' '; echo`)
    .join("\n");
  const named = repo.run("sh", ["-ec", script], { cwd: "A/ark" }).stdout.split("\n");
  paths.forEach((path, at) => {
    const shown = path.replace("\udcff", "\ufffd");
    assert.is(named[at], `${shown} `, words[at]);
  });
});

interface Hint {
  readonly rule: string;
  readonly path: string | null;
  readonly command: string | undefined;
}

/** Each of them once, as a program is told. */
function hintsOf(repo: TestRepo, args: readonly string[]): readonly Hint[] {
  const answer = arkitekt(repo, ["check", ...args, "--format", "json", "--all"]);
  const { findings } = JSON.parse(answer.stdout) as {
    findings: { rule: string; path: string | null; hint: string | null }[];
  };
  const hints = findings.map(({ rule, path, hint }) => ({ rule, path, command: hint?.split("\n")[1] }));
  for (const { hint } of findings) {
    const [said = ""] = hint?.split("\n") ?? [];
    assert.not.match(
      said,
      /\bgit (?:add|rm|restore|reset|rebase|checkout|commit)\b/,
      "a command has its own line",
    );
  }
  return hints;
}

/** Runs each command in a folder below, on the index as it was; gives what is staged then. */
function run(repo: TestRepo, hints: readonly Hint[]): ReadonlyMap<string, readonly string[]> {
  const index = repo.path(".git/index");
  copyFileSync(index, `${index}.kept`);
  const env = { GIT_SEQUENCE_EDITOR: "true", GIT_EDITOR: "true" };
  const left = new Map<string, readonly string[]>();
  for (const command of new Set(hints.flatMap(({ command }) => command ?? []))) {
    if (/<why>/.test(command)) continue;
    const answer = repo.run("sh", ["-c", command], { cwd: "A/ark", env });
    assert.is(answer.code, 0, `${command}\n${answer.stderr}`);
    left.set(command, stagedIn(repo));
    copyFileSync(`${index}.kept`, index);
  }
  return left;
}

/** As a verdict names them. */
function stagedIn(repo: TestRepo): string[] {
  const has = repo.tryGit("rev-parse", "-q", "--verify", "HEAD").code === 0;
  const listed = has
    ? repo.git("diff", "--cached", "--name-only", "--no-renames", "-z", "HEAD")
    : repo.git("ls-files", "-z");
  return listed.split("\0").filter((path) => path !== "");
}
