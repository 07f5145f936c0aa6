// What a run of a pipeline does, and what it refuses: real repositories, remotes, agents.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, unwrapped } from "../support/gated.ts";
import { EDIT, FOUR, makePipeline, phase } from "../support/pipeline/four-phases.ts";
import { pipeline } from "../support/pipeline/said.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt pipeline");

const CORE = "A/scripts/Song/core";
const scaffold = (name: string, folder: string, more: object = {}) =>
  phase(
    name,
    { task: "scaffold_module", files: [{ path: `${folder}/${name}.lua`, template: "module_table" }] },
    [folder],
    more,
  );
const bad = phase("bad", { task: "move_module", from: "Song.core.nothing", to: "Song.core.other" }, [CORE]);

const branches = (repo: TestRepo) =>
  repo.git("for-each-ref", "--format=%(refname:lstrip=3) %(objectname)", "refs/heads/codex").split("\n");

test("goes as far as it can, waits for a change by hand, and does nothing a second time", () => {
  const repo = makePipeline();
  const first = pipeline(repo, "run");
  assert.equal([first.code, first.states], [0, "scaffold done, move done, edit waiting, cleanup pending"]);
  assert.is(first.next, "arkitekt pipeline adopt edit --patch FILE");
  assert.match(arkitekt(repo, ["pipeline", "run"]).stdout, /"task": "name_keys"/);
  assert.equal(repo.git("status", "--short"), "");
  const wide = join(repo.patches, "wide.json");
  writeFileSync(
    wide,
    JSON.stringify({ notes: "", edits: [{ path: "A/other.lua", contents: "return {}\n" }] }),
  );
  const refused = pipeline(repo, "adopt", "edit", "--patch", wide);
  assert.equal([refused.code, refused.states.split(", ")[2]], [1, "edit failed"]);
  assert.is(refused.phases[2]?.contract?.ok, false);
  assert.is(branches(repo).length, 2, "nothing is left of what is refused");
  assert.is(pipeline(repo, "adopt", "edit", "--patch", join(repo.patches, "edit.diff")).code, 0);
  const done = pipeline(repo, "run", "--push", "origin");
  assert.equal([done.code, done.states], [0, "scaffold done, move done, edit done, cleanup done"]);
  const before = branches(repo);
  assert.equal(repo.git("ls-remote", "origin", "refs/heads/codex/*").split("\n").length, 4);
  assert.is(pipeline(repo, "run").code, 0);
  assert.is(pipeline(repo, "abort").code === 0, false, "abort has no formats");
  assert.is(arkitekt(repo, ["pipeline", "abort"]).code, 0);
  assert.is(existsSync(join(repo.dir, ".git/arkitekt-pipeline")), false);
  assert.is(pipeline(repo, "run").states, done.states, "found again in Git");
  assert.equal(branches(repo), before);
  // What only CI can tell is open until its address is noted.
  const ci = () =>
    pipeline(repo, "status").phases[3]?.acceptance.find(({ text }) => text === "CI passes")?.state;
  assert.is(ci(), "not checked");
  const noted = pipeline(repo, "note", "cleanup", "--ci-url", "https://ci.example.com/7");
  assert.equal([noted.code, noted.phases[3]?.ci_url], [0, "https://ci.example.com/7"]);
  assert.is(ci(), "proved");
  assert.match(noted.notes, "cleanup: ok:true, commit ");
  assert.match(noted.notes, "CI https://ci.example.com/7");
  // Another branch of that name is never moved.
  repo.git("branch", "-f", "codex/phase-cleanup", "main");
  const foreign = pipeline(repo, "run", "--start-fresh", "--patches", repo.patches);
  assert.equal(
    [foreign.code, foreign.failure?.message],
    [2, "codex/phase-cleanup is not this pipeline's own, so nothing was moved"],
  );
  assert.equal(branches(repo).slice(1), before.slice(1));
});

