import * as assert from "uvu/assert";
import { Files } from "../../../src/gate/files.ts";
import type { Memory } from "../../../src/gate/known/memory.ts";
import type { ObjectId } from "../../../src/model/change.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is kept of a file that is let go");

const TEXT = 'local other = require("other")\nlocal M = {}\nreturn M\n';

function filesOf(text: string, memory?: Memory) {
  const blob = { kind: "bytes", bytes: Buffer.from(text) } as const;
  const files = new Files(
    { load: async (ids) => new Map([...ids].map((id) => [id, blob])) },
    1 << 20,
    () => "5.3",
    memory,
  );
  const id = "1".repeat(40) as ObjectId;
  const version = { path: "A/a.lua", side: "after", entry: { kind: "file", id }, change: undefined } as const;
  return { files, version };
}

test("its requires are told without reading it again, also once its text was let go, and the rest is read anew", async () => {
  const { files, version } = filesOf(TEXT);
  await files.load([version]);
  const first = files.get(version)?.lua;
  const { requires } = first ?? {};
  assert.is(requires?.length, 1);
  files.release(version);
  const again = files.get(version)?.lua;
  assert.is.not(again, first);
  assert.is(again?.requires, requires);
  assert.is(again?.globals.length, 1);
  files.forget();
  await files.load([version]);
  assert.is(files.get(version)?.lua.requires, requires);
});

test("nothing is kept of a text that does not parse, or that holds a suppression", async () => {
  for (const text of ["local = 1\n", `${TEXT}-- arkitekt-off no-globals: it is said\n`]) {
    const { files, version } = filesOf(text);
    await files.load([version]);
    const { requires } = files.get(version)?.lua ?? {};
    files.release(version);
    const again = files.get(version)?.lua.requires;
    assert.equal(again, requires);
    assert.is.not(again, requires);
  }
});

test("what another thread found out is taken over", async () => {
  const { files, version } = filesOf(TEXT);
  await files.load([version]);
  const requires = files.get(version)?.lua.requires ?? [];
  const { files: others } = filesOf(TEXT);
  await others.load([version]);
  others.keepFacts(version, { requires });
  assert.is(others.get(version)?.lua.requires, requires);
});

test("what one tree's files were found to hold is not read again for the same contents in another tree", async () => {
  const { files, version } = filesOf(TEXT);
  await files.load([version]);
  const lua = files.get(version)?.lua;
  const nobody = { load: () => Promise.reject(new Error("it was read before")) };
  const others = new Files(nobody, 1 << 20, () => "5.3", undefined, files);
  const elsewhere = { ...version, path: "B/b.lua", side: "before" } as const;
  await others.load([elsewhere]);
  assert.is(others.get(elsewhere)?.lua, lua);
  assert.is(others.get(elsewhere)?.path, "B/b.lua");
});

test("what was found out about a file is remembered also where its judgement is too large to be", async () => {
  const handed: unknown[] = [];
  const memory = {
    recall: () => undefined,
    keep: (_: ObjectId, __: string, value: object) => {
      handed.push(Object.keys(value));
      return !("judgements" in value);
    },
  } as unknown as Memory;
  const { files, version } = filesOf(TEXT, memory);
  await files.load([version]);
  assert.is(files.get(version)?.lua.requires.length, 1);
  files.noteJudgement(version, { judged: "large", found: {}, seen: {} });
  files.remember();
  assert.equal(handed, [["facts", "judgements"], ["facts"]]);
});
