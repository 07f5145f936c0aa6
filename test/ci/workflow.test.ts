import fc from "fast-check";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { isSealed, seal } from "../../src/ci/seal.ts";
import { workflow } from "../../src/ci/workflow.ts";
import {
  type CiProgram,
  isPin,
  isProgramAddress,
  type WorkflowOptions,
} from "../../src/ci/workflow-options.ts";
import { expression } from "../../src/ci/yaml-lines.ts";
import { suite } from "../support/suite.ts";

const test = suite("the workflow");

interface Job {
  readonly if: string;
  readonly needs?: string | readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (options: WorkflowOptions) => parse(seal(workflow(options), "#")) as Workflow;

/** Also what the command would refuse: the workflow holds by itself. */
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(expression("secrets.X"), "'\"`$(id)`", "a\n- run: id", "@everyone"),
);
const program: fc.Arbitrary<CiProgram> = fc.oneof(
  fc.record({ kind: fc.constant("npm" as const), version: hostile }),
  fc.constant({ kind: "vendored" as const }),
  fc.record({
    kind: fc.constant("url" as const),
    url: hostile,
    sha256: fc.option(hostile, { nil: undefined }),
  }),
);
const options: fc.Arbitrary<WorkflowOptions> = fc.record({
  branches: fc.array(hostile, { minLength: 1 }),
  requests: hostile,
  program,
  isDiscord: fc.boolean(),
  checkout: fc.constantFrom("v4", "a".repeat(40)),
  setupNode: fc.constantFrom("v4", "main"),
});

test("runs no line that holds an expression, and gives each job the least, whatever it is made from", () => {
  fc.assert(
    fc.property(options, (from) => {
      const made = read(from);
      assert.equal(made, read(from));
      assert.equal(made.on.push.branches, from.branches);
      assert.equal(made.permissions, {});
      const jobs = Object.entries(made.jobs);
      assert.equal(
        jobs.map(([name, { permissions }]) => [name, permissions]),
        [
          ["check", { contents: "read" }],
          ["pull-request", { contents: "read", "pull-requests": "write" }],
          ...(from.isDiscord ? [["notify", {}]] : []),
        ],
      );
      for (const [name, job] of jobs) {
        assert.match(job.if, /github\.event\.deleted == false/);
        const used = job.steps.flatMap(({ uses }) => uses ?? []);
        assert.equal(
          used,
          name === "check"
            ? [`actions/checkout@${from.checkout}`, `actions/setup-node@${from.setupNode}`]
            : [],
        );
        for (const { run, env = {} } of job.steps) {
          assert.not(/\$\{\{/.test(run ?? ""), run);
          for (const [key, value] of Object.entries(env))
            assert.is(/secrets\./.test(value) && !hasText(from, value), key === "WEBHOOK", key);
        }
      }
      assert.is(made.jobs["check"]?.steps[0]?.with?.["persist-credentials"], false);
    }),
    { numRuns: 60 },
  );
});

/** Whether a value came from the options. */
function hasText({ branches, requests, program }: WorkflowOptions, value: string): boolean {
  const own =
    program.kind === "npm" ? [program.version] : program.kind === "url" ? [program.url, program.sha256] : [];
  return [...own, branches.join(" "), requests].includes(value);
}

test("says how to pin an action while a tag stands there", () => {
  const of = (checkout: string) =>
    workflow({
      branches: ["codex/**"],
      requests: "work/spec_requests",
      program: { kind: "vendored" },
      isDiscord: false,
      checkout,
      setupNode: "b".repeat(40),
    });
  assert.match(of("v4"), /git ls-remote https:\/\/github\.com\/actions\/checkout/);
  assert.not.match(of("a".repeat(40)), /ls-remote/);
});

test("takes only pins and addresses that hold nothing to be read twice", () => {
  for (const pin of ["v4", "v4.1.2", "releases/v1", "a".repeat(40)]) assert.ok(isPin(pin), pin);
  for (const pin of ["", "-x", "v4 # x", "v4\nrun: id", expression("x")]) assert.not(isPin(pin), pin);
  assert.ok(isProgramAddress("https://example.com/a/arkitekt.cjs?v=1"));
  for (const url of [
    "http://example.com/a",
    "https://u:p@example.com/",
    `https://example.com/${expression("x")}`,
    "https://a b",
  ])
    assert.not(isProgramAddress(url), url);
});

test("knows what it wrote from what was changed since", () => {
  const text = seal("a\nb\n", "#");
  for (const own of [text, text.replaceAll("\n", "\r\n"), seal("x", "//")]) assert.ok(isSealed(own));
  for (const other of ["", "a\nb\n", `${text}c\n`, text.replace("a\n", "A\n"), `\n${text}`])
    assert.not(isSealed(other));
});