test("says what has moved on or changed since, and goes on with --replan", () => {
  const repo = makePipeline();
  assert.is(pipeline(repo, "run", "--patches", repo.patches).code, 0);
  const before = branches(repo);
  repo.commit("[AB-2] more", { "A/more.lua": "local M = {}\n\nreturn M\n" });
  const moved = pipeline(repo, "run");
  assert.is(moved.code, 2);
  assert.match(
    moved.failure?.message ?? "",
    /^main has moved on since this pipeline began: from \w+ to \w+$/,
  );
  assert.match(moved.failure?.next ?? "", "arkitekt pipeline run --replan");
  assert.equal(branches(repo), before);
  assert.is(pipeline(repo, "run", "--replan", "--patches", repo.patches).code, 0);
  assert.is(repo.git("merge-base", "main", "codex/phase-cleanup"), repo.id("main"));
  const text = readFileSync(join(repo.dir, ".codex/pipeline.json"), "utf8");
  writeFileSync(
    join(repo.dir, ".codex/pipeline.json"),
    text.replace('"total"', '"sum"').replace('"name_keys"', '"key_names"'),
  );
  const changed = pipeline(repo, "run");
  assert.is(changed.code, 2);
  assert.match(changed.failure?.message ?? "", "edit differs in task; cleanup differs in name");
  repo.git("checkout", "-q", ".codex");
  // Merged, there is nothing left that could stand on another base.
  repo.git("merge", "-q", "--ff-only", "codex/phase-cleanup");
  assert.equal(
    [pipeline(repo, "run").code, pipeline(repo, "run").states],
    [0, "scaffold done, move done, edit done, cleanup done"],
  );
});

test("is dropped whatever became of its manifest and its journal, and says how to go on", () => {
  const repo = makePipeline(FOUR.slice(0, 1));
  const journal = join(repo.dir, ".git/arkitekt-pipeline/pipeline.json");
  const manifest = join(repo.dir, ".codex/pipeline.json");
  const abort = () => arkitekt(repo, ["pipeline", "abort"]);
  for (const [file, text] of [
    [journal, '{"version":1'],
    [journal, '{"version":1}'],
    [manifest, "{"],
  ] as const) {
    assert.is(pipeline(repo, "run").states, "scaffold done");
    writeFileSync(file, text);
    const refused = pipeline(repo, "run");
    assert.equal([refused.code, /pipeline abort$/.test(refused.failure?.next ?? "")], [2, file === journal]);
    assert.equal([abort().code, existsSync(journal)], [0, false]);
    repo.git("checkout", "-q", ".codex");
  }
  rmSync(manifest);
  assert.is(abort().stdout, "there is no pipeline under way here\n");
  assert.is(pipeline(repo, "run").failure?.next, "HEAD holds it: git restore .codex/pipeline.json");
});

test("ends at the first refusal where stop_on_fail says so; else what does not build on it goes on", () => {
  const stops = makePipeline([scaffold("one", CORE), bad, scaffold("three", "A/scripts/Song/app")]);
  const stopped = pipeline(stops, "run");
  assert.equal([stopped.code, stopped.states], [1, "one done, bad failed, three blocked"]);
  assert.equal(
    branches(stops).map((line) => line.split(" ")[0]),
    ["phase-one"],
  );
  const repo = makePipeline(
    [
      scaffold("one", CORE),
      bad,
      scaffold("three", "A/scripts/Song/app"),
      scaffold("four", "A/scripts/Song/views", { needs: ["bad"] }),
    ],
    { stopOnFail: false },
  );
  const went = pipeline(repo, "run");
  assert.equal([went.code, went.states], [1, "one done, bad failed, three done, four blocked"]);
  const contract = arkitekt(repo, ["pipeline", "run", "--format", "contract"]);
  const {
    ok,
    unmet_exports,
    missing_files,
    exceeded_budget,
    would_touch,
    phase: lost,
  } = JSON.parse(contract.stdout);
  assert.equal([contract.code, ok, lost], [1, false, "bad"]);
  assert.ok([unmet_exports, missing_files, exceeded_budget, would_touch].every((each) => each !== undefined));
  assert.is(pipeline(repo, "skip", "bad").code, 0);
  assert.equal(
    pipeline(repo, "run", "--push", "origin").states,
    "one done, bad skipped, three done, four done",
  );
  assert.is(pipeline(repo, "run", "--from", "nine").failure?.next, "arkitekt pipeline status shows them");
});

