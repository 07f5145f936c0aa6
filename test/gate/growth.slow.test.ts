// What others wrote is judged in a time that grows as it does: each kind of input is made four times as large, and the
// processor's time may not grow by much more than that. A step that compares everything with everything grows sixteenfold.
import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import type { Terms } from "../../src/gate/terms.ts";
import { json } from "../../src/report/json.ts";
import { rules } from "../../src/rules/index.ts";
import { makeFixtureRepo } from "../rules/fixture-repo.ts";
import { termsOf } from "../rules/fixture-terms.ts";
import type { Content } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

type Text = (size: number) => string;
interface Kind {
  readonly after: Text;
  readonly before?: Text;
}

const test = suite("the gate");
const PATH = "ARKITEKT/scripts/RegionPlaylist/core/playlist.lua";
const module = (body: string) => `local M = {}\n${body}\nreturn M\n`;
const repeat =
  (piece: string | ((index: number) => string)): Text =>
  (size) =>
    module(
      Array.from({ length: size }, (_, index) => (typeof piece === "string" ? piece : piece(index))).join(""),
    );

const KINDS: Readonly<Record<string, Kind>> = {
  "calls of the result of a call": { after: (size) => module(`f${"()".repeat(size)}`) },
  "calls with tables of the result of a call": { after: (size) => module(`f${"({})".repeat(size)}`) },
  "calls with names": { after: (size) => module(`f${"{a=1}".repeat(size)}`) },
  "asserts of asserts": { after: (size) => module(`assert${"(assert)".repeat(size)}`) },
  "versions of a required module": { after: (size) => module(`require"a"${'"1"'.repeat(size)}`) },
  "methods in a row": { after: (size) => module(`f()${":g()".repeat(size)}`) },
  "fields in a row": { after: (size) => module(`local x = a${".b".repeat(size)}`) },
  "fields in a row, written": { after: (size) => module(`a${".b".repeat(size)} = 1`) },
  "fields of the host in a row": { after: (size) => module(`local x = reaper${".b".repeat(size)}`) },
  "suppressions that are used": { after: repeat("-- arkitekt-off no-globals: why\nx = 1\n") },
  "suppressions that are not": { after: repeat("-- arkitekt-off no-globals: why\n") },
  "suppressions between blank lines": { after: repeat("-- arkitekt-off no-globals: why\n\n\n") },
  "suppressions of equal findings before": {
    before: repeat("x = 1\n"),
    after: repeat("-- arkitekt-off no-globals: why\nx = 1\n"),
  },
  "equal globals": { after: repeat("x = 1\n") },
  "equal globals that were there": { before: repeat("x = 1\n"), after: repeat("x = 1 \n") },
};

const OPTIONS: Readonly<Record<string, object>> = {
  "canonical-shape": { boundaries: [{ files: ["**"], calls: ["*"] }] },
  "diff-budget": { files: 1000, loc: 1e9 },
  "proof-grep": { greps: [{ pattern: "%f[%w]x%s*=", dialect: "lua", should_match: false }] },
};

const terms: Terms = {
  ...termsOf({
    rule: "",
    settings: {},
    policy: {
      rules: Object.fromEntries(
        rules.filter(({ id }) => id !== "task-code").map(({ id }) => [id, ["error", OPTIONS[id] ?? {}]]),
      ),
    } as never,
  }),
};

const SMALL = 1000;
const FACTOR = 4;

for (const [what, kind] of Object.entries(KINDS)) {
  test(`judges ${what} in a time that grows as they do`, async () => {
    await time(kind, 50);
    const small = await time(kind, SMALL);
    const large = await time(kind, SMALL * FACTOR);
    const exponent = Math.log(large / Math.max(small, 20)) / Math.log(FACTOR);
    assert.ok(large < 400 || exponent < 1.6, `${small} ms, then ${large} ms`);
  });
}

async function time({ before, after }: Kind, size: number): Promise<number> {
  const files = (text: Text | undefined): Record<string, Content> =>
    text === undefined ? {} : { [PATH]: Buffer.from(text(size), "latin1") };
  const repo = await makeFixtureRepo([
    {
      name: "one",
      before: files(before) as never,
      commits: [{ message: "[RP-1] Try it", after: files(after) as never }],
      subject: "commit",
      isMerge: false,
      branches: ["main"],
    },
  ]);
  try {
    const change = repo.change("one");
    const begun = process.cpuUsage();
    json(await judge(change, terms));
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  } finally {
    await repo.close();
  }
}
