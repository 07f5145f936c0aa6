// What `arkitekt pipeline check` holds a manifest to: many manifests against one repository.
import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import type { Taken } from "../../src/check/conformance/taken-codes.ts";
import { checkTask } from "../../src/check/task/check-task.ts";
import { type TasksHere, taskAsked, tasksHere } from "../../src/check/task/tasks-here.ts";
import { openRepository } from "../../src/git/open/repository.ts";
import type { PipelineCheck } from "../../src/model/task/pipeline-report.ts";
import { checkPipeline } from "../../src/pipeline/check-pipeline.ts";
import { manifestHere } from "../../src/pipeline/manifest-here.ts";
import { newPipeline } from "../../src/pipeline/new-pipeline.ts";
import { sceneHere } from "../../src/pipeline/scene-here.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { readManifest } from "../../src/task/read-manifest.ts";
import { arkitekt, policy } from "../support/gated.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a pipeline's conformance");

const MODULE = "local M = {}\n\nreturn M\n";
const CODES = { patterns: ["^(?<code>[a-z]+(?:_[a-z]+)+): \\S"], examples: ["move_keys: move them"] };
const own = { ...policy, taskCode: CODES };

const FILES = {
  ".arkitektrc.json": JSON.stringify(own),
  ".gitignore": "pipeline-ignored.json\n",
  "A/app/list.lua": MODULE,
  "A/core/keys.lua": MODULE,
  "A/scripts/Region/engine/player.lua": MODULE,
  "A/scripts/Region/storage/files.lua": MODULE,
  "A/scripts/Region/views/list.lua": MODULE,
};

async function inRepo<T>(repo: TestRepo, use: (here: TasksHere) => Promise<T>): Promise<T> {
  const found = await openRepository(repo.dir, repo.env);
  if (!found.ok) throw new Error(found.error.message);
  try {
    return await use(await tasksHere(found.value));
  } finally {
    await found.value.close();
  }
}

const said = ({ faults }: PipelineCheck) =>
  faults.map(
    ({ phase, key, message }) =>
      `${phase ?? "-"} ${key?.replace("phases[0].payload.", "") ?? ""}: ${message}`,
  );

const SOUND = {
  task: "do_this",
  constraints: { allowlist: ["A/app"], diff_budget: { files: 12, added_loc: 700 } },
  acceptance: ["Diff budget respected."],
  proof_grep: [] as readonly unknown[],
  notes: "Undo: revert the commit.",
};
const only = (more: object) => ({ phases: [{ name: "one", payload: { ...SOUND, ...more } }] });
const reaching = (allowlist: readonly string[], files: number, more: object = {}) =>
  only({ constraints: { allowlist, diff_budget: { files, added_loc: 300 }, ...more } });
const without = (key: string) => {
  const { [key]: _, ...rest } = SOUND as Readonly<Record<string, unknown>>;
  return { phases: [{ name: "one", payload: rest }] };
};
const named = (...names: readonly string[]) => ({
  phases: names.map((name) => ({ name, payload: SOUND })),
});
const onlyAs = (name: string) => [{ name, payload: { ...SOUND, notes: "Undo: take it back." } }];
const no = (pattern: string, more: object = {}) => ({ pattern, should_match: false, ...more });
const OLD = "one proof_grep: old namespace: nothing looks for it, and no rule holds it as an error";
const BACK = "one proof_grep: backslashes: nothing looks for it, and no rule holds it as an error";
const PURE = "one proof_grep: purity: nothing looks for it, and no rule holds it as an error";
const SHAPE = "one proof_grep: canonicalization: nothing looks for it, and no rule holds it as an error";

interface Case {
  readonly manifest: object;
  readonly faults: readonly string[];
  readonly settings?: object;
  readonly code?: string;
  readonly paths?: readonly string[];
  readonly taken?: Readonly<Record<string, Taken>>;
}

const off = (...rules: readonly string[]) => ({
  rules: { ...policy.rules, ...Object.fromEntries(rules.map((rule) => [rule, "off"])) },
});
const GREPS = off("retired-namespace", "require-separators", "purity-fence", "canonical-shape");
const NEEDED = [no("require%s*%(?[\"']oldark%."), no("require%([^)]-[\\]"), no("reaper%."), no("ImGui%.")];

