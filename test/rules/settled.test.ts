import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import type { Project } from "../../src/model/project.ts";
import type { Facts } from "../../src/modules/facts.ts";
import { type LookupSides, ModuleLookup } from "../../src/modules/module-lookup.ts";
import type { ChangeScene } from "../../src/rule/rule.ts";
import { settledFor } from "../../src/rules/require-graph/settled.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("what a look at requires has worked out");

const { project } = termsOf({ rule: "require-graph", policy: {}, settings: {} });
const NAME = byteTextOf(Buffer.from("app.keys"));

/** Facts that know of the paths that were asked for, none of which is there. */
function factsOf(asked: ReadonlySet<string>): Facts {
  const facts = { knows: (_: string, path: string) => asked.has(path), entry: () => undefined };
  return facts as unknown as Facts;
}

function sidesOf(facts: Facts, its: Project): LookupSides {
  return { before: new ModuleLookup("before", its, facts), after: new ModuleLookup("after", its, facts) };
}

test("is worked out again as long as something is missing for it, and then no more", () => {
  const asked = new Set<string>();
  const facts = factsOf(asked);
  const scene = {} as ChangeScene<unknown>;
  let worked = 0;
  const look = () => {
    const sides = sidesOf(facts, project);
    settledFor(scene, facts).changed.once(sides, () => {
      worked++;
      sides.after.resolve(NAME, "app/main.lua");
      return [];
    });
    for (const need of sides.after.needs)
      if (need.kind === "entries") for (const path of need.paths) asked.add(path);
  };
  look();
  assert.ok(asked.size > 0, "a name that was never looked for");
  look();
  assert.is(worked, 2);
  look();
  assert.is(worked, 2);
});

test("does not hold for what is known of another tree, nor of another change", () => {
  const scene = {} as ChangeScene<unknown>;
  const [one, other] = [factsOf(new Set()), factsOf(new Set())];
  const first = settledFor(scene, one);
  assert.is(settledFor(scene, one), first);
  assert.is.not(settledFor({} as ChangeScene<unknown>, one), first);
  assert.is.not(settledFor(scene, other), first);
});

test("by one step waits for what an earlier one missed", () => {
  const facts = factsOf(new Set());
  const sides = sidesOf(facts, project);
  const known = settledFor({} as ChangeScene<unknown>, facts);
  sides.before.resolve(NAME, "app/main.lua");
  assert.equal(
    known.lost.once(sides, () => []),
    [],
  );
  const found = known.cycles.once(sidesOf(facts, project), () => []);
  assert.is(
    known.cycles.once(sides, () => []),
    found,
  );
  assert.is.not(
    known.lost.once(sides, () => []),
    known.lost.once(sides, () => []),
  );
});
