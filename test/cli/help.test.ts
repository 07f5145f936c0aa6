import * as assert from "uvu/assert";
import { commands } from "../../src/cli/commands/index.ts";
import { spec } from "../../src/handoff/commands/index.ts";
import { arkitekt } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("help");
const repo = makeRepo();

/** What begins with one word: its commands, each as it is typed. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  spec: spec.commands.map(({ name }) => name),
  policy: ["policy print"],
  agent: ["agent hook", "agent rules"],
  report: ["report merge"],
};

for (const { name } of commands) {
  test(`${name} shows how it is typed, each of its flags and an example`, () => {
    const own = FAMILIES[name] ?? [];
    const pages = [name, ...own].map((typed) => {
      const { code, stdout, stderr } = arkitekt(repo, [...typed.split(" "), "--help"]);
      assert.equal([code, stderr], [0, ""], typed);
      assert.match(stdout, `usage  arkitekt ${typed}`);
      if (typed !== name || own.length === 0)
        assert.match(stdout, new RegExp(`\\n  .*arkitekt ${typed}.*\\n`));
      return `$ arkitekt ${typed} --help\n${stdout}`;
    });
    isGolden(pages.join("\n"), `commands/help/${name}.txt`);
  });
}

test("is the same behind the word help, and lists every command without one", () => {
  const page = (...args: readonly string[]) => arkitekt(repo, args).stdout;
  assert.is(page("help", "spec", "msg", "new"), page("spec", "msg", "new", "--help"));
  assert.is(page("help"), page("--help"));
  for (const { name, summary } of commands) {
    assert.match(page("help").replaceAll(/\s+/g, " "), ` ${name} ${summary}`);
  }
});
