import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { isSameRepository, isWrittenFor } from "../../../src/git/remote/same-repository.ts";
import { makeFolder } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("addresses of repositories");
const folder = makeFolder();
for (const name of ["a.git", "b.git", "b"]) mkdirSync(join(folder, name));
symlinkSync("a.git", join(folder, "link"));

test("the way of getting there and a user's name do not count", () => {
  const same = [
    "https://host.example/team/song",
    "https://me:secret@HOST.example:443/team/song.git",
    "git@host.example:team/song.git",
    "ssh://git@host.example:22/team/song/",
    "git://host.example/team/song",
  ];
  for (const one of same)
    for (const other of same) assert.ok(isSameRepository(one, other, folder), `${one} ${other}`);
});

test("another host, port, team or letter case does", () => {
  const one = "https://host.example/team/song";
  for (const other of [
    "https://host.example:8443/team/song",
    "https://other.example/team/song",
    "https://host.example/fork/song",
    "https://host.example/team/Song",
    "git@host.example:fork/song.git",
    "ext::sh -c host.example/team/song",
    "/host.example/team/song",
  ])
    assert.not(isSameRepository(one, other, folder), other);
});

test("a path is what it leads to", () => {
  for (const other of ["a.git", "./a.git/", "link", `file://${folder}/a.git`, `${folder}/b/../a.git`])
    assert.ok(isSameRepository(join(folder, "a.git"), other, folder), other);
  assert.not(isSameRepository("a.git", "b.git", folder));
  assert.not(isSameRepository("b.git", "b", folder));
});

test("FETCH_HEAD leaves out .git, and is believed where that is not a riddle", () => {
  assert.ok(isWrittenFor("https://host.example/team/song.git", "https://host.example/team/song", folder));
  assert.ok(isWrittenFor(join(folder, "a.git"), join(folder, "a"), folder));
  assert.ok(isWrittenFor("a.git", "./a", folder));
  assert.not(isWrittenFor(join(folder, "b.git"), join(folder, "b"), folder));
  assert.not(isWrittenFor(join(folder, "a.git"), ".", folder));
});
