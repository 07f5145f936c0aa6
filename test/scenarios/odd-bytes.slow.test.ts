// To Lua a NUL is a character and a CR ends a line, whatever Git thinks of a text that holds them.
import * as assert from "uvu/assert";
import { arkitekt, makeGated, rulesIn } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a Lua file with odd bytes");
const many = (count: number, end = "\n", from = 0) =>
  Array.from({ length: count }, (_, index) => `M.a${index + from} = ${index + from}${end}`).join("");
const rules = { "path-fence": "off", "diff-budget": ["error", { files: 9, addedLoc: 100 }] };
const HEADS: Readonly<Record<string, string>> = {
  "a NUL in a comment": "-- \0\n",
  "a NUL in a long string": "local S = [[\0]]\n",
  "no odd byte": "",
};
const text = (head: string, body: string) => `${head}local M = {}\n${body}return M\n`;

function commit(repo: TestRepo, content: string, name = "A/big.lua"): { code: number; rules: string[] } {
  repo.stage({ [name]: content });
  const { code, stderr } = repo.tryGit("commit", "-qm", "[AB-1] Change it");
  return { code, rules: rulesIn(stderr) };
}

for (const [what, head] of Object.entries(HEADS)) {
  test(`costs what it adds: ${what}`, () => {
    const repo = makeGated({ "A/old.lua": text(head, many(500)) }, { rules });
    assert.equal(commit(repo, text(head, many(500))), { code: 1, rules: ["diff-budget"] });
    assert.is(commit(repo, text(head, many(50))).code, 0);
    assert.equal(commit(repo, text(head, many(500) + many(300, "\n", 500)), "A/old.lua").rules, [
      "diff-budget",
    ]);
    repo.git("reset", "-q", "--hard");
    assert.is(commit(repo, text(head, many(500) + many(30, "\n", 500)), "A/old.lua").code, 0);
  });

  test(`holds no exception of an agent's: ${what}`, () => {
    const repo = makeGated({ "A/old.lua": text(head, "M.x = 1\n") }, { rules });
    repo.git("switch", "-qc", "codex/x");
    const off = "-- arkitekt-off no-globals: I want to\ncount = 1\n";
    const made = commit(repo, text(head, `M.x = 1\n${off}`), "A/old.lua");
    assert.equal([made.code, made.rules.includes("suppression")], [1, true]);
  });
}

test("whose lines end in CR costs the lines that change, not the whole file", () => {
  const repo = makeGated({ "A/old.lua": text("", many(400)).replaceAll("\n", "\r") }, { rules });
  const changed = text("", many(400)).replace("M.a7 = 7", "M.a7 = 8").replaceAll("\n", "\r");
  assert.is(commit(repo, changed, "A/old.lua").code, 0);
  const grown = text("", many(400) + many(200, "\n", 400)).replaceAll("\n", "\r");
  assert.equal(commit(repo, grown, "A/old.lua"), { code: 1, rules: ["diff-budget"] });
});

test("that gets other line ends costs nothing", () => {
  const repo = makeGated({ "A/old.lua": text("", many(400)).replaceAll("\n", "\r") }, { rules });
  assert.is(commit(repo, text("", many(400)), "A/old.lua").code, 0);
});

for (const [what, above] of [
  ["in a file of such lines", "M.x = 1\rM.y = 2\r"],
  ["below one such line", "M.x = 1\rM.y = 2\n"],
] as const) {
  test(`whose lines end in CR holds no exception of an agent's, and keeps those of people: ${what}`, () => {
    const end = above.endsWith("\r") ? "\r" : "\n";
    const off = `-- arkitekt-off no-globals: the host wants it${end}count = 1${end}`;
    const kept = `local M = {}${end}${above}${off}return M${end}`;
    const repo = makeGated({ "A/old.lua": kept }, { rules });
    repo.git("switch", "-qc", "codex/x");
    const sound = kept.replace("return M", `M.z = 3${end}return M`);
    const good = commit(repo, sound, "A/old.lua");
    assert.is(good.code, 0, good.rules.join());
    const bad = commit(
      repo,
      sound.replace("return M", `${off.replace("count", "size")}return M`),
      "A/old.lua",
    );
    assert.equal([bad.code, bad.rules.includes("suppression")], [1, true]);
    assert.is(arkitekt(repo, ["check"]).code, 1);
  });
}
