import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import * as assert from "uvu/assert";
import type { Transform } from "../../src/model/transform.ts";
import { runTransform } from "../../src/system/run-transform.ts";
import { suite } from "../support/suite.ts";

const test = suite("running a transform");

test("it sees the files at their paths and their modes, and gives back what it made, twice", async () => {
  const result = await run(["sh", "-c", "./tool.sh <deep/a.txt >out.txt && cat out.txt >>all.txt"], {
    "deep/a.txt": "x\n",
    "tool.sh": { text: "#!/bin/sh\ntr a-z A-Z\n", isExecutable: true },
  });
  assert.ok(result.ok);
  if (!result.ok) return;
  assert.is(result.value.first.get("out.txt")?.toString(), "X\n");
  assert.is(result.value.first.get("all.txt")?.toString(), "X\n");
  assert.is(result.value.second.get("all.txt")?.toString(), "X\nX\n");
});

test("{inputs} stands for the paths of the inputs, whatever they hold", async () => {
  const result = await run(["sh", "-c", 'printf "%s|" "$@" >out.txt', "sh", "{inputs}"], {
    "a b.txt": "",
    "$(c).txt": "",
  });
  assert.ok(result.ok && result.value.first.get("out.txt")?.toString() === "$(c).txt|a b.txt|");
});

test("it knows no repository and no locale", async () => {
  process.env["GIT_DIR"] = "/somewhere";
  const result = await run(
    [
      "sh",
      "-c",
      'echo "$GIT_DIR,$LC_ALL,$TZ" >out.txt; git rev-parse 2>/dev/null && echo in >>out.txt; true',
    ],
    {},
  );
  delete process.env["GIT_DIR"];
  assert.ok(result.ok && result.value.first.get("out.txt")?.toString() === ",C,UTC\n");
});

test("what the launcher took out of the environment it has again", async () => {
  process.env["ARKITEKT_KEPT_NODE_OPTIONS"] = "--max-old-space-size=4000";
  const result = await run(["sh", "-c", 'echo "$NODE_OPTIONS,$ARKITEKT_KEPT_NODE_OPTIONS" >out.txt'], {});
  delete process.env["ARKITEKT_KEPT_NODE_OPTIONS"];
  assert.ok(result.ok);
  if (result.ok) assert.is(String(result.value.first.get("out.txt")), "--max-old-space-size=4000,\n");
});

const FAILURES: readonly (readonly [what: string, command: readonly string[], said: RegExp])[] = [
  ["a program that is not there", ["no-such-program-here"], /^no-such-program-here cannot be started/],
  [
    "a program that fails",
    ["sh", "-c", "echo bad dialect >&2; echo more >&2; exit 3"],
    /^it ended with 3: bad dialect$/,
  ],
  [
    "a program that fails on its own result",
    ["sh", "-c", "test ! -e out && touch out"],
    /^on its own result, it ended with 1$/,
  ],
  ["a program that hangs", ["sleep", "30"], /^it took longer than 1 s$/],
];

for (const [what, command, said] of FAILURES) {
  test(`${what} is a failure with a reason`, async () => {
    const result = await run(command, {});
    assert.not(result.ok);
    if (!result.ok) assert.match(result.error, said);
  });
}

test("nothing is left behind", async () => {
  const before = folders();
  await run(["sh", "-c", "mkdir -p a/b && echo x >a/b/c && chmod 500 a/b"], {});
  await run(["no-such-program-here"], {});
  assert.equal(folders(), before);
});

function folders(): readonly string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.startsWith("arkitekt-transform-") && existsSync(`${tmpdir()}/${name}`),
  );
}

type Given = Readonly<Record<string, string | { readonly text: string; readonly isExecutable: boolean }>>;

async function run(command: readonly string[], given: Given) {
  const transform: Transform = { name: "try", run: command, inputs: ["**"], outputs: ["**"], seconds: 1 };
  const files = new Map(
    Object.entries(given).map(([path, content]) => [
      path,
      typeof content === "string"
        ? { bytes: Buffer.from(content), isExecutable: false }
        : { bytes: Buffer.from(content.text), isExecutable: content.isExecutable },
    ]),
  );
  return runTransform({ transform, inputs: [...files.keys()].sort(), files });
}
