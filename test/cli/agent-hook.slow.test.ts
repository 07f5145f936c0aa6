// The hook systems of agents, with the inputs that their pages document, through the very command that their settings hold.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { AGENTS, type AgentName } from "../../src/agent/event.ts";
import { SETTINGS } from "../../src/agent/settings.ts";
import { arkitekt, makeGated } from "../support/gated.ts";
import type { Answer, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("agents");

interface Fixture {
  readonly documented: string;
  readonly cases: readonly { readonly expected: "refused" | "passed" | "end"; readonly input: object }[];
}

const good = "local M = {}\n\nM.one = 1\n\nreturn M\n";
const settings = { agentBranches: ["codex/*"], rules: { "task-code": "off", "task-branch": "off" } };

function fixture(agent: AgentName): Fixture {
  const file = fileURLToPath(new URL(`../fixtures/agents/${agent}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Runs the command that the settings of `agent` hold for an event, as the agent would. */
function asked(repo: TestRepo, agent: AgentName, input: object): Answer {
  const text = readFileSync(join(repo.dir, SETTINGS[agent].file), "utf8");
  const command = JSON.stringify(JSON.parse(text).hooks).match(
    /"command":"((?:\\.|[^"\\])*arkitekt(?:\\.|[^"\\])*)"/,
  )?.[1];
  const said = JSON.stringify(input).replaceAll("$CWD", repo.dir);
  return repo.run("sh", ["-c", JSON.parse(`"${command}"`)], { input: said });
}

/** The answer in the documented form: what the agent reads as a refusal, and undefined where it goes on. */
function refusal(agent: AgentName, { code, stdout }: Answer): string | undefined {
  assert.is(code, 0);
  if (stdout === "") return undefined;
  const said = JSON.parse(stdout);
  if (agent === "cursor") {
    if (said.followup_message !== undefined) return said.followup_message;
    assert.equal(Object.keys(said), ["permission", "user_message", "agent_message"]);
    assert.is(said.permission, "deny");
    return said.agent_message;
  }
  if (said.decision !== undefined) {
    assert.equal(Object.keys(said), ["decision", "reason"]);
    assert.is(said.decision, "block");
    return said.reason;
  }
  assert.equal(Object.keys(said), ["hookSpecificOutput"]);
  const { hookEventName, permissionDecision, permissionDecisionReason, ...more } = said.hookSpecificOutput;
  assert.equal([hookEventName, permissionDecision, more], ["PreToolUse", "deny", {}]);
  return permissionDecisionReason;
}

test("are answered in the form that each documents, and their settings go as they came", () => {
  const repo = makeGated({ "A/core/one.lua": good }, settings);
  mkdirSync(join(repo.dir, ".claude"));
  const own = '{\n    "permissions": { "allow": ["Bash(ls)"] }\n}\n';
  writeFileSync(join(repo.dir, ".claude/settings.json"), own);
  const installed = arkitekt(repo, ["install", "--agents", "claude", "codex,cursor"]);
  assert.is(installed.code, 0, installed.stderr);
  assert.match(installed.stdout, "git add :/.claude/settings.json :/.codex/hooks.json :/.cursor/hooks.json");
  const again = arkitekt(repo, ["install", "--agents", "claude"]);
  assert.match(again.stdout, "nothing had to change");

  writeFileSync(join(repo.dir, "A/core/broken.lua"), "local =\n");
  const objects = repo.git("count-objects");
  for (const agent of AGENTS)
    for (const { expected, input } of fixture(agent).cases) {
      const answer = asked(repo, agent, input);
      const said = refusal(agent, answer);
      const what = `${agent} ${JSON.stringify(input)}\n${answer.stdout}${answer.stderr}`;
      if (expected === "passed") assert.is(said, undefined, what);
      else
        assert.match(
          said ?? "",
          expected === "end" ? /^git arkitekt check --working .*\n.*lua-parse/ : /^git .* # /,
          what,
        );
      assert.not.match(said ?? "", /ARKITEKT=0|ARKITEKT_OVERRIDE|arkitekt-off/);
    }
  assert.is(repo.git("count-objects"), objects);
  assert.is(repo.git("status", "--porcelain", "--", "A"), "?? A/core/broken.lua");

  // Cursor reads Claude's settings as well: its own are asked.
  const shell = fixture("cursor").cases[0]?.input ?? {};
  assert.is(asked(repo, "claude", shell).stdout, "");
  for (const odd of ["", "{}", "[", '{"hook_event_name":"Later"}', '{"hook_event_name":"PreToolUse"}']) {
    const answer = arkitekt(repo, ["agent", "hook"], { input: odd });
    assert.equal([answer.code, answer.stdout], [0, ""], odd);
    assert.match(answer.stderr, /^arkitekt: agent hook: .*\n$/, odd);
  }
  // Exit code 2 would be a refusal.
  for (const words of [["--agnt", "claude"], ["extra"], ["--agent"]]) {
    const answer = arkitekt(repo, ["agent", "hook", ...words], { input: JSON.stringify(shell) });
    assert.equal([answer.code, answer.stdout], [0, ""], words.join(" "));
    assert.match(answer.stderr, /^arkitekt: agent hook: .*\n→ .*\n.* nothing was judged\n$/, words.join(" "));
  }

  assert.is(arkitekt(repo, ["uninstall"]).code, 0);
  assert.is(readFileSync(join(repo.dir, ".claude/settings.json"), "utf8"), own);
  assert.equal(
    [".codex", ".cursor"].filter((folder) => existsSync(join(repo.dir, folder))),
    [],
  );
});

test("end a turn that was refused before only once for the same findings, and push nothing unjudged", () => {
  const repo = makeGated({ "A/core/one.lua": good }, settings);
  const ask = (input: object) =>
    refusal("claude", arkitekt(repo, ["agent", "hook"], { input: JSON.stringify(input) }));
  const base = { session_id: "s", transcript_path: "t", cwd: repo.dir };
  const stop = (isActive: boolean) => ask({ ...base, hook_event_name: "Stop", stop_hook_active: isActive });
  repo.write({ "A/core/two.lua": "local =\n" });
  assert.match(stop(false) ?? "", /# blocked: mend 1 error/);
  assert.is(stop(true), undefined);
  repo.write({ "A/core/two.lua": good, "A/core/three.lua": "local =\n" });
  assert.match(stop(true) ?? "", /# blocked again, 1 mended, 1 new, 0 as before/);
  // Where nothing can be kept, nobody is held for ever.
  const kept = join(repo.dir, ".git/arkitekt-refusals");
  rmSync(kept);
  mkdirSync(kept);
  assert.match(stop(false) ?? "", /# blocked: mend 1 error/);
  assert.is(stop(true), undefined);
  repo.write({ "A/core/three.lua": good });
  assert.is(stop(false), undefined);

  const push = {
    ...base,
    hook_event_name: "PreToolUse",
    tool_name: "Bash",
    tool_input: { command: "git push origin HEAD" },
  };
  repo.addRemote("origin");
  repo.git("add", "-A");
  repo.git("commit", "-qm", "good");
  assert.is(ask(push), undefined);
  repo.write({ "A/core/three.lua": "local =\n" });
  repo.run("git", ["commit", "-qnam", "bad"]);
  const commit = { ...push, tool_input: { command: "git commit -m x" } };
  assert.is(ask(commit), undefined);
  repo.git("config", "core.hooksPath", join(repo.dir, ".git/hooks"));
  assert.is(ask(commit), undefined, "the forwarders judge");
  repo.git("config", "alias.quick", "commit -n");
  const said = (command: string) => ask({ ...push, tool_input: { command } });
  assert.match(said("git quick -m x") ?? "", /^git commit {3}# refused/);
  assert.is(said("git quickest -m x"), undefined);
  repo.git("config", "core.hooksPath", "/dev/null");
  const isConfigured = repo.git("config", "--list").includes("hook.arkitekt-pre-commit");
  const isOpen = () => ask(commit)?.startsWith("npx arkitekt install   # refused") ?? false;
  assert.is(isOpen(), !isConfigured);
  if (isConfigured) repo.git("config", "--remove-section", "hook.arkitekt-pre-commit");
  assert.is(isOpen(), true);
  assert.match(ask(push) ?? "", /^git push {3}# blocked.*\nA\/core\/three.lua:1:7 lua-parse/);
});

test("see what differs the second time, and read what they can't find out", () => {
  const repo = makeGated({ "A/core/one.lua": good }, settings);
  const env = { AI_AGENT: "1" };
  const commit = () => repo.run("git", ["commit", "-qm", "x"], { env });
  repo.stage({ "A/core/two.lua": "local =\n", "A/core/three.lua": "x = 1\nreturn {}\n" });
  assert.match(commit().stderr, /^git add .* # blocked: mend/);
  assert.match(commit().stderr, /^git add .* # blocked again, nothing has changed: mend/);
  repo.stage({ "A/core/two.lua": good });
  const third = commit().stderr;
  assert.match(third, /# blocked again, 1 mended, 0 new/);
  assert.match(third, /^mended: A\/core\/two.lua lua-parse: /m);
  for (const expected of [/# blocked: mend/, /# blocked again, nothing has changed/])
    assert.match(arkitekt(repo, ["check", "--format", "agent"]).stdout, expected);
  for (const damage of ["", "[[", '[["staged"]]', "\0\0\0"]) {
    writeFileSync(join(repo.dir, ".git/arkitekt-refusals"), damage);
    assert.match(commit().stderr, /# blocked: mend/, JSON.stringify(damage));
  }

  const file = "# Mine\r\n\r\ntext\r\n";
  repo.write({ "AGENTS.md": file });
  assert.is(arkitekt(repo, ["agent", "rules", "--check"]).code, 1);
  assert.is(arkitekt(repo, ["agent", "rules", "--write", "AGENTS.md"]).code, 0);
  const written = readFileSync(join(repo.dir, "AGENTS.md"), "utf8");
  assert.ok(written.startsWith(file));
  assert.ok(written.slice(file.length).trim().split("\n").length < 30);
  assert.is(arkitekt(repo, ["agent", "rules", "--check"]).code, 0);
  assert.is(arkitekt(repo, ["agent", "rules", "--check", "AGENTS.md"]).code, 0);
  repo.write({ "AGENTS.md": written.replace("12 files", "99 files") });
  const stale = arkitekt(repo, ["agent", "rules", "--check"]);
  assert.equal(
    [stale.code, stale.stdout],
    [1, "AGENTS.md holds rules that are out of date\n→ arkitekt agent rules --write AGENTS.md\n"],
  );
  assert.is(arkitekt(repo, ["agent", "rules", "--write", "AGENTS.md"]).code, 0);
  assert.is(readFileSync(join(repo.dir, "AGENTS.md"), "utf8"), written);
});
