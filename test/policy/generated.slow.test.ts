import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as assert from "uvu/assert";
import { suite } from "../support/suite.ts";

const test = suite("generated files");

test("what is generated is up to date", async () => {
  const script = fileURLToPath(new URL("../../tools/generate.ts", import.meta.url));
  const run = promisify(execFile)(process.execPath, ["--import", "tsx", script, "--check"]);
  const { stdout } = await run.catch((error) => error);
  assert.match(stdout, /generated files are up to date/);
});
