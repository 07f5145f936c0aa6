import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { mergeMarkers } from "../../src/handoff/store/merge-sides.ts";
import { MARKERS, nextStates, step, trailStateOf } from "../../src/protocol/trail.ts";
import { suite } from "../support/suite.ts";

const test = suite("trail");

const LEGAL: ReadonlyArray<readonly [before: string, after: string]> = [
  ["", ""],
  ["", "proposed"],
  ["", "proposed accepted in_progress implemented"],
  ["proposed", "proposed accepted"],
  ["proposed", "proposed rejected"],
  ["proposed accepted", "proposed accepted blocked"],
  ["proposed accepted blocked", "proposed accepted"],
  ["proposed accepted blocked", "proposed accepted in_progress"],
  ["proposed accepted blocked", "proposed accepted in_progress blocked"],
  ["proposed accepted blocked", "proposed accepted rejected"],
  ["proposed accepted in_progress", "proposed accepted in_progress done"],
  ["proposed accepted in_progress", "proposed accepted in_progress rejected"],
  ["proposed accepted in_progress done", "proposed accepted in_progress done"],
  ["proposed accepted in_progress done", "proposed accepted in_progress done implemented"],
  ["proposed accepted in_progress implemented", "proposed accepted in_progress implemented done"],
  // What is broken is mended: what is missing comes, what breaks it goes.
  ["proposed in_progress", "proposed accepted in_progress"],
  ["proposed in_progress", "proposed"],
  ["proposed implemented", "proposed accepted in_progress implemented"],
  ["rejected", "proposed rejected"],
  ["proposed Accepted", "proposed"],
  ["proposed accepted.STATUS", "proposed accepted"],
  ["proposed accepted in_progress done rejected", "proposed accepted in_progress done"],
  ["proposed accepted in_progress done rejected", "proposed accepted in_progress rejected"],
];

for (const [before, after] of LEGAL) {
  test(`legal: {${before}} → {${after}}`, () => assert.ok(step(set(before), set(after)).ok));
}

const BROKEN: ReadonlyArray<
  readonly [before: string, after: string, kind: string, marker: string, next: string]
> = [
  ["proposed accepted", "proposed", "removed", "accepted", "in_progress rejected"],
  ["proposed accepted in_progress done", "proposed accepted in_progress implemented", "removed", "done", ""],
  ["proposed", "accepted", "removed", "proposed", "accepted rejected"],
  ["proposed", "proposed in_progress", "skipped", "in_progress", "accepted rejected"],
  ["", "accepted", "skipped", "accepted", "proposed"],
  ["", "blocked", "skipped", "blocked", "proposed"],
  ["", "rejected", "skipped", "rejected", "proposed"],
  ["proposed", "proposed blocked", "blocked-outside", "blocked", "accepted rejected"],
  [
    "proposed accepted",
    "proposed accepted rejected blocked",
    "blocked-outside",
    "blocked",
    "in_progress rejected",
  ],
  ["proposed rejected", "proposed rejected accepted", "after-the-end", "accepted", ""],
  [
    "proposed accepted in_progress implemented",
    "proposed accepted in_progress implemented rejected",
    "after-the-end",
    "rejected",
    "",
  ],
  [
    "proposed accepted in_progress",
    "proposed accepted in_progress implemented rejected",
    "two-ends",
    "rejected",
    "implemented rejected",
  ],
  ["proposed", "proposed Accepted", "unknown", "Accepted", "accepted rejected"],
  ["proposed", "proposed paused", "unknown", "paused", "accepted rejected"],
  ["proposed", "proposed accepted.STATUS", "unknown", "accepted.STATUS", "accepted rejected"],
  // A mend takes away no more than what is wrong, and is no way on behind an end.
  ["proposed accepted Accepted", "proposed", "removed", "accepted", "in_progress rejected"],
  ["proposed accepted rejected Foo", "proposed accepted", "removed", "rejected", ""],
  [
    "proposed accepted rejected Foo",
    "proposed accepted in_progress rejected",
    "after-the-end",
    "in_progress",
    "",
  ],
];

for (const [before, after, kind, marker, next] of BROKEN) {
  test(`broken: {${before}} → {${after}} is ${kind}`, () => {
    const outcome = step(set(before), set(after));
    assert.not.ok(outcome.ok);
    if (!outcome.ok) {
      const { message: _, next: legal, ...rest } = outcome.error;
      assert.equal({ ...rest, next: legal.join(" ") }, { kind, marker, next });
    }
  });
}

