// A repository with so many files that its index is not read for the links in it: what the commits before left behind changes no verdict.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit in a large repository");

const files = { "A/linked.lua": { symlink: "../shared/lib.txt" }, "shared/lib.txt": cleanModule };
const repo = makeGated(files, { rules: {} });
const blob = repo.feed("x", "hash-object", "-w", "--stdin");
const many = Array.from(
  { length: 14_000 },
  (_, at) => `100644 ${blob}\tmany/${at >> 6}/${"n".repeat(240)}${at}\n`,
);
repo.feed(many.join(""), "update-index", "--index-info");
repo.commit("many");

const cache = () => {
  const programs = join(repo.dir, ".git/arkitekt/program");
  return join(programs, readdirSync(programs)[0] ?? "", "cache/kept");
};
const entries = () =>
  readdirSync(cache())
    .map((name) => join(cache(), name))
    .filter((file) => readFileSync(file, "latin1").split("\n")[0]?.endsWith(" treeLinks"));
const launcher = join(repo.dir, ".git/arkitekt/_/pre-commit");
/** Of this change nothing is known yet. */
const verdict = () => {
  rmSync(join(cache(), "../steps"), { recursive: true, force: true });
  return repo.run("sh", [launcher]);
};
let round = 0;
const commitSound = () => {
  repo.stage({ "shared/lib.txt": `${cleanModule}-- ${round++}\n` });
  const { code, stderr } = repo.run("git", ["commit", "-qm", "[AB-1] Go on"]);
  assert.is(code, 0, stderr);
};

test("is judged by what its links lead to, whatever is kept of them", () => {
  commitSound();
  commitSound();
  assert.is(entries().length, 1);
  const [entry = ""] = entries();
  const kept = readFileSync(entry);
  const ways: Readonly<Record<string, () => void>> = {
    kept: () => undefined,
    "kept of a commit long ago": () => {
      for (let more = 0; more < 2; more++) commitSound();
      writeFileSync(entry, kept);
    },
    cut: () => writeFileSync(entry, kept.subarray(0, kept.length >> 1)),
    "without its links": () =>
      writeFileSync(entry, kept.toString("latin1").replace("A/linked", "A/linkes"), "latin1"),
    "of another tree": () =>
      writeFileSync(entry, kept.toString("latin1").replace(/"tree":"../, '"tree":"00'), "latin1"),
    gone: () => rmSync(cache(), { recursive: true }),
  };
  const said = Object.entries(ways).map(([way, set]) => {
    set();
    repo.stage({ "shared/lib.txt": "local = 3\n" });
    const { code, stderr } = verdict();
    assert.is(code, 1, way);
    return stderr;
  });
  assert.match(said[0] ?? "", "A/linked.lua");
  assert.equal(new Set(said).size, 1, said.join("\n"));
});

test("sees a link that has come with the commit before it, or goes with this one", () => {
  commitSound();
  commitSound();
  repo.commit("another link", {
    "A/second.lua": { symlink: "../shared/other.txt" },
    "shared/other.txt": cleanModule,
  });
  repo.stage({ "shared/other.txt": "local = 3\n" });
  assert.match(verdict().stderr, "A/second.lua");
  repo.stage({ "A/second.lua": null });
  const { code, stderr } = verdict();
  assert.is(code, 0, stderr);
});
