// A working life in small: edits, moves, policies, exceptions, amended and unjudged commits, on several branches. Each push says of them what it
// says where nothing is known. `ARKITEKT_LIVES=20` makes more of them.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated, policy } from "../../support/gated.ts";
import type { Files } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is known of steps");
const LIVES = Number(process.env["ARKITEKT_LIVES"] ?? 2);
const STEPS = 30;
const PLACES = ["main", "topic", "codex/work"];
const PEOPLE = { branches: "people", rules: { "no-globals": "warn" } };

/** Numbers below `most`, the same for the same seed. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % most;
  };
}

const PIECES = [
  "leak = 1\n",
  "other = leak\n",
  'local x = require("m0")\nM.x = x.name\n',
  'local y = require("gone")\nM.y = y\n',
  "-- arkitekt-off no-globals: it is old\nglob = 2\n",
  "-- TODO later\n",
  "",
  "",
];

for (let life = 1; life <= LIVES; life++) {
  test(`life ${life}: a push says the same whatever is known`, () => {
    const roll = dice(life);
    const one = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
    const module = () =>
      cleanModule
        .replace("region", `region ${roll(99)}`)
        .replace("return M", `${one(PIECES)}${one(PIECES)}\nreturn M`);
    const shim = () =>
      `-- @deprecated: use m1\n-- EXPIRES: ${one(["2026-01-01", "2199-01-01"])}\n${module()}`;
    const names = ["A/m0.lua", "A/m1.lua", "A/m2.lua", "A/m3.lua"];
    const start = Object.fromEntries([...names, "A/old.lua"].map((name) => [name, module()]));
    const repo = makeGated(start, { overrides: [PEOPLE] });
    const base = repo.id("HEAD");
    const home = join(repo.dir, ".git/arkitekt/program");
    const cache = join(home, readdirSync(home)[0] ?? "", "cache");
    const edits: readonly (() => Files)[] = [
      () => ({ [one(names)]: module() }),
      () => ({ [one(names)]: module() }),
      () => ({ [one(names)]: module(), [one(names)]: module() }),
      () => ({ [one(names)]: shim() }),
      () => ({ [one(names)]: null, [`A/moved${roll(9)}.lua`]: module() }),
      () => ({ "elsewhere.txt": `${roll(9)}` }),
      () => ({
        ".arkitektrc.json": JSON.stringify({
          ...policy,
          overrides: [PEOPLE],
          rules: { ...policy.rules, "todo-fence": one(["off", "warn", "error"]) },
        }),
      }),
    ];
    const say = (place: string) => {
      const input = `refs/heads/${place} ${repo.id("HEAD")} refs/heads/${place} ${base}\n`;
      return repo.run(join(repo.dir, ".git/arkitekt/_/pre-push"), ["origin", "../none"], { input });
    };
    const known = () => {
      const steps = join(cache, "steps");
      return existsSync(steps) ? readFileSync(steps, "utf8").split("\n").filter(Boolean).length : 0;
    };
    for (let step = 1; step <= STEPS; step++) {
      if (roll(9) === 0) repo.git("checkout", "-qB", one(PLACES));
      const edit = one(edits)();
      const there = Object.entries(edit).filter(
        ([path, text]) => text !== null || repo.tryGit("cat-file", "-e", `:${path}`).code === 0,
      );
      repo.stage(Object.fromEntries(there));
      const env = roll(8) === 0 ? { ARKITEKT_OVERRIDE: "no-globals: it has to be" } : {};
      const title = one(["[AB-1] Do it", "[AB-2] Do more", "[AB-3] Go on", "no code"]);
      const how = one([[], [], [], ["--no-verify"], ["--amend"]]);
      const commit = (...more: string[]) =>
        repo.run("git", ["commit", "-qm", title, ...how, ...more], { env }).code === 0;
      if (!commit() && !(roll(2) === 0 && commit()) && !(roll(2) === 0 && commit("--no-verify")))
        repo.git("reset", "-q", "--hard");
      if (step % 10 > 0) continue;
      assert.ok(known() > 0);
      cpSync(cache, `${cache}.before`, { recursive: true });
      for (const place of PLACES) {
        const warm = say(place);
        for (const kept of ["steps", "kept"]) rmSync(join(cache, kept), { recursive: true, force: true });
        assert.equal(say(place), warm, `${step}, ${place}`);
        assert.equal(say(place), warm, `${step}, ${place}, once more`);
        rmSync(cache, { recursive: true });
        cpSync(`${cache}.before`, cache, { recursive: true });
      }
      rmSync(`${cache}.before`, { recursive: true });
    }
  });
}
