import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("50 megabytes");
const SIZE = 50 << 20;
const lines = (line: string) => Buffer.alloc(SIZE - (SIZE % line.length), line);

test("of a table that nobody parses go through in seconds", () => {
  const repo = makeGated();
  repo.stage({ "A/data.csv": lines("one,two,three,4,5,6\n"), "A/one-line.csv": Buffer.alloc(SIZE, "x") });
  const begun = performance.now();
  const answer = repo.tryGit("commit", "-qm", "[AB-1] Add data");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["diff-budget"]], answer.stderr);
  assert.ok(performance.now() - begun < 20_000, `${performance.now() - begun} ms`);
});

const bigModule = Buffer.concat([
  Buffer.from("local M = {}\n"),
  lines("M[1] = 'abc'\n"),
  Buffer.from("return M\n"),
]);

test("of Lua are more than is read: refused with the way out, in the commit, on push and in a tree", () => {
  const repo = makeGated({ "A/a.lua": cleanModule }, { rules: { "diff-budget": "off" } });
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  repo.stage({ "A/big.lua": bigModule });
  const commit = repo.tryGit("commit", "-qm", "[AB-1] Add it");
  repo.commit("[AB-1] Add it");
  for (const { code, stderr, stdout } of [
    commit,
    repo.tryGit("push", "-q"),
    arkitekt(repo, ["check", "--tree", "HEAD"]),
  ]) {
    const said = unwrapped(stderr + stdout);
    assert.equal([code, rulesIn(stderr + stdout)], [1, ["lua-parse"]], said);
    assert.match(said, "52.4 MB is more than the 16.8 MB that are read");
    assert.match(said, "raise limits.fileBytes");
  }
});

test("of Lua are more than a policy may ask for: a syntax tree of it would not fit into memory", () => {
  const { stderr, code } = arkitekt(
    makeRepo({ ".arkitektrc.json": '{ "extends": "playbook-v5", "limits": { "fileBytes": 67108864 } }' }),
    ["check"],
  );
  assert.is(code, 2);
  assert.match(unwrapped(stderr), "limits.fileBytes: expected a whole number from 1024 to 33554432");
});
