// Which rules are asked about which subject: what a rule needs decides it, and what a subject offers.
import * as assert from "uvu/assert";
import { select } from "../../src/gate/select.ts";
import type { Terms } from "../../src/gate/terms.ts";
import type { FileChange, Source, Subject } from "../../src/model/change.ts";
import type { Facet } from "../../src/model/facet.ts";
import { rules } from "../../src/rules/index.ts";
import { PROJECT, TODAY } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("which rules look at a subject");

const id = "0".repeat(40);
const message = { title: "[RP-1] Keep", text: "[RP-1] Keep\n", trailers: [] };
const SUBJECTS: Readonly<Record<Subject["kind"], Subject>> = {
  staged: { kind: "staged", isMerge: false },
  message: { kind: "message", isMerge: false, message },
  commit: { kind: "commit", id, parents: [], isMerge: false, message },
  range: { kind: "range", base: undefined, tip: id, commits: [] },
  tree: { kind: "tree", id },
};

const file: FileChange = {
  kind: "added",
  path: "ARKITEKT/scripts/Song/core/a.lua",
  after: { kind: "file", id },
  lines: { kind: "text", added: [{ start: 1, end: 2 }], addedLoc: 1 },
};

const terms: Terms = {
  rules,
  project: PROJECT,
  today: TODAY,
  setting: (rule) => ({ level: "error", options: rules.find((each) => each.id === rule)?.options.fallback }),
  mayOverride: () => true,
  overrides: [],
  sizeLimit: 1024,
};

/** Rules are selected by paths and settings alone. */
const unread = () => {
  throw new Error("contents were asked for");
};
const source: Source = { load: unread, entries: unread, list: unread, search: unread, links: unread };

const selected = (subject: Subject) => select({ subject, branches: [], files: [file], source }, terms);

/** What each subject offers: a commit's message is not known while it is staged, and a range is more than its steps. */
const OFFERS: Readonly<Record<Subject["kind"], readonly Facet[]>> = {
  staged: ["files", "step", "sides", "outcome"],
  message: ["message"],
  commit: ["files", "step", "sides", "outcome", "message"],
  range: ["outcome", "commits"],
  tree: ["files", "sides", "outcome"],
};

for (const subject of Object.values(SUBJECTS)) {
  test(`${subject.kind}: the rules about it as a whole are those that need what it offers`, () => {
    const needing = rules.filter((rule) => {
      const facet =
        rule.kind === "change" ? rule.facet : rule.kind === "file" ? rule.ofChange?.facet : undefined;
      return facet !== undefined && OFFERS[subject.kind].includes(facet);
    });
    assert.ok(needing.length > 0);
    assert.equal(
      selected(subject).changeRules.map((rule) => rule.id),
      needing.map((rule) => rule.id),
    );
  });
}

test("rules about files get the files of a subject that offers them, and of no other", () => {
  const asked = (subject: Subject) => new Set(selected(subject).fileTasks.map(({ rule }) => rule.id));
  const covering = rules.flatMap((rule) =>
    rule.kind === "file" && rule.covers(file.path, PROJECT, rule.options.fallback) ? [rule.id] : [],
  );
  assert.ok(covering.length > 5);
  for (const kind of ["staged", "commit", "tree"] as const)
    assert.equal([...asked(SUBJECTS[kind])].sort(), [...covering].sort(), kind);
  for (const kind of ["message", "range"] as const) assert.is(asked(SUBJECTS[kind]).size, 0, kind);
});

test("no rule is left that no commit and no push asks", () => {
  const asked = [SUBJECTS.commit, SUBJECTS.range].flatMap((subject) =>
    selected(subject).changeRules.map((rule) => rule.id),
  );
  const unasked = rules.filter((rule) => rule.kind === "change" && !asked.includes(rule.id));
  assert.equal(
    unasked.map((rule) => rule.id),
    [],
  );
});
