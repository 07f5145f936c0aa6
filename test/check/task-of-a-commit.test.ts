// What a task does to the verdict on a commit: many commits on one base, each judged as if it were pushed.
import * as assert from "uvu/assert";
import { judgeRange } from "../../src/check/range.ts";
import { openRepository, type Repository } from "../../src/git/open/repository.ts";
import { writeHistory } from "../support/history.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit of a task");

const module = (body: string) => `local M = {}\n\nfunction M.first()\n  return ${body}\nend\n\nreturn M\n`;
const lines = (count: number) => "-- a line\n".repeat(count);
const NOTES =
  "Impacted modules: core. Caller deltas: none. Risks: low. Mitigations: none needed. Undo: git revert.";
const json = (value: object) => `${JSON.stringify(value)}\n`;

const base: Files = {
  ".arkitektrc.json": json({
    extends: "playbook-v5",
    root: "A",
    lua: { moduleRoots: ["A"] },
    namespace: { canonical: "ark" },
    rules: {
      "path-fence": ["error", { roots: ["A"] }],
      "diff-budget": ["error", { files: 6, addedLoc: 60 }],
      "proof-grep": ["warn", { greps: [{ pattern: "advice", should_match: false }] }],
    },
    overrides: [{ files: ["A/free/**"], rules: { "path-fence": "off" } }],
    taskCode: { patterns: ["^(?<code>[\\w-]+): ", "^(?<code>Phase \\d+): "], examples: ["a_b: say it"] },
  }),
  ".codex/tasks/move_keys.json": json({
    constraints: {
      allowlist: ["A/core", "A/README.md", "docs/**/*.md", "tools/x.lua"],
      diff_budget: { files: 3, added_loc: 10 },
    },
    proof_grep: [
      { pattern: "forbidden", should_match: false },
      { pattern: "both", should_match: false },
    ],
    notes: NOTES,
    acceptance: ["All edited files parse as Lua 5.3.", "Diff budget respected.", "It looks right."],
  }),
  ".codex/tasks/roots.json": json({ live_root: "A/core", feature_root: "Song", notes: NOTES }),
  ".codex/tasks/parallel.json": json({ live_root: "A/core", feature_root: "Gone", notes: NOTES }),
  ".codex/tasks/generous.json": json({
    constraints: { diff_budget: { files: 40, added_loc: 4000 } },
    notes: NOTES,
  }),
  ".codex/tasks/nothing.json": json({ constraints: { allowlist: [] }, notes: NOTES }),
  ".codex/tasks/renames.json": json({ constraints: { mechanical: true, diff_budget: { files: 1 } } }),
  ".codex/tasks/finished.json": json({ live_root: "A", notes: NOTES, done: true }),
  ".codex/tasks/broken.json": '{ "constraints": [] }\n',
  ".codex/pipeline.json": json({
    phases: [
      { name: "names", payload: { task: "name_them", constraints: { allowlist: ["A/app"] }, notes: NOTES } },
      { name: "callers", payload: { constraints: { allowlist: ["A/app", "A/core"] }, notes: NOTES } },
    ],
  }),
  "A/core/a.lua": module("1"),
  "A/core/Song/b.lua": module("1"),
  "A/core/shim.lua":
    "local M = {}\n-- @deprecated TEMP_PARITY_SHIM: get() → use a.first\n-- EXPIRES: 2026-03-10 (planned removal: names)\nfunction M.get()\n  return 1\nend\nreturn M\n",
  "A/app/c.lua": module("1"),
};

interface Case {
  readonly name: string;
  readonly branch?: string;
  readonly title: string;
  readonly files: Files;
  /** `rule` of an error, `(rule)` of a warning. */
  readonly said: readonly string[];
}

const onAgents = "codex/move_keys";
const taskFile = (code: string, task: object) => ({ [`.codex/tasks/${code}.json`]: json(task) });

