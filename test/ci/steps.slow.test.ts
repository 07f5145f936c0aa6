// The shell of every step, run as a runner would run it: against a real remote, with nothing but Git, Node and a few tools of every system,
// and with stand-ins of `gh` and `curl` that write down how they were called.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { workflow } from "../../src/ci/workflow.ts";
import type { CiProgram } from "../../src/ci/workflow-options.ts";
import { type Answer, makeFolder, makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the steps of the workflow");
const ARKITEKT = fileURLToPath(new URL("../../dist/arkitekt.cjs", import.meta.url));

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const MODULE = "local M = {}\nreturn M\n";
const HOSTILE = [
  "codex/$(touch\x24{IFS}pwned)",
  "codex/`touch\x24{IFS}pwned`",
  "codex/';touch\x24{IFS}pwned;'",
  'codex/"&touch\x24{IFS}pwned&"@everyone',
];

const OPTIONS = {
  branches: ["codex/**"],
  requests: "work/spec_requests",
  isDiscord: false,
  checkout: "v4",
  setupNode: "v4",
} as const;

const origin = makeRepo({ ".arkitektrc.json": '{"extends":"playbook-v5"}\n', "ARKITEKT/core/a.lua": MODULE });
const remote = origin.addRemote("remote");
const said = origin.run("node", [ARKITEKT, "ci", "github", "--discord", "--write"]);
const WORKFLOW = ".github/workflows/arkitekt.yml";
const PROGRAM = ".arkitekt/ci/arkitekt.cjs";
const written = said.code === 0 ? origin.read(WORKFLOW).toString("utf8") : "";
const jobs = (parse(written) ?? { jobs: {} }).jobs as Readonly<Record<string, { steps: readonly Step[] }>>;

const bin = tools();
const calls = join(makeFolder(), "calls");
let runs = 0;

/** A branch with one commit on `from`, pushed. */
function branch(
  name: string,
  from: string,
  files: Parameters<TestRepo["commit"]>[1],
  title = "[RP-1] Add one",
) {
  origin.git("checkout", "--quiet", "--force", "--detach", from);
  const id = origin.commit(title, files);
  origin.git("push", "--quiet", "--force", "remote", `${id}:refs/heads/${name}`);
  return id;
}

function clone(...args: readonly string[]): TestRepo {
  return remote.clone(`clone-${runs++}`, "--no-single-branch", ...args);
}

interface Event {
  readonly ref: string;
  readonly sha: string;
  readonly isTag?: true;
  readonly more?: Readonly<Record<string, string>>;
}

/** Runs a step in a checkout of the commit; gives what it answered, wrote as outputs and called. */
function step(at: TestRepo, job: string, name: string, { ref, sha, isTag, more = {} }: Event, from = jobs) {
  const found = from[job]?.steps.find((each) => each.name === name);
  if (found?.run === undefined) throw new Error(`there is no step ${name}`);
  const context: Readonly<Record<string, string>> = {
    "github.ref_type == 'branch' && github.ref_name || ''": isTag ? "" : ref,
    "github.ref_name": ref,
    "github.event.repository.default_branch": "main",
    "github.server_url": "https://example.com",
    "github.repository": "o/r",
    "github.run_id": "7",
    "github.sha": sha,
    "github.token": "",
    ...more,
  };
  const value = (text: string) =>
    text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, code: string) => {
      const known = context[code];
      if (known === undefined) throw new Error(`nothing is known of ${code}`);
      return known;
    });
  const temp = join(at.dir, "..", "temp");
  mkdirSync(temp, { recursive: true });
  const output = join(temp, "output");
  writeFileSync(output, "");
  rmSync(calls, { force: true });
  const answer: Answer = at.run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", found.run], {
    env: {
      ...Object.fromEntries(Object.entries(found.env ?? {}).map(([key, text]) => [key, value(text)])),
      PATH: bin,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: output,
      CALLS: calls,
    },
  });
  assert.not(existsSync(join(at.dir, "pwned")), ref);
  const outputs = Object.fromEntries(
    readFileSync(output, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  return { ...answer, outputs, calls: existsSync(calls) ? readFileSync(calls, "utf8") : "" };
}

const range = (at: TestRepo, event: Event) => step(at, "check", "Work out the range", event);

/** The range, the program and the check, in one checkout. */
function judge(at: TestRepo, event: Event) {
  at.git("checkout", "--quiet", "--force", event.sha);
  const { outputs } = range(at, event);
  const brought = step(at, "check", "Bring the program", event);
  assert.is(brought.code, 0, brought.stderr);
  const more = Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => [`steps.range.outputs.${key}`, String(value)]),
  );
  return { ...step(at, "check", "Check the range", { ...event, more }), outputs };
}