test("asks an agent in a working tree of its own, hands the contract back, and ends one that hangs", () => {
  const repo = makePipeline([scaffold("one", CORE), phase("made", { task: "make_it" }, [CORE])]);
  const log = join(repo.dir, "../log");
  // The first try reaches too far; handed the contract it does what it was asked for.
  const agent = `read -r line; echo "$line" >>'${log}'; test "$PWD" = "$ARKITEKT_WORKTREE" || exit 9
    case "$line" in *'"contract"'*) ;; *) echo x >outside.lua ;; esac
    printf 'local M = {}\\n\\nreturn M\\n' >${CORE}/made.lua; echo 'what I did'`;
  const made = pipeline(repo, "run", "--agent", agent);
  assert.equal([made.code, made.states, made.phases[1]?.tries], [0, "one done, made done", 2]);
  const [first = "", second = ""] = readFileSync(log, "utf8").trim().split("\n");
  assert.equal(Object.keys(JSON.parse(first)), ["phase", "payload"]);
  assert.equal([JSON.parse(second).phase, JSON.parse(second).contract.ok], ["made", false]);
  assert.match(repo.git("log", "-1", "--format=%B", "codex/phase-made"), /what I did\n\nArkitekt-Patch: /);
  assert.equal(repo.git("diff", "--name-only", "codex/phase-one", "codex/phase-made"), `${CORE}/made.lua`);
  repo.git("branch", "-q", "-D", "codex/phase-made");
  const mark = `arkitekt-hangs-${process.pid}`;
  const hangs = pipeline(
    repo,
    "run",
    "--timeout",
    "1",
    "--agent",
    `sleep 300 & sh -c 'exec sleep 301 ${mark}' & setsid sh -c 'sleep 302; : ${mark}' & wait; : ${mark}`,
  );
  assert.equal([hangs.code, hangs.phases[1]?.state, hangs.phases[1]?.ok], [1, "unresolved", false]);
  assert.match(
    hangs.phases[1]?.contract?.findings[0]?.message ?? "",
    "the agent timed out: it did not end within 1 s",
  );
  assert.is(repo.run("sh", ["-c", `ps -A -o args | grep -v grep | grep -c ${mark}`]).stdout.trim(), "0");
  // What clears its environment, and leads a session of its own, is known by what started it, or by where it works.
  const apart = `setsid env -i sh -c 'sleep 303; : ${mark}' & (setsid env -i sh -c 'sleep 304; : ${mark}' >/dev/null 2>&1 &) ; sleep 305`;
  assert.is(pipeline(repo, "run", "--timeout", "1", "--agent", apart).code, 1);
  assert.is(repo.run("sh", ["-c", `ps -A -o args | grep -v grep | grep -c ${mark}`]).stdout.trim(), "0");
  const whyNot = (agent: string) =>
    pipeline(repo, "run", "--agent", agent, "--tries", "1").phases[1]?.contract?.findings[0]?.message;
  assert.is(whyNot('rm -rf "$ARKITEKT_WORKTREE"'), "the agent took its working tree away");
  assert.is(
    whyNot(`git init -q ${CORE}/inner`),
    `what the agent left can't be taken up: ${CORE}/inner is a repository of its own, without a commit`,
  );
  const killed = pipeline(repo, "run", "--agent", "kill -SEGV $$", "--tries", "1");
  assert.match(killed.phases[1]?.contract?.findings[0]?.message ?? "", "the agent was killed by SIGSEGV");
  const answer = '{"ok":false,"unmet_exports":["keys.x"],"exceeded_budget":{"files":9,"loc":"many"}}';
  const givenUp = pipeline(repo, "run", "--agent", `printf %s '${answer}'`, "--tries", "1");
  const { findings: why, ...keys } = givenUp.phases[1]?.contract ?? { findings: [] };
  assert.equal(keys, {
    ok: false,
    unmet_exports: ["keys.x"],
    missing_files: [],
    exceeded_budget: { files: 9, loc: 0 },
    would_touch: [],
  });
  assert.is(why[0]?.message, "the agent says that it can't do it");
  const never = pipeline(repo, "run", "--agent", "echo nonsense", "--tries", "2");
  assert.equal([never.phases[1]?.state, never.phases[1]?.tries], ["unresolved", 2]);
  assert.equal(repo.git("worktree", "list").split("\n").length, 1);
  assert.equal(
    readdirSync(tmpdir()).filter((name) => name.startsWith("arkitekt-worktree~")),
    [],
  );
});

