import { createHash } from "node:crypto";
import fc from "fast-check";
import * as assert from "uvu/assert";
import type { Memories, Memory } from "../../src/gate/known/memory.ts";
import { nearLinks } from "../../src/gate/near-links.ts";
import { type Blob, linksOf, type ObjectId } from "../../src/model/change.ts";
import { walkLinks } from "../../src/modules/link-end.ts";
import { suite } from "../support/suite.ts";

const test = suite("the links that a change has to do with");

/** What links say, by their paths. */
type Texts = ReadonlyMap<string, string>;

const project = { lua: { files: ["**/*.lua"] } } as unknown as Parameters<typeof nearLinks>[3]["project"];

let loaded = 0;

/** How often texts are asked for. */
async function loads(work: () => Promise<unknown>): Promise<number> {
  const before = loaded;
  await work();
  return loaded - before;
}

async function near(links: Texts, touched: readonly string[], memory?: Memory): Promise<readonly string[]> {
  const texts = [...new Set(links.values())];
  const idOf = (text: string) => createHash("sha1").update(text).digest("hex");
  const byId = new Map(texts.map((said) => [idOf(said), said]));
  const source = {
    load: async (ids: Iterable<ObjectId>) => {
      loaded++;
      return new Map(
        [...ids].map((id): [ObjectId, Blob] => [
          id,
          { kind: "bytes", bytes: Buffer.from(byId.get(id) ?? "") },
        ]),
      );
    },
  };
  const all = linksOf([...links].map(([path, text]) => [path, idOf(text)]));
  return await nearLinks(all, touched, source, { project, ...(memory && { memory }) });
}

/** Goes the way of each link, whatever its name. */
function walked(links: Texts, touched: readonly string[]): readonly string[] {
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

/** What a commit leaves to the next one, as plain data. */
class Kept implements Memory {
  readonly texts = new Map<string, string>();

  recall<Kind extends keyof Memories>(id: ObjectId, kind: Kind): Memories[Kind] | undefined {
    const text = this.texts.get(`${kind} ${id}`);
    return text === undefined ? undefined : (JSON.parse(text) as Memories[Kind]);
  }

  keep<Kind extends keyof Memories>(id: ObjectId, kind: Kind, value: Memories[Kind]): boolean {
    this.texts.set(`${kind} ${id}`, JSON.stringify(value));
    return true;
  }
}

/** No tree holds a path below a link's. */
function liesBelow(path: string, links: readonly string[]): boolean {
  return links.some((link) => path.startsWith(`${link}/`));
}

test("are those whose way leads over what is touched, or ends above it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(path, text), { selector: ([link]) => link, maxLength: 6 }),
      fc.array(path, { minLength: 1, maxLength: 3 }),
      async (entries, files) => {
        const paths = entries.map(([link]) => link);
        const links = new Map(entries.filter(([link]) => !liesBelow(link, paths)));
        const touched = files.filter((file) => !links.has(file) && !liesBelow(file, paths));
        const wanted = walked(links, touched);
        assert.equal(await near(links, touched), wanted);
        // As the next commit meets them, and one with the same links that say something else.
        const memory = new Kept();
        await near(links, [], memory);
        assert.equal(await near(links, touched, memory), wanted);
        const others = new Map([...links].map(([link, said]) => [link, `${said}/..`]));
        assert.equal(await near(others, touched, memory), walked(others, touched));
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

test("are looked for by the names that the last commit left, only where the very same links are there", async () => {
  const memory = new Kept();
  const links = new Map([
    ["a/one", "../lib"],
    ["a/two", "one"],
  ]);
  const others = new Map([["b", "c"]]);
  assert.equal(await near(links, ["lib/x.lua"], memory), ["a/one", "a/two"]);
  const reads = (texts: Texts) => loads(() => near(texts, ["elsewhere/x.lua"], memory));
  assert.is(await reads(links), 0);
  // The last that were met are not these.
  await near(others, ["d"]);
  assert.is(await reads(links), 0);
  assert.is(await reads(new Map([...links, ["a/three", "one"]])), 1);
  await near(others, ["d"]);
  assert.is(await reads(links), 1, "the names of all three are kept there now");
});
