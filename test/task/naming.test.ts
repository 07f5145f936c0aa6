// What a task is called by titles, branches and files, and which of several names counts.
import * as assert from "uvu/assert";
import { branchOfTask, codeOfBranch, namedTasks } from "../../src/task/named-tasks.ts";
import { codeFault, codeOfFile, taskFile } from "../../src/task/task-file.ts";
import { suite } from "../support/suite.ts";

const test = suite("the names of a task");
const AGENTS = ["codex/**", "bot-*/x/**"];

test("what was said in the call counts first, then the title, what was chosen here, and the branch", () => {
  const names = { flag: "a", environment: "b", title: "c_d", use: "e", branches: ["main", "codex/f"] };
  assert.equal(
    namedTasks(names, AGENTS).map(({ by, code }) => `${by} ${code}`),
    ["flag a", "environment b", "title c_d", "use e", "branch f"],
  );
  assert.equal(namedTasks({ environment: "", branches: ["main"] }, AGENTS), []);
});

test("a phase in a title is the file and the phase of that name", () => {
  const codes = (title: string) => namedTasks({ title, branches: [] }, AGENTS).map(({ code }) => code);
  assert.equal(codes("Phase 7"), ["Phase-7", "phase-7"]);
  assert.equal(codes("phase7a"), ["phase7a", "phase-7a"]);
  assert.equal(codes("RP-12"), ["RP-12"]);
});

test("what can't be a code names no task in a title or a branch; where it was asked for it stays", () => {
  assert.equal(namedTasks({ title: "../x", branches: ["codex/a/b", "codex/", "other/a"] }, AGENTS), []);
  assert.equal(namedTasks({ use: "../x", branches: [] }, AGENTS), [{ by: "use", code: "../x" }]);
});

test("a branch of agents names a task by what follows the glob's fixed part", () => {
  assert.is(codeOfBranch("codex/phase6_colors", AGENTS), "phase6_colors");
  assert.is(codeOfBranch("bot-1/x/a", AGENTS), undefined);
  assert.is(branchOfTask("a", AGENTS), "codex/a");
  assert.is(branchOfTask("a", ["aider/**", "codex/**"]), "codex/a");
  assert.is(branchOfTask("a", ["agents/**"]), "agents/a");
  assert.is(branchOfTask("a", []), "codex/a");
});

test("a code names a file on every disk, a branch, and nothing outside its folder", () => {
  const bad = [
    "",
    "../x",
    "a/b",
    "a\\b",
    ".a",
    "-a",
    "a b",
    "a..b",
    "a.",
    "x.lock",
    "x.json",
    "con",
    "NUL.x",
    "ä",
  ];
  assert.equal(
    [...bad, "a".repeat(101)].filter((code) => codeFault(code) === undefined),
    [],
  );
  for (const code of ["a", "phase6_colors", "RP-12", "v1.2", "Phase-7", "console"]) {
    assert.is(codeFault(code), undefined);
    assert.is(codeOfFile(taskFile(code)), code);
  }
  for (const path of [".codex/tasks/a.txt", ".codex/tasks/x/a.json", ".codex/tasks/.json", "tasks/a.json"])
    assert.is(codeOfFile(path), undefined);
});
