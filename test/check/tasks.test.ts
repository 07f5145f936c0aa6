// Tasks in a repository: written, found, chosen, listed, checked against the operator's checklist, repaired and finished.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { activeTask, taskNamed } from "../../src/check/task/active-task.ts";
import { checkTask } from "../../src/check/task/check-task.ts";
import { listTasks } from "../../src/check/task/list-tasks.ts";
import { type AskedTask, newTask } from "../../src/check/task/new-task.ts";
import { finishTask, repairTask } from "../../src/check/task/rewrite-task.ts";
import { showTask } from "../../src/check/task/show-task.ts";
import { taskStatus } from "../../src/check/task/task-status.ts";
import { type TasksHere, taskAsked, tasksHere } from "../../src/check/task/tasks-here.ts";
import { openRepository } from "../../src/git/open/repository.ts";
import { useTask } from "../../src/git/open/used-task.ts";
import { CannotLook } from "../../src/model/failure.ts";
import { readTask } from "../../src/task/read-task.ts";
import { policy } from "../support/gated.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("tasks");

const MODULE = "local M = {}\n\nreturn M\n";
const playbook = (name: string) =>
  readFileSync(new URL(`../fixtures/tasks/playbook/${name}`, import.meta.url), "utf8");

const FILES = {
  ".arkitektrc.json": JSON.stringify({ ...policy, rules: {}, lua: { moduleRoots: ["A", "A/scripts"] } }),
  "A/core/colors.lua": MODULE,
  "A/core/keys.lua": MODULE,
  "A/scripts/Region/app/state.lua": MODULE,
  "A/scripts/Region/app/user.lua": 'local state = require("Region.app.state")\nreturn { state = state }\n',
  "A/scripts/Region/views/list.lua": 'local state = require "Region.app.state"\nreturn { state = state }\n',
  "README.md": "about\n",
};

const PLAIN: Omit<AskedTask, "code" | "allowlist"> = {
  kind: undefined,
  files: undefined,
  addedLoc: undefined,
  isMechanical: false,
  liveRoot: undefined,
  featureRoot: undefined,
  from: undefined,
  to: undefined,
  acceptance: [],
  proofGreps: [],
  notes: [],
};

async function inRepo<T>(repo: TestRepo, use: (here: TasksHere) => Promise<T>): Promise<T> {
  const found = await openRepository(repo.dir, repo.env);
  if (!found.ok) throw new Error(found.error.message);
  try {
    return await use(await tasksHere(found.value));
  } finally {
    await found.value.close();
  }
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "it is not refused";
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    const { message, where, next } = error.failure;
    return `${where === undefined ? "" : `${where}: `}${message} → ${next}`;
  }
}

test("a new task is complete: it reads without a word, passes the checklist, and stays within the policy's budget", async () => {
  const repo = makeRepo(FILES);
  const text = await inRepo(repo, async (here) => {
    const made = await newTask(here, {
      ...PLAIN,
      code: "phase6_colors",
      allowlist: ["A/core/colors.lua"],
      files: 1,
      notes: ["Risks: none"],
    });
    assert.equal(
      [made.path, made.branch, made.isIgnored],
      [".codex/tasks/phase6_colors.json", "codex/phase6_colors", false],
    );
    // The core has the stricter budget.
    assert.equal([made.budget, made.unsaid], [{ files: 1, addedLoc: 300 }, ["Caller deltas"]]);
    const { task } = await taskAsked(here, { typed: "phase6_colors", environment: undefined, cwd: repo.dir });
    assert.equal([task.warnings, task.source], [[], { where: "disk", path: made.path }]);
    assert.equal(
      (await checkTask(here, task)).points.filter(({ isMet }) => !isMet),
      [],
    );
    return readFileSync(join(repo.dir, made.path), "utf8");
  });
  assert.is(JSON.stringify(JSON.parse(text), null, 2).length > 500, true);
  assert.equal(repo.git("status", "--porcelain", "-uall"), "?? .codex/tasks/phase6_colors.json");
});

