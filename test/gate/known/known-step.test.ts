import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { judge } from "../../../src/gate/judge.ts";
import { KnownStep, type Steps } from "../../../src/gate/known/known-step.ts";
import type { Terms } from "../../../src/gate/terms.ts";
import type { ChangeSet, Source } from "../../../src/model/change.ts";
import { KeptSteps } from "../../../src/system/kept/kept-steps.ts";
import { cleanModule, makeGated } from "../../support/gated.ts";
import { type Files, makeFolder } from "../../support/repo.ts";
import { fixtureCases } from "../../support/rules/fixture-case.ts";
import { planOf } from "../../support/rules/fixture-plan.ts";
import { makeFixtureRepo } from "../../support/rules/fixture-repo.ts";
import { termsOf } from "../../support/rules/fixture-terms.ts";
import { tasksOf } from "../../support/rules/tasks-of.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is remembered of a step");

const PARENT = "1".repeat(40);
const COMMIT = "2".repeat(40);

test("is what whoever judges the commit would find, by every rule, and nothing of it is read for that", async () => {
  const cases = fixtureCases();
  const repo = await makeFixtureRepo(cases.map(planOf));
  let count = 0;
  for (const item of cases) {
    const { name, before, branches } = planOf(item);
    const change = repo.change(name);
    const tasks = tasksOf(before, item.message, branches);
    const plain = termsOf(item, tasks);
    const { subject } = change;
    if (plain.overrides.length > 0 || change.files.length === 0) continue;
    if ((subject.kind !== "staged" && subject.kind !== "commit") || subject.isMerge) continue;
    const message = subject.kind === "commit" ? subject.message : { title: "x", text: "x", trailers: [] };
    const commit: ChangeSet = {
      ...change,
      subject: { kind: "commit", id: COMMIT, parents: [PARENT], isMerge: false, message },
    };
    const steps = inMemory();
    const terms = (of: ChangeSet): Terms => ({ ...plain, step: stepOf(steps, of, plain) });
    const staged: ChangeSet = { ...change, subject: { kind: "staged", isMerge: false } };
    await judge(staged, terms(staged));
    const cold = await judge(commit, plain);
    const isKnown = stepOf(steps, commit, plain).recall() !== undefined;
    if (isKnown) count++;
    const source = isKnown && plain.task === undefined ? UNREAD : commit.source;
    assert.equal(await judge({ ...commit, source }, terms(commit)), cold, item.folder);
  }
  await repo.close();
  assert.ok(count > 150, `${count}`);
});

test("counts only for the same parent, files, policy, task, branches, and, where it was looked at, day", () => {
  const steps = inMemory();
  const change = changeOf("3");
  const own = { parent: PARENT, today: "2026-01-01", policy: { a: 1 }, task: [] };
  const dated = new KnownStep(steps, change, { ...own, parent: COMMIT });
  dated.seen.add("today");
  dated.keep([], []);
  new KnownStep(steps, change, own).keep([], []);
  const isKnown = (of: ChangeSet, grown: object) =>
    new KnownStep(steps, of, { ...own, ...grown }).recall() !== undefined;
  assert.ok(isKnown(change, {}));
  assert.ok(isKnown(change, { today: "2026-01-02" }), "no rule looked at the day");
  assert.ok(isKnown(change, { parent: COMMIT }));
  assert.not.ok(isKnown(change, { parent: COMMIT, today: "2026-01-02" }));
  assert.not.ok(isKnown(change, { parent: "3".repeat(40) }));
  assert.not.ok(isKnown(changeOf("4"), {}));
  assert.not.ok(isKnown(change, { policy: { a: 2 } }));
  assert.not.ok(isKnown(change, { task: ["other"] }));
  assert.not.ok(isKnown({ ...change, branches: ["other"] }, {}));
  const named = new KnownStep(steps, changeOf("5"), own);
  named.seen.add("code");
  named.keep([], []);
  assert.not.ok(isKnown(changeOf("5"), {}), "what it is called is known only when it is a commit");
});

