// The hook as the launcher runs it, the same hook without what is prefetched, and `check --staged` say the same of any index in
// any form of repository.
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, program } from "../support/gated.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("what is prefetched, in any repository");

const NAMES = [
  "A/a.lua",
  "A/b c.lua",
  "A/\udcff.lua",
  "A/q\n'$(x)`.lua",
  "A/0",
  "0",
  "-n.lua",
  "A/deep/e.LUA",
] as const;
const TEXTS = [
  cleanModule,
  "local = 3\n",
  "local = 3\r\n",
  "",
  `${cleanModule.repeat(3)}-- \r late`,
  Buffer.from(`return 1\n${"-- x\n".repeat(2000)}\x000 more\x00`, "latin1"),
  Buffer.of(0, 1, 2, 255),
  'require("oldark.x")\n',
  "{}",
] as const;

const START = Object.fromEntries(
  NAMES.slice(0, 6).map((name, at) => [name, TEXTS[at % 3 === 1 ? 0 : at] ?? ""]),
);

type Step = (repo: TestRepo) => void;
const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...TEXTS)).map(
    ([path, text]): Step =>
      (repo) =>
        repo.stage({ [path]: text }),
  ),
  name.map(
    (path): Step =>
      (repo) =>
        repo.stage({ [path]: null }),
  ),
  fc.tuple(name, name).map(
    ([from, to]): Step =>
      (repo) => {
        const entry = repo.git("--literal-pathspecs", "ls-files", "-s", "-z", "A/a.lua").split(/[ \t]/);
        if (entry[1] !== undefined)
          repo.git("update-index", "--add", "--cacheinfo", `100644,${entry[1]},A/moved.lua`);
        repo.stage({ [from]: null, [to]: "return 2\n" });
      },
  ),
  name.map(
    (path): Step =>
      (repo) =>
        repo.stage({ [path]: { executable: "local = 3\n" } }),
  ),
  name.map(
    (path): Step =>
      (repo) =>
        repo.stage({ [path]: { symlink: "a.lua" } }),
  ),
  fc.constant<Step>((repo) => repo.stage({ "A/sub.lua": { submodule: repo.id("main") } })),
  fc.constant<Step>((repo) => {
    repo.write({ "A/later.lua": "local = 3\n" });
    repo.git("add", "-N", "A/later.lua");
  }),
  fc.constant<Step>((repo) => repo.stage({ ".arkitektrc.json": JSON.stringify({ ...policy, root: "B" }) })),
  fc.constant<Step>((repo) => void repo.git("read-tree", "--empty")),
);

const gated = (options: Parameters<typeof makeGated>[2] = {}) => makeGated(START, {}, options);
const gatedThen = (...args: readonly string[]) => {
  const repo = gated();
  repo.git(...args);
  return repo;
};
const cloned = (...args: readonly string[]) => {
  const origin = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), ...START });
  origin.commit("second", { "A/a.lua": `${cleanModule}-- second\n` });
  const repo = origin.clone("copy", ...args);
  assert.is(arkitekt(repo, ["install"]).code, 0);
  return repo;
};

const forms: Readonly<Record<string, () => TestRepo>> = {
  "an ordinary repository": gated,
  "ids of SHA-256": () => gated({ objectFormat: "sha256" }),
  "packed refs": () => gatedThen("pack-refs", "--all"),
  "no branch checked out": () => gatedThen("checkout", "-q", "--detach"),
  "no commit yet": () => gatedThen("checkout", "-q", "--orphan", "fresh"),
  "a split index": () => gatedThen("update-index", "--split-index"),
  "an index of version 4": () => gatedThen("update-index", "--index-version", "4"),
  "objects of another repository": () => cloned("--shared"),
  "a shallow clone": () => cloned("--depth=1"),
  "a clone without blobs": () => {
    const origin = makeRepo(
      { ".arkitektrc.json": JSON.stringify(policy), ...START },
      { config: { "uploadpack.allowFilter": "true" } },
    );
    const repo = origin.clone("partial", "--filter=blob:none");
    assert.is(arkitekt(repo, ["install"]).code, 0);
    return repo;
  },
  "a replaced commit": () => {
    const repo = gated();
    const old = repo.id("HEAD");
    repo.commit("other", { "A/a.lua": "return 9\n", ".arkitektrc.json": "{}" });
    repo.git("replace", old, "HEAD");
    repo.git("reset", "-q", "--soft", old);
    return repo;
  },
};

function sameSaid(repo: TestRepo): number {
  const hook = repo.run("sh", [join(repo.dir, ".git/arkitekt/_/pre-commit")]);
  const [prefetched, plain] = [
    // The copy in the Git folder is started by the alias.
    { ...hook, stderr: hook.stderr.replaceAll("git arkitekt ", "arkitekt ") },
    repo.run(process.execPath, [program, "hook", "pre-commit"]),
  ];
  assert.equal(prefetched, plain);
  assert.is(arkitekt(repo, ["check", "--staged", "--format=json"]).code, plain.code);
  return plain.code;
}

for (const [title, make] of Object.entries(forms)) {
  test(`is judged the same with ${title}`, () => {
    const repo = make();
    const codes = new Set<number>();
    sameSaid(repo);
    const run = (steps: readonly Step[]) => {
      repo.git("read-tree", "main");
      for (const one of steps) one(repo);
      codes.add(sameSaid(repo));
    };
    run([(one) => one.stage({ "A/a.lua": cleanModule.replace("region", "other") })]);
    run([(one) => one.stage({ "A/a.lua": "local = 3\n" })]);
    assert.ok(codes.has(1), "something was stopped");
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), run), {
      numRuns: 6,
      seed: 7,
      endOnFailure: true,
    });
  });
}