test("what a new task may not ask for is refused, and nothing is written", async () => {
  const repo = makeRepo({ ...FILES, ".codex/tasks/there_already.json": "{ broken" });
  const one = (more: Partial<AskedTask>) => async (here: TasksHere) =>
    refusal(() => newTask(here, { ...PLAIN, code: "a_b", allowlist: ["A/core"], ...more }));
  const said = await inRepo(repo, async (here) =>
    Promise.all([
      one({ code: "../x" })(here),
      one({ code: "there_already" })(here),
      one({ allowlist: ["/etc"] })(here),
      one({ files: 7 })(here),
      one({ allowlist: ["A/core", "A/scripts"], files: 13, addedLoc: 701 })(here),
      one({ proofGreps: [{ pattern: "(", should_match: false }] })(here),
      one({ proofGreps: [{ pattern: String.raw`require\(["']ark\.`, should_match: false }] })(here),
    ]),
  );
  assert.equal(
    said.map((text) => text.replace(/ → .*/s, "")),
    [
      '"../x" can\'t be the code of a task: it may hold letters, digits, _, - and . only',
      ".codex/tasks/there_already.json: there is a task there_already already",
      "--allow /etc: it is absolute, and would match nothing",
      "7 files are more than 6, which is what the policy allows on codex/a_b",
      "13 files are more than 12 and 701 added lines are more than 700, which is what the policy allows on codex/a_b",
      "( is not a regular expression: Unterminated group",
      String.raw`require\(["']ark\. forbids ark, which is the canonical namespace`,
    ],
  );
  assert.match(said[6] ?? "", String.raw`forbid what is retired, oldark: require\(["']oldark\.`);
  assert.is(repo.git("status", "--porcelain"), "");
});

test("a task is found by what names it; HEAD counts before what is staged, and that before the disk", async () => {
  const task = (code: string, more: object = {}) => ({
    [`.codex/tasks/${code}.json`]: JSON.stringify({ task: code, constraints: { allowlist: ["A"] }, ...more }),
  });
  const repo = makeRepo({
    ...FILES,
    ...task("in_head"),
    ".codex/pipeline.json": playbook("manifest.json"),
    ".gitignore": "ignored*.json\n",
  });
  repo.stage({ ...task("staged"), ...task("in_head", { task: "staged instead" }) });
  repo.write({ ...task("ignored_one"), ...task("staged", { task: "on the disk instead" }) });
  repo.git("branch", "-q", "codex/in_head");
  await inRepo(repo, async (here) => {
    const { places, repo: opened } = here;
    const find = async (names: Parameters<typeof activeTask>[1]) => {
      const { task: found, by, missing } = await activeTask(opened, names, ["codex/**"], places);
      return [found?.kind, found?.source.where, by, missing.map(({ code }) => code).join(" ")];
    };
    assert.equal(await find({ title: "in_head", branches: [] }), ["in_head", "tree", "title", ""]);
    assert.equal(await find({ environment: "staged", title: "in_head", branches: [] }), [
      "staged",
      "change",
      "environment",
      "",
    ]);
    assert.equal(await find({ title: "unknown_one", branches: ["codex/ignored_one"] }), [
      "ignored_one",
      "disk",
      "branch",
      "unknown_one",
    ]);
    assert.equal(await find({ branches: ["codex/phase-string-identifier"] }), ["…", "tree", "branch", ""]);
    assert.equal(await find({ branches: ["main"] }), [undefined, undefined, undefined, ""]);
    const gone = await refusal(() => find({ use: "in_haed", branches: [] }));
    assert.match(
      gone,
      'it was chosen here: there is no task "in_haed"; did you mean in_head? → choose another',
    );
    useTask(opened, "staged");
    assert.equal(
      (await listTasks(here, undefined)).map(({ code, isActive, isIgnored, task: { source } = {} }) =>
        [code, source?.where, isActive ? "active" : "", isIgnored ? "ignored" : ""].join(" ").trimEnd(),
      ),
      ["ignored_one disk  ignored", "in_head tree", "staged change active", "phase-string-identifier tree"],
    );
    useTask(opened, undefined);
    assert.equal(
      (await taskNamed(opened, ".codex/tasks/staged.json", repo.dir, places)).kind,
      "on the disk instead",
    );
    assert.match(await refusal(() => taskNamed(opened, "nope", repo.dir, places)), 'there is no task "nope"');
    const shown = await showTask(
      here,
      await taskAsked(here, { typed: "phase-string-identifier", environment: undefined, cwd: "/" }),
      "2025-01-01",
    );
    assert.equal(shown.acceptance, [
      { text: "... per V5 template ...", rule: undefined, state: "not checked", why: "no rule proves it" },
    ]);
  });
});

