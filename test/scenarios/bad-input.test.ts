import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { checksumList } from "../../src/system/program/checksums.ts";
import { arkitekt, cleanModule, makeGated, program } from "../support/gated.ts";
import { makeFolder, makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("bad input");

/** One sentence after the name, and a next step. */
function isClear(stderr: string): boolean {
  return /^arkitekt: .+\n(?:.*\n)*→ .+\n$/.test(stderr) && !/\n\s+at /.test(stderr);
}

function refuses(repo: TestRepo, args: readonly string[], says: string, env: NodeJS.ProcessEnv = {}): void {
  const answer = arkitekt(repo, args, { env });
  assert.is(answer.code, 2, `${args.join(" ")}: ${answer.stderr}${answer.stdout}`);
  assert.ok(isClear(answer.stderr), answer.stderr);
  assert.match(answer.stderr, says);
  assert.is(answer.stdout, "");
}

test("no repository is told as such", () => {
  const repo = makeRepo();
  rmSync(join(repo.dir, ".git"), { recursive: true });
  refuses(repo, ["check"], "not in a Git repository");
});

test("what is not the file it should be is named once, with what is wrong", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  refuses(repo, ["check", "--policy", "A"], "A holds no policy");
  refuses(repo, ["hook", "commit-msg", "nowhere"], "nowhere: it is not there");
  refuses(repo, ["hook", "commit-msg"], "needs the file that holds the message");
});

test("a policy that never ends, never comes or is far too large is told as such, soon", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.run("mkfifo", ["pipe"]);
  repo.run("truncate", ["-s", "3G", "large.json"]);
  refuses(repo, ["check", "--policy", "/dev/zero"], "/dev/zero has more than 1048576 bytes");
  refuses(repo, ["check", "--policy", "large.json"], "large.json has more than 1048576 bytes");
  refuses(repo, ["check", "--policy", "pipe"], "nothing came out of");
  refuses(repo, ["check", "--policy", "/dev/null"], "the policy is empty");
  refuses(repo, ["check", "--patch", "/dev/null"], "the patch can't be read: it is empty");
  const line = `"$0" "$1" check --policy <(sleep 0.3; cat .arkitektrc.json)`;
  const piped = repo.run("bash", ["-c", line, process.execPath, program]);
  assert.is(piped.code, 0, piped.stderr);
});

test("a flag that is given nothing is not a flag left out", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  for (const flag of ["--branch", "--policy", "--range", "--tree", "--now"]) {
    refuses(repo, ["check", flag, ""], `${flag} needs a value`);
  }
});

test("no policy, neither committed nor staged, stops the commit", () => {
  const repo = makeRepo({ "a.lua": cleanModule });
  refuses(repo, ["check"], "has no policy");
});

test("a broken policy names its file, line, key and the nearest valid key", () => {
  const repo = makeRepo({ ".arkitektrc.json": '{\n  "extends": "playbook-v5",\n  "ruels": {}\n}\n' });
  refuses(repo, ["check"], '.arkitektrc.json:3:3  ruels: there is no key "ruels"');
  assert.match(arkitekt(repo, ["check"]).stderr, "rules");
});

test("a proof-grep that can't be used is a broken policy", () => {
  const greps = [{ pattern: "foo(", dialect: "regex", should_match: false }];
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify({
      extends: "playbook-v5",
      rules: { "proof-grep": ["error", { greps }] },
    }),
  });
  refuses(repo, ["check"], "rules.proof-grep.greps[0].pattern");
});

test("an object that is missing is named, and nothing passes", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.stage({ "A/a.lua": `${cleanModule}-- more\n` });
  const id = repo.git("rev-parse", ":A/a.lua");
  rmSync(join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2)));
  refuses(repo, ["check"], id);
});

test("an index that can't be read stops it", () => {
  const repo = makeGated();
  writeFileSync(join(repo.dir, ".git/index"), "this is not an index");
  refuses(repo, ["check"], "index");
});