test("come with the program, which a person may add and an agent may not touch", () => {
  assert.is(said.code, 0, said.stderr);
  const start = origin.id("HEAD");
  origin.git("add", WORKFLOW, PROGRAM);
  const main = origin.commit("[RP-1] Add the workflow");
  origin.git("push", "--quiet", "remote", "HEAD:main");
  const own = origin.run("node", [ARKITEKT, "check", "--range", `${start}..${main}`, "--branch", "main"]);
  assert.is(own.code, 0, own.stdout);
  const at = clone();
  for (const [name, path] of [
    ["codex/workflow", WORKFLOW],
    ["codex/program", PROGRAM],
    ["codex/beside", ".arkitekt/ci/other.cjs"],
  ] as const) {
    const sha = branch(name, main, { [path]: "process.exit(0);\n" });
    at.git("fetch", "--quiet", "origin");
    const { code, stdout } = judge(at, { ref: name, sha });
    assert.is(code, 1, stdout);
    assert.match(stdout, /the rules of the gate may not change on an agent's branch/);
  }
});

test("count what a branch has and its base has not, however it came", () => {
  const main = remote.id("main");
  const a = branch("codex/phase-a", main, { "ARKITEKT/core/b.lua": MODULE });
  const b = branch("codex/phase-b", a, { "ARKITEKT/core/c.lua": MODULE });
  const bad = branch("codex/bad", main, { "ARKITEKT/core/bad.lua": "local = 1\n" }, "[RP-1] \u0007Break\tit");
  const at = clone();
  const is = (sha: string, ref: string, from: string, base: string, commits: string, place = at) => {
    const { code, stderr, outputs } = range(place, { ref, sha });
    assert.is(code, 0, stderr);
    assert.equal([outputs["range"], outputs["base"], outputs["commits"]], [`${from}..${sha}`, base, commits]);
    return outputs;
  };
  is(a, "codex/phase-a", main, "main", "1");
  is(b, "codex/phase-b", a, "codex/phase-a", "1");
  is(main, "codex/empty", main, "main", "0");
  assert.is(is(bad, "codex/bad", main, "main", "1")["title"], "[RP-1] Breakit");
  assert.is(range(at, { ref: "v1", sha: b, isTag: true }).outputs["range"], `${a}..${b}`);
  is(b, "codex/phase-b", a, "codex/phase-a", "1", clone("--depth=1"));

  // The phase before is pushed again by force: what has grown from the old one counts for itself.
  const again = branch("codex/phase-a", main, { "ARKITEKT/core/d.lua": MODULE });
  at.git("fetch", "--quiet", "origin");
  is(again, "codex/phase-a", main, "main", "1");
  is(b, "codex/phase-b", main, "main", "2");

  // Main moves on, and the second phase takes it up: that is not its own doing.
  const next = branch("main", main, { "ARKITEKT/core/e.lua": MODULE });
  branch("codex/phase-a", main, { "ARKITEKT/core/b.lua": MODULE });
  origin.git("checkout", "--quiet", "--detach", a);
  origin.git("push", "--quiet", "--force", "remote", `${a}:refs/heads/codex/phase-a`);
  origin.git("checkout", "--quiet", "--detach", b);
  origin.git("merge", "--quiet", "--no-edit", "-m", "[RP-1] Take up main", next);
  const merged = origin.id("HEAD");
  origin.git("push", "--quiet", "--force", "remote", `${merged}:refs/heads/codex/phase-b`);
  at.git("fetch", "--quiet", "origin");
  is(merged, "codex/phase-b", next, "codex/phase-a", "3");

  const good = judge(at, { ref: "codex/phase-a", sha: a });
  assert.is(good.code, 0, good.stdout + good.stderr);
  const broken = judge(at, { ref: "codex/bad", sha: bad });
  assert.is(broken.code, 1, broken.stderr);
  assert.match(broken.stdout, /^::error file=ARKITEKT\/core\/bad\.lua/m);
  const lint = step(at, "check", "Check the hand-off", { ref: "codex/bad", sha: bad });
  assert.equal([lint.code, lint.stdout], [0, "There is no hand-off here.\n"]);
  at.write({ "work/spec_requests/x/request.json": "{" });
  assert.is(step(at, "check", "Check the hand-off", { ref: "codex/bad", sha: bad }).code, 1);
  // Another folder is what the policy names; what it is called is no shell.
  const folder = "-n $(touch pwned)";
  const made = { ...OPTIONS, program: { kind: "vendored" }, requests: folder } as const;
  const other = () =>
    step(at, "check", "Check the hand-off", { ref: "codex/bad", sha: bad }, parse(workflow(made)).jobs);
  assert.match(other().stdout, "There is no hand-off here.");
  at.write({ [`${folder}/x`]: "" });
  assert.not.match(other().stdout, "There is no hand-off here.");
});

test("pass names of branches on as they are, open a pull request once, and tell it to nobody in particular", () => {
  const main = remote.id("main");
  const made = HOSTILE.map((name) => [name, branch(name, main, { "ARKITEKT/core/f.lua": MODULE })] as const);
  const at = clone();
  for (const [ref, sha] of made) {
    const found = judge(at, { ref, sha });
    assert.is(found.code, 0, found.stdout + found.stderr);
    const more = {
      "needs.check.outputs.base": String(found.outputs["base"]),
      "needs.check.outputs.title": "@everyone $(id) `id`",
      "needs.check.result": "success",
      "needs.pull-request.result": "success",
      "needs.pull-request.outputs.url": "https://example.com/o/r/pull/3",
      "secrets.DISCORD_WEBHOOK": "https://example.com/hook/secret-part\n",
    };
    const open = step(at, "pull-request", "Open or update the pull request", { ref, sha, more });
    assert.is(open.code, 0, open.stderr);
    assert.equal(callsOf(open.calls, "gh").at(-1), [
      ...["pr", "create", "--repo=o/r", `--head=${ref}`, "--base=main", "--title=@everyone $(id) `id`"],
      "--body-file=-",
    ]);
    assert.is(open.outputs["url"], "https://example.com/o/r/pull/3");
    writeFileSync(join(at.dir, "..", "open"), "");
    const edit = step(at, "pull-request", "Open or update the pull request", { ref, sha, more });
    rmSync(join(at.dir, "..", "open"));
    assert.equal(callsOf(edit.calls, "gh").at(-1), ["pr", "edit", "3", "--repo=o/r", "--base=main"]);

    const tell = step(at, "notify", "Tell Discord", { ref, sha, more });
    assert.is(tell.code, 0, tell.stderr);
    assert.not.match(tell.stdout + tell.stderr + callsOf(tell.calls, "curl").join(" "), /secret-part/);
    assert.match(tell.calls, /^<url = "https:\/\/example\.com\/hook\/secret-part"$/m);
    const message = messageOf(at);
    assert.equal(message.allowed_mentions, { parse: [] });
    assert.ok(message.content.startsWith(`✅ passed: \`${ref.replaceAll("`", "'")}\`\n`), message.content);
  }
});

test("tell a failure, skip an empty secret, keep 2,000 characters, and never show the address", () => {
  const at = clone();
  const tell = (more: Readonly<Record<string, string>>) =>
    step(at, "notify", "Tell Discord", {
      ref: "codex/a",
      sha: remote.id("main"),
      more: {
        "needs.check.outputs.title": "",
        "needs.check.result": "failure",
        "needs.pull-request.result": "success",
        "needs.pull-request.outputs.url": "",
        "secrets.DISCORD_WEBHOOK": "https://example.com/hook",
        ...more,
      },
    });
  assert.is(tell({ "needs.check.outputs.title": "😀".repeat(3000) }).code, 0);
  const { content } = messageOf(at);
  assert.ok(content.startsWith("❌ the check: failure: `codex/a`\nhttps://example.com/o/r/actions/runs/7\n"));
  assert.ok(content.length >= 1999 && content.length <= 2000 && content.endsWith("😀"), `${content.length}`);
  tell({ "needs.check.result": "success", "needs.pull-request.result": "failure" });
  assert.match(messageOf(at).content, /^❌ the pull request: failure: /);

  const empty = tell({ "secrets.DISCORD_WEBHOOK": "\n" });
  assert.equal([empty.code, empty.calls], [0, ""]);
  for (const wrong of ["http://example.com/secret-part", 'https://example.com/"secret-part', "secret-part"]) {
    const refused = tell({ "secrets.DISCORD_WEBHOOK": wrong });
    assert.equal([refused.code, refused.calls], [1, ""]);
    assert.not.match(refused.stdout + refused.stderr, /secret-part/);
  }
  const down = tell({ "secrets.DISCORD_WEBHOOK": "https://down.example.com/secret-part" });
  assert.is(down.code, 1);
  assert.match(down.stdout, /Discord did not take the message \(curl: 22\)/);
  assert.not.match(down.stdout + down.stderr, /secret-part/);
});

test("bring the program from an address, if it is the one that is meant, or by npx from outside the branch", () => {
  const at = clone();
  const event = { ref: "codex/a", sha: remote.id("main") };
  const bring = (program: CiProgram) => {
    return step(at, "check", "Bring the program", event, parse(workflow({ ...OPTIONS, program })).jobs);
  };
  const call = () =>
    at.run("sh", [join(at.dir, "..", "temp", "arkitekt"), "check", "$(id) '"], {
      env: { PATH: bin, RUNNER_TEMP: join(at.dir, "..", "temp"), CALLS: calls },
    }).stdout;
  const url = "https://example.com/arkitekt.cjs";
  const served = 'console.log("fetched", ...process.argv.slice(2))\n';
  const sha256 = createHash("sha256").update(served).digest("hex");
  for (const each of [undefined, sha256])
    assert.is(bring({ kind: "url", url, sha256: each }).stdout, "fetched --version\n");
  assert.is(call(), "fetched check $(id) '\n");
  const other = bring({ kind: "url", url, sha256: "0".repeat(64) });
  assert.is(other.code, 1);
  assert.match(other.stdout, /^::error::The program is not the one/);

  const npm = bring({ kind: "npm", version: "0.1.0" });
  assert.is(npm.code, 0, npm.stderr);
  assert.equal(callsOf(npm.calls, "npx")[0]?.slice(0, 4), ["--yes", "--package", "arkitekt@0.1.0", "--"]);
  assert.match(npm.calls, /^<.*\/temp$/m);
  assert.is(call(), `${at.dir}\ncheck\n$(id) '\n`);
  assert.is(bring({ kind: "npm", version: "$(id)" }).code, 1);
});

test("are written over nothing that a person wrote or changed", () => {
  origin.git("checkout", "--quiet", "--force", "--detach", remote.id("main"));
  const write = () => origin.run("node", [ARKITEKT, "ci", "github", "--write"]);
  assert.match(write().stdout, /^unchanged \.arkitekt.*\nreplaced \.github/);
  origin.write({ [WORKFLOW]: `${origin.read(WORKFLOW).toString("utf8")}# mine\n` });
  const mine = origin.read(WORKFLOW);
  const refused = write();
  assert.is(refused.code, 2);
  assert.match(refused.stderr, /was written, or changed, by somebody else/);
  assert.equal(origin.read(WORKFLOW), mine);
});

function messageOf(at: TestRepo): { readonly content: string; readonly allowed_mentions: object } {
  return JSON.parse(readFileSync(join(at.dir, "..", "temp", "message.json"), "utf8"));
}

/** The arguments of each call of a program. */
function callsOf(text: string, program: string): readonly (readonly string[])[] {
  return text.split("\n>").flatMap((call) => {
    const [name = "", ...words] = (call.split("\n<")[0] ?? "").replace(/^>/, "").split("\0");
    return name === program ? [words.slice(0, -1)] : [];
  });
}

/** A folder with what a step may use. */
function tools(): string {
  const folder = makeFolder();
  for (const name of ["git", "node", "bash", "sh", "cat", "sed", "tr", "tail", "base64", "sha256sum"]) {
    const place = origin.run("sh", ["-c", `command -v ${name}`]).stdout.trim();
    symlinkSync(place, join(folder, name));
  }
  const standIn = (name: string, body: string) =>
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\n{ printf '\\n>'; printf '%s\\0' ${name} "$@"; printf '\\n<'; } >>"$CALLS"\n${body}\n`,
      { mode: 0o755 },
    );
  standIn(
    "gh",
    `case "$2" in
list) if [ -e ../open ]; then echo 3; fi ;;
create) cat >>"$CALLS"; printf 'a line\\nhttps://example.com/o/r/pull/3\\n' ;;
*) echo https://example.com/o/r/pull/3 ;;
esac`,
  );
  standIn(
    "npx",
    `pwd >>"$CALLS"; while [ "$1" != -- ]; do shift; done; shift; if [ "$1" = sh ]; then exec "$@"; fi`,
  );
  writeFileSync(join(folder, "arkitekt"), `#!/bin/sh\nprintf '%s\\n' "$PWD" "$@"\n`, { mode: 0o755 });
  standIn(
    "curl",
    `file=; for word; do if [ "$last" = --output ]; then file=$word; fi; last=$word; done
if [ -n "$file" ] && [ "$file" != /dev/null ]; then echo 'console.log("fetched", ...process.argv.slice(2))' >"$file"; fi
sent=$(cat); printf '%s\\n' "$sent" >>"$CALLS"; case "$sent" in *down*) exit 22 ;; esac`,
  );
  return folder;
}