test("what is no task is told where it lies, and keeps nobody from seeing the others", async () => {
  const repo = makeRepo({
    ...FILES,
    ".codex/tasks/broken.json": '{\n  "task": 1}',
    ".codex/tasks/link.json": { symlink: "broken.json" },
    ".codex/tasks/sound.json": "{}",
  });
  await inRepo(repo, async (here) => {
    assert.equal(
      (await listTasks(here, undefined)).map(({ code, fault }) => `${code} ${fault ?? "is read"}`),
      [
        "broken .codex/tasks/broken.json:2:11: the task can't be read: task: it must be a text, and is 1",
        "link .codex/tasks/link.json: this is a link or a folder; a task is a file",
        "sound is read",
      ],
    );
  });
});

test("a task that lies behind a link is none, and nothing is written there", async () => {
  const repo = makeRepo({ ...FILES, "elsewhere/tasks/there.json": "{}" });
  repo.write({ ".codex": { symlink: "elsewhere" } });
  await inRepo(repo, async (here) => {
    assert.equal(
      (await listTasks(here, undefined)).map(({ code, fault }) => `${code} ${fault ?? "is read"}`),
      ["there .codex/tasks/there.json: this is a link or a folder; a task is a file"],
    );
    const said = await refusal(() => newTask(here, { ...PLAIN, code: "new_one", allowlist: ["A/core"] }));
    assert.match(said, /this is a link or a folder|is a link or a file/);
  });
  assert.is(repo.git("status", "--porcelain"), "?? .codex");
});

interface Point {
  readonly task: object;
  readonly open: readonly string[];
}

const NOTES = { notes: "Undo: revert the commit." };
const only = (allowlist: readonly string[], more: object = {}) => ({
  constraints: { allowlist, ...more },
  ...NOTES,
});

const POINTS: Readonly<Record<string, Point>> = {
  "nothing fences it": {
    task: NOTES,
    open: ["allowlist: no allowlist, live_root or feature_root: nothing fences it"],
  },
  "an empty list": { task: only([]), open: ["allowlist: the allowlist is empty"] },
  "the whole root": { task: only(["A/**"]), open: ["allowlist: A/** covers all of A"] },
  "the whole repository": { task: only(["."]), open: ["allowlist: . covers all of A"] },
  "the root by a glob of Lua": { task: only(["**/*.lua"]), open: ["allowlist: **/*.lua covers all of A"] },
  "its roots in place of a list": { task: { live_root: "A/scripts", ...NOTES }, open: [] },
  "an entry that nothing needs": {
    task: only(["A/core", "A/core/keys.lua", "A/nowhere/**", "A/core"]),
    open: [
      "allowlist: A/core/keys.lua is covered by A/core",
      "allowlist: A/nowhere/** matches no file there is",
      "allowlist: A/core is listed twice",
    ],
  },
  "files still to be made": {
    task: { ...only(["A/core/keys.lua", "A/core/new.lua", "A/new/**"]), files: [{ path: "A/new/a.lua" }] },
    open: [],
  },
  "a budget above the policy's": {
    task: only(["A/core", "A/scripts"], { diff_budget: { files: 13, added_loc: 10 } }),
    open: [
      "budget: 13 files and 10 added lines are more than the 12 files and 700 added lines that the policy allows",
    ],
  },
  "a budget for the core": {
    task: only(["A/core"], { diff_budget: { files: 6, added_loc: 301 } }),
    open: [
      "budget: 6 files and 301 added lines are more than the 6 files and 300 added lines that the policy allows in core and storage",
    ],
  },
  "more files than are named": {
    task: only(["A/core/keys.lua"], { diff_budget: { files: 2, added_loc: 10 } }),
    open: ["budget: 2 files where the allowlist names 1 file"],
  },
  "the mechanical exception": {
    task: only(["A/core", "A/scripts"], { diff_budget: { files: 30, added_loc: 1500 }, mechanical: true }),
    open: [],
  },
  "a module that others require": {
    task: { ...only(["A/scripts/Region/app"]), from: "Region.app.state", to: "Region.core.state" },
    open: ["shim: needed: A/scripts/Region/views/list.lua require Region.app.state and may not change"],
  },
  "the same with a shim in mind": {
    task: {
      ...only(["A/scripts/Region/app"]),
      from: "A/scripts/Region/app/state.lua",
      notes: "A shim stays until Phase 7. Undo: revert the commit.",
    },
    open: [],
  },
  "every importer may change": {
    task: { ...only(["A/scripts/Region"]), from: "Region.app.state" },
    open: [],
  },
  "greps that can't be meant": {
    task: {
      ...only(["A/core/keys.lua"]),
      proof_grep: [
        { pattern: "(", should_match: false },
        { pattern: String.raw`require\(["']ark\.`, should_match: false },
        { pattern: "require", should_match: false },
        { pattern: "ark", should_match: true },
      ],
    },
    open: [
      "proof-greps: proof_grep[0].pattern: ( is not a regular expression: Unterminated group",
      String.raw`proof-greps: proof_grep[1]: require\(["']ark\. forbids ark, which is the canonical namespace`,
    ],
  },
  "no word of the way back": {
    task: { ...only(["A/core/keys.lua"]), notes: "Risks: the rollback" },
    open: ["rollback: the notes don't say how to undo it"],
  },
  "no notes": {
    task: { ...only(["A/core/keys.lua"]), notes: "" },
    open: ["rollback: the task has no notes"],
  },
  "notes of something else": {
    task: { ...only(["A/core/keys.lua"]), notes: "Risks: low. Caller deltas: none." },
    open: ["rollback: the notes don't say how to undo it"],
  },
};

