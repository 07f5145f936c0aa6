// The policy's fixers, run through the real lint-staged.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { BAD, fix, fixers, GOOD, makeFixable, staged, status } from "../support/cli/fixable.ts";
import { suite } from "../support/suite.ts";

const test = suite("fixers of the policy");

test("the fixers of the policy work on what is staged, and on nothing else", () => {
  const repo = makeFixable({ "A/old.lua": "return 1\n" }, { fixers });
  repo.stage({ "A/a.lua": BAD, "A/b.lua": "return 2\n", "A/t.txt": "text\n" });
  repo.write({ "A/a.lua": BAD.replace("c = 2", "c = 22"), "A/old.lua": "return 3\n" });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/a.lua"), `${GOOD}-- seen\n`);
  assert.is(repo.read("A/a.lua").toString(), `${GOOD.replace("c = 2", "c = 22")}-- seen\n`);
  assert.is(staged(repo, "A/b.lua"), "return 2\n-- seen\n");
  assert.is(repo.read("A/old.lua").toString(), "return 3\n");
  assert.is(repo.git("stash", "list"), "");
  assert.match(fix(repo, "--staged").stdout, "nothing to mend in 3 changed files");
});

test("a fixer that fails changes nothing, and what it says is shown", () => {
  const repo = makeFixable(
    { "tools/fail.sh": 'echo "A/a.lua:1: bad shape" >&2\nexit 3\n' },
    {
      fixers: { "*.lua": ["node tools/format.cjs", "sh tools/fail.sh"] },
    },
  );
  repo.stage({ "A/a.lua": BAD });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "a fixer failed, so nothing was changed");
  assert.match(answer.stderr, "A/a.lua:1: bad shape");
  assert.equal([staged(repo, "A/a.lua"), repo.read("A/a.lua").toString()], [BAD, BAD]);
});

test("the fixers find what the working tree has and Git does not track, and change only what is changed", () => {
  const repo = makeFixable(
    { ".gitignore": "node_modules\n", "A/b.lua": "return 1\n" },
    {
      fixers: { "A/**/*.lua": ["installed-formatter", "node tools/format.cjs"] },
    },
  );
  const bin = join(repo.dir, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "installed-formatter"), '#!/bin/sh\nfor f; do echo "-- installed" >>"$f"; done\n', {
    mode: 0o755,
  });
  repo.write({ "A/a.lua": BAD });
  const answer = fix(repo);
  assert.is(answer.code, 0, answer.stderr);
  assert.is(repo.read("A/a.lua").toString(), `${GOOD}-- installed\n-- seen\n`);
  assert.is(repo.read("A/b.lua").toString(), "return 1\n");
  assert.is(status(repo), " M A/a.lua");
});

test("a fixer that takes a file away takes nothing away", () => {
  const repo = makeFixable({ "tools/rm.sh": 'rm -- "$1"\n' }, { fixers: { "*.lua": "sh tools/rm.sh" } });
  repo.write({ "A/a.lua": "return 2\n" });
  fix(repo);
  assert.is(repo.read("A/a.lua").toString(), "return 2\n");
});

test("what somebody stages while the fixers run stays as they staged it", () => {
  const repo = makeFixable(
    { "A/b.lua": "return 1\n", "tools/race.sh": 'git -C "$REAL" add -A\n' },
    {
      fixers: { "*.lua": ["node tools/format.cjs", "sh -c 'exec sh tools/race.sh'"] },
    },
  );
  repo.env["REAL"] = repo.dir;
  repo.stage({ "A/a.lua": BAD });
  repo.write({ "A/b.lua": "return 3\n" });
  const other = fix(repo, "--staged");
  assert.is(other.code, 0, other.stderr);
  assert.equal([staged(repo, "A/b.lua"), staged(repo, "A/a.lua")], ["return 3\n", `${GOOD}-- seen\n`]);

  const race = makeFixable(
    { "tools/race.sh": 'echo "-- theirs" >>"$REAL/A/a.lua"; git -C "$REAL" add -A\n' },
    {
      fixers: { "*.lua": "sh -c 'exec sh tools/race.sh'" },
    },
  );
  race.env["REAL"] = race.dir;
  race.stage({ "A/a.lua": BAD });
  const same = fix(race, "--staged");
  assert.is(same.code, 2);
  assert.match(same.stderr, "the index was changed by somebody else meanwhile");
  const theirs = `${BAD}-- theirs\n`;
  assert.equal([staged(race, "A/a.lua"), race.read("A/a.lua").toString()], [theirs, theirs]);
});

test("a file that somebody writes to while the fixers run is left to them", () => {
  const repo = makeFixable(
    { "tools/race.sh": 'echo "-- theirs" >>"$REAL/A/a.lua"\n' },
    {
      fixers: { "*.lua": "sh -c 'exec sh tools/race.sh'" },
    },
  );
  repo.env["REAL"] = repo.dir;
  repo.write({ "A/a.lua": BAD });
  const answer = fix(repo);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "A/a.lua was changed by somebody else meanwhile");
  assert.is(repo.read("A/a.lua").toString(), `${BAD}-- theirs\n`);
});

test("fixers work on names of every kind, and are not given those that are not text", () => {
  const names = ["A/with space.lua", "A/-x.lua", 'A/odd "name" $x.lua', "A/ünï.lua", "A/[a].lua"];
  const repo = makeFixable({}, { fixers });
  repo.stage(Object.fromEntries([...names, "A/\udcff.lua"].map((name) => [name, "return 2\n"])));
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  for (const name of names) assert.is(repo.read(name).toString(), "return 2\n-- seen\n", name);
  assert.match(answer.stdout, 'skipped: "A/\\377.lua" (a fixer can\'t be given a name that is not text)');
  assert.is(repo.git("diff", "--name-only"), "");
});

test("line ends, filters and hooks of the user's configuration do not reach what fixers see", () => {
  const repo = makeFixable(
    { ".gitattributes": "*.lua text eol=crlf\n*.bin filter=must\n", "A/x.bin": "binary\n" },
    { fixers },
  );
  repo.stage({ "A/a.lua": "return 2\r\n" });
  repo.git("config", "--global", "core.autocrlf", "true");
  repo.git("config", "--global", "core.hooksPath", "/nowhere");
  repo.git("config", "--global", "filter.must.clean", "cat");
  repo.git("config", "--global", "filter.must.smudge", "false");
  repo.git("config", "--global", "filter.must.required", "true");
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/a.lua"), "return 2\n-- seen\n");
  assert.is(repo.read("A/a.lua").toString(), "return 2\r\n-- seen\r\n");
});

test("a fixer that is not installed is told, and nothing changes", () => {
  const repo = makeFixable({}, { fixers: { "*.lua": "no-such-formatter --write" } });
  repo.stage({ "A/a.lua": BAD });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "no-such-formatter");
  assert.is(staged(repo, "A/a.lua"), BAD);
});
