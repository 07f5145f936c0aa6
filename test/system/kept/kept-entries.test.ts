import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { KeptEntries } from "../../../src/system/kept/kept-entries.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is kept");

interface Kinds {
  readonly plain: { readonly at: number };
}

const digestOf = (at: number) => at.toString(16).padStart(8, "0").padEnd(40, "a");

test("is found after any number of looks for what is not", () => {
  const root = mkdtempSync(join(tmpdir(), "arkitekt-kept-"));
  mkdirSync(join(root, "cache"));
  const first = new KeptEntries<Kinds>(root);
  for (let at = 0; at < 20; at++) assert.ok(first.keep(digestOf(at * 7), "plain", { at }));
  first.write();
  const again = new KeptEntries<Kinds>(root);
  for (let at = 0; at < 1500; at++) {
    const isKept = at % 7 === 0 && at < 140;
    assert.equal(again.recall(digestOf(at), "plain"), isKept ? { at: at / 7 } : undefined, `${at}`);
    // Of the same place, and about something else.
    assert.is(again.recall(digestOf(at + 2048), "plain"), undefined);
  }
  rmSync(join(root, "cache"), { recursive: true });
  const none = new KeptEntries<Kinds>(root);
  for (let at = 0; at < 100; at++) assert.is(none.recall(digestOf(at), "plain"), undefined);
  rmSync(root, { recursive: true });
});