test("a merge has one verdict, whichever of its sides is called the first", () => {
  const sides = (left: string, right: string) => {
    const all = new Set([...set(left), ...set(right)]);
    return [step(set(left), all, all), step(set(right), all, all)].map((legal) =>
      legal.ok ? "legal" : legal.error.kind,
    );
  };
  assert.equal(sides("proposed rejected", "proposed accepted in_progress"), ["legal", "legal"]);
  assert.equal(sides("proposed rejected", "proposed accepted in_progress done"), ["two-ends", "two-ends"]);
  assert.equal(sides("proposed accepted rejected", "proposed accepted blocked"), [
    "blocked-outside",
    "blocked-outside",
  ]);
  assert.not.ok(
    step(set("proposed rejected"), set("proposed accepted rejected"), set("proposed rejected")).ok,
  );
});

const subset = fc.subarray([...MARKERS]).map((markers) => new Set<string>(markers));

test("what two legal steps reach, one step reaches", () => {
  fc.assert(
    fc.property(subset, subset, (middle, after) => {
      fc.pre(step(new Set(), middle).ok && step(middle, after).ok);
      assert.ok(step(new Set(), after).ok);
    }),
    { numRuns: 2000 },
  );
});

test("a legal step never goes back, but for blocked", () => {
  fc.assert(
    fc.property(subset, subset, (before, after) => {
      fc.pre(step(new Set(), before).ok && step(before, after).ok);
      for (const marker of before) assert.ok(after.has(marker) || marker === "blocked");
    }),
    { numRuns: 2000 },
  );
});

test("each state that is said to come next is legal, and no other single one is", () => {
  const legal = [...MARKERS].filter((marker) => marker !== "done" && marker !== "blocked");
  fc.assert(
    fc.property(subset, (before) => {
      fc.pre(step(new Set(), before).ok);
      before.delete("blocked");
      const said = nextStates(trailStateOf(before));
      const reached = legal.filter(
        (marker) => isNew(before, marker) && step(before, new Set([...before, marker])).ok,
      );
      assert.equal([...said].sort(), reached.sort());
    }),
    { numRuns: 500 },
  );
});

test("a push never takes a marker back, and what it makes is legal", () => {
  fc.assert(
    fc.property(subset, subset, (ours, theirs) => {
      fc.pre(step(new Set(), ours).ok && step(new Set(), theirs).ok);
      const merged = mergeMarkers(ours, theirs);
      if (!merged.ok) return;
      const after = new Set([...theirs, ...merged.value.add]);
      if (merged.value.unblock) after.delete("blocked");
      assert.ok(step(theirs, after).ok);
      const again = mergeMarkers(ours, after);
      assert.ok(again.ok && again.value.add.length === 0 && !again.value.unblock);
    }),
    { numRuns: 2000 },
  );
});

test("a push brings the other side as far as this one, or says that it cannot", () => {
  const cases: ReadonlyArray<readonly [ours: string, theirs: string, add: string, unblock: boolean]> = [
    ["proposed accepted", "proposed", "accepted", false],
    ["proposed", "proposed accepted", "", false],
    ["proposed accepted rejected", "proposed", "accepted rejected", false],
    ["proposed accepted blocked", "proposed", "accepted blocked", false],
    ["proposed accepted blocked", "proposed accepted in_progress", "", false],
    ["proposed accepted in_progress", "proposed accepted blocked", "in_progress", true],
    ["proposed accepted in_progress done", "proposed accepted in_progress implemented", "", false],
  ];
  for (const [ours, theirs, add, unblock] of cases) {
    const merged = mergeMarkers(set(ours), set(theirs));
    assert.ok(merged.ok, `${ours} → ${theirs}`);
    assert.equal(merged.value, { add: add.split(" ").filter(Boolean), unblock });
  }
  const blocked = [set("proposed accepted"), set("proposed accepted blocked")] as const;
  const plan = (newer?: "ours" | "theirs") => mergeMarkers(...blocked, newer);
  assert.equal(
    [plan("ours"), plan("theirs"), plan()],
    [
      { ok: true, value: { add: [], unblock: true } },
      { ok: true, value: { add: [], unblock: false } },
      { ok: true, value: { add: [], unblock: false } },
    ],
  );
  assert.equal(mergeMarkers(blocked[1], blocked[0], "theirs"), {
    ok: true,
    value: { add: [], unblock: false },
  });
  assert.not.ok(mergeMarkers(set("proposed rejected"), set("proposed accepted in_progress done")).ok);
  assert.not.ok(mergeMarkers(set("proposed accepted"), set("proposed rejected")).ok);
});

/** `implemented` beside `done` is no other state. */
function isNew(before: ReadonlySet<string>, marker: string): boolean {
  return trailStateOf(new Set([...before, marker])).state !== trailStateOf(before).state;
}

function set(markers: string): ReadonlySet<string> {
  return new Set(markers.split(" ").filter(Boolean));
}