const CASES: Readonly<Record<string, Case>> = {
  "a phase that says all": { manifest: only({}), faults: [] },
  "no allowlist": {
    manifest: only({ constraints: { diff_budget: { files: 1, added_loc: 1 } } }),
    faults: ["one constraints.allowlist: a phase has allowlist: it is missing"],
  },
  "an empty allowlist and half a budget": {
    manifest: only({ constraints: { allowlist: [], diff_budget: { files: 1 } } }),
    faults: [
      "one constraints.allowlist: a phase has allowlist: it is empty",
      "one constraints.diff_budget.added_loc: a phase has added_loc: it is missing",
    ],
  },
  "no budget": {
    manifest: only({ constraints: { allowlist: ["A/app"] } }),
    faults: ["one constraints.diff_budget: a phase has diff_budget: it is missing"],
  },
  "no acceptance": {
    manifest: without("acceptance"),
    faults: ["one acceptance: a phase has acceptance: it is missing"],
  },
  "acceptance and notes with nothing in them": {
    manifest: only({ acceptance: ["", " "], notes: { risks: "...", "undo it": ["…"] } }),
    faults: [
      "one acceptance: a phase has acceptance: it is empty",
      'one notes: "Risks: ...\\nUndo it: …" is a placeholder',
    ],
  },
  "templates that were not filled in": {
    manifest: only({
      task: "move_module",
      from: "<module>",
      to: ".../core/keys.lua",
      constraints: {
        allowlist: ["A/app/…", "A/<feature>", "TODO.md"],
        diff_budget: { files: 1, added_loc: 1 },
      },
      acceptance: ["... per V5 template", "<what>; <why>", "TODO: say"],
      proof_grep: [no("…"), no("... per V5 template ..."), no("<const>"), no("TODO")],
      notes: "<impact>/<risks>",
    }),
    faults: [
      'one constraints.allowlist[0]: "A/app/…" is a placeholder',
      'one constraints.allowlist[1]: "A/<feature>" is a placeholder',
      'one acceptance[0]: "... per V5 template" is a placeholder',
      'one acceptance[1]: "<what>; <why>" is a placeholder',
      'one acceptance[2]: "TODO: say" is a placeholder',
      'one proof_grep[0].pattern: "…" is a placeholder',
      'one proof_grep[1].pattern: "... per V5 template ..." is a placeholder',
      'one notes: "<impact>/<risks>" is a placeholder',
      'one from: "<module>" is a placeholder',
      'one to: ".../core/keys.lua" is a placeholder',
    ],
  },
  "no proof-greps": {
    manifest: without("proof_grep"),
    faults: ["one proof_grep: a phase has proof_grep: it is missing"],
  },
  "no notes": { manifest: without("notes"), faults: ["one notes: a phase has notes: it is missing"] },
  "empty notes": { manifest: only({ notes: " " }), faults: ["one notes: a phase has notes: it is empty"] },
  "more than the policy allows": {
    manifest: only({ constraints: { allowlist: ["A/app"], diff_budget: { files: 13, added_loc: 701 } } }),
    faults: [
      "one constraints.diff_budget.files: 13 files are more than the 12 files that the policy allows",
      "one constraints.diff_budget.added_loc: 701 added lines are more than the 700 added lines that the policy allows",
    ],
  },
  "the core by its folder": {
    manifest: reaching(["A/core"], 7),
    faults: [
      "one constraints.diff_budget.files: 7 files are more than the 6 files that the policy allows where core or storage is reached",
    ],
  },
  "the core below a folder, beside others": {
    manifest: reaching(["A/app", "A/scripts/Region/**"], 7, {}),
    faults: [
      "one constraints.diff_budget.files: 7 files are more than the 6 files that the policy allows where core or storage is reached",
      SHAPE,
    ],
  },
  "a file of the core that is still to be made": {
    manifest: only({
      constraints: { allowlist: ["A/app", "A/new/core/x.lua"], diff_budget: { files: 2, added_loc: 301 } },
    }),
    faults: [
      "one constraints.diff_budget.added_loc: 301 added lines are more than the 300 added lines that the policy allows where core or storage is reached",
    ],
  },
  "the core as one of several in braces": {
    manifest: reaching(["A/{views,core}/new/**"], 7),
    faults: [
      "one constraints.diff_budget.files: 7 files are more than the 6 files that the policy allows where core or storage is reached",
    ],
  },
  "a root, a folder of features and a feature, where a core could be made": {
    manifest: {
      phases: ["B", "B/**", "B/scripts/{Region,Other}/**", "B/scripts/Region"].map((entry, at) => ({
        name: `at${at}`,
        payload: { ...SOUND, constraints: { allowlist: [entry], diff_budget: { files: 7, added_loc: 300 } } },
      })),
    },
    settings: { root: "B", features: { root: "B/scripts" }, lua: { moduleRoots: ["B"] } },
    paths: ["B/app/list.lua", "B/scripts/Region/views/list.lua"],
    faults: [0, 1, 2, 3]
      .map(
        (at) =>
          `at${at} phases[${at}].payload.constraints.diff_budget.files: 7 files are more than the 6 files that the policy allows where core or storage is reached`,
      )
      .map((fault) => fault.replace("phases[0].payload.", "")),
  },
  "a layer, where nobody would make a core": {
    manifest: reaching(["B/app", "B/scripts/Region/views/**", "B/*.lua"], 12),
    settings: { root: "B", features: { root: "B/scripts" }, lua: { moduleRoots: ["B"] } },
    paths: ["B/app/list.lua", "B/scripts/Region/views/list.lua"],
    faults: [],
  },
  "the mechanical exception in the core": {
    manifest: reaching(["A/core"], 30, { mechanical: true }),
    faults: [],
  },
  "neither greps nor rules": { manifest: only({}), settings: GREPS, faults: [OLD, BACK, PURE] },
  "all greps, without rules": { manifest: only({ proof_grep: NEEDED }), settings: GREPS, faults: [] },
  "greps that look elsewhere": {
    manifest: only({
      proof_grep: NEEDED.map((grep) => ({ ...grep, files: ["A/views/**"] })),
    }),
    settings: GREPS,
    faults: [OLD, BACK],
  },
  "greps that read comments": {
    manifest: only({ proof_grep: NEEDED.map((grep) => ({ ...grep, in: "comments" })) }),
    settings: GREPS,
    faults: [OLD, BACK, PURE],
  },
  "half of the host": { manifest: only({ proof_grep: NEEDED.slice(0, 3) }), settings: GREPS, faults: [PURE] },
  "a rule that is milder for a file in reach": {
    manifest: only({}),
    settings: { overrides: [{ files: ["A/app/**"], rules: { "require-separators": "warn" } }] },
    faults: [BACK],
  },
  "a rule that only warns": {
    manifest: only({}),
    settings: { rules: { ...policy.rules, "purity-fence": "warn" } },
    faults: [PURE],
  },
  "a rule that has nothing to hold": { manifest: only({}), settings: { pure: [] }, faults: [PURE] },
  "no retired namespace": {
    manifest: only({}),
    settings: { ...off("retired-namespace"), namespace: { canonical: "ark", retired: [] } },
    faults: [],
  },
  "an engine, which no boundary of the policy names": {
    manifest: reaching(["A/scripts/Region/engine"], 2),
    faults: [SHAPE],
  },
  "an engine, with a grep": {
    manifest: {
      phases: [
        {
          name: "one",
          payload: {
            ...SOUND,
            constraints: {
              allowlist: ["A/scripts/Region/engine/player.lua"],
              diff_budget: { files: 1, added_loc: 9 },
            },
            proof_grep: [{ pattern: "canonicalize_sequence%(", should_match: true }],
          },
        },
      ],
    },
    faults: [],
  },
  "an engine, where the policy names other boundaries": {
    manifest: reaching(["A/scripts/Region/engine"], 2),
    settings: {
      rules: {
        ...policy.rules,
        "canonical-shape": [
          "error",
          { boundaries: [{ files: ["A/scripts/*/bridge.lua"], calls: ["*:set"] }] },
        ],
      },
    },
    faults: [],
  },
  "a boundary of the policy, held by the rule": {
    manifest: reaching(["A/app"], 2),
    settings: {
      rules: {
        ...policy.rules,
        "canonical-shape": ["error", { boundaries: [{ files: ["A/app/**"], calls: ["*:set"] }] }],
      },
    },
    faults: [],
  },
  "a boundary of the policy, where the rule only warns": {
    manifest: reaching(["A/app"], 2),
    settings: {
      rules: {
        ...policy.rules,
        "canonical-shape": ["warn", { boundaries: [{ files: ["A/app/**"], calls: ["*:set"] }] }],
      },
    },
    faults: [SHAPE],
  },
  "greps that can't be meant, beside a text": {
    manifest: only({ proof_grep: ["none", no("("), no("require\\([\"']ark\\.")] }),
    faults: [
      'one proof_grep[0]: "none" is a text, not a proof-grep, so nothing is looked for',
      "one proof_grep[1].pattern: ( is not a regular expression: Unterminated group",
      "one proof_grep[2]: require\\([\"']ark\\. forbids ark, which is the canonical namespace",
    ],
  },
  "names that no branch, or no disk, can have": {
    manifest: named("Keys", "keys", "a b", ".x", "x..y", "x.lock", "x.", "a".repeat(80), "b".repeat(81)),
    faults: [
      "keys phases[1].name: it differs from the phase Keys in letter case alone, and their branches are one file on some disks",
      ...[
        ["a b", "it may hold letters, digits, ., _ and - only"],
        [".x", "it must begin with a letter or a digit"],
        ["x..y", "no branch may hold two dots in a row"],
        ["x.lock", "no branch may end in .lock"],
        ["x.", "no branch may end in a dot"],
        ["b".repeat(81), "it is longer than 80 characters"],
      ].map(([name], at) => {
        const why = [
          "it may hold letters, digits, ., _ and - only",
          "it must begin with a letter or a digit",
          "no branch may hold two dots in a row",
          "no branch may end in .lock",
          "no branch may end in a dot",
          "it is longer than 80 characters",
        ][at];
        return `${name} phases[${at + 2 + (at > 4 ? 1 : 0)}].name: "${name}" can't be the name of a phase, which names its branch: ${why}`;
      }),
    ],
  },
  "needs that lead nowhere": {
    manifest: {
      phases: [
        { name: "one", payload: SOUND, needs: ["two", "one"] },
        { name: "two", payload: SOUND, needs: ["one", "oen"] },
      ],
    },
    faults: [
      'one phases[0].needs[0]: there is no phase "two" before this one',
      "one phases[0].needs[1]: a phase can't need itself",
      'two phases[1].needs[1]: there is no phase "oen" before this one; did you mean one?',
    ],
  },
  "a title without a code that the policy takes": {
    manifest: only({ task: "cleanup" }),
    faults: [
      'one task: the title of its commit would name no task: "cleanup: the phase one", where the policy wants one like "move_keys: move them"',
    ],
  },
  "the same with --code": { manifest: only({ task: "cleanup" }), code: "move_keys", faults: [] },
  "the same where nothing asks for a code": {
    manifest: without("task"),
    settings: off("task-code"),
    faults: [],
  },
  "no task at all": {
    manifest: without("task"),
    faults: ["one task: nothing gives the title of its commit a code"],
  },
  "a code in brackets": {
    manifest: only({ task: "AB-12" }),
    settings: { taskCode: policy.taskCode },
    faults: [],
  },
  "a code where the policy's example has it": {
    manifest: only({ task: "AB-12" }),
    settings: {
      taskCode: { patterns: ["^fix\\((?<code>[A-Z]+-\\d+)\\): \\S"], examples: ["fix(A-1): sort A-1"] },
    },
    faults: [],
  },
  "a code at the end, as the policy's example has it": {
    manifest: only({ task: "AB-12" }),
    settings: { taskCode: { patterns: ["\\S \\(#(?<code>AB-\\d+)\\)$"], examples: ["Sort them (#AB-1)"] } },
    faults: [],
  },
  "positives that prove nothing of a boundary": {
    manifest: {
      phases: [
        { pattern: "canonicalize_sequence%(", in: "comments" },
        { pattern: "canonicalize_sequence%(", files: ["A/app/*.lua"] },
        { pattern: "sequence%(" },
        { pattern: "canonicalize_sequence%(", files: ["A/scripts/Region/views/list.lua"] },
        { pattern: "canonicalize_sequence%(", files: ["**/engine/**"] },
      ].map((grep, at) => ({
        name: `p${at}`,
        payload: {
          ...SOUND,
          constraints: { allowlist: ["A/scripts/Region"], diff_budget: { files: 6, added_loc: 300 } },
          proof_grep: [{ should_match: true, ...grep }],
        },
      })),
    },
    faults: [0, 1, 2].map((at) => SHAPE.replace("one ", at === 0 ? "p0 " : `p${at} phases[${at}].payload.`)),
  },
  "a name that another manifest has": {
    manifest: named("one", "two"),
    taken: { "phase-two": { path: ".codex/pipeline-other.json", digest: "another" } },
    faults: [
      "two phases[1].name: .codex/pipeline-other.json has another one of this name, and both have the same branch",
    ],
  },
  "what a manifest that it would write does not obey": {
    manifest: only({
      task: "author_pipeline_manifest",
      edits: [
        { path: ".codex/pipeline-next.json", contents: named("a..b") },
        { path: ".codex/pipeline-text.json", op: "create", contents: "{" },
        { path: ".codex/pipeline.json", op: "update", contents: { phases: [{ name: "x", payload: {} }] } },
        { path: "A/x.json", contents: {} },
        { path: ".codex/pipeline-good.json", contents: named("a", "b") },
        {
          path: ".codex/pipeline-twin.json",
          contents: { phases: [...named("c", "a").phases, ...onlyAs("B"), ...onlyAs("ONE")] },
        },
      ],
    }),
    faults: [
      'one edits[0].contents.phases[0].name: "a..b" can\'t be the name of a phase, which names its branch: no branch may hold two dots in a row',
      "one edits[1].contents: line 1: the text ends too early",
      "one edits[2]: there is no such manifest to update",
      "one edits[3]: a manifest cannot lie here",
      "one edits[5].contents.phases[2].name: .codex/pipeline-good.json has another one of this name, and both have the same branch",
      "one edits[5].contents.phases[3].name: .codex/pipeline.json has another one of this name, and both have the same branch",
    ],
  },
  "files that an earlier phase makes": {
    manifest: {
      phases: [
        {
          name: "make",
          payload: {
            ...SOUND,
            constraints: { allowlist: ["A/fresh"], diff_budget: { files: 1, added_loc: 1 } },
            files: [{ path: "A/fresh/core/x.lua" }],
          },
        },
        {
          name: "one",
          payload: {
            ...SOUND,
            constraints: { allowlist: ["A/fresh"], diff_budget: { files: 7, added_loc: 1 } },
          },
        },
      ],
    },
    faults: [
      "one phases[1].payload.constraints.diff_budget.files: 7 files are more than the 6 files that the policy allows where core or storage is reached",
    ],
  },
  "no phases": { manifest: { phases: [] }, faults: ["- phases: it has no phase that could be carried out"] },
  "what can't be read, beside what does not obey": {
    manifest: {
      phases: [
        { payload: {} },
        { name: "b", payload: { task: 1 } },
        { name: "c", payload: SOUND, needs: ["a"] },
      ],
    },
    faults: [
      "- phases[0].name: a phase has a name",
      "- phases[1].payload.task: it must be a text, and is 1",
      'c phases[2].needs[0]: there is no phase "a" before this one',
    ],
  },
};

