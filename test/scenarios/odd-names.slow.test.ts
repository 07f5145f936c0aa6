// Names of modules reach Git as what is searched for: whatever they are in the syntax of another program, they are only text.
import * as assert from "uvu/assert";
import { encodePath } from "../../src/base/repo-path.ts";
import { arkitekt, makeGated } from "../support/gated.ts";
import type { Files } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("odd names of modules");
const MODULE = "local M = {}\n\nfunction M.draw() end\nfunction M.size() end\n\nreturn M\n";

/** Below A, without the ending. */
const NAMES = [
  "ui/Editor/state",
  "Editor",
  "x/Q/Em/E",
  "ui/Quick",
  "a*b",
  "a?b",
  "[ab]",
  "(?i)x",
  "a|b",
  "a+b{2}",
  "^start$",
  "-e",
  "--all",
  "'quoted'",
  '"quoted"',
  "a$(b)`c`;d",
  "100%s%d",
  "a b",
  "ümlaut/ß",
  "\udcff\udcfe",
  "line\nend",
  "cr\r",
];
const users = (spelling: (name: string) => Buffer, ending: string): Files =>
  Object.fromEntries(NAMES.map((name, index) => [`A/users/u${index}${ending}`, spelling(name)]));
const modules = (content: string | null): Files =>
  Object.fromEntries(NAMES.map((name) => [`A/${name}.lua`, content]));
const rules = { "path-fence": "off", "diff-budget": "off", "require-fence": "off" };

/** A file that requires the module by a name whose parts `by` separates, as Lua writes it. */
function using(by: string, quote = '"'): (name: string) => Buffer {
  return (name) => {
    const written = encodePath(name).toString("latin1").replaceAll("/", by);
    const escaped = written.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll(quote, `\\${quote}`);
    const text = `local M = {}\nlocal m = require(${quote}${escaped}${quote})\nfunction M.f() return m.size() end\nreturn M\n`;
    return Buffer.from(text, "latin1");
  };
}

/** What is found in which user, by the number of its name. */
function foundBy(rule: string, stdout: string): number[] {
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
  const numbers = findings.flatMap(({ rule: id, path }) =>
    id === rule ? [Number(/users\/u(\d+)\./i.exec(path)?.[1] ?? -1)] : [],
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** A name with a line end can be required only with an escape, which no search for the name itself finds. */
const FINDABLE = NAMES.flatMap((name, index) => (/[\n\r]/.test(name) ? [] : [index]));

for (const [what, by, ending, quote] of [
  ["with dots", ".", ".lua", '"'],
  ["with slashes", "/", ".lua", '"'],
  ["with backslashes", "\\\\", ".lua", '"'],
  ["in single quotes", ".", ".lua", "'"],
  ["in a file whose ending is in capitals", ".", ".LUA", '"'],
] as const) {
  test(`one that is required ${what} is missed when it goes, and when a field of it goes`, () => {
    const repo = makeGated({ ...modules(MODULE), ...users(using(by, quote), ending) }, { rules });
    repo.stage(modules(null));
    const gone = arkitekt(repo, ["check", "--format", "json"]);
    assert.is(gone.code, 1, gone.stderr);
    assert.equal(foundBy("require-graph", gone.stdout), FINDABLE);
    repo.stage(modules(MODULE.replace("function M.size() end\n", "")));
    const lost = arkitekt(repo, ["check", "--format", "json"]);
    assert.is(lost.code, 1, lost.stderr);
    assert.equal(foundBy("unmet-exports", lost.stdout), FINDABLE);
  });
}

test("one that moves with all who require it passes", () => {
  const repo = makeGated({ "A/ui/panel.lua": MODULE, "A/user.lua": using(".")("ui/panel") }, { rules });
  repo.stage({
    "A/ui/panel.lua": null,
    "A/ui/Editor/panel.lua": MODULE,
    "A/user.lua": using(".")("ui/Editor/panel"),
  });
  assert.equal(repo.tryGit("commit", "-qm", "[AB-1] Move the panel").code, 0);
  repo.stage({
    "A/ui/Editor/panel.lua": null,
    "A/ui/panel.lua": MODULE,
    "A/user.lua": using(".")("ui/panel"),
  });
  assert.equal(repo.tryGit("commit", "-qm", "[AB-2] Move it back").code, 0);
});
