import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { pruneRecords } from "../../../src/git/write/patch-record.ts";
import { makeFolder } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("records of patches");

test("the newest are kept, and the oldest go", () => {
  const folder = join(makeFolder(), "records");
  mkdirSync(folder);
  const names = ["d", "a", "c", "b"];
  for (const [age, name] of names.entries()) {
    writeFileSync(join(folder, name), name);
    utimesSync(join(folder, name), 1000 + age, 1000 + age);
  }
  pruneRecords(folder, 4);
  assert.equal(readdirSync(folder).sort(), ["a", "b", "c", "d"]);
  pruneRecords(folder, 2);
  assert.equal(readdirSync(folder).sort(), ["b", "c"]);
  pruneRecords(join(folder, "nowhere"));
});
