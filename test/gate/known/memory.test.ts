import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import type { Files, FileVersion } from "../../../src/gate/files.ts";
import { inspectTasks } from "../../../src/gate/inspect/inspect-file.ts";
import { judgedAs, judgementOf, stillHolds } from "../../../src/gate/known/earlier-judgement.ts";
import type { Judgement } from "../../../src/gate/known/memory.ts";
import { type Seen, watch } from "../../../src/gate/known/seen.ts";
import type { FileTask } from "../../../src/gate/select.ts";
import type { Terms } from "../../../src/gate/terms.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import type { Project } from "../../../src/model/project.ts";
import type { SourceFile } from "../../../src/modules/source-file.ts";
import type { Scene } from "../../../src/rule/rule.ts";
import { filesBelow } from "../../../src/system/folders.ts";
import { cleanModule, makeGated, policy, rulesIn } from "../../support/gated.ts";
import type { Files as RepoFiles } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is remembered of files");

test("is plain data, the same when it is read again", () => {
  const folder = fileURLToPath(new URL("../../fixtures/rules", import.meta.url));
  let count = 0;
  for (const file of filesBelow(folder).filter((name) => name.endsWith(".lua"))) {
    const text = readFileSync(join(folder, file), "latin1") as ByteText;
    const source = new LuaSource(text);
    if (!source.isSound) continue;
    const facts = { requires: source.requires, module: source.module, shims: source.shims };
    assert.is(JSON.stringify(source.known), JSON.stringify(facts));
    const again = JSON.parse(JSON.stringify(source.known));
    assert.equal(again, withoutUndefined(facts), file);
    const remembered = new LuaSource(text, "5.3", [], again);
    assert.equal(remembered.module, again.module);
    assert.ok(remembered.isSound);
    count++;
  }
  assert.ok(count > 50, `${count}`);
});

test("counts only as long as all that was looked at is the same", () => {
  const scene = { isTree: false, today: "2026-01-01", code: "AB-1", task: undefined } as const;
  const seen: Seen = new Set();
  const watched = watch({ ...scene, project: {} as Project, options: { a: 1 } }, { seen });
  assert.is(watched.today, scene.today);
  assert.equal(watched.options, { a: 1 });
  const project = (programs: string[]) => ({ programs: new Set(programs) }) as unknown as Project;
  const judged = (programs: string[]) =>
    judgedAs({ path: "a" } as FileVersion, { project: project(programs) } as unknown as Terms);
  assert.is(judged(["b", "a"]), judged(["a", "b"]));
  assert.is.not(judged(["a"]), judged(["b"]));
  const clean = JSON.parse(JSON.stringify(judgementOf("judged", { r: [] }, seen, scene)));
  assert.ok(stillHolds(clean, "judged", scene));
  assert.ok(stillHolds(clean, "judged", { ...scene, isTree: true, code: "AB-2" }), "not looked at");
  assert.not.ok(stillHolds(clean, "judged", { ...scene, today: "2026-01-02" }));
  assert.not.ok(stillHolds(clean, "judged otherwise", scene));
  assert.not.ok(stillHolds(undefined, "judged", scene));
});

test("leaves to be asked only the rules that have come, or whose options have changed", () => {
  const asked: string[] = [];
  const rule = (id: string, finds = false) => ({
    id,
    *inspect(_: SourceFile, scene: Scene<unknown>) {
      asked.push(`${id} ${scene.today}`);
      if (finds) yield { place: { kind: "change" }, message: id, hint: "" } as const;
    },
  });
  let clean: Judgement | undefined;
  const file = { path: "a.lua", entry: { id: "1" } } as unknown as FileVersion;
  const files = {
    judgement: () => clean,
    get: () => ({}),
    noteJudgement: (_: FileVersion, its: Judgement) => {
      clean = JSON.parse(JSON.stringify(its));
    },
  } as unknown as Files;
  const judge = (
    today: string,
    ...rules: readonly (readonly [id: string, options: unknown, finds?: boolean])[]
  ) => {
    asked.length = 0;
    const tasks = rules.map(([id, options, finds]) => ({
      rule: rule(id, finds),
      file,
      options,
      isTree: false,
    }));
    const terms = { memory: {}, today, project: { lua: { files: ["**/*.lua"] } } } as unknown as Terms;
    const found = inspectTasks(file, tasks as unknown as FileTask[], files, terms);
    return [asked.map((word) => word.split(" ")[0]).join(" "), found.length];
  };
  assert.equal(judge("1", ["a", 1], ["b", 1]), ["a b", 0]);
  assert.equal(judge("1", ["a", 1], ["b", 1]), ["", 0]);
  assert.equal(judge("1", ["b", 1], ["c", 1], ["a", 2]), ["c a", 0]);
  assert.equal(judge("1", ["a", 2], ["b", 1], ["c", 1]), ["", 0]);
  assert.equal(judge("1", ["a", 2], ["d", 1, true]), ["d", 1]);
  assert.equal(judge("1", ["a", 2], ["d", 1, true]), ["", 1], "what was found is found again");
  assert.equal(judge("2", ["a", 2], ["b", 1]), ["a b", 0]);
});

