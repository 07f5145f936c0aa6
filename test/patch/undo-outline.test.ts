import * as assert from "uvu/assert";
import type { ChangedEntry } from "../../src/git/changes/tree.ts";
import { undoOutline } from "../../src/patch/undo-outline.ts";
import { suite } from "../support/suite.ts";

const test = suite("the outline of how to undo a patch");
const file = (id: string) => ({ kind: "file", id }) as const;
const change = (path: string, before?: string, after?: string): ChangedEntry => ({
  path,
  before: before === undefined ? undefined : file(before),
  after: after === undefined ? undefined : file(after),
});

test("turns moves round, deletes what is new, brings back what is gone, and restores the rest", () => {
  const changes = [
    change("a.lua", "1"),
    change("b.lua", undefined, "1"),
    change("c.lua", undefined, "2"),
    change("d.lua", "3"),
    change("e.lua", "4", "5"),
  ];
  const said = "Undo: git revert, or move b.lua back to a.lua, delete c.lua, bring back d.lua, restore e.lua";
  assert.is(undoOutline(changes, "Call it title."), said);
});

test("is left out where the notes say it, and where nothing changes; many steps are counted", () => {
  const changes = Array.from({ length: 9 }, (_, at) => change(`${at}.lua`, undefined, `${at}`));
  assert.is(undoOutline(changes, "Rollback: git revert"), undefined);
  assert.is(undoOutline([], ""), undefined);
  assert.match(undoOutline(changes, "") ?? "", /delete 5\.lua and 3 more$/);
});