test("the operator's checklist is answered point by point", async () => {
  const repo = makeRepo(FILES);
  await inRepo(repo, async (here) => {
    const found: Record<string, readonly string[]> = {};
    for (const [name, { task }] of Object.entries(POINTS)) {
      const read = readTask(Buffer.from(JSON.stringify(task)), {
        code: "t",
        source: { where: "flags", path: undefined },
      });
      if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
      const { points } = await checkTask(here, read.value);
      found[name] = points.flatMap(({ name: point, isMet, says, next }) =>
        isMet ? [] : says.slice(0, Math.max(next.length, 1)).map((said) => `${point}: ${said}`),
      );
    }
    assert.equal(found, Object.fromEntries(Object.entries(POINTS).map(([name, { open }]) => [name, open])));
  });
});

test("fmt repairs what is no JSON and done says that it is finished; every other byte stays", async () => {
  const text = playbook("minimal-task.json").replaceAll("\n", "\r\n");
  const manifest = playbook("manifest.json");
  const repo = makeRepo({ ...FILES, ".codex/tasks/mini.json": text, ".codex/pipeline.json": manifest });
  await inRepo(repo, async (here) => {
    const path = ".codex/tasks/mini.json";
    const onDisk = (file: string) => readFileSync(join(repo.dir, file), "utf8");
    assert.is((await repairTask(repo.dir, path, false)).repairs.length, 2);
    assert.is(onDisk(path), text);
    await repairTask(repo.dir, path, true);
    const repaired = text
      .replace(String.raw`require\(`, String.raw`require\\(`)
      .replace(String.raw`kt\.`, String.raw`kt\\.`);
    assert.is(onDisk(path), repaired);
    assert.is((await repairTask(repo.dir, path, true)).isChanged, false);
    const { task } = await taskAsked(here, { typed: "mini", environment: undefined, cwd: repo.dir });
    await finishTask(repo.dir, task);
    assert.is(onDisk(path), repaired.replace('commit."\r\n}', 'commit.",\r\n  "done": true\r\n}'));
    const phase = await taskAsked(here, {
      typed: "phase-string-identifier",
      environment: undefined,
      cwd: repo.dir,
    });
    await finishTask(repo.dir, phase.task);
    assert.is(
      onDisk(".codex/pipeline.json"),
      manifest.replace('rollback ..."\n', 'rollback ...",\n        "done":       true\n'),
    );
    const again = readTask(Buffer.from(onDisk(path)), { code: "mini", source: { where: "disk", path } });
    assert.is(again.ok && again.value.isDone, true);
  });
});