const PATHS = Object.keys(FILES);

test("each line of the conformance is held, and every fault is told by its phase, its key and its place", async () => {
  const found: Record<string, readonly string[]> = {};
  for (const [name, { manifest, settings = {}, code, paths = PATHS, taken = {} }] of Object.entries(CASES)) {
    const held = await readPolicyFile(
      ".arkitektrc.json",
      Buffer.from(JSON.stringify({ ...own, ...settings })),
    );
    if (!held.ok || held.value === undefined) throw new Error(name);
    const path = ".codex/pipeline.json";
    const read = readManifest(Buffer.from(JSON.stringify(manifest, null, 1)), { where: "disk", path });
    if (!read.ok) throw new Error(name);
    const scene = { policy: held.value.policy, paths, code, taken: new Map(Object.entries(taken)) };
    const report = checkPipeline({ ...read.value, path, standing: "new" }, scene);
    assert.ok(
      report.faults.every(({ at }) => at !== undefined),
      name,
    );
    found[name] = said(report);
  }
  assert.equal(found, Object.fromEntries(Object.entries(CASES).map(([name, { faults }]) => [name, faults])));
});

test("the playbook's own manifest is refused for its placeholders, a new one obeys, and one that Git ignores is read and said", async () => {
  const repo = makeRepo(FILES);
  const playbook = readFileSync(new URL("../fixtures/tasks/playbook/manifest.json", import.meta.url), "utf8");
  repo.write({ ".codex/pipeline-ignored.json": playbook });
  const { code, stdout } = arkitekt(repo, ["pipeline", "check", "--manifest", "ignored", "--format", "json"]);
  const report = JSON.parse(stdout) as { readonly faults: readonly Record<string, string>[] };
  assert.equal(
    [code, stdout.includes('"ignored":true'), stdout.includes('"outcome":"block"')],
    [1, true, true],
  );
  assert.equal(
    report.faults.map(({ phase, line, key, message }) => `${phase} ${line} ${key}: ${message}`),
    [
      'string-identifier 7 phases[0].payload.task: "…" is a placeholder',
      'string-identifier 9 phases[0].payload.constraints.allowlist[0]: "<minimal paths>" is a placeholder',
      'string-identifier 12 phases[0].payload.acceptance[0]: "... per V5 template ..." is a placeholder',
      'string-identifier 13 phases[0].payload.proof_grep[0]: "... per V5 template ..." is a placeholder, not a proof-grep, so nothing is looked for',
      'string-identifier 14 phases[0].payload.notes: "... impact/risks/mitigations/rollback ..." is a placeholder',
    ],
  );
  await inRepo(repo, async (here) => {
    const asked = { name: "", phases: ["scaffold", "engine.move"], allowlist: [], task: undefined };
    const made = await newPipeline(here, asked);
    assert.equal(
      [made.path, made.title, made.isIgnored],
      [".codex/pipeline.json", "add_pipeline: add the pipeline", false],
    );
    const found = await manifestHere(here, undefined, repo.dir);
    assert.is(found.standing, "new");
    const checked = checkPipeline(found, await sceneHere(here, found.path, undefined));
    assert.equal([checked.faults, checked.warnings], [[], []]);
    assert.equal(
      checked.phases.map(({ branch, title }) => `${branch} ${title}`),
      [
        "codex/phase-scaffold phase_scaffold: the phase scaffold",
        "codex/phase-engine.move phase_engine_move: the phase engine.move",
      ],
    );
    const again = await newPipeline(here, asked).catch((error: unknown) => String(error));
    assert.match(String(again), "there is a pipeline .codex/pipeline.json already");
    const { task } = await taskAsked(here, {
      typed: "phase-string-identifier",
      environment: undefined,
      cwd: repo.dir,
    });
    const { points } = await checkTask(here, task);
    assert.equal(points.map(({ name, isMet }) => `${name} ${isMet}`).slice(0, 3), [
      "conformance false",
      "allowlist false",
      "budget true",
    ]);
  });
  assert.is(arkitekt(repo, ["pipeline", "check", "--manifest", "none"]).code, 2);
  const plan = arkitekt(repo, ["pipeline", "plan"]);
  const id = repo.git("rev-parse", "--short=10", "HEAD");
  const files = "A/scripts/Region";
  assert.equal([plan.code, plan.stderr], [0, ""]);
  assert.is(
    plan.stdout,
    `.codex/pipeline.json: 2 phases from main (${id}); the first one that
  fails ends the run
  ready  1. scaffold  made by hand
      codex/phase-scaffold, on main (${id})
      at most 6 files and 300 added lines in ${files}
      phase_scaffold: the phase scaffold
  pending  2. engine.move  made by hand
      codex/phase-engine.move, on codex/phase-scaffold
      at most 6 files and 300 added lines in ${files}
      phase_engine_move: the phase engine.move
.codex/pipeline.json is not committed yet
arkitekt: next is scaffold → arkitekt pipeline run
`,
  );
});
