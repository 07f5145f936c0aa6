import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { makeFolder } from "./support/repo.ts";
import { suite } from "./support/suite.ts";

const test = suite("continuous integration");
const RUN = fileURLToPath(new URL("../.ci/run", import.meta.url));

/** Runs .ci/run with an npm that answers as the table says: by first words, what it prints and how it ends. */
function run(answers: Readonly<Record<string, readonly [says: string, code: number]>>) {
  const bin = makeFolder();
  const cases = Object.entries(answers).map(
    ([words, [says, code]]) => `"${words}"*) printf '${says}'; exit ${code};;`,
  );
  const program = (name: string, body: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program("npm", `case "$*" in ${cases.join(" ")} esac`);
  const others = ["luac5.1", "luac5.2", "luac5.3", "luac5.4", "luajit", "pre-commit", "chromium"];
  for (const name of [...others, "apt-get"]) program(name, "exit 0");
  const { stdout, status } = spawnSync("bash", [RUN], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
  });
  return { said: stdout, end: [stdout.trimEnd().split("\n").at(-1), status] };
}

const CASES: readonly (readonly [
  title: string,
  answers: Parameters<typeof run>[0],
  last: string,
  code: number,
])[] = [
  [
    "adds up what both commands have counted, in its last line",
    {
      ci: ["", 0],
      test: ["\\n10 passed, 0 failed, 3 skipped\\n", 0],
      run: ["\\n25 passed, 0 failed\\n\\ncheck: all good\\n", 0],
    },
    "35 passed, 0 failed",
    0,
  ],
  [
    "counts a failed test",
    { ci: ["", 0], test: ["\\n9 passed, 1 failed\\n", 1], run: ["\\n24 passed, 2 failed\\n", 1] },
    "33 passed, 3 failed",
    1,
  ],
  [
    "counts a check that fails beside good tests",
    {
      ci: ["", 0],
      test: ["\\n10 passed, 0 failed\\n", 0],
      run: ["\\n25 passed, 0 failed\\n\\ncheck: failed: dead code\\n", 1],
    },
    "35 passed, 1 failed",
    1,
  ],
  [
    "counts an install that fails",
    { ci: ["no such version\\n", 1], test: ["", 0], run: ["", 1] },
    "0 passed, 2 failed",
    1,
  ],
];

for (const [title, answers, last, code] of CASES) {
  test(title, () => {
    assert.equal(run(answers).end, [last, code]);
  });
}

test("goes on where the programs of others can't be installed, and says so", () => {
  const { said, end } = run({
    "ci --prefix": ["", 1],
    ci: ["", 0],
    test: ["\\n1 passed, 0 failed\\n", 0],
    run: ["\\n1 passed, 0 failed\\n", 0],
  });
  assert.match(said, /^\.ci\/peers could not be installed$/m);
  assert.equal(end, ["2 passed, 0 failed", 0]);
});