/** What keeps the gate from looking: how it is brought about, and what the commit and the push are told. */
const CANNOT_LOOK: Readonly<Record<string, (repo: TestRepo) => readonly [commit: string, push?: string]>> = {
  "a repository without a policy": (repo) => {
    repo.commit("[AB-1] Drop it", { ".arkitektrc.json": null });
    return ["has no policy"];
  },
  "a policy that is missing from the object store": (repo) => {
    const id = repo.id("HEAD:.arkitektrc.json");
    lose(repo, id);
    return [id, id];
  },
  "a policy that is missing, beside a package.json": (repo) => {
    repo.commit("[AB-1] Pack it", { "package.json": "{}" });
    const id = repo.id("HEAD:.arkitektrc.json");
    lose(repo, id);
    return [id, id];
  },
  "a parent that is missing": (repo) => {
    repo.commit("[AB-1] Go on", { "A/b.lua": cleanModule });
    lose(repo, repo.id("HEAD~1"));
    return ["", "an object of this repository is missing or damaged"];
  },
  "an override that is not one": (repo) => {
    repo.env["ARKITEKT_OVERRIDE"] = "because I say so";
    return ['ARKITEKT_OVERRIDE says "because I say so"'];
  },
};

function lose(repo: TestRepo, id: string): void {
  rmSync(join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2)));
}

for (const [fault, bring] of Object.entries(CANNOT_LOOK)) {
  test(`${fault} stops the commit or the push in one sentence, and nothing has changed`, () => {
    const repo = makeGated({ "A/a.lua": cleanModule });
    const remote = repo.addRemote("origin");
    const [atCommit, atPush] = bring(repo);
    repo.stage({ "A/a.lua": `${cleanModule}-- more\n` });
    if (atCommit !== "") {
      const before = [repo.id("HEAD"), repo.git("ls-files", "-s")];
      const { code, stderr } = repo.tryGit("commit", "-qm", "[AB-2] Say more");
      assert.is(code, 1, stderr);
      const said = stderr.replaceAll(/^error: invalid object .*\n/gm, "");
      assert.ok(isClear(said), stderr);
      assert.match(said, atCommit);
      assert.equal([repo.id("HEAD"), repo.git("ls-files", "-s")], before);
    }
    if (atPush !== undefined) {
      const { code, stderr } = repo.tryGit("push", "-q", "origin", "main");
      assert.is(code, 1, stderr);
      const said = stderr.replaceAll(/^error: failed to push .*\n/gm, "");
      assert.ok(isClear(said), stderr);
      assert.match(said, atPush);
      assert.is(remote.tryGit("rev-parse", "-q", "--verify", "main").stdout, "");
    }
  });
}

test("a Git that is too old is told with the version that is needed", () => {
  const repo = makeGated();
  const bin = makeFolder();
  writeFileSync(
    join(bin, "git"),
    '#!/bin/sh\ncase "$*" in *version*) echo "git version 2.17.1";; *) echo "error: unknown option" >&2; exit 129;; esac\n',
    { mode: 0o755 },
  );
  refuses(repo, ["check"], "at least 2.39 is needed", { PATH: `${bin}:${process.env["PATH"]}` });
});

test("no Git at all is told", () => {
  const repo = makeGated();
  refuses(repo, ["check"], "git", { PATH: makeFolder() });
});

test("arguments that make no sense are told with the nearest that does", () => {
  const repo = makeGated();
  refuses(repo, ["chekc"], "did you mean check?");
  refuses(repo, ["check", "--stagd"], "did you mean --staged?");
  refuses(repo, ["check", "--staged", "--tree", "HEAD"], "can't be given together");
  refuses(repo, ["check", "--tree"], "--tree needs a value");
  refuses(repo, ["check", "--tree", "nowhere"], "nowhere is not a commit or tree");
  refuses(repo, ["check", "--range", "main"], "not a range");
  refuses(repo, ["check", "--format", "xml"], 'no format "xml"');
  refuses(repo, ["check", "--now", "2025-02-30"], "is not a date");
  refuses(repo, ["check", "--policy", "gone.json"], "gone.json: it is not there");
  refuses(repo, ["check", "word"], "word is not there");
  refuses(repo, ["scan", "word"], "one argument too many");
  refuses(repo, ["explain", "path-fenc"], "did you mean path-fence?");
  refuses(repo, ["hook", "post-everything"], "there is no hook");
  refuses(repo, ["policy", "show"], "arkitekt policy --help");
});