const STATUS = {
  ...FILES,
  ".codex/tasks/move_keys.json": JSON.stringify({
    task: "move_module",
    from: "core.keys",
    constraints: { allowlist: ["A/core", "A/scripts/Region/app"], diff_budget: { files: 4, added_loc: 20 } },
    acceptance: [
      "No remaining imports of `core.keys`.",
      "No remaining imports of `core.colors`.",
      "All edited files parse as Lua 5.3.",
      "All edited files parse as Lua 5.1.",
      "No files changed outside declared roots; avoid new cycles",
      "Diff budget respected.",
      "CI passes",
      "Patch is idempotent",
    ],
    proof_grep: [{ pattern: "loop%s*=%s*{", should_match: false }],
    notes: "Undo: move it back.",
  }),
};

test("the status counts commits, index and working tree together, proves line by line, and writes nothing", async () => {
  const repo = makeRepo(STATUS);
  repo.git("switch", "-q", "-c", "codex/move_keys");
  repo.commit("move_keys: move", { "A/core/keys.lua": null, "A/core/codes.lua": MODULE });
  repo.stage({ "A/core/colors.lua": "local M = {}\n\nfunction M.a()\n  return 1\nend\n\nreturn M\n" });
  const gitFolder = () =>
    readdirSync(join(repo.dir, ".git"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => `${file} ${createHash("sha1").update(readFileSync(file)).digest("hex")}`)
      .sort();
  const before = gitFolder();
  const look = () =>
    inRepo(repo, async (here) =>
      taskStatus(
        here,
        await taskAsked(here, { typed: undefined, environment: undefined, cwd: repo.dir }),
        "2025-01-01",
      ),
    );
  const status = await look();
  assert.equal(gitFolder(), before);
  assert.equal([status.code, status.by, status.commits], ["move_keys", "by the branch", 1]);
  assert.equal(
    [status.allowed, status.allowedStrict],
    [
      { files: 4, addedLoc: 20 },
      { files: 6, addedLoc: 300 },
    ],
  );
  assert.equal(
    status.looks.map(({ what, used, usedStrict, outside, verdict }) => [
      what,
      used,
      usedStrict,
      outside,
      verdict.outcome,
    ]),
    [["staged and working tree", { files: 2, addedLoc: 3 }, { files: 2, addedLoc: 3 }, [], "pass"]],
  );
  assert.equal(
    status.looks[0]?.acceptance.map(({ text, state, why }) => [text, state, why ?? ""]),
    [
      ["No remaining imports of `core.keys`.", "proved", ""],
      ["No remaining imports of `core.colors`.", "not checked", "core.colors was not moved or deleted"],
      ["All edited files parse as Lua 5.3.", "proved", ""],
      ["All edited files parse as Lua 5.1.", "not checked", "files are read as Lua 5.3"],
      ["No files changed outside declared roots", "proved", ""],
      ["avoid new cycles", "proved", ""],
      ["Diff budget respected.", "proved", ""],
      ["CI passes", "not checked", "no rule proves it"],
      ["Patch is idempotent", "not checked", "idempotence is judged at a commit or push"],
    ],
  );
  repo.write({
    "A/scripts/Region/views/list.lua": "loop = {\n",
    "A/scripts/Region/app/new.lua": 'local M = {}\nM.loop = {}\nM.keys = require("core.keys")\nreturn M\n',
  });
  const [staged, working] = (await look()).looks;
  assert.equal([staged?.what, staged?.verdict.outcome, working?.what], ["staged", "pass", "working tree"]);
  assert.equal(
    [working?.used, working?.outside],
    [{ files: 4, addedLoc: 8 }, ["A/scripts/Region/views/list.lua"]],
  );
  assert.equal(
    working?.acceptance.filter(({ state }) => state === "fails").map(({ rule }) => rule),
    ["require-graph", "require-graph", "lua-parse", "lua-parse", "path-fence", "require-graph"],
  );
  const rules = working?.verdict.findings.map(({ rule }) => rule) ?? [];
  assert.ok(rules.includes("proof-grep"), rules.join());
});
