import * as assert from "uvu/assert";
import { makeRepo } from "./repo.ts";
import { suite } from "./suite.ts";

const test = suite("test repositories");

test("a repository from a literal holds files, modes, links, submodules and paths of any bytes", () => {
  const repo = makeRepo({
    "a.lua": "return 1\n",
    "run.sh": { executable: "#!/bin/sh\n" },
    link: { symlink: "a.lua" },
    "odd \n\udcff": "x",
  });
  const first = repo.id("HEAD");
  repo.commit("more", { sub: { submodule: first }, "a.lua": null });
  assert.is(
    repo.git("ls-tree", "-r", "HEAD"),
    [
      `120000 blob ${repo.id("HEAD:link")}\tlink`,
      `100644 blob ${repo.feed("x", "hash-object", "--stdin")}\t"odd \\n\\377"`,
      `100755 blob ${repo.id("HEAD:run.sh")}\trun.sh`,
      `160000 commit ${first}\tsub`,
    ].join("\n"),
  );
});

test("the machine's own Git configuration does not reach it", () => {
  const repo = makeRepo();
  assert.is(repo.git("config", "--get", "user.name"), "Lua Writer");
  const origins = repo.git("config", "--list", "--show-origin", "--show-scope").split("\n");
  assert.not(origins.some((line) => line.startsWith("system")));
});

test("a remote takes a push and a clone is a repository of its own", () => {
  const repo = makeRepo({ "a.lua": "return 1\n" }, { objectFormat: "sha256" });
  const remote = repo.addRemote("origin");
  repo.git("push", "--quiet", "origin", "main");
  assert.is(remote.id("main"), repo.id("main"));
  assert.is(repo.clone("copy").id("HEAD"), repo.id("HEAD"));
});
