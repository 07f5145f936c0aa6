// A task from its text: the playbook's own blocks, byte for byte as it prints them, and whatever else is handed in.
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import type { Result } from "../../src/base/result.ts";
import type { Task } from "../../src/model/task.ts";
import { readManifest } from "../../src/task/read-manifest.ts";
import { readTask } from "../../src/task/read-task.ts";
import { showRemark, type TaskFault, taskFailure } from "../../src/task/task-fault.ts";
import { suite } from "../support/suite.ts";

const test = suite("a task's text");

const SOURCE = { where: "tree", path: "t.json" } as const;
const block = (name: string) => readFileSync(new URL(`../fixtures/tasks/playbook/${name}`, import.meta.url));

function read(text: string | Buffer): Result<Task, TaskFault> {
  return readTask(Buffer.from(text), { code: "t", source: SOURCE });
}

function readWell(text: string | Buffer): Task {
  const task = read(text);
  if (!task.ok) throw new Error(showRemark(task.error));
  return task.value;
}

function says(text: string | Buffer): string {
  const task = read(text);
  return task.ok ? "it is read" : showRemark(task.error);
}

const warned = ({ warnings }: Task) => warnings.map(showRemark);

test("the playbook's minimal task is read as it is meant, and each guess is said", () => {
  const task = readWell(block("minimal-task.json"));
  const { source, warnings, placeOf, payload, keys, workflow, ...rest } = task;
  assert.is(workflow.program, undefined);
  assert.is(keys.join(" "), "task from to live_root constraints acceptance proof_grep notes");
  assert.equal(rest, {
    code: "t",
    phase: undefined,
    kind: "refactor_require",
    root: undefined,
    liveRoot: "ARKITEKT/scripts",
    featureRoot: undefined,
    from: "RegionPlaylist.app.state",
    to: "RegionPlaylist.core.state",
    path: undefined,
    name: undefined,
    moves: [],
    strings: false,
    files: [],
    edits: [],
    constraints: {
      allowlist: ["ARKITEKT/scripts/RegionPlaylist"],
      diffBudget: { files: 12, addedLoc: 700 },
      isMechanical: false,
    },
    acceptance: [
      "No remaining require(...) of moved/deleted modules.",
      "All edited files parse as Lua 5.3.",
      "Patch is idempotent (re-apply = no-op).",
      "No files changed outside declared roots.",
      "Diff budget respected.",
    ],
    proofGreps: [
      { pattern: String.raw`require\(["']arkitekt\.`, should_match: false },
      { pattern: "require%([^)]-[\\]", should_match: false },
    ],
    notes:
      "Impacted modules: N files. Caller deltas: import path only. Risks: low. Mitigations: mechanical exception; rollback = revert commit.",
    grepPlaces: [0, 1],
    textGreps: [],
    isDone: false,
  });
  assert.equal(warned(task), [
    "t.json:18:24  JSON has no escape \\(; it is read as a backslash and (",
    "t.json:18:39  JSON has no escape \\.; it is read as a backslash and .",
  ]);
  assert.equal(placeOf(["constraints", "allowlist", 0]), { line: 7, column: 19 });
  assert.match(payload() ?? "", /^\{"acceptance":\[.*"task":"refactor_require","to":.*\}$/);
});

test("the playbook's block of acceptance and proof-greps is read", () => {
  const task = readWell(block("acceptance.json"));
  assert.is(task.acceptance.length, 6);
  assert.equal(
    task.proofGreps.map(({ pattern }) => pattern),
    [
      String.raw`require\(["']arkitekt\.`,
      "require%([^)]-[\\]",
      "canonicalize_sequence%\\(",
      "loop%s*=%s*{",
      "total_loops%s*=%s*{",
    ],
  );
  assert.is(task.warnings.length, 3);
});

test("the playbook's manifest is read; what it has in place of proof-greps is told", () => {
  const read = readManifest(block("manifest.json"), SOURCE);
  if (!read.ok) throw new Error(showRemark(read.error));
  assert.equal([read.value.faults, read.value.manifest.stopOnFail], [[], true]);
  const [{ task } = { task: undefined }] = read.value.manifest.phases;
  assert.equal(task?.phase, { name: "string-identifier", index: 0 });
  assert.is(task?.code, "phase-string-identifier");
  assert.equal(task?.constraints.allowlist, ["<minimal paths>"]);
  assert.equal(task && warned(task), [
    't.json:13:25  phases[0].payload.proof_grep[0]: "... per V5 template ..." is a text, not a proof-grep, so nothing is looked for',
  ]);
});

test("the playbook's failure contract is not a task, and each of its keys is said", () => {
  const task = readWell(block("failure-contract.json"));
  assert.equal(
    warned(task).map((line) => line.replace(/^t\.json:(\S+) {2}(\S+):.*$/, "$1 $2")),
    ["2:3 unmet_exports", "3:3 missing_files", "4:3 exceeded_budget", "5:3 would_touch"],
  );
});

test("the playbook's inputs of common tasks are read, and the one that is not JSON is told", () => {
  const inputs = block("inputs.txt").toString("utf8").trimEnd().split("\n");
  const kinds = inputs.map((input) => {
    const task = read(input);
    return task.ok ? [task.value.kind, ...warned(task.value)] : showRemark(task.error);
  });
  assert.equal(kinds, [
    ["scan_requires"],
    ["refactor_require"],
    ["phaseX_cleanup_remove_legacy"],
    ["scaffold_module"],
    ["move_module"],
    't.json:1:109  "..." means nothing here',
    ["run_pipeline"],
  ]);
  const whole = readWell((inputs[5] ?? "").replace("{...}", '{"phases": [], "stop_on_fail": true}'));
  assert.equal(whole.edits, [
    {
      path: ".codex/pipeline.json",
      op: "create|update",
      contents: { phases: [], stop_on_fail: true },
    },
  ]);
  assert.equal(readWell(inputs[3] ?? "").files, [{ path: ".../core/keys.lua", template: "module_table" }]);
});

const FAULTS: readonly (readonly [text: string | Buffer, says: string])[] = [
  ["", "t.json  it is empty"],
  [" \n", "t.json  it is empty"],
  ["[]", "t.json:1:1  a task is an object"],
  ["null", "t.json:1:1  a task is an object"],
  ['{"task": "x"', "t.json:1:13  the text ends too early"],
  ['{\n  // why\n"task": "x"}', "t.json:2:3  JSON has no comments"],
  ['{"notes": "a",\n "notes": "b"}', 't.json:2:2  the key "notes" appears twice'],
  [Buffer.from([0x7b, 0xff, 0x7d]), "t.json  it is not UTF-8"],
  [Buffer.from("\ufeff{}", "utf16le"), "t.json  it is not UTF-8"],
  [`${'{"constraints":'.repeat(600)}1`, "t.json:1:7501  this is nested more than 500 levels deep"],
  [" ".repeat((1 << 20) + 1), `t.json  it has ${(1 << 20) + 1} bytes; ${1 << 20} is the most`],
  ['{"task": 7}', "t.json:1:10  task: it must be a text, and is 7"],
  ['{"task": ""}', "t.json:1:10  task: it is empty"],
  ['{"files": {"path": "a"}}', "t.json:1:11  files: it must be a list, and is an object"],
  ['{"files": [{}]}', "t.json:1:12  files[0].path: it is missing"],
  [
    '{"edits": [{"path": "a", "op": "delete"}]}',
    't.json:1:32  edits[0].op: it must be "create", "update" or "create|update", and is "delete"',
  ],
  ['{"constraints": []}', "t.json:1:17  constraints: it must be an object, and is a list"],
  [
    '{"constraints": {"allowlist": "A"}}',
    't.json:1:31  constraints.allowlist: it must be a list, and is "A"',
  ],
  [
    '{"constraints": {"allowlist": ["A", 1]}}',
    "t.json:1:37  constraints.allowlist[1]: it must be a text, and is 1",
  ],
  [
    '{"constraints": {"diff_budget": {"files": -1}}}',
    "t.json:1:43  constraints.diff_budget.files: it must be a whole number that is not negative, and is -1",
  ],
  [
    '{"constraints": {"diff_budget": {"added_loc": 1.5}}}',
    "t.json:1:47  constraints.diff_budget.added_loc: it must be a whole number, and is 1.5",
  ],
  ['{"acceptance": "x", "task": 1}', 't.json:1:16  acceptance: it must be a list, and is "x"'],
  ['{"proof_grep": [1]}', "t.json:1:17  proof_grep[0]: a proof-grep is an object, and this is 1"],
  ['{"proof_grep": [{"pattern": "x"}]}', "t.json:1:17  proof_grep[0].should_match: it is missing"],
  [
    '{"proof_grep": [{"pattern": "x", "should_match": "no"}]}',
    't.json:1:50  proof_grep[0].should_match: it must be true or false, and is "no"',
  ],
  [
    '{"notes": 1}',
    "t.json:1:11  notes: notes are a text, a list of texts, or an object of headings with texts",
  ],
  [
    '{"notes": {"risks": 1}}',
    "t.json:1:11  notes: notes are a text, a list of texts, or an object of headings with texts",
  ],
  ['{"done": "yes"}', 't.json:1:10  done: it must be true or false, and is "yes"'],
  ...(
    [
      ["/etc", "it is absolute, and would match nothing"],
      ["C:/x", "it is absolute, and would match nothing"],
      ["../x", "it leaves the repository"],
      ["a\\b", "folders are divided by / on every system"],
      ["./a", "it would match nothing: Git's paths hold no . and no //"],
      ["!a", "nothing is taken out with !; list what is meant"],
      [".git/hooks/**", "it leads into a Git folder"],
    ] as const
  ).map(
    ([entry, why]) =>
      [
        JSON.stringify({ live_root: entry }),
        `t.json:1:14  live_root: ${JSON.stringify(entry)} can't be allowed: ${why}`,
      ] as const,
  ),
];

test("what can't be read is told with its place, one fault at a time", () => {
  assert.equal(
    FAULTS.map(([text, wanted]) => [wanted, says(text)]).filter(([wanted, said]) => wanted !== said),
    [],
  );
});

test("keys that nobody knows are said and read over, __proto__ among them; null is left out", () => {
  const text = `{"allow_list": 1, "__proto__": {"isDone": true}, "notes": null, "root": null,
 "constraints": {"allowlist": null, "diff_budget": {"loc": 5, "files": null}}}`;
  const task = readWell(text);
  assert.equal(warned(task), [
    "t.json:1:2  allow_list: there is no such key, so it was ignored; did you mean allowlist in constraints?",
    "t.json:1:19  __proto__: there is no such key, so it was ignored",
    "t.json:2:53  constraints.diff_budget.loc: there is no such key, so it was ignored; did you mean added_loc?",
  ]);
  assert.equal([task.isDone, task.notes, task.root], [false, "", undefined]);
  assert.equal(task.constraints, {
    allowlist: undefined,
    diffBudget: { files: undefined, addedLoc: undefined },
    isMechanical: false,
  });
  assert.is(({} as { isDone?: boolean }).isDone, undefined);
});

test("notes are text, whether they are written as one, as lines or as headings", () => {
  const notes = (value: unknown) => readWell(JSON.stringify({ notes: value })).notes;
  assert.is(notes("a\nb"), "a\nb");
  assert.is(notes(["a", "b"]), "a\nb");
  assert.is(
    notes({ impacted_modules: ["a.lua", "b.lua"], risks: "low" }),
    "Impacted modules: a.lua, b.lua\nRisks: low",
  );
});

const MANIFESTS: readonly (readonly [text: string, says: string])[] = [
  ["{}", "t.json:1:1  phases: a manifest holds a list of phases"],
  ['{"phases": {}}', "t.json:1:12  phases: a manifest holds a list of phases"],
  ['{"phases": [{"payload": {}}]}', "t.json:1:13  phases[0].name: a phase has a name"],
  ['{"phases": [{"name": "a"}]}', "t.json:1:13  phases[0].payload: a phase has a task as its payload"],
  ['{"phases": [{"name": "a", "payload": []}]}', "t.json:1:38  phases[0].payload: a task is an object"],
  [
    '{"phases": [{"name": "a", "payload": {"task": 1}}]}',
    "t.json:1:47  phases[0].payload.task: it must be a text, and is 1",
  ],
  [
    '{"phases": [{"name": "a", "payload": {}}, {"name": "a", "payload": {}}]}',
    't.json:1:52  phases[1].name: there is a phase "a" before this one',
  ],
  [
    '{"phases": [], "stop_on_fail": "no"}',
    't.json:1:32  stop_on_fail: it must be true or false, and is "no"',
  ],
  [
    '{"phases": [{"name": "a", "payload": {}, "needs": "b"}]}',
    't.json:1:51  phases[0].needs: it must be a list, and is "b"',
  ],
  ['{"phases": [1]}', "t.json:1:13  phases[0]: it must be an object, and is 1"],
];

test("every fault of a manifest is told, and the phases that have none are read", () => {
  const text = `{"phases": [
    {"name": "a", "payload": {"task": 1, "constraints": {"allowlist": "x"}}},
    {"name": "b", "payload": {"task": "b_c"}, "needs": ["a"], "task": "x"},
    {"payload": {}}
  ], "stop_on_fail": false, "stop": 1}`;
  const read = readManifest(Buffer.from(text), SOURCE);
  if (!read.ok) throw new Error(showRemark(read.error));
  const { manifest, faults } = read.value;
  assert.equal(
    faults.map((fault) => showRemark(fault).replace(/: it.*/, "")),
    [
      "t.json:2:39  phases[0].payload.task",
      "t.json:2:71  phases[0].payload.constraints.allowlist",
      "t.json:4:5  phases[2].name: a phase has a name",
    ],
  );
  assert.equal(
    manifest.phases.map(({ name, index, needs, payload }) => [name, index, needs, payload]),
    [["b", 1, ["a"], '{"task":"b_c"}']],
  );
  assert.equal(manifest.warnings.map(showRemark), [
    "t.json:5:29  stop: there is no such key, so it was ignored; did you mean stop_on_fail?",
    "t.json:3:63  phases[1].task: there is no such key, so it was ignored",
  ]);
  assert.is(manifest.stopOnFail, false);
});

for (const [text, wanted] of MANIFESTS) {
  test(`the manifest ${text.slice(0, 60)} is refused: ${wanted}`, () => {
    const read = readManifest(Buffer.from(text), SOURCE);
    const faults = read.ok ? read.value.faults : [read.error];
    assert.equal(faults.map(showRemark), [wanted]);
  });
}

test("whatever is handed in as a task is read, or refused with one reason, a place and a next step", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom("../x", "/x", "C:\\x", ".git", "__proto__", -1),
  );
  const keys = [
    "task",
    "live_root",
    "feature_root",
    "files",
    "edits",
    "constraints",
    "acceptance",
    "proof_grep",
    "notes",
    "done",
    "__proto__",
    "x",
  ];
  const inner = fc.dictionary(
    fc.constantFrom("allowlist", "diff_budget", "mechanical", "path", "pattern"),
    value,
    {
      maxKeys: 3,
    },
  );
  const task = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(value, inner, fc.array(inner, { maxLength: 3 })),
    {
      maxKeys: 5,
    },
  );
  const cut = fc.tuple(
    task,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom("", "\xff", "\\q", "\0", "//", ","),
  );
  let refused = 0;
  fc.assert(
    fc.property(cut, ([record, share, spice]) => {
      const text = JSON.stringify(record);
      const at = Math.floor(text.length * share);
      for (const bytes of [
        Buffer.from(text),
        Buffer.from(text.slice(0, at)),
        Buffer.from(text.slice(0, at) + spice + text.slice(at), "latin1"),
      ]) {
        const found = read(bytes);
        if (found.ok) continue;
        refused++;
        const { message, next, where } = taskFailure(found.error);
        assert.ok(message.length < 400 && !message.includes("\n"), message);
        assert.ok(next !== undefined && where !== undefined, message);
      }
    }),
    { numRuns: 1500, seed: 10 },
  );
  assert.ok(refused > 500, String(refused));
});