test("refuses a manifest that does not obey before anything is done, and leaves out what need not", () => {
  const nested = phase("nested", { task: "run_pipeline", path: ".codex/pipeline-more.json" }, [CORE]);
  const half = phase("half", { task: "move_module", from: "Song.core.state" }, [CORE]);
  const repo = makePipeline([scaffold("one", CORE), half, nested]);
  const refused = pipeline(repo, "run");
  assert.is(refused.code, 2);
  for (const said of [
    "does not obey the playbook, so nothing of it is carried out; 2 faults:",
    "phases[1].payload.task: it can't be carried out: to is needed",
    "phases[2].payload.task: a phase is one commit, and can't run a pipeline",
  ])
    assert.match(refused.failure?.message ?? "", said);
  assert.match(refused.failure?.next ?? "", "arkitekt pipeline skip half");
  assert.equal(branches(repo), [""]);
  assert.is(existsSync(join(repo.dir, ".git/arkitekt-pipeline")), false);
  assert.is(pipeline(repo, "adopt", "one", "--commit", "main").code, 2);
  const sound = readFileSync(join(repo.dir, ".codex/pipeline.json"), "utf8");
  const lock = join(repo.dir, ".git/victim.lock");
  writeFileSync(lock, "");
  for (const name of ["x/../../../../victim", "a\0b", "*"]) {
    const named = { phases: [scaffold("one", CORE), { ...scaffold("two", CORE), name }] };
    writeFileSync(join(repo.dir, ".codex/pipeline.json"), JSON.stringify(named));
    for (const [command, code] of [
      ["run", 2],
      ["status", 0],
      ["plan", 0],
    ] as const)
      assert.is(arkitekt(repo, ["pipeline", command]).code, code, `${command} ${name}`);
  }
  assert.ok(existsSync(lock), "no name of a phase leads out of the folder of branches");
  writeFileSync(join(repo.dir, ".codex/pipeline.json"), sound);
  assert.is(pipeline(repo, "skip", "half").code + pipeline(repo, "skip", "nested").code, 0);
  assert.equal([pipeline(repo, "run").states], ["one done, half skipped, nested skipped"]);
});

test("carries out the tasks that steer the program, and the gate keeps agents' branches from their judge", () => {
  const next = ".codex/pipeline-next.json";
  const edits = [{ path: next, op: "create", contents: { phases: [scaffold("one", CORE)] } }];
  const repo = makePipeline([
    phase("author", { task: "author_pipeline_manifest", edits }, [next]),
    phase("ci", { task: "create_ci_notifications", program: "npm" }, [".github/workflows/arkitekt.yml"]),
  ]);
  const makers = JSON.parse(arkitekt(repo, ["pipeline", "plan", "--format", "json"]).stdout).phases;
  assert.equal(
    makers.map(({ by, title }: { by: string; title: string }) => `${by}: ${title}`),
    [
      `deterministic: author_pipeline_manifest: write ${next}`,
      "deterministic: create_ci_notifications: write .github/workflows/arkitekt.yml",
    ],
  );
  const ran = pipeline(repo, "run");
  assert.equal([ran.code, ran.states], [1, "author done, ci failed"]);
  assert.equal(repo.git("diff", "--name-only", "main", "codex/phase-author"), next);
  assert.match(JSON.stringify(ran.phases[1]?.contract), "may not change on an agent's branch");
  // Where the base has it already, there is nothing to do.
  writeFileSync(
    join(repo.dir, "../ci.json"),
    JSON.stringify({ task: "create_ci_notifications", program: "npm" }),
  );
  const made = arkitekt(repo, ["task", "run", "../ci.json", "--commit"]);
  assert.is(made.code, 0, made.stdout);
  assert.equal(pipeline(repo, "run", "--replan").states, "author done, ci done");
});