const CASES: readonly Case[] = [
  {
    name: "stays inside its allowlist, on its branch and on a person's by its title",
    title: "move_keys: count",
    files: { "A/core/a.lua": module("2") },
    said: [],
  },
  {
    name: "is stopped on an agent's branch where it is finished",
    branch: "codex/finished",
    title: "finished: count",
    files: { "A/core/a.lua": module("2") },
    said: ["task-branch"],
  },
  {
    name: "is said to be finished on a person's branch",
    title: "finished: count",
    files: { "A/core/a.lua": module("2") },
    said: ["(task-branch)"],
  },
  {
    name: "is opened again by a commit of its file alone",
    title: "finished: open it again",
    files: taskFile("finished", { live_root: "A", notes: NOTES }),
    said: [],
  },
  {
    name: "may be finished by the change itself",
    title: "roots: it is done",
    files: taskFile("roots", { live_root: "A/core", feature_root: "Song", notes: NOTES, done: true }),
    said: [],
  },
  {
    name: "does not leave its allowlist for what the policy allows",
    title: "move_keys: count",
    files: { "A/app/c.lua": module("2") },
    said: ["path-fence"],
  },
  {
    name: "may reach what its allowlist names outside the policy's roots, for the parent holds it",
    title: "move_keys: count",
    files: { "tools/x.lua": module("2") },
    said: [],
  },
  {
    name: "leaves alone what the policy exempts from the fence",
    title: "move_keys: count",
    files: { "A/free/x.lua": module("2") },
    said: [],
  },
  {
    name: "may change a document that its allowlist names, and by a glob with its ending",
    title: "move_keys: say it",
    files: { "A/README.md": "more\n", "docs/deep/page.md": "more\n" },
    said: [],
  },
  {
    name: "does not ask for the documents of a folder",
    branch: onAgents,
    title: "move_keys: say it",
    files: { "A/core/page.md": "more\n" },
    said: ["docs-fence"],
  },
  {
    name: "is held to its own budget",
    title: "move_keys: add",
    files: { "A/core/a.lua": module("2") + lines(12) },
    said: ["diff-budget"],
  },
  {
    name: "is held to its own budget, all its files together",
    title: "move_keys: add",
    files: { "A/core/1.lua": module("1"), "A/core/2.lua": module("1") + lines(1) },
    said: ["diff-budget"],
  },
  {
    name: "is held to the policy's budget, however much it asks for",
    branch: "codex/generous",
    title: "generous: add",
    files: { "A/core/a.lua": module("2") + lines(61) },
    said: ["diff-budget"],
  },
  {
    name: "is held to its own proof-greps as errors, and to the policy's at their level",
    title: "move_keys: say",
    files: { "A/core/a.lua": module('"forbidden advice"') },
    said: ["(proof-grep)", "proof-grep"],
  },
  {
    name: "reaches its live_root",
    branch: "codex/roots",
    title: "roots: count",
    files: { "A/core/a.lua": module("2"), "A/core/Song/b.lua": module("2") },
    said: [],
  },
  {
    name: "means by feature_root the folder below live_root where there is one",
    branch: "codex/roots",
    title: "roots: count",
    files: { "Song/b.lua": module("2") },
    said: ["path-fence"],
  },
  {
    name: "means by feature_root a folder of the repository where there is none below live_root",
    branch: "codex/parallel",
    title: "parallel: count",
    files: { "Gone/b.lua": module("2") },
    said: [],
  },
  {
    name: "whose allowlist is empty changes nothing",
    branch: "codex/nothing",
    title: "nothing: count",
    files: { "A/core/a.lua": module("2") },
    said: ["path-fence"],
  },
  {
    name: "is a phase of a manifest",
    branch: "codex/phase-names",
    title: "phase-names: count",
    files: { "A/core/a.lua": module("2") },
    said: ["path-fence"],
  },
  {
    name: "of a later phase of the manifest leaves no shim of an earlier one where it goes",
    branch: "codex/phase-callers",
    title: "phase-callers: count",
    files: { "A/core/shim.lua": `${base["A/core/shim.lua"]}-- more\n` },
    said: ["shim-expiry"],
  },
  {
    name: "that can't be read is told, and stops an agent",
    branch: "codex/broken",
    title: "broken: count",
    files: { "A/core/a.lua": module("2") },
    said: ["task-branch"],
  },
  {
    name: "that can't be read stops nobody who mends it",
    title: "broken: mend it",
    files: taskFile("broken", { constraints: {} }),
    said: ["(task-branch)"],
  },
  {
    name: "can't be chosen by the title on the branch of another",
    branch: onAgents,
    title: "generous: count",
    files: { "A/app/c.lua": module("2") },
    said: ["path-fence", "task-branch"],
  },
  {
    name: "that is new with the commit counts as written on a person's branch",
    title: "fresh: move",
    files: { ...taskFile("fresh", { constraints: { allowlist: ["tools"] }, notes: NOTES }) },
    said: [],
  },
  {
    name: "that nobody keeps is none",
    branch: "codex/other",
    title: "no_such: count",
    files: { "A/core/a.lua": module("2") },
    said: ["task-branch"],
  },
  {
    name: "of no task is nobody's affair on a person's branch",
    title: "no_such: count",
    files: { "A/core/a.lua": module("2") },
    said: [],
  },
  {
    name: "of a phase may be titled by its work on the phase's branch, as a run would",
    branch: "codex/phase-names",
    title: "name_them: by hand",
    files: { "A/app/c.lua": module("2") },
    said: [],
  },
  {
    name: "of a phase is fenced by it whatever its title, and no other branch knows the phase by its work",
    branch: "codex/phase-callers",
    title: "name_them: by hand",
    files: { "A/core/a.lua": module("2") },
    said: ["task-branch"],
  },
];

