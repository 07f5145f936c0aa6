import * as assert from "uvu/assert";
import { Files } from "../../../src/gate/files.ts";
import type { Handed } from "../../../src/gate/inspect/handed.ts";
import { judgeHanded } from "../../../src/gate/inspect/helpers.ts";
import { inspectFiles } from "../../../src/gate/inspect/inspect-files.ts";
import type { FileTask } from "../../../src/gate/select.ts";
import type { Terms } from "../../../src/gate/terms.ts";
import type { Entry, FileVersion, ObjectId } from "../../../src/model/change.ts";
import type { FileRule } from "../../../src/rule/rule.ts";
import { suite } from "../../support/suite.ts";

const test = suite("helpers that judge files of a tree");

const COUNT = 200;

/** Every tenth is a link to another; what is found in that is off for some. */
function entryOf(at: number): Entry {
  const id = (number: number) => `${number}` as ObjectId;
  return at % 10 === 3
    ? { kind: "file", id: id(at + 1), target: `${at + 1}.lua` }
    : { kind: "file", id: id(at) };
}

const versions = Array.from({ length: COUNT }, (_, at): FileVersion => {
  return { path: `${at}.lua`, side: "after", entry: entryOf(at), change: undefined };
});

/** What is found, which files were handed over, and how many were judged here before the first of them. */
async function judge(help: boolean) {
  let here = 0;
  const handed: string[] = [];
  let before: number | undefined;
  const ruleThat = (seen: () => void) =>
    ({
      id: "any",
      kind: "file",
      covers: (path: string) => path !== "14.lua",
      *inspect({ path, text }: { path: string; text: string }, { options }: { options: unknown }) {
        seen();
        const place = { kind: "file", path } as const;
        yield { place, message: `${text.length} ${JSON.stringify(options)}`, hint: "" };
      },
    }) as unknown as FileRule<unknown>;
  const rule = ruleThat(() => here++);
  const terms = {
    project: { lua: { files: ["**/*.lua"], versions: [], vendored: [], generated: [], scripts: [] } },
    sizeLimit: 1 << 20,
    rules: [],
    today: "2026-01-01",
    mayOverride: () => true,
    setting: (_: string, path: string) => ({
      level: path === "24.lua" ? "off" : "error",
      options: path === "34.lua" ? { other: true } : {},
    }),
    ...(help && {
      helpers: {
        count: 1,
        help: async (_: number, given: Handed) => {
          // A real one is told a moment later.
          await Promise.resolve();
          before ??= here;
          const plain = structuredClone(given);
          handed.push(...plain.files.map(({ file }) => file.path));
          return judgeHanded(plain, [ruleThat(() => {})]);
        },
      },
    }),
  } as unknown as Terms;
  const files = new Files(
    {
      load: async (ids) =>
        new Map([...ids].map((id) => [id, { kind: "bytes", bytes: Buffer.from(`local a = ${id}\n`) }])),
    },
    1 << 20,
    () => "5.3",
  );
  const tasks = versions.map((file): FileTask => ({ rule, file, options: {}, isTree: true }));
  const { found } = await inspectFiles(tasks, files, terms, []);
  return { found: found.map(({ finding }) => finding), handed, before };
}

test("get their first share before anything is judged here, and links too", async () => {
  const { handed, before } = await judge(true);
  assert.is(before, 0);
  assert.ok(handed.length > COUNT / 10, `${handed.length}`);
  assert.ok(handed.includes("3.lua"), "a link");
});

test("find what is found without them, where a rule says less of what a link leads to as well", async () => {
  const [alone, helped] = [await judge(false), await judge(true)];
  assert.equal(alone.handed, []);
  assert.equal(helped.found, alone.found);
  const links = alone.found.flatMap(({ place }) =>
    place.kind === "file" && Number.parseInt(place.path, 10) % 10 === 3 ? [place.path] : [],
  );
  assert.equal(links, ["13.lua", "23.lua", "33.lua"]);
});