test("changes no verdict: there, damaged, another file's, of another program, or deleted", () => {
  const lost = "local M = {}\n\nfunction M.kept() end\n\nfunction M.lost() end\n\nreturn M\n";
  const repo = makeGated({
    "A/lost.lua": lost,
    "A/uses.lua":
      'local l = require("lost")\n\nlocal M = {}\n\nfunction M.go()\n  l.lost()\nend\n\nreturn M\n',
    "A/bad.lua": `${cleanModule.replace("return M", "leak = 1\nreturn M")}`,
  });
  repo.stage({
    "A/lost.lua": lost.replace("function M.lost() end\n\n", ""),
    "A/bad.lua": `${cleanModule.replace("return M", "leak = 1\nother = leak\nreturn M")}`,
    "A/clean.lua": cleanModule,
    "A/shim.lua": `-- @deprecated: use clean\n-- EXPIRES: 2026-01-01\n${cleanModule}`,
  });
  const home = join(repo.dir, ".git/arkitekt/program");
  const program = join(home, readdirSync(home)[0] ?? "");
  const folder = join(program, "cache/kept");
  const judge = (what: string) => {
    const { code, stderr } = repo.run(join(repo.dir, ".git/arkitekt/_/pre-commit"), []);
    assert.is(code, 1, what);
    return stderr;
  };
  rmSync(folder, { recursive: true, force: true });
  const cold = judge("cold");
  for (const word of ["uses.lua", "unmet-exports", "no-globals", "shim-expiry"]) assert.match(cold, word);
  const entries = () => readdirSync(folder).map((name) => join(folder, name));
  assert.ok(entries().length >= 4);
  assert.is(judge("warm"), cold);

  const [first = "", ...others] = entries();
  const whole = readFileSync(first);
  for (const entry of others) writeFileSync(entry, whole);
  assert.is(judge("another file's"), cold);
  for (const [index, entry] of entries().entries()) {
    const bytes = readFileSync(entry);
    if (index % 2 === 0) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(entry, index % 2 === 0 ? bytes : bytes.subarray(0, index));
  }
  assert.is(judge("damaged"), cold);
  for (const entry of entries()) {
    writeFileSync(entry, readFileSync(entry, "utf8").replace(/ 0\.[\w.-]+ /, " 0.1.0-other "));
  }
  assert.is(judge("another program's"), cold);
  rmSync(folder, { recursive: true });
  judge("deleted");
  const left = [`.arkitekt-${GONE}-1.tmp`, `.arkitekt-${process.pid}-2.tmp`];
  for (const name of left) writeFileSync(join(folder, name), "half");
  rmSync(join(folder, readdirSync(folder).find((name) => !name.startsWith(".")) ?? ""));
  judge("after a run that was killed");
  const remains = readdirSync(folder).filter((name) => name.startsWith("."));
  assert.equal(remains, left.slice(1), "what somebody may still be at stays");
  repo.git("commit", "-qnm", "[AB-2] Break it");
  repo.stage({ "A/clean.lua": cleanModule.replace("region", "regions") });
  assert.is(repo.run("git", ["commit", "-qm", "[AB-3] Say it"]).code, 0);
  const push = () => {
    const input = `refs/heads/main ${repo.id("main")} refs/heads/main ${repo.id("main~2")}\n`;
    return repo.run(join(repo.dir, ".git/arkitekt/_/pre-push"), ["origin", "../none"], { input });
  };
  const warm = push();
  rmSync(folder, { recursive: true });
  assert.equal(push(), warm, "a push, cold");
  assert.equal(push(), warm, "a push, of commits that a push has seen");
  for (const word of ["uses.lua", "bad.lua", "shim.lua"]) assert.match(warm.stderr, word);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  repo.git("reset", "-q", "--soft", "HEAD~2");
  assert.is(judge("no folder can be made"), cold);
});

/** No process has it: more than any system gives. */
const GONE = 2 ** 31 - 1;

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutUndefined(inner)]));
}

test("a policy that was read is known as long as all files are the same among which it was found", () => {
  const strict = { "no-globals": "error" };
  const repo = makeGated({ "A/clean.lua": cleanModule, "package.json": "{}" }, { rules: strict });
  repo.stage({ "A/bad.lua": cleanModule.replace("return M", "leak = 1\nreturn M") });
  const judge = () => rulesIn(repo.run(join(repo.dir, ".git/arkitekt/_/pre-commit"), []).stderr);
  const again = (policy: object, others: RepoFiles = {}) => {
    repo.git("reset", "-q");
    repo.commit("[AB-2] Change the policy", { ".arkitektrc.json": JSON.stringify(policy), ...others });
    repo.git("add", "-A");
    return [judge(), judge()];
  };
  assert.equal([judge(), judge()], [["no-globals"], ["no-globals"]]);
  assert.equal(again({ ...policy, rules: { "no-globals": "off" } }), [[], []]);
  assert.equal(again({ ...policy, rules: strict }), [["no-globals"], ["no-globals"]]);
  const twice = { "package.json": JSON.stringify({ arkitekt: { rules: { "no-globals": "off" } } }) };
  repo.git("reset", "-q");
  repo.commit("[AB-3] Say it twice", twice);
  repo.git("add", "-A");
  for (let turn = 0; turn < 2; turn++) {
    const { code, stderr } = repo.run(join(repo.dir, ".git/arkitekt/_/pre-commit"), []);
    assert.is(code, 2, stderr);
    assert.match(stderr, "package.json");
  }
});
