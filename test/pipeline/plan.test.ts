// What a pipeline's plan says, of a manifest and of what was done: values in, values out.
import * as assert from "uvu/assert";
import type { PhaseRecord, PipelineJournal, RecordedState } from "../../src/model/pipeline.ts";
import { type PlanTerms, plan } from "../../src/pipeline/plan.ts";
import { readManifest } from "../../src/task/read-manifest.ts";
import { suite } from "../support/suite.ts";

const test = suite("pipeline plan");

interface Written {
  readonly name: string;
  readonly task?: string;
  readonly allow: readonly string[];
  readonly needs?: readonly string[];
  readonly files?: number;
}

function manifestOf(phases: readonly Written[], stopOnFail: boolean) {
  const text = {
    stop_on_fail: stopOnFail,
    phases: phases.map(({ name, task = "by_hand", allow, needs = [], files = 2 }) => ({
      name,
      needs,
      payload: { task, constraints: { allowlist: allow, diff_budget: { files, added_loc: 900 } } },
    })),
  };
  const path = ".codex/pipeline-x.json";
  const read = readManifest(Buffer.from(JSON.stringify(text)), { where: "disk", path });
  if (!read.ok || read.value.faults.length > 0) throw new Error("it is not read");
  return read.value.manifest;
}

const TERMS: PlanTerms = {
  head: { commit: "h0", branch: "main" },
  agentBranches: ["codex/**"],
  isDeterministic: ({ task }) => task.kind === "scaffold_module",
  hasAgent: false,
  patches: new Set(),
  capOf: () => ({ files: 12, addedLoc: 700 }),
};

function journalOf(states: Readonly<Record<string, RecordedState>>): PipelineJournal {
  const phases = Object.entries(states).map(
    ([name, state]): PhaseRecord => ({
      name,
      digest: "",
      state,
      commit: state === "done" ? `c-${name}` : undefined,
      tries: 1,
      contract: undefined,
      ciUrl: undefined,
    }),
  );
  return { manifest: { path: "", digest: "" }, base: { commit: "b0", branch: "main" }, phases };
}

const PHASES: readonly Written[] = [
  { name: "one", task: "scaffold_module", allow: ["A/core"] },
  { name: "two", allow: ["A/views/**"], files: 20 },
  { name: "three", allow: ["A/core/keys.lua"] },
  { name: "four", allow: ["A/app"], needs: ["two"] },
  { name: "five", allow: ["A/engine/*.lua"] },
];

test("each phase begins at the one before it, the first at HEAD; its budget is no more than the policy's", () => {
  const made = plan(manifestOf(PHASES, true), undefined, { ...TERMS, patches: new Set(["four"]) });
  assert.equal(
    made.phases.map(({ name, branch, basedOn, baseCommit, budget, by, state }) =>
      [name, branch, basedOn, baseCommit, budget?.files, budget?.addedLoc, by, state].join(" "),
    ),
    [
      "one codex/phase-one  h0 2 700 deterministic ready",
      "two codex/phase-two one  12 700 hand pending",
      "three codex/phase-three two  2 700 hand pending",
      "four codex/phase-four three  2 700 patches pending",
      "five codex/phase-five four  2 700 hand pending",
    ],
  );
  assert.equal([made.next, made.base?.commit, made.manifest.name], ["one", "h0", "x"]);
});

const STATES: readonly (readonly [
  what: string,
  stopOnFail: boolean,
  done: Readonly<Record<string, RecordedState>>,
  plan: string,
])[] = [
  [
    "goes on behind what is done",
    true,
    { one: "done" },
    "done ready<one pending<two pending<three pending<four",
  ],
  ["stops at the first failure", true, { one: "failed" }, "failed blocked blocked blocked blocked"],
  [
    "goes on with what does not build on a failure, on the last phase that was not lost",
    false,
    { one: "done", two: "failed" },
    "done failed<one ready<one blocked<three pending<three",
  ],
  [
    "what meets a phase that failed builds on it",
    false,
    { one: "unresolved" },
    "unresolved ready blocked<two pending<two pending<four",
  ],
  [
    "a phase that is skipped is left out",
    true,
    { one: "done", two: "skipped" },
    "done skipped<one ready<one pending<three pending<four",
  ],
  [
    "a phase that waits for somebody keeps the later ones waiting",
    true,
    { one: "done", two: "waiting" },
    "done waiting<one pending<two pending<three pending<four",
  ],
];

for (const [what, stopOnFail, done, wanted] of STATES) {
  test(`a plan ${what}`, () => {
    const { phases, base } = plan(manifestOf(PHASES, stopOnFail), journalOf(done), TERMS);
    const said = phases.map(({ state, basedOn }) => (basedOn === undefined ? state : `${state}<${basedOn}`));
    const [first, ...rest] = wanted.split(" ");
    const shown = first?.startsWith("done") ? ["done", ...rest] : [first, ...rest];
    assert.equal(
      said.map((text) => text.replace(/^(blocked)<.*/, "$1")),
      shown.map((text) => text?.replace(/^(blocked)<.*/, "$1")),
    );
    assert.is(base?.commit, "b0");
  });
}