const complete = {
  constraints: { allowlist: ["A/core/a.lua"], diff_budget: { files: 1, added_loc: 10 } },
  notes: NOTES,
};
const phase = { task: "phase-next", ...complete, acceptance: ["Diff budget respected."], proof_grep: [] };
const added = (constraints: object, code = "fresh") => ({
  branch: "codex/fresh",
  title: `${code}: add the task`,
  files: taskFile(code, { ...complete, constraints: { ...complete.constraints, ...constraints } }),
});

const BY_AGENTS: readonly Case[] = [
  { name: "may be added by an agent where it only narrows and is complete", ...added({}), said: [] },
  {
    name: "may be added by an agent as phases of a manifest",
    branch: "codex/phase-next",
    title: "phase-next: add the phases",
    files: { ".codex/pipeline-next.json": json({ phases: [{ name: "next", payload: phase }] }) },
    said: [],
  },
  {
    name: "may not be added by an agent as a phase that does not say all that a phase must",
    branch: "codex/phase-next",
    title: "phase-next: add the phases",
    files: { ".codex/pipeline-next.json": json({ phases: [{ name: "next", payload: complete }] }) },
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent as a phase whose name no branch can have",
    branch: "codex/phase-next",
    title: "phase-next: add the phases",
    files: { ".codex/pipeline-next.json": json({ phases: [{ name: "next step", payload: phase }] }) },
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent together with code",
    ...added({}),
    files: { ...added({}).files, "A/core/a.lua": module("2") },
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent where it reaches further than the policy",
    ...added({ allowlist: ["A/core/a.lua", "tools/x.lua"] }),
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent where it asks for documents",
    ...added({ allowlist: ["A/core/a.lua", "A/new.md"] }),
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent where its budget is above the policy's",
    ...added({ diff_budget: { files: 1, added_loc: 61 } }),
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent in the place of a phase in force",
    ...added({}, "phase-names"),
    branch: "codex/phase-names",
    said: ["policy-change"],
  },
  {
    name: "may not be added by an agent without a way back",
    ...added({}),
    files: taskFile("fresh", { ...complete, notes: "" }),
    said: ["policy-change"],
  },
  {
    name: "that is in force may not be changed by an agent",
    branch: onAgents,
    title: "move_keys: give me more",
    files: taskFile("move_keys", complete),
    said: ["policy-change"],
  },
  {
    name: "that is in force may not be taken away by an agent",
    branch: onAgents,
    title: "move_keys: away with it",
    files: { ".codex/tasks/move_keys.json": null },
    said: ["policy-change"],
  },
  {
    name: "that is a link may not be added by an agent",
    branch: "codex/fresh",
    title: "fresh: add the task",
    files: { ".codex/tasks/fresh.json": { symlink: "move_keys.json" } },
    said: ["policy-change", "task-branch"],
  },
];

let repo: Repository;
let ids: readonly string[];

test.before(async () => {
  const made = makeRepo(undefined, { bare: true });
  ids = await writeHistory(made.dir, [
    { message: "start", files: base, parents: [] },
    ...[...CASES, ...BY_AGENTS].map(({ title, files }) => ({
      message: `${title}\n\n${NOTES}`,
      files: { ...base, ...files },
      parents: [0],
    })),
  ]);
  const opened = await openRepository(made.dir, made.env);
  if (!opened.ok) throw new Error(opened.error.message);
  repo = opened.value;
});
test.after(() => repo.close());

for (const [at, { name, branch = "main", said }] of [...CASES, ...BY_AGENTS].entries()) {
  test(name, async () => {
    const range = `${ids[0]}..${ids[at + 1]}`;
    const verdict = await judgeRange(repo, range, { today: "2026-03-01", branches: [branch] });
    const rules = verdict.findings
      .filter(({ standing }) => standing.kind === "new")
      .map(({ rule, level }) => (level === "error" ? rule : `(${rule})`));
    assert.equal([...new Set(rules)].sort(), [...said].sort(), JSON.stringify(verdict.findings, null, 1));
  });
}

test("has its acceptance told line by line in the verdict, proved only where a rule held something", async () => {
  const states = async (at: number) => {
    const verdict = await judgeRange(repo, `${ids[0]}..${ids[at + 1]}`, {
      today: "2026-03-01",
      branches: ["main"],
    });
    assert.ok(
      verdict.acceptance?.every(({ task, commit }) => task === "move_keys" && commit === ids[at + 1]),
    );
    return verdict.acceptance?.map(({ rule, state, why }) => [rule, state, why]);
  };
  const named = (name: string) => CASES.findIndex((item) => item.name === name);
  assert.equal(await states(0), [
    ["lua-parse", "proved", undefined],
    ["diff-budget", "proved", undefined],
    [undefined, "not checked", "no rule proves it"],
  ]);
  const [parse] =
    (await states(named("may change a document that its allowlist names, and by a glob with its ending"))) ??
    [];
  assert.equal(parse, ["lua-parse", "not checked", "there was nothing to hold"]);
  const [, budget] = (await states(named("is held to its own budget"))) ?? [];
  assert.equal(budget?.slice(0, 2), ["diff-budget", "fails"]);
});