test("takes up commits, refuses two patches for a phase, and pushes over nothing that it has not seen", () => {
  const repo = makePipeline(FOUR.slice(0, 3));
  writeFileSync(join(repo.patches, "edit.patch"), EDIT);
  const twice = pipeline(repo, "run", "--patches", repo.patches);
  assert.equal(
    [twice.code, twice.failure?.message],
    [2, "edit.diff and edit.patch are both for the phase edit"],
  );
  assert.is(pipeline(repo, "run").states, "scaffold done, move done, edit waiting");
  repo.git("switch", "-q", "-c", "by-hand", "codex/phase-move");
  repo.commit("[AB-3] name the keys", {
    [`${CORE}/keys.lua`]: 'local M = {}\n\nM.title = "title"\n\nreturn M\n',
  });
  const adopted = pipeline(
    repo,
    "adopt",
    "edit",
    "--commit",
    "by-hand",
    "--code",
    "AB-9",
    "--push",
    "origin",
  );
  assert.equal([adopted.code, adopted.states], [0, "scaffold done, move done, edit done"], adopted.stderr);
  assert.equal(repo.git("diff", "by-hand", "codex/phase-edit"), "");
  assert.is(repo.git("log", "-1", "--format=%s", "codex/phase-edit"), "[AB-9] the phase edit");
  const other = repo.clone("other", "--branch", "main");
  other.git("fetch", "-q", join(repo.dir, "../origin.git"), "codex/phase-edit");
  other.git("checkout", "-q", "FETCH_HEAD");
  other.commit("[AB-9] besides", { [`${CORE}/keys.lua`]: "local M = {}\n\nreturn M\n" });
  other.git("push", "-q", join(repo.dir, "../origin.git"), "HEAD:refs/heads/codex/phase-edit");
  repo.git("switch", "-q", "main");
  const anew = pipeline(repo, "run", "--start-fresh", "--from", "edit");
  assert.is(anew.states, "scaffold done, move done, edit waiting");
  const fresh = arkitekt(repo, [
    "pipeline",
    "adopt",
    "edit",
    "--patch",
    join(repo.patches, "edit.diff"),
    "--push",
    "origin",
  ]);
  assert.is(fresh.code, 1);
  assert.match(
    unwrapped(fresh.stdout),
    "edit was not pushed: codex/phase-edit on origin is not what was seen there",
  );
  // That somebody fetches, or an editor does, makes it nobody's to write over.
  repo.git("fetch", "-q", "origin");
  const fetched = pipeline(repo, "run", "--push", "origin");
  assert.equal([fetched.code, fetched.not_pushed?.phase], [1, "edit"]);
  assert.match(fetched.not_pushed?.why ?? "", "on origin holds what is not this pipeline's");
  assert.match(pipeline(repo, "run", "--push", "orgin").failure?.message ?? "", "no remote is called orgin");
});

test("tells what a remote says that refuses a branch, and pushes it when it does not any more", () => {
  const repo = makePipeline(FOUR.slice(0, 2));
  const hook = join(repo.dir, "../origin.git/hooks/pre-receive");
  writeFileSync(hook, "#!/bin/sh\necho 'not on a Sunday' >&2\nexit 1\n", { mode: 0o755 });
  const refused = pipeline(repo, "run", "--push", "origin");
  assert.equal([refused.code, refused.states], [1, "scaffold done, move ready"]);
  assert.is(refused.not_pushed?.why, "origin refuses it: not on a Sunday; pre-receive hook declined");
  rmSync(hook);
  assert.equal(pipeline(repo, "run", "--push", "origin").states, "scaffold done, move done");
  assert.equal(repo.git("ls-remote", "origin", "refs/heads/codex/*").split("\n").length, 2);
});

test("carries what a phase asked for in its commit where Git ignores the manifest, and a push judges by it", () => {
  const repo = makePipeline(FOUR.slice(0, 2), { isIgnored: true });
  const task = join(repo.dir, "../run.json");
  writeFileSync(task, JSON.stringify({ task: "run_pipeline", path: ".codex/pipeline.json" }));
  const ran = arkitekt(repo, ["task", "run", task, "--push", "origin", "--format", "json"]);
  assert.is(ran.code, 0, ran.stderr);
  assert.match(JSON.parse(ran.stdout).remarks[0], "Git ignores .codex/pipeline.json");
  assert.match(
    repo.git("log", "-1", "--format=%B", "codex/phase-move"),
    /^Arkitekt-Payload: \{.*"task":"move_module"/m,
  );
});
