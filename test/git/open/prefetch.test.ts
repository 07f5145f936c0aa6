import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../../src/git/changes/staged.ts";
import { readMessage } from "../../../src/git/message/read-message.ts";
import { CALLS, type PrefetchKind, prefetchNames, readPrefetch } from "../../../src/git/open/prefetch.ts";
import { openRepository } from "../../../src/git/open/repository.ts";
import { POLICY_LOOKS } from "../../../src/model/policy-places.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what the launcher prefetches");

const script = fileURLToPath(new URL("../../../hooks/prefetch.sh", import.meta.url));

function asked(repo: TestRepo, kind: PrefetchKind, env: NodeJS.ProcessEnv = repo.env): Buffer {
  return execFileSync("sh", ["-c", '. "$1"; prefetch "$2" 2>/dev/null', "sh", script, kind], {
    cwd: repo.dir,
    env,
    maxBuffer: 1 << 30,
  });
}

async function opened(repo: TestRepo, kind: PrefetchKind, bytes: Buffer, env: NodeJS.ProcessEnv = repo.env) {
  const prefetched = { kind, bytes, places: POLICY_LOOKS, isForContents: () => false };
  const found = await openRepository(repo.dir, env, { isForObjects: true, prefetched });
  assert.ok(found.ok);
  return found.value;
}

function changed(): TestRepo {
  const repo = makeRepo({
    ".arkitektrc.json": "{}",
    "a b.lua": "return 1\n",
    "\udcff.lua": "return 2\n",
    "c\n.lua": "x",
  });
  repo.stage({ "a b.lua": "return 2\r\n", "new.lua": "a\r\n\n", '"q$(x)".lua': "return {}" });
  return repo;
}

test("is what the program would ask, and then no process is started", async () => {
  const repo = changed();
  const repository = await opened(repo, "staged", asked(repo, "staged"));
  const { files } = await stagedChangeSet(repository);
  assert.is((await repository.objects.find(`${repo.id("HEAD")}:.arkitektrc.json`))?.bytes?.toString(), "{}");
  assert.is(repository.git.started, 0);
  await repository.close();
  const plain = await openRepository(repo.dir, repo.env);
  assert.ok(plain.ok);
  assert.equal(files, (await stagedChangeSet(plain.value)).files);
  assert.is(files.length, 3);
  await plain.value.close();
});

test("holds for the index that the hook was given, also by a relative path", async () => {
  const repo = changed();
  const index = readFileSync(join(repo.dir, ".git/index"));
  writeFileSync(join(repo.dir, ".git/other"), index);
  repo.git("reset", "-q");
  const env = { ...repo.env, GIT_INDEX_FILE: ".git/other" };
  const repository = await opened(repo, "staged", asked(repo, "staged", env), env);
  assert.is((await stagedChangeSet(repository)).files.length, 3);
  assert.is(repository.git.started, 0);
  await repository.close();
});

test("tells how the message will be cleaned", async () => {
  const repo = changed();
  repo.git("config", "core.commentChar", ";");
  const repository = await opened(repo, "message", asked(repo, "message"));
  assert.is((await readMessage(repository, "; comment\ntitle\n")).title, "title");
  assert.is(repository.git.started, 0);
  await repository.close();
});

test("says that nothing is set, too", async () => {
  const repo = changed();
  const repository = await opened(repo, "message", asked(repo, "message"));
  assert.is((await readMessage(repository, "# comment\ntitle\n")).title, "title");
  assert.is(repository.git.started, 0);
  await repository.close();
});

const odd: Readonly<Record<string, (repo: TestRepo) => NodeJS.ProcessEnv | undefined>> = {
  "a Git folder in the environment": (repo) => ({ GIT_DIR: join(repo.dir, ".git") }),
  "a branch kept in packed-refs": (repo) => void repo.git("pack-refs", "--all"),
  "no branch checked out": (repo) => void repo.git("checkout", "-q", "--detach"),
  "no commit yet": (repo) => void repo.git("checkout", "-q", "--orphan", "fresh"),
  "a merge under way": (repo) =>
    void writeFileSync(join(repo.dir, ".git/MERGE_HEAD"), `${repo.id("HEAD")}\n`),
  "a branch's file that holds something else": (repo) =>
    void writeFileSync(join(repo.dir, ".git/refs/heads/main"), "ref: refs/heads/other\n"),
};

for (const [title, make] of Object.entries(odd)) {
  test(`with ${title} nothing is asked`, () => {
    const repo = changed();
    const env = { ...repo.env, ...make(repo) };
    assert.is(asked(repo, "staged", env).length, 0);
  });
}

