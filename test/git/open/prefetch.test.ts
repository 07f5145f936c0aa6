import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../../src/git/changes/staged.ts";
import { readMessage } from "../../../src/git/message/read-message.ts";
import { Incoming } from "../../../src/git/open/incoming.ts";
import { CALLS, type PrefetchKind, prefetchNames, readPrefetch } from "../../../src/git/open/prefetch.ts";
import { openRepository } from "../../../src/git/open/repository.ts";
import { POLICY_LOOKS } from "../../../src/model/policy-places.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what the launcher prefetches");

const script = fileURLToPath(new URL("../../../hooks/prefetch.sh", import.meta.url));

function asked(repo: TestRepo, kind: PrefetchKind, env: NodeJS.ProcessEnv = repo.env): Buffer {
  const reader = ["sh", "-c", "exec 6>&-; exec cat"];
  const words = ["-c", '. "$1"; shift; prefetched "$@"', "sh", script, kind, ...reader];
  const bytes = execFileSync("sh", words, { cwd: repo.dir, env, maxBuffer: 1 << 30 });
  // That Git has ended.
  return Buffer.from(bytes.toString("latin1").replace(/^(prefetch 3 \w+) 6 /, "$1 - "), "latin1");
}

/** As they come through a pipe: so many at once. */
function pieces(bytes: Buffer, step = 1000): (piece: Buffer) => number {
  let at = 0;
  return (piece) => {
    const length = bytes.copy(piece, 0, at, at + step);
    at += length;
    return length;
  };
}

function read(bytes: Buffer, step?: number, most?: number) {
  const next = pieces(bytes, step);
  return readPrefetch("staged", new Incoming(next, most), POLICY_LOOKS, next);
}

async function opened(repo: TestRepo, kind: PrefetchKind, bytes: Buffer, env: NodeJS.ProcessEnv = repo.env) {
  const given = { incoming: new Incoming(pieces(bytes)), answers: -1, places: POLICY_LOOKS };
  const prefetched = { kind, ...given, isForContents: () => false };
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

test("is read the same in whatever pieces it comes", () => {
  const bytes = asked(changed(), "staged");
  const whole = read(bytes, bytes.length);
  assert.equal(
    whole?.answers.map(({ code }) => code),
    [0, 1],
  );
  for (const step of [1, 2, 7, 100]) assert.equal(read(bytes, step), whole, `${step}`);
});

test("what is cut short anywhere does not count", () => {
  const whole = asked(changed(), "staged");
  assert.ok(read(whole) !== undefined);
  const lengths = Array.from({ length: 200 }, (_, step) => Math.floor((step * whole.length) / 200));
  for (const length of [...lengths, whole.length - 1])
    assert.is(read(whole.subarray(0, length)), undefined, `${length} of ${whole.length}`);
});

test("more than is to be read does not count", () => {
  const whole = asked(changed(), "staged");
  const most = (bytes: number) => read(whole, 50, bytes);
  assert.is(most(200), undefined);
  assert.ok(most(whole.length) !== undefined);
});

/** `whole` with another end of its first call, which is the second that is told: the end of the index comes first. */
function withEnd(whole: Buffer, end: string): Buffer {
  const text = whole.toString("latin1");
  const nonce = /^prefetch 3 \w+ - (.+)\n/.exec(text)?.[1] ?? "";
  const last = `\x000 ${nonce}\n`;
  const at = text.indexOf(last, text.indexOf(last) + 1);
  return Buffer.from(`${text.slice(0, at)}\0${end}${text.slice(at + 2)}`, "latin1");
}

test("a diff that ended badly is asked for again", async () => {
  const repo = changed();
  const repository = await opened(repo, "staged", withEnd(asked(repo, "staged"), "128"));
  const { files } = await stagedChangeSet(repository);
  assert.is(files.length, 3);
  assert.ok(repository.git.started > 0);
  await repository.close();
});

test("a file that holds what an answer looks like is a file", async () => {
  const repo = changed();
  const forged = asked(repo, "staged").toString("latin1");
  repo.stage({ ".gitattributes": "*.lua diff\n", "forged.lua": `x\n\x000 ${repo.id("HEAD")}\n${forged}` });
  const bytes = asked(repo, "staged");
  assert.ok(bytes.toString("latin1").includes("+prefetch 3"), "the diff shows it");
  const repository = await opened(repo, "staged", bytes);
  assert.is((await stagedChangeSet(repository)).files.length, 5);
  assert.is(repository.git.started, 0);
  await repository.close();
});

test("an answer about another commit than HEAD does not count", () => {
  const repo = changed();
  const whole = asked(repo, "staged").toString("latin1");
  const old = repo.id("HEAD");
  repo.git("commit", "-qm", "two");
  assert.ok(read(Buffer.from(whole, "latin1")) !== undefined);
  const forged = whole.replace(`prefetch 3 ${old}`, `prefetch 3 ${repo.id("HEAD")}`);
  assert.is(read(Buffer.from(forged, "latin1")), undefined);
});

test("an end that is no exit code does not count", () => {
  const whole = asked(changed(), "staged");
  for (const end of ["", "x", "0 0"]) assert.is(read(withEnd(whole, end)), undefined, end);
});

test("other text does not count", () => {
  for (const text of [
    "",
    "\n",
    "prefetch 3 x\n",
    "\0",
    "fatal: not a git repository\n",
    `prefetch 3 ${"a".repeat(40)} - \n\x000 \n`,
    `prefetch 3 ${"a".repeat(40)} - ${"b".repeat(16)}\n\x000 ${"b".repeat(16)}\n`,
  ])
    assert.is(read(Buffer.from(text)), undefined, JSON.stringify(text));
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
    const { readMessage } = await import(${JSON.stringify(`${source}/git/message/read-message.ts`)});
    const opened = await openRepository(process.cwd(), process.env, { isForObjects: true });
    await stagedChangeSet(opened.value);
    await readMessage(opened.value, "title\\n");
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
  assert.ok(ours.some((line) => line?.includes(CALLS.staged[0].args(repo.id("HEAD")).join(" "))));
  assert.is(prefetchNames("x", ["a"]).length, 3);
});
