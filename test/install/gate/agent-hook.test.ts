import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { commandFor } from "../../../src/agent/settings.ts";
import { cleanModule, makeGated } from "../../support/gated.ts";
import { makeFolder } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the hook of coding agents");

test("what coding agents call says so where it, or the program, is emptied or cut, and lets them go on", () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  const home = join(repo.dir, ".git/arkitekt");
  const program = join(home, "program", readdirSync(join(home, "program"))[0] ?? "");
  const agentHook = commandFor("claude");
  const event = {
    hook_event_name: "PreToolUse",
    tool_name: "Bash",
    tool_input: { command: "git commit --no-verify" },
  };
  const input = JSON.stringify({ ...event, cwd: repo.dir });
  // One that is cut may end before it reads.
  const told = join(makeFolder(), "event");
  writeFileSync(told, input);
  const ask = () => repo.run("sh", ["-c", `{ ${agentHook}; } <'${told}'`]);
  assert.match(ask().stdout, "deny");
  for (const path of [join(home, "agent"), join(program, "dist/arkitekt.cjs")]) {
    const whole = readFileSync(path);
    const end = path.endsWith("agent") ? whole.lastIndexOf("# whole") - 1 : whole.length;
    for (let at = 0; at < end; at += at < 40 ? 3 : 203) {
      writeFileSync(path, whole.subarray(0, at));
      const { code, stdout, stderr } = ask();
      assert.match(stderr, /^arkitekt: .*npx arkitekt install/m, `${path} cut at ${at}: ${stderr}`);
      assert.equal([code, stdout], [0, ""], `${path} cut at ${at}: ${stderr}`);
    }
    writeFileSync(path, whole);
  }
  assert.match(ask().stdout, "deny");
});