test("is found again whole or not at all, and never takes more room than two files", () => {
  const root = join(makeFolder(), "0.1.0-abc");
  const folder = join(root, "cache");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "steps");
  const kept = () => new KeptSteps(root);
  const keep = (step: string, what: string) => {
    const steps = kept();
    steps.keep(step, "terms", what);
    steps.write();
  };
  const recall = (step: string, terms = "terms") => kept().recall(step, terms, "ever");
  keep("a é", '[1, "é"]');
  keep("b", "[2]");
  assert.is(recall("a é"), '[1, "é"]');
  assert.is(kept().recall("b", "terms", "lately"), "[2]");
  assert.is(recall("b", "other terms"), undefined);
  assert.is(recall("[2]"), undefined);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    for (const found of [recall("a é"), kept().recall("a é", "terms", "lately")])
      assert.ok(found === undefined || found === '[1, "é"]', `bit ${at}: ${found}`);
    writeFileSync(file, whole.subarray(0, at));
    const found = recall("b");
    assert.ok(found === undefined || found === "[2]", `cut at ${at}: ${found}`);
  }
  writeFileSync(file, whole.subarray(0, whole.length - 3));
  keep("c", "[3]");
  assert.is(recall("c"), "[3]", "behind a line that was cut");
  for (let at = 0; at < 400; at++) keep(`long ${at}`, "x".repeat(60_000));
  keep("too long", "x".repeat(70_000));
  assert.is(recall("too long"), undefined);
  assert.is(recall("long 399")?.length, 60_000);
  assert.is(recall("c"), undefined, "the oldest go");
  assert.equal(readdirSync(folder), ["steps", "steps.old"]);
  for (const name of readdirSync(folder)) assert.ok(statSync(join(folder, name)).size <= 4 << 20, name);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  keep("d", "[4]");
  assert.is(recall("d"), undefined, "without a place for it, it is found out again");
});

test("a push of commits that were judged as they were made says what it says of them anew", () => {
  const strict = { branches: "agents", rules: { "no-globals": "error" } };
  const repo = makeGated(
    { "A/old.lua": `${cleanModule}leak = 1\n`.replace("return M\n", ""), "A/clean.lua": cleanModule },
    { overrides: [{ branches: "people", rules: { "no-globals": "warn" } }, strict] },
  );
  const home = join(repo.dir, ".git/arkitekt/program");
  const cache = join(home, readdirSync(home)[0] ?? "", "cache");
  const commit = (title: string, files: Files, ...more: string[]) => {
    repo.stage(files);
    return repo.run("git", ["commit", "-qm", title, ...more]).code;
  };
  const lines = () =>
    readFileSync(join(cache, "steps"), "utf8")
      .split("\n")
      .filter((line) => line !== "").length;
  assert.is(commit("[AB-1] Say more", { "A/clean.lua": cleanModule.replace("region", "regions") }), 0);
  const before = lines();
  assert.is(
    commit("[AB-2] Warn", { "A/clean.lua": cleanModule.replace("return M", "fresh = 1\nreturn M") }),
    0,
  );
  assert.is(
    commit("[AB-3] Old", { "A/old.lua": `${cleanModule}leak = 1\nleak = 1\n`.replace("return M\n", "") }),
    0,
  );
  assert.is(lines(), before + 2);
  assert.is(commit("no code", { "A/clean.lua": cleanModule }), 1, "the title is judged after the step");
  assert.is(repo.run("git", ["commit", "-qnm", "no code"]).code, 0);
  assert.is(commit("[AB-4] Slip by", { "A/worse.lua": "worse = = 1\n" }, "--no-verify"), 0);
  const push = (place: string) => {
    const input = `refs/heads/main ${repo.id("main")} refs/heads/${place} ${repo.id("main~5")}\n`;
    return repo.run(join(repo.dir, ".git/arkitekt/_/pre-push"), ["origin", "../none"], { input });
  };
  for (const place of ["main", "codex/work"]) {
    const known = push(place);
    rmSync(join(cache, "steps"), { force: true });
    rmSync(join(cache, "kept"), { recursive: true, force: true });
    assert.equal(push(place), known, place);
    assert.equal(push(place), known, `${place}, once more`);
    assert.is(known.code, 1);
    for (const word of ["no code", "worse.lua", "task-code", "lua-parse"]) assert.match(known.stderr, word);
    assert.is(known.stderr.includes("sets the global fresh"), true, place);
    assert.is(/error +no-globals/.test(known.stderr), place === "codex/work", known.stderr);
  }
});

function changeOf(digit: string): ChangeSet {
  const entry = { kind: "file", id: digit.repeat(40) } as const;
  const lines = { kind: "text", added: [], addedLoc: 0 } as const;
  return {
    subject: { kind: "staged", isMerge: false },
    branches: ["main"],
    files: [{ kind: "added", path: "a.lua", after: entry, lines }],
    source: UNREAD,
  };
}

const POLICY = {};

function stepOf(steps: Steps, change: ChangeSet, { today, task }: Terms): KnownStep {
  return new KnownStep(steps, change, { parent: PARENT, today, policy: POLICY, task });
}

function inMemory(): Steps {
  const kept = new Map<string, string>();
  return {
    recall: (step, terms) => kept.get(`${step}\n${terms}`),
    keep: (step, terms, what) => void kept.set(`${step}\n${terms}`, what),
  };
}

/** What is known needs nothing. */
const UNREAD = new Proxy({} as Source, {
  get: (_, name) => () => {
    throw new Error(`asked for ${String(name)}`);
  },
});
