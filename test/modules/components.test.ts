import fc from "fast-check";
import * as assert from "uvu/assert";
import { components } from "../../src/modules/components.ts";
import { suite } from "../support/suite.ts";

const test = suite("strongly connected components");

test("two nodes share a component when each leads to the other, in any graph", () => {
  const graphs = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(graphs, (edges) => {
      const next = (node: number) => edges[node] ?? [];
      const found = components(edges.keys(), next);
      for (let a = 0; a < 10; a++)
        for (let b = 0; b < 10; b++)
          assert.is(found.get(a) === found.get(b), a === b || (leads(a, b, next) && leads(b, a, next)));
    }),
    { numRuns: 500 },
  );
});

test("a chain of a hundred thousand does not overflow", () => {
  const last = 100_000;
  const found = components([0], (node: number) => (node < last ? [node + 1] : [0]));
  assert.is(new Set(found.values()).size, 1);
});

function leads(from: number, to: number, next: (node: number) => readonly number[]): boolean {
  const seen = new Set(next(from));
  for (const node of seen) for (const each of next(node)) seen.add(each);
  return seen.has(to);
}
