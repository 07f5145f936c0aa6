import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { makeFolder, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("demo");
const ESCAPE = String.fromCharCode(27);

/** Plays the demo with a temporary folder of its own, and says what it left there. */
function play(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const home = makeFolder();
  const answer = arkitekt(makeRepo(), ["demo", ...args], { env: { TMPDIR: home, ...env } });
  return { ...answer, home, left: readdirSync(home) };
}

/** What differs from run to run. */
function settled(text: string, home: string): string {
  return text
    .replaceAll(home, "/tmp")
    .replaceAll(/arkitekt-demo-\w+/g, "arkitekt-demo-123456")
    .replaceAll(/\b[0-9a-f]{7,8}\b/g, (id) => "1234567890".slice(0, id.length))
    .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, "YYYY-MM-DD")
    .replaceAll(/ Date: .*/g, " Date: …");
}

test("plays the whole session with real Git, and leaves nothing behind", () => {
  const { code, stdout, stderr, home, left } = play([], { TMPDIR: "/tmp", NO_COLOR: "1" });
  assert.equal([code, stderr, left], [0, "", []]);
  isGolden(settled(stdout, home), "commands/demo.txt");
  const folder = /in (\/tmp\/arkitekt-demo-\w+)\./.exec(stdout.replaceAll("\n# ", " "))?.[1];
  assert.ok(folder !== undefined && !existsSync(folder), folder);
});

test("plays a pipeline of four phases with --pipeline, from the manifest to the pushed branches", () => {
  const { code, stdout, stderr, home, left } = play(["--pipeline"], { TMPDIR: "/tmp", NO_COLOR: "1" });
  assert.equal([code, stderr, left], [0, "", []]);
  const ids = (text: string) => text.replaceAll(/\b[0-9a-f]{10}\b/g, "1234567890");
  isGolden(ids(settled(stdout, home)), "commands/demo-pipeline.txt");
});

test("fits a terminal of 80 columns", () => {
  const { stdout } = play([], { TMPDIR: "/tmp" });
  assert.equal(
    // A command is pasted as one line, whatever its length.
    stdout.split("\n").filter((line) => [...line].length > 80 && !line.includes("ARKITEKT_OVERRIDE=")),
    [],
  );
});

test("colours a terminal and nothing else, and says the same", () => {
  const plain = play([], { TMPDIR: "/tmp" });
  assert.not.match(plain.stdout, ESCAPE);
  const coloured = play([], { TMPDIR: "/tmp", NO_COLOR: "", FORCE_COLOR: "1" });
  assert.match(coloured.stdout, `${ESCAPE}[31merror${ESCAPE}[39m`);
  const bare = coloured.stdout.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "");
  assert.is(settled(bare, coloured.home), settled(plain.stdout, plain.home));
});

test("--keep keeps the repository, and names it", () => {
  const { code, stdout, home, left } = play(["--keep"]);
  assert.is(code, 0);
  assert.is(left.length, 1);
  const kept = join(home, left[0] ?? "", "songs");
  assert.match(stdout, `cd ${kept}\n`);
  assert.ok(existsSync(join(kept, ".git/arkitekt")));
  rmSync(dirname(kept), { recursive: true });
});

test("knows nothing of the user's own Git settings", () => {
  const env = {
    GIT_DIR: "/nowhere",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "commit.gpgSign",
    GIT_CONFIG_VALUE_0: "true",
  };
  const { code, stdout } = play([], env);
  assert.is(code, 0, stdout);
});
