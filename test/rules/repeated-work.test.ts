import * as assert from "uvu/assert";
import type { CommitChange, Entry, FileChange } from "../../src/model/change.ts";
import { repeatedWork } from "../../src/rules/idempotence/repeated-work.ts";
import { suite } from "../support/suite.ts";

const test = suite("double work");
const NO_LINES = { kind: "text", added: [], addedLoc: 0 } as const;

test("two branches that delete the same file don't repeat each other", () => {
  const said = messages([
    commit("b1", ["base"], [deleted("a", "A")]),
    commit("b2", ["base"], [deleted("a", "A")]),
    commit("m", ["b1", "b2"], []),
  ]);
  assert.equal(said, []);
});

test("a file that is deleted, comes back on another branch and is deleted after the merge is deleted twice", () => {
  const said = messages([
    commit("c1", ["base"], [deleted("a", "A")]),
    commit("c2", ["c1"], [added("a", "B")]),
    commit("c3", ["c2"], [deleted("a", "B")]),
  ]);
  assert.equal(said, ['a is deleted in c3 "c3", and was already deleted in c1 "c1"']);
});

test("what a merge brings together is not its own work", () => {
  const said = messages([
    commit("b1", ["base"], [modified("a", "A", "B")]),
    commit("b2", ["base"], [modified("b", "A", "B")]),
    commit("m", ["b1", "b2"], [modified("a", "B", "A")]),
  ]);
  assert.equal(said, []);
});

test("the same content on two branches is not a way back", () => {
  const said = messages([
    commit("b1", ["base"], [modified("a", "A", "B")]),
    commit("b2", ["base"], [modified("a", "C", "A")]),
  ]);
  assert.equal(said, []);
});

test("a way back over several steps is found once", () => {
  const said = messages([
    commit("c1", ["base"], [modified("a", "A", "B")]),
    commit("c2", ["c1"], [modified("a", "B", "C")]),
    commit("c3", ["c2"], [modified("a", "C", "A")]),
  ]);
  assert.equal(said, ['c3 "c3" sets a back to what it was before c1 "c1"']);
});

test("another mode is another content", () => {
  const before: Entry = { kind: "file", id: "A" };
  const after: Entry = { kind: "executable", id: "A" };
  const said = messages([
    commit("c1", ["base"], [modified("a", "A", "B")]),
    commit(
      "c2",
      ["c1"],
      [{ kind: "modified", path: "a", before: { ...before, id: "B" }, after, lines: NO_LINES }],
    ),
  ]);
  assert.equal(said, []);
});

test("a first commit may be empty, a later one may not", () => {
  assert.equal(messages([commit("c1", [], [])]), []);
  assert.equal(messages([commit("c1", ["base"], [])]), ['c1 "c1" changes nothing']);
});

test("ten thousand commits in a row are looked through in no time", () => {
  const commits = Array.from({ length: 10_000 }, (_, index) =>
    commit(`c${index}`, [`c${index - 1}`], [modified(`file${index % 500}`, `v${index}`, `v${index + 500}`)]),
  );
  const begun = performance.now();
  assert.equal(messages(commits), []);
  assert.ok(performance.now() - begun < 2000);
});

function messages(commits: readonly CommitChange[]): readonly string[] {
  return [...repeatedWork(commits)].map(({ message }) => message);
}

function commit(id: string, parents: readonly string[], files: readonly FileChange[]): CommitChange {
  return { id, parents, isMerge: parents.length > 1, files, message: { title: id, text: id, trailers: [] } };
}

function modified(path: string, before: string, after: string): FileChange {
  return { kind: "modified", path, before: file(before), after: file(after), lines: NO_LINES };
}

function deleted(path: string, before: string): FileChange {
  return { kind: "deleted", path, before: file(before) };
}

function added(path: string, after: string): FileChange {
  return { kind: "added", path, after: file(after), lines: NO_LINES };
}

function file(id: string): Entry {
  return { kind: "file", id };
}
