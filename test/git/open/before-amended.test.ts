import * as assert from "uvu/assert";
import { isAmend } from "../../../src/git/open/before-amended.ts";
import { suite } from "../../support/suite.ts";

const test = suite("before amended");

test("the words of a commit that replaces the last one are known, and a message of that name is none", () => {
  const yes = ["--amend", "-q --amend", "--amen -m x", "-am x --amend", "--amend -- a.txt"];
  const no = ["-m --amend", "-am --amend", "--message --amend", "-- --amend", "--no-amend", "-m=--amend", ""];
  const words = (rest: string) => ["git", "-c", "a=b", "commit", ...rest.split(" ").filter(Boolean)];
  for (const rest of yes) assert.ok(isAmend(words(rest)), rest);
  for (const rest of no) assert.not.ok(isAmend(words(rest)), rest);
  assert.not.ok(isAmend(["git", "log", "--amend"]));
  assert.not.ok(isAmend([]));
});
