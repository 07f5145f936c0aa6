import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, rulesIn } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("forms of the question");
const broken = "local = 1\n";

/** Every file below a folder with its size and time; Git itself renews the time of an object that it would have written again. */
function filesBelow(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[]).sort().map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return name.startsWith("objects/") ? `${name} ${size}` : `${name} ${size} ${mtimeMs}`;
  });
}

test("--working judges the tree as it stands, staged or not, and writes nothing", () => {
  const repo = makeGated({ "A/a.lua": cleanModule, "A/gone.lua": cleanModule, ".gitignore": "*.tmp.lua\n" });
  const nothing = arkitekt(repo, ["check", "--working"]);
  assert.equal(nothing.stdout, "skipped: the working tree (nothing is changed)\narkitekt: skipped\n");
  repo.stage({ "A/a.lua": broken, "A/b.lua": cleanModule });
  repo.write({
    "A/a.lua": `${cleanModule}-- mended\n`,
    "A/new.lua": broken,
    "A/x.tmp.lua": broken,
    "A/gone.lua": null,
  });
  const before = filesBelow(join(repo.dir, ".git"));
  const working = arkitekt(repo, ["check", "--working", "--format", "unix"]);
  assert.equal([working.code, working.stderr], [1, ""]);
  assert.match(working.stdout, /^A\/new\.lua:1:7: error: .+\n$/);
  assert.equal(filesBelow(join(repo.dir, ".git")), before);
  assert.match(arkitekt(repo, ["check", "--format", "unix"]).stdout, /^A\/a\.lua:1:7: error: /);
});

test("files that are named are judged as they lie in the working tree, and nothing else", () => {
  const repo = makeGated({ "A/a.lua": cleanModule, "A/gone.lua": cleanModule, ".gitignore": "*.tmp.lua\n" });
  repo.stage({ "A/staged.lua": broken });
  repo.write({ "A/a.lua": broken, "A/sub/b c.lua": broken, "A/x.tmp.lua": broken, "A/gone.lua": null });
  const ask = (args: readonly string[], cwd = ".") =>
    arkitekt(repo, ["check", "--format", "unix", ...args], { cwd });
  const places = (...words: Parameters<typeof ask>) =>
    ask(...words)
      .stdout.split("\n")
      .flatMap((line) => /^(.+?):1:7: error/.exec(line)?.[1] ?? []);
  const before = filesBelow(join(repo.dir, ".git"));
  assert.equal(places(["A/a.lua"]), ["A/a.lua"]);
  assert.equal(places([join(repo.dir, "A/a.lua"), "A/x.tmp.lua"]), ["A/a.lua", "A/x.tmp.lua"]);
  assert.equal(places(["sub"], "A"), ["A/sub/b c.lua"]);
  assert.equal(places(["A"]), ["A/a.lua", "A/staged.lua", "A/sub/b c.lua"]);
  assert.is(ask(["A/gone.lua"]).code, 0);
  assert.equal(filesBelow(join(repo.dir, ".git")), before);
  for (const [names, says] of [
    [["A/a.lua", "A/not-there.lua"], "A/not-there.lua is not there"],
    [["../elsewhere.lua"], "../elsewhere.lua lies outside this repository"],
    [["A/a.lua", "--working"], "which --working does not look at"],
  ] as const) {
    const { code, stdout, stderr } = ask(names);
    assert.equal([code, stdout.split("\n").length], [2, 2], names.join(" "));
    assert.match(stderr, says);
  }
  const agent = arkitekt(repo, ["check", "A/sub/b c.lua", "--format", "agent"]).stdout;
  assert.match(agent, /^arkitekt check 'A\/sub\/b c\.lua' {3}# blocked/);
});

test("--patch judges what would come of a patch in any of its forms, as patch check does, and writes nothing", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.write({ "A/a.lua": cleanModule.replace("M.name()", "M.name(") });
  const diff = repo.git("diff");
  repo.write({ "A/a.lua": cleanModule });
  const edit = { path: "A/b.lua", contents: broken };
  const patches = {
    diff: `${diff}\n`,
    object: JSON.stringify({ ok: true, notes: "", plan: [], edits: [edit], moves: [], deletions: [] }),
    envelope: `*** Begin Patch\n*** Add File: A/b.lua\n+${broken}*** End Patch\n`,
  };
  const before = filesBelow(join(repo.dir, ".git"));
  for (const [form, input] of Object.entries(patches)) {
    const judged = arkitekt(repo, ["check", "--patch", "-", "--format", "json"], { input });
    assert.is(judged.code, 1, `${form}: ${judged.stderr}`);
    const own = arkitekt(repo, ["patch", "check", "-", "--format", "json"], { input });
    assert.equal(JSON.parse(judged.stdout).findings, JSON.parse(own.stdout).findings, form);
    assert.match(
      arkitekt(repo, ["check", "--patch", "-", "--format", "sarif"], { input }).stdout,
      "lua-parse",
    );
  }
  repo.write({ "good.diff": `${diff}\n`.replace("+function M.name(", "+function M.named()") });
  assert.is(arkitekt(repo, ["check", "--patch", "good.diff"]).code, 0);
  const not = arkitekt(repo, ["check", "--patch", "-", "--format", "json"], { input: "no patch" });
  assert.equal([not.code, JSON.parse(not.stdout).outcome], [2, "cannot-look"]);
  assert.equal(filesBelow(join(repo.dir, ".git")), before);
});