test("a user's own settings bend none of it", async () => {
  const repo = changed();
  const env = {
    ...repo.env,
    GIT_EXTERNAL_DIFF: "false",
    GIT_DIFF_OPTS: "-u9",
    GIT_TRACE: "1",
    LANGUAGE: "de",
  };
  repo.git("config", "diff.noprefix", "true");
  repo.git("config", "diff.renames", "copies");
  const repository = await opened(repo, "staged", asked(repo, "staged", env), env);
  const { files } = await stagedChangeSet(repository);
  assert.is(repository.git.started, 0);
  await repository.close();
  const plain = await openRepository(repo.dir, repo.env);
  assert.ok(plain.ok);
  assert.equal(files, (await stagedChangeSet(plain.value)).files);
  await plain.value.close();
});

test("what is cut short anywhere does not count", () => {
  const repo = changed();
  const whole = asked(repo, "staged");
  assert.ok(readPrefetch(whole, POLICY_LOOKS) !== undefined);
  const lengths = Array.from({ length: 200 }, (_, step) => Math.floor((step * whole.length) / 200));
  for (const length of [...lengths, whole.length - 1])
    assert.is(
      readPrefetch(whole.subarray(0, length), POLICY_LOOKS),
      undefined,
      `${length} of ${whole.length}`,
    );
});

test("a diff that ended badly is asked for again", async () => {
  const repo = changed();
  const whole = asked(repo, "staged");
  const failed = Buffer.concat([
    whole.subarray(0, whole.lastIndexOf(0) + 1),
    Buffer.from(`128 ${repo.id("HEAD")}\n`),
  ]);
  const repository = await opened(repo, "staged", failed);
  const { files } = await stagedChangeSet(repository);
  assert.is(files.length, 3);
  assert.ok(repository.git.started > 0);
  await repository.close();
});

test("an answer about another commit than HEAD does not count", async () => {
  const repo = changed();
  const whole = asked(repo, "staged");
  repo.git("commit", "-qm", "two");
  repo.stage({ "later.lua": "return 3\n" });
  const old = readPrefetch(whole, POLICY_LOOKS);
  assert.ok(old !== undefined);
  const header = `prefetch 1 ${repo.id("HEAD")}\n`;
  const forged = Buffer.concat([Buffer.from(header), whole.subarray(header.length)]);
  assert.is(readPrefetch(forged, POLICY_LOOKS), undefined);
});

test("a cut that looks like an exit code does not count", () => {
  const repo = changed();
  const whole = asked(repo, "staged");
  const cut = Buffer.concat([whole.subarray(0, whole.lastIndexOf(0) + 1), Buffer.from("0")]);
  assert.is(readPrefetch(cut, POLICY_LOOKS), undefined);
});

test("other text does not count", () => {
  for (const text of [
    "",
    "\n",
    "prefetch 2 x\n",
    "\0",
    "fatal: not a git repository\n",
    "prefetch 1 \n0\n\x000",
  ])
    assert.is(readPrefetch(Buffer.from(text), POLICY_LOOKS), undefined, JSON.stringify(text));
});

test("the calls run at the same places with the same environment as the program's", () => {
  const repo = changed();
  const trace = join(repo.dir, "../trace");
  const log = (run: (env: NodeJS.ProcessEnv) => void) => {
    rmSync(trace, { force: true });
    run({
      ...repo.env,
      GIT_TRACE2_EVENT: trace,
      GIT_TRACE2_ENV_VARS: "LC_ALL,GIT_DIR,GIT_WORK_TREE,GIT_LITERAL_PATHSPECS,GIT_NO_REPLACE_OBJECTS",
    });
    return readFileSync(trace, "utf8")
      .trimEnd()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as {
            event: string;
            argv?: string[];
            param?: string;
            value?: string;
            worktree?: string;
          },
      )
      .flatMap(({ event, argv, param, value, worktree }) => {
        if (event === "start") return [argv?.join(" ")];
        if (event === "def_repo") return [worktree];
        return event === "def_param" && param?.startsWith("GIT_") ? [`${param}=${value}`] : [];
      })
      .sort();
  };
  const ours = log((env) => void asked(repo, "staged", env));
  const source = fileURLToPath(new URL("../../../src", import.meta.url));
  const program = `
    const { openRepository } = await import(${JSON.stringify(`${source}/git/open/repository.ts`)});
    const { stagedChangeSet } = await import(${JSON.stringify(`${source}/git/changes/staged.ts`)});
    const opened = await openRepository(process.cwd(), process.env, { isForObjects: true });
    await stagedChangeSet(opened.value);
    await opened.value.close();`;
  mkdirSync(join(repo.dir, "../script"));
  const file = join(repo.dir, "../script/ask.mts");
  writeFileSync(file, program);
  const theirs = log((env) => {
    const end = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), file], {
      cwd: repo.dir,
      env,
    });
    assert.is(end.status, 0, String(end.stderr));
  });
  assert.equal(ours, theirs);
  assert.ok(ours.some((line) => line?.includes(CALLS.staged.args(repo.id("HEAD")).join(" "))));
  assert.is(prefetchNames("x", ["a"]).length, 3);
});