test("output that can't be written, on a full disk, is not a pass", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  const answer = repo.run("sh", [
    "-c",
    `"$1" "$2" check --format json >/dev/full`,
    "sh",
    process.execPath,
    program,
  ]);
  assert.is(answer.code, 2, answer.stderr);
  assert.match(answer.stderr, "the disk is full");
});

test("a reader that goes away is not a fault", () => {
  const repo = makeGated({ "A/a.lua": "local = 1\n" });
  const answer = repo.run("sh", [
    "-c",
    `"$1" "$2" check --tree HEAD | head -n 1`,
    "sh",
    process.execPath,
    program,
  ]);
  assert.equal([answer.code, answer.stderr], [0, ""]);
});

test("a bug of ours ends with 3, says how to report it and how to go on", () => {
  const copy = join(makeFolder(), "dist");
  mkdirSync(copy);
  const files = readdirSync(dirname(program)).map((file) => {
    const bytes = readFileSync(join(dirname(program), file));
    return [
      file,
      file.startsWith("policy-read-read-yaml") ? Buffer.from("undefined.map();\n") : bytes,
    ] as const;
  });
  for (const [file, bytes] of files) writeFileSync(join(copy, file), bytes);
  writeFileSync(join(copy, "checksums"), checksumList(files.map(([file, bytes]) => [`dist/${file}`, bytes])));
  const repo = makeRepo({ ".arkitektrc.yaml": "extends: playbook-v5\n" });
  const answer = repo.run(process.execPath, [join(copy, "arkitekt.cjs"), "hook", "pre-commit"]);
  assert.is(answer.code, 3);
  assert.match(answer.stderr, "internal error");
  assert.match(answer.stderr, "please report it");
  assert.match(answer.stderr, "ARKITEKT=0 git <command>; a push still judges the commit");
  const id = repo.id("HEAD");
  const input = `refs/heads/main ${id} refs/heads/main ${"0".repeat(id.length)}\n`;
  const push = repo.run(
    process.execPath,
    [join(copy, "arkitekt.cjs"), "hook", "pre-push", "origin", "there"],
    { input },
  );
  assert.match(push.stderr, "nothing of that push is judged then");
  const keys = (text: string) => Object.keys(JSON.parse(text));
  const check = repo.run(process.execPath, [join(copy, "arkitekt.cjs"), "check", "--format", "json"]);
  const { failure, ...rest } = JSON.parse(check.stdout);
  assert.equal([check.code, failure.kind, failure.next], [3, "bug", "please report it"]);
  assert.match(failure.message, "undefined");
  assert.equal(rest, {
    version: 2,
    outcome: "bug",
    findings: [],
    excepted: [],
    counts: { error: 0, warn: 0, old: 0, suppressed: 0, overridden: 0 },
    notes: [],
  });
  const judged = repo.run(process.execPath, [program, "check", "--format", "json"]);
  assert.equal([judged.code, keys(judged.stdout)], [0, keys(check.stdout)]);
});

test("a hook that is killed leaves every byte as it was", async () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.stage({ "A/a.lua": `${cleanModule}-- more\n` });
  const snapshot = () =>
    [repo.id("HEAD"), repo.git("write-tree"), repo.git("status", "--porcelain")].join("\n");
  const before = snapshot();
  for (const delay of [5, 20, 40, 60, 90]) {
    repo.run("sh", [
      "-c",
      `"$1" "$2" hook pre-commit & pid=$!; sleep 0.0${delay}; kill -9 $pid; wait $pid`,
      "sh",
      process.execPath,
      program,
    ]);
    assert.is(snapshot(), before);
    assert.not.ok(readdirSync(join(repo.dir, ".git")).some((name) => name.endsWith(".lock")));
  }
});
