import * as assert from "uvu/assert";
import { AGENTS } from "../../src/agent/event.ts";
import { SETTINGS, withOurHooks, withoutOurHooks } from "../../src/agent/settings.ts";
import { suite } from "../support/suite.ts";

const test = suite("the settings of an agent");

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const OTHERS = [
  "{}\n",
  '{"model": "x", "permissions": {"allow": ["Bash(npm test)"]}}',
  '{\r\n\t"hooks": {\r\n\t\t"PreToolUse": [\r\n\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "mine", "timeout": 1.50 }] }\r\n\t\t]\r\n\t},\r\n\t"z": 1e3\r\n}\r\n',
  '{\n  "version": 1,\n  "hooks": {\n    "stop": [{ "command": "mine" }],\n    "afterFileEdit": []\n  }\n}\n',
];

test("get our hooks once, beside what a person has in them, and lose exactly those again", () => {
  for (const agent of AGENTS) {
    for (const text of OTHERS) {
      const made = value(withOurHooks(agent, text));
      assert.not.equal(made, text);
      assert.is(value(withOurHooks(agent, made)), made, "twice");
      for (const line of text.split(/\r?\n/).filter((part) => /mine|allow|1e3/.test(part)))
        assert.ok(made.includes(line.replace(/,$/, "").trimEnd().slice(0, -1)), `${agent} keeps ${line}`);
      const read = JSON.parse(made).hooks;
      for (const event of Object.keys(SETTINGS[agent].hooks))
        assert.match(JSON.stringify(read[event]), "arkitekt agent hook");
      assert.equal(JSON.parse(value(withoutOurHooks(made))), { ...JSON.parse(text), ...extra(agent, text) });
    }
    const fresh = value(withOurHooks(agent, undefined));
    assert.is(value(withOurHooks(agent, fresh)), fresh);
  }
});

/** A number that Cursor wants stays: it says nothing of us. */
function extra(agent: string, text: string): object {
  return agent === "cursor" && !text.includes("version") ? { version: 1 } : {};
}

test("that hold an older call of ours get the new one in its place", () => {
  const made = value(withOurHooks("claude", undefined)).replaceAll('"timeout": 60', '"timeout": 5');
  assert.is(value(withOurHooks("claude", made)), value(withOurHooks("claude", undefined)).trimEnd() + "\n");
});

test("that can't be read, or hold something else there, are refused", () => {
  for (const text of [
    "[]",
    "{",
    '{"hooks": []}',
    '{"hooks": {"PreToolUse": {}}}',
    '{"a": 1, "a": 2}',
    "// c\n{}",
  ])
    assert.is(withOurHooks("claude", text).ok, false, text);
});
