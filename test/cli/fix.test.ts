import { chmodSync, cpSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { BAD, fix, fixers, GOOD, makeFixable, staged, status } from "../support/cli/fixable.ts";
import { arkitekt, program } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt fix");

test("mends the tracked files that are changed, and leaves staging to its user", () => {
  const repo = makeFixable({ "A/b.lua": "return 1\n", "A/old.lua": BAD });
  repo.write({ "A/a.lua": BAD, "A/new.lua": BAD });
  repo.stage({ "A/b.lua": BAD });
  const answer = fix(repo);
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/fix.txt");
  assert.equal([repo.read("A/a.lua").toString(), repo.read("A/b.lua").toString()], [GOOD, GOOD]);
  assert.is(staged(repo, "A/b.lua"), BAD);
  // Neither untracked files nor those that are as HEAD has them are part of the change.
  assert.equal([repo.read("A/new.lua").toString(), repo.read("A/old.lua").toString()], [BAD, BAD]);
  assert.is(status(repo), " M A/a.lua\nMM A/b.lua\n?? A/new.lua");
  assert.match(fix(repo).stdout, "nothing to mend in 2 changed files");
});

test("a new file counts from the moment it is meant to be added", () => {
  const repo = makeFixable();
  repo.write({ "A/new.lua": BAD });
  repo.git("add", "--intent-to-add", "A/new.lua");
  assert.is(fix(repo).code, 0);
  assert.is(repo.read("A/new.lua").toString(), GOOD);
});

test("refuses while a file that wants mending is staged in part, and changes nothing", () => {
  const repo = makeFixable({ "A/b.lua": "return 1\n" });
  repo.stage({ "A/a.lua": BAD });
  repo.write({ "A/a.lua": `${BAD}-- more\n`, "A/b.lua": BAD });
  const answer = fix(repo);
  assert.is(answer.code, 2);
  assert.is(
    answer.stderr,
    "arkitekt: A/a.lua is staged in part, so nothing was changed\n→ stage the rest of it, or mend just what is staged: arkitekt fix --staged\n",
  );
  assert.equal([repo.read("A/a.lua").toString(), repo.read("A/b.lua").toString()], [`${BAD}-- more\n`, BAD]);
});

test("refuses a file that is read-only, and changes nothing", () => {
  const repo = makeFixable({ "A/b.lua": "return 1\n" });
  repo.write({ "A/a.lua": BAD, "A/b.lua": BAD });
  chmodSync(repo.path("A/b.lua"), 0o444);
  const answer = fix(repo);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "A/b.lua is read-only, so nothing was changed");
  assert.is(repo.read("A/a.lua").toString(), BAD);
});

test("every byte and mode stays, also under odd names and on both sides of a link", () => {
  const names = ['A/odd "name"\n\t ünï.lua', "A/\udcff.lua", "A/-x.lua"];
  const start = Object.fromEntries(names.map((name) => [name, "return 1\n"]));
  const repo = makeFixable({ ...start, "A/run.lua": { executable: "return 1\n" }, "A/l.lua": "return 1\n" });
  const crlf = BAD.replaceAll("\n", "\r\n");
  repo.write({
    ...Object.fromEntries(names.map((name) => [name, crlf])),
    "A/run.lua": { executable: BAD },
    "B/target.lua": BAD,
    "A/l.lua": { symlink: "../B/target.lua" },
  });
  const answer = fix(repo);
  assert.is(answer.code, 0, answer.stderr);
  for (const name of names) assert.is(repo.read(name).toString(), crlf.replace("oldark", "ark"), name);
  assert.is(repo.read("A/run.lua").toString(), GOOD);
  assert.is(statSync(repo.path("A/run.lua")).mode & 0o777, 0o755);
  assert.is(repo.read("B/target.lua").toString(), BAD);
});

test("says so where nothing is changed, and where a rule is off", () => {
  const repo = makeFixable({}, { rules: { "retired-namespace": "off" } });
  assert.is(fix(repo).stdout, "no tracked file is changed; a new one counts when it is staged\n");
  assert.is(fix(repo, "--staged").stdout, "nothing is staged\n");
  repo.write({ "A/a.lua": BAD });
  assert.is(fix(repo).stdout, "nothing to mend in 1 changed file\n");
});

