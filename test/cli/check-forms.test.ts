import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("forms of the question");
const broken = "local = 1\n";

/** Every file below a folder with its size and time; Git itself renews the time of an object that it would have written again. */
function filesBelow(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[]).sort().map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return name.startsWith("objects/") ? `${name} ${size}` : `${name} ${size} ${mtimeMs}`;
  });
}

test("--working judges the tree as it stands, staged or not, and writes nothing", () => {
  const repo = makeGated({ "A/a.lua": cleanModule, "A/gone.lua": cleanModule, ".gitignore": "*.tmp.lua\n" });
  const nothing = arkitekt(repo, ["check", "--working"]);
  assert.equal(nothing.stdout, "skipped: the working tree (nothing is changed)\narkitekt: skipped\n");
  repo.stage({ "A/a.lua": broken, "A/b.lua": cleanModule });
  repo.write({
    "A/a.lua": `${cleanModule}-- mended\n`,
    "A/new.lua": broken,
    "A/x.tmp.lua": broken,
    "A/gone.lua": null,
  });
  const before = filesBelow(join(repo.dir, ".git"));
  const working = arkitekt(repo, ["check", "--working", "--format", "unix"]);
  assert.equal([working.code, working.stderr], [1, ""]);
  assert.match(working.stdout, /^A\/new\.lua:1:7: error: .+\n$/);
  assert.equal(filesBelow(join(repo.dir, ".git")), before);
  assert.match(arkitekt(repo, ["check", "--format", "unix"]).stdout, /^A\/a\.lua:1:7: error: /);
});

test("--message judges a message alone", () => {
  const repo = makeGated();
  repo.stage({ "A/a.lua": broken });
  const say = (input: string) => arkitekt(repo, ["check", "--message", "-"], { input });
  assert.is(say("[AB-1] Say more\n").code, 0);
  const refused = say("more\n");
  assert.equal([refused.code, rulesIn(refused.stdout)], [1, ["task-code"]]);
});

test("--rule, --quiet and --summary say less, and the exit code goes by what is looked at", () => {
  const repo = makeGated();
  repo.stage({ "A/a.lua": broken, "A/b.lua": "x = 1\nlocal M = {}\nreturn M\n", "B/c.lua": cleanModule });
  const ask = (...args: string[]) => arkitekt(repo, ["check", ...args]);
  assert.equal(rulesIn(ask("--rule", "lua-parse", "--rule", "path-fence").stdout), [
    "lua-parse",
    "path-fence",
  ]);
  assert.is(ask("--rule", "purity-fence").code, 0);
  assert.match(ask("--rule", "lua-pares").stderr, "did you mean lua-parse?");
  assert.is(ask("--rule", "purity-fence", "--quiet").stdout, "");
  assert.equal(rulesIn(ask("--quiet").stdout).includes("lua-parse"), true);
  assert.match(ask("--summary", "--format", "json").stderr, "--summary is text for people");
  const json = arkitekt(repo, ["check", "--rule", "purity-fence", "--quiet"], {
    env: { ARKITEKT_FORMAT: "json" },
  });
  assert.is(JSON.parse(json.stdout).outcome, "pass");
  assert.match(ask("--summary").stdout, /^rule +errors +warnings +before\nlua-parse +1 +0 +0\n/);
});
