import { cpSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, policy, program } from "../support/gated.ts";
import { makeFolder, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("parts that are loaded on demand");

test("a commit that touches no spec request reads no validator of one, and one that does reads them", () => {
  const crippled = packageWithout(/-generated\.cjs$/);
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify({ ...policy, rules: {} }) });
  const check = () => repo.run(process.execPath, [join(crippled, "dist/arkitekt.cjs"), "check", "--staged"]);
  repo.stage({ "A/region.lua": cleanModule });
  assert.is(check().code, 0, check().stderr);
  repo.stage({ "work/spec_requests/x/request.json": "{}", "work/spec_requests/x/proposed.status": "" });
  const stopped = check();
  assert.is(stopped.code, 2, stopped.stdout);
  assert.match(stopped.stderr, /damaged or gone.*protocol-generated-request-generated\.cjs/);
});

/** A copy of the package as it was built, without some files of the program. */
function packageWithout(files: RegExp): string {
  const copy = makeFolder();
  const root = dirname(dirname(program));
  for (const part of ["dist", "hooks", "schemas", "templates", "package.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const gone = readdirSync(join(copy, "dist")).filter((file) => files.test(file));
  assert.ok(gone.length > 0);
  for (const file of gone) rmSync(join(copy, "dist", file));
  return copy;
}
