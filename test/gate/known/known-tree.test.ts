import * as assert from "uvu/assert";
import { Files } from "../../../src/gate/files.ts";
import { inspectFiles } from "../../../src/gate/inspect/inspect-files.ts";
import { KnownTree } from "../../../src/gate/known/known-tree.ts";
import type { FileTask } from "../../../src/gate/select.ts";
import type { Terms } from "../../../src/gate/terms.ts";
import type { Entry, FileChange, FileVersion, ObjectId } from "../../../src/model/change.ts";
import type { FileRule, Scene } from "../../../src/rule/rule.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is remembered of a tree");

const lua = { files: ["**/*.lua"], vendored: [], generated: [], scripts: [] };
const plain = {
  project: { lua },
  sizeLimit: 1 << 20,
  rules: [],
  today: "2026-01-01",
  mayOverride: () => true,
  setting: () => ({ level: "error", options: {} }),
} as unknown as Terms;

interface Look {
  readonly terms?: Partial<Terms>;
  readonly options?: unknown;
  readonly entryOf?: (at: number) => Entry;
  readonly rules?: readonly string[];
  readonly changeOf?: (at: number) => FileChange | undefined;
}

const COUNT = 70;

/** Looks at a tree of files, and gives those that a rule looked at, what was found, and what is known now. */
async function look(
  known: string | undefined,
  { terms = {}, options = {}, entryOf = plainEntry, rules = ["a"], changeOf }: Look = {},
) {
  const asked: string[] = [];
  const tree = new KnownTree(known);
  const all = { ...plain, ...terms, tree };
  const bytes = (id: string): Buffer => Buffer.from(`local a = require("${id}")\nreturn a\n`);
  const files = new Files(
    { load: async (ids) => new Map([...ids].map((id) => [id, { kind: "bytes", bytes: bytes(id) }])) },
    1 << 20,
    () => "5.3",
  );
  const its = rules.map((id) => ({
    id,
    covers: () => true,
    *inspect(
      { path, lua: { requires } }: { path: string; lua: { requires: readonly unknown[] } },
      scene: Scene<unknown>,
    ) {
      asked.push(`${id} ${path}`);
      if (path.endsWith("9.lua"))
        yield { place: { kind: "file", path }, message: `${requires.length} ${scene.today}`, hint: "" };
    },
  })) as unknown as FileRule<unknown>[];
  const versions = Array.from({ length: COUNT }, (_, at): FileVersion => {
    return { path: `${at}.lua`, side: "after", entry: entryOf(at), change: changeOf?.(at) };
  });
  const tasks = versions.flatMap((file) =>
    its.map((rule): FileTask => ({ rule, file, options, isTree: true })),
  );
  const { found } = await inspectFiles(tasks, files, all, []);
  return { asked, found: found.map(({ rule, finding }) => [rule, finding]), text: tree.text(1 << 20) };
}

function plainEntry(at: number): Entry {
  return { kind: "file", id: `${at}` as ObjectId };
}

test("holds for the same contents and the same change of them", async () => {
  const { text } = await look(undefined);
  const other = (at: number): Entry => ({ kind: "file", id: `${at === 3 ? "30" : at}` as ObjectId });
  assert.equal((await look(text, { entryOf: other })).asked, ["a 3.lua"]);
  const changeOf = (at: number): FileChange | undefined =>
    at === 4
      ? {
          kind: "added",
          path: "4.lua",
          after: plainEntry(4),
          lines: { kind: "text", added: [{ start: 1, end: 2 }], hunks: [] } as never,
        }
      : undefined;
  assert.equal((await look(text, { changeOf })).asked, ["a 4.lua"]);
});

test("is not looked for again where nothing has changed, and then nothing is written", async () => {
  const cold = await look(undefined);
  assert.is(cold.asked.length, COUNT);
  assert.is(cold.found.length, 7);
  const warm = await look(cold.text);
  assert.equal(warm, { asked: [], found: cold.found, text: undefined });
});

test("leaves to be asked the files that have changed, of which nothing older stays", async () => {
  const { text, found } = await look(undefined);
  const changed = { entryOf: (at: number) => plainEntry(at < 2 ? at + 1000 : at) };
  const next = await look(text, changed);
  assert.equal([next.asked.sort(), next.found], [["a 0.lua", "a 1.lua"], found]);
  assert.ok(!next.text?.includes('\\"id\\":\\"1\\"'));
  assert.equal((await look(next.text, changed)).asked, []);
});

test("holds for the same rules with the same options, the same project, and what else a rule has looked at", async () => {
  const { text } = await look(undefined);
  const asked = async (again: Look) => (await look(text, again)).asked.length;
  assert.is(await asked({ options: { b: 1 } }), COUNT);
  assert.is(await asked({ rules: ["a", "b"] }), 2 * COUNT);
  assert.is(await asked({ rules: ["b"] }), COUNT);
  assert.is(await asked({ terms: { isStrictOnDates: true } }), COUNT);
  const other = { lua: { ...lua, scripts: ["x"] } } as unknown as Terms["project"];
  assert.is(await asked({ terms: { project: other } }), COUNT);
  assert.is(await asked({ terms: { today: "2026-01-02" } }), 7, "only where the rule asked for the day");
  assert.is(await asked({ terms: { code: "AB-1" } }), 0);
});

test("of a link holds as long as the rules say the same of the file that it leads to", async () => {
  const entryOf = (at: number): Entry => (at === 0 ? { ...plainEntry(1), target: "1.lua" } : plainEntry(at));
  const { text } = await look(undefined, { entryOf });
  assert.equal((await look(text, { entryOf })).asked, []);
  for (const setting of [
    { level: "off", options: {} },
    { level: "error", options: { b: 1 } },
  ] as const) {
    const terms: Partial<Terms> = {
      setting: (_, path) => (path === "1.lua" ? setting : { level: "error", options: {} }),
    };
    assert.equal((await look(text, { entryOf, terms })).asked, ["a 0.lua"]);
  }
});

test("is no more than there is room for", () => {
  const tree = new KnownTree(undefined);
  const terms = { ...plain, tree };
  for (let at = 0; at < 50; at++) {
    const file: FileVersion = { path: `${at}.lua`, side: "after", entry: plainEntry(at), change: undefined };
    tree.keep(file, [], terms, { found: [], isBroken: false }, new Set());
  }
  let last = 0;
  for (const most of [100, 500, 1000, 2000, 1 << 20]) {
    const part = tree.text(most) ?? "";
    assert.ok(part.length <= most, `${part.length} ${most}`);
    const count = JSON.parse(part).files.length;
    assert.ok(count >= last);
    last = count;
  }
  assert.is(last, 50);
});