test("the fixers are those of HEAD: a change can't bring its own", () => {
  const repo = makeFixable();
  const policy = { ...JSON.parse(repo.read(".arkitektrc.json").toString()), fixers };
  repo.stage({ ".arkitektrc.json": JSON.stringify(policy), "A/a.lua": "return 2\n" });
  assert.match(fix(repo).stdout, "nothing to mend");
});

test("a copy of the program without lint-staged beside it says where to run it from", () => {
  const alone = join(makeFolder(), "dist");
  cpSync(dirname(program), alone, { recursive: true });
  const repo = makeFixable({}, { fixers });
  repo.write({ "A/a.lua": BAD });
  const answer = repo.run(process.execPath, [join(alone, "arkitekt.cjs"), "fix"]);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "→ run it from the package: npx arkitekt fix");
  assert.is(repo.read("A/a.lua").toString(), BAD);
});

test("another major version of lint-staged is not trusted", () => {
  const folder = makeFolder();
  cpSync(dirname(program), join(folder, "dist"), { recursive: true });
  mkdirSync(join(folder, "node_modules/lint-staged"), { recursive: true });
  writeFileSync(
    join(folder, "node_modules/lint-staged/package.json"),
    '{ "name": "lint-staged", "version": "12.5.0" }\n',
  );
  const repo = makeFixable({}, { fixers });
  repo.write({ "A/a.lua": BAD });
  const answer = repo.run(process.execPath, [join(folder, "dist/arkitekt.cjs"), "fix"]);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "is 12.5.0; 16 is needed");
});

test("without fixers in the policy no lint-staged is needed", () => {
  const alone = join(makeFolder(), "dist");
  cpSync(dirname(program), alone, { recursive: true });
  const repo = makeFixable();
  repo.write({ "A/a.lua": BAD });
  assert.is(repo.run(process.execPath, [join(alone, "arkitekt.cjs"), "fix"]).code, 0);
  assert.is(repo.read("A/a.lua").toString(), GOOD);
});

const OTHER_FILE_SYSTEM = "/dev/shm";

const elsewhere = "a working tree on another file system than its Git folder is mended too";
if (!existsSync(OTHER_FILE_SYSTEM) || statSync(OTHER_FILE_SYSTEM).dev === statSync(tmpdir()).dev) {
  test.skip(elsewhere, "there is no other file system here");
} else {
  test(elsewhere, () => {
    const repo = makeFixable();
    repo.write({ "A/a.lua": BAD });
    const folder = join(OTHER_FILE_SYSTEM, `arkitekt-test-${process.pid}`);
    mkdirSync(folder);
    try {
      cpSync(repo.dir, join(folder, "work"), { recursive: true, filter: (path) => !path.endsWith("/.git") });
      const env = { GIT_DIR: join(repo.dir, ".git"), GIT_WORK_TREE: join(folder, "work") };
      const answer = repo.run(process.execPath, [program, "fix"], { env });
      assert.is(answer.code, 0, answer.stderr);
      const read = repo.run("cat", [join(folder, "work/A/a.lua")]);
      assert.is(read.stdout, GOOD);
      assert.is(repo.run("ls", ["-A", join(folder, "work/A")]).stdout, "a.lua\n");
    } finally {
      repo.run("rm", ["-r", folder]);
    }
  });
}

test("a bare repository, and fixers that are not ones, are refused", () => {
  const repo = makeFixable();
  repo.git("config", "core.bare", "true");
  assert.match(fix(repo).stderr, "there is no working tree here");
  const wrong = makeFixable({}, { fixers: { "*.lua": 5 } });
  const answer = arkitekt(wrong, ["fix"]);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, 'fixers["*.lua"]: expected a text, or a list of one or more texts, found 5');
  const glob = arkitekt(makeFixable({}, { fixers: { "[a": "x" } }), ["fix"]);
  assert.is(glob.code, 2);
  assert.match(glob.stderr, '"[a" can\'t be read as a glob');
});
