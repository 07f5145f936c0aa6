import * as assert from "uvu/assert";
import { judgeRange } from "../../../src/check/range.ts";
import { judgePart } from "../../../src/check/shard/judge-part.ts";
import { mergeParts } from "../../../src/check/shard/merge-parts.ts";
import { partText, readPart } from "../../../src/report/part/part-text.ts";
import { json } from "../../../src/report/verdict/json.ts";
import { sarif } from "../../../src/report/verdict/sarif.ts";
import { arkitekt, cleanModule, policy } from "../../support/gated.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a range that several machines judge");
const unsaid = { rules: [], isQuiet: false };

/** Every kind of commit whose verdict hangs on others: policies that come, loosen and go, a merge, an empty one, work done twice. */
function manyCommits(): TestRepo {
  const repo = makeRepo({ "A/old.lua": "local = 1\n" });
  repo.commit("[AB-1] First policy", { ".arkitektrc.json": JSON.stringify(policy) });
  repo.commit("[AB-2] Break it", {
    "A/a.lua": "local = 1\n",
    "A/\udc80.lua": "x = 1\n",
  });
  repo.commit("no code", { "A/b.lua": cleanModule });
  repo.git("checkout", "-qb", "side");
  repo.commit("[AB-3] Side", { "A/c.lua": `${cleanModule}-- arkitekt-off no-globals: why\n` });
  repo.git("checkout", "-q", "main");
  repo.commit("[AB-4] Main\n\nArkitekt-Override: lua-parse: why not", { "A/a.lua": "local = 2\n" });
  repo.git("merge", "-q", "--no-verify", "--no-ff", "-m", "[AB-5] Merge", "side");
  repo.commit("[AB-6] Empty");
  const loose = JSON.stringify({ ...policy, rules: { "lua-parse": "warn" } });
  repo.commit("[AB-7] Loosen", { ".arkitektrc.json": loose });
  repo.commit("[AB-8] Break more", { "A/d.lua": "local = 1\n" });
  repo.commit("[AB-9] Take it away", { ".arkitektrc.json": null });
  repo.commit("[AB-10] And back", { "A/d.lua": "local = 1 -- again\n", "A/b.lua": null });
  return repo;
}

test("the parts put together are what one machine says, byte for byte, however many there are", async () => {
  const repo = manyCommits();
  await withRepository(repo, async (opened) => {
    const options = { today: "2026-03-01" };
    for (const range of ["HEAD~9..HEAD", "HEAD..HEAD"]) {
      const whole = await judgeRange(opened, range, options);
      for (const of of range === "HEAD..HEAD" ? [2] : [1, 3]) {
        const parts = [];
        for (let index = of; index > 0; index--) {
          const { part, verdict } = await judgePart(opened, range, { index, of }, unsaid, options);
          const read = readPart(partText(verdict, part), `${index}.json`);
          assert.ok(read.ok);
          parts.push({ name: `${index}.json`, part: read.value });
        }
        const merged = mergeParts(parts);
        assert.ok(merged.ok);
        assert.is(json(merged.value.verdict), json(whole), `${range} in ${of}`);
        assert.is(sarif(merged.value.verdict), sarif(whole));
      }
    }
  });
});

test("a part that is missing, given twice, damaged or of another range is refused", () => {
  const repo = manyCommits();
  const check = (...args: string[]) => arkitekt(repo, ["check", "--now", "2026-03-01", "--range", ...args]);
  const part = (name: string, ...args: string[]) => {
    const { stdout, stderr } = check(...args);
    assert.is(stderr, "", name);
    repo.write({ [name]: stdout });
    return stdout;
  };
  const whole = check("HEAD~9..HEAD", "--format", "json");
  const first = part("1.json", "HEAD~9..HEAD", "--shard", "1/2");
  const second = part("2.json", "HEAD~9..HEAD", "--shard", "2/2", "--format", "json");
  const merge = (...args: string[]) => arkitekt(repo, ["report", "merge", ...args]);
  assert.equal(merge("2.json", "1.json"), { code: 1, stdout: whole.stdout, stderr: "" });
  const unix = check("HEAD~9..HEAD", "--format", "unix").stdout;
  assert.is(merge("1.json", "2.json", "--format", "unix").stdout, unix);
  const { code, stdout, stderr } = merge("1.json");
  assert.equal([code, JSON.parse(stdout).failure.kind], [2, "bad-part"]);
  assert.match(stderr, "missing: part 2/2");
  assert.match(check("HEAD~1..HEAD", "--shard", "3/2").stderr, "1/4");
  const read = (name: string, text: string) => {
    const found = readPart(text, name);
    if (!found.ok) throw new Error(found.error.message);
    return { name, part: found.value };
  };
  const [one, two] = [read("1.json", first), read("2.json", second)];
  const other = { ...two, name: "o.json", part: { ...two.part, terms: { ...two.part.terms, base: "0" } } };
  for (const [parts, says] of [
    [[one, two, one], "1.json and 1.json are the same part, 1/2"],
    [[one, other], "o.json is of another range (than 1.json)"],
    [[one, { ...two, part: { ...two.part, commits: [] } }], /do not hold all 1\d commits/],
  ] as const) {
    const merged = mergeParts(parts);
    assert.match(merged.ok ? "" : merged.error.message, says);
  }
  for (const [text, says] of [
    [first.slice(0, -20), "x.json is not JSON"],
    [first.replace('"at":0', '"at":1'), "its digest differs"],
    [whole.stdout, "is not a part of a range"],
    [stdout, "x.json holds no verdict: missing: part 2/2"],
  ] as const) {
    const found = readPart(text, "x.json");
    assert.match(found.ok ? "" : found.error.message, says);
  }
});
