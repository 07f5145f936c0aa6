import { createHash } from "node:crypto";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { nearLinks } from "../../src/gate/near-links.ts";
import type { Blob, Entry, ObjectId, Source } from "../../src/model/change.ts";
import { walkLinks } from "../../src/modules/link-end.ts";
import { suite } from "../support/suite.ts";

const test = suite("the links that a change has to do with");

type Links = ReadonlyMap<string, string>;

const project = { lua: { files: ["**/*.lua"] } } as unknown as Parameters<typeof nearLinks>[3]["project"];

async function near(links: Links, touched: readonly string[]): Promise<readonly string[]> {
  const texts = [...new Set(links.values())];
  const idOf = (text: string) => createHash("sha1").update(text).digest("hex");
  const byId = new Map(texts.map((said) => [idOf(said), said]));
  const source = {
    links: async () =>
      new Map([...links].map(([path, text]): [string, Entry] => [path, { kind: "symlink", id: idOf(text) }])),
    load: async (ids: Iterable<ObjectId>) =>
      new Map(
        [...ids].map((id): [ObjectId, Blob] => [
          id,
          { kind: "bytes", bytes: Buffer.from(byId.get(id) ?? "") },
        ]),
      ),
  } as Partial<Source> as Source;
  return await nearLinks([...links.keys()], touched, source, { project });
}

/** Goes the way of each link, whatever its name. */
function walked(links: Links, touched: readonly string[]): readonly string[] {
  return [...links.keys()].filter((link) => {
    const walk = walkLinks(link);
    let step = walk.next();
    let isOver = false;
    while (!step.done) {
      isOver ||= touched.includes(step.value);
      const text = links.get(step.value);
      step = walk.next(text === undefined ? undefined : { link: text });
    }
    const { end } = step.value;
    const isAbove = end.kind === "nothing" && touched.some((path) => path.startsWith(`${end.path}/`));
    return isOver || (isAbove && !link.endsWith(".lua"));
  });
}

const name = fc.constantFrom("a", "b", "c", "x.lua", "y.lua");
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
const step = fc.constantFrom("a", "b", "c", "x.lua", "y.lua", "..", ".", "");
const text = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join("/"));

test("are those whose way leads over what is touched, or ends above it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(path, text), { selector: ([link]) => link, maxLength: 6 }),
      fc.array(path, { minLength: 1, maxLength: 3 }),
      async (entries, files) => {
        const links = new Map(entries);
        const touched = files.filter((file) => !links.has(file));
        assert.equal(await near(links, touched), walked(links, touched));
      },
    ),
    { numRuns: 3000 },
  );
});

test("a link that leads to a folder by way of another one is met by its own name", async () => {
  const links = new Map([
    ["one", "deep/two"],
    ["deep/two", "../lib"],
    ["three", "one"],
    ["else", "other"],
  ]);
  assert.equal(await near(links, ["lib/x.lua"]), ["one", "deep/two", "three"]);
  assert.equal(await near(links, ["other/sub/x.lua"]), ["else"]);
  assert.equal(await near(links, ["lib"]), ["one", "deep/two", "three"]);
  assert.equal(await near(links, ["notes.csv"]), []);
});