test("--message judges a message alone", () => {
  const repo = makeGated();
  repo.stage({ "A/a.lua": broken });
  const say = (input: string) => arkitekt(repo, ["check", "--message", "-"], { input });
  assert.is(say("[AB-1] Say more\n").code, 0);
  const refused = say("more\n");
  assert.equal([refused.code, rulesIn(refused.stdout)], [1, ["task-code"]]);
  // By another policy, on another branch, and with the exception that the commit would be made with.
  const overrides = [{ branches: "agents", rules: { "task-code": "off" } }];
  repo.write({ "lax.json": JSON.stringify({ ...policy, agentBranches: ["x"], overrides }) });
  const said = { input: "more\n" };
  for (const [branch, code] of [
    ["x", 0],
    ["y", 1],
  ] as const) {
    const args = ["check", "--message", "-", "--policy", "lax.json", "--branch", branch];
    assert.is(arkitekt(repo, args, said).code, code, branch);
  }
  const env = { ARKITEKT_OVERRIDE: "task-code: it was agreed" };
  assert.is(arkitekt(repo, ["check", "--message", "-"], { ...said, env }).code, 0);
});

test("--rule, --quiet and --summary say less, and the exit code goes by what is looked at", () => {
  const repo = makeGated();
  repo.stage({ "A/a.lua": broken, "A/b.lua": "x = 1\nlocal M = {}\nreturn M\n", "B/c.lua": cleanModule });
  const ask = (...args: string[]) => arkitekt(repo, ["check", ...args]);
  assert.equal(rulesIn(ask("--rule", "lua-parse", "--rule", "path-fence").stdout), [
    "lua-parse",
    "path-fence",
  ]);
  assert.is(ask("--rule", "purity-fence").code, 0);
  assert.match(ask("--rule", "lua-pares").stderr, "did you mean lua-parse?");
  assert.is(ask("--rule", "purity-fence", "--quiet").stdout, "");
  assert.equal(rulesIn(ask("--quiet").stdout).includes("lua-parse"), true);
  assert.match(ask("--summary", "--format", "json").stderr, "--summary is text for people");
  const json = arkitekt(repo, ["check", "--rule", "purity-fence", "--quiet"], {
    env: { ARKITEKT_FORMAT: "json" },
  });
  assert.is(JSON.parse(json.stdout).outcome, "pass");
  assert.match(ask("--summary").stdout, /^rule +errors +warnings +before\nlua-parse +1 +0 +0\n/);
});

test("what keeps a hook or a command from looking is said in the form that is asked for", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.commit("[AB-1] Break the policy", { ".arkitektrc.json": '{ "ruels": {} }' });
  repo.stage({ "A/b.lua": cleanModule });
  const hook = repo.run("git", ["commit", "-qm", "[AB-2] Say more"], { env: { ARKITEKT_FORMAT: "json" } });
  assert.is(hook.code === 0, false);
  const { outcome, failure } = JSON.parse(hook.stderr.split("\n")[0] ?? "");
  assert.equal([outcome, failure.kind], ["cannot-look", "bad-policy"]);
  const told = (format: string) => arkitekt(repo, ["check", "--format", format]);
  assert.match(told("unix").stdout, /^\.arkitektrc\.json:1:\d+: error: .*"ruels".*\n$/);
  const contract = told("contract");
  const { ok, findings } = JSON.parse(contract.stdout);
  assert.equal([contract.code, ok, findings[0].rule], [2, false, "check"]);
});
