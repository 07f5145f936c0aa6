// What a proof-grep asks of a change as a whole: nothing that it does not need.
import * as assert from "uvu/assert";
import type { ChangeSet, FileChange, Subject } from "../../src/model/change.ts";
import type { Grep } from "../../src/model/proof-grep.ts";
import type { Facts, Need } from "../../src/modules/facts.ts";
import type { ChangeScene } from "../../src/rule/rule.ts";
import type { ProofGrepOptions } from "../../src/rules/proof-grep/options.ts";
import { proofGrep } from "../../src/rules/proof-grep/proof-grep.ts";
import { PROJECT } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("proof-greps about a change");

const entry = { kind: "file", id: "0".repeat(40) } as const;
const lines = { kind: "text", added: [{ start: 1, end: 2 }], addedLoc: 1 } as const;
const added = (path: string): FileChange => ({ kind: "added", path, after: entry, lines });
const deleted = (path: string): FileChange => ({ kind: "deleted", path, before: entry });
const moved = (from: string, path: string): FileChange => ({
  kind: "renamed",
  from,
  path,
  before: entry,
  after: entry,
  lines: { kind: "text", added: [], addedLoc: 0 },
});
const must = (rest: Partial<Grep> = {}): Grep => ({
  pattern: "canonicalize_%w+%(",
  should_match: true,
  ...rest,
});

function asked(
  files: readonly FileChange[],
  greps: readonly Grep[],
  kind: "staged" | "tree" = "staged",
  optionsFor: (path: string) => ProofGrepOptions | undefined = () => ({ greps }),
): readonly Need[] {
  const subject: Subject = kind === "tree" ? { kind, id: entry.id } : { kind, isMerge: false };
  const change = { subject, branches: [], files } satisfies Omit<ChangeSet, "source">;
  const scene = {
    change,
    isTree: kind === "tree",
    project: PROJECT,
    options: { greps },
    today: "2026-03-01",
    optionsFor,
  };
  return proofGrep.ofChange?.needs?.(scene as unknown as ChangeScene<ProofGrepOptions>, {} as Facts) ?? [];
}

const contents = (...paths: string[]): Need => ({ kind: "contents", side: "after", paths });
const search: Need = { kind: "search", side: "after", words: ["canonicalize_"], globs: ["**"] };

test("a commit reads the touched files that the grep is about", () => {
  assert.equal(asked([added("a.lua"), added("b.txt"), added("c.lua")], [must()]), [
    contents("a.lua", "c.lua"),
  ]);
});

test("a change that touches none of its files has nothing to prove", () => {
  assert.equal(asked([added("a.lua")], [must({ files: ["engine/**"] })]), []);
  assert.equal(asked([added("a.lua")], [must({ files: ["engine/**"], scope: "tree" })]), []);
  assert.equal(asked([deleted("a.lua")], [must()]), []);
});

test("a move adds no line, so nothing has to be found in added lines", () => {
  assert.equal(asked([moved("a.lua", "b.lua")], [must({ scope: "added" })]), []);
  assert.equal(asked([moved("a.lua", "b.lua")], [must()]), [contents("b.lua")]);
});

test("a tree is searched for a plain piece of the pattern, also when a file of the grep goes or moves away", () => {
  const grep = must({ files: ["engine/**"], scope: "tree" });
  assert.equal(asked([deleted("engine/a.lua")], [grep]), [search]);
  assert.equal(asked([moved("engine/a.lua", "b.lua")], [grep]), [search]);
  assert.equal(asked([added("a.lua")], [must()], "tree"), [search]);
  assert.equal(asked([], [must({ scope: "tree" })], "tree"), [search]);
});

test("what must not be found needs no answer, but for the rest of the tree", () => {
  assert.equal(asked([added("a.lua")], [must({ should_match: false })]), []);
  assert.equal(asked([added("a.lua")], [must({ should_match: false, scope: "tree" })]), [search]);
  assert.equal(asked([added("a.lua")], [must({ should_match: false, scope: "tree" })], "tree"), []);
});

test("greps that the policy has for some files alone hold there", () => {
  const forEngine = (path: string) => (path.startsWith("engine/") ? { greps: [must()] } : { greps: [] });
  assert.equal(asked([added("a.lua"), added("engine/b.lua")], [], "staged", forEngine), [
    contents("engine/b.lua"),
  ]);
  assert.equal(
    asked([added("a.lua")], [must()], "staged", () => undefined),
    [],
  );
});

test("a broken grep is asked nothing", () => {
  assert.equal(asked([added("a.lua")], [must({ pattern: "(" })]), []);
});
