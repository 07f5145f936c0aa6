import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../../src/git/changes/staged.ts";
import { branchesOf } from "../../../src/git/open/head.ts";
import { openRepository, type Repository } from "../../../src/git/open/repository.ts";
import { CannotLook } from "../../../src/model/failure.ts";
import { describe, staged, withRepository } from "../../support/git/describe.ts";
import { isolatedEnvironment, makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("repository");

async function facts(dir: string, env: NodeJS.ProcessEnv): Promise<Partial<Repository>> {
  return await withRepository(
    { dir, env },
    async ({ top, gitDir, commonDir, objectFormat, isBare, isShallow, head }) => ({
      ...(top === undefined ? {} : { top }),
      gitDir,
      commonDir,
      objectFormat,
      isBare,
      isShallow,
      head,
    }),
  );
}

async function failureAt(dir: string, env: NodeJS.ProcessEnv): Promise<string> {
  const opened = await openRepository(dir, env);
  if (opened.ok) {
    const change = await stagedChangeSet(opened.value).catch((error: unknown) => error);
    await opened.value.close();
    if (change instanceof CannotLook) return `${change.failure.kind}: ${change.failure.message}`;
    return "no failure";
  }
  const { kind, message, next } = opened.error;
  assert.ok(next);
  return `${kind}: ${message}`;
}

test("a folder below the top is in the repository, by whatever path it is reached", async () => {
  const repo = makeRepo({ "d/e/a.lua": "1\n" });
  const link = join(repo.dir, "../link");
  symlinkSync(join(repo.dir, "d"), link);
  const expected = {
    top: repo.dir,
    gitDir: join(repo.dir, ".git"),
    commonDir: join(repo.dir, ".git"),
    objectFormat: "sha1",
    isBare: false,
    isShallow: false,
    head: { kind: "branch", branch: "main", id: repo.id("HEAD") },
  };
  for (const dir of [repo.dir, join(repo.dir, "d/e"), join(link, "e")])
    assert.equal(await facts(dir, repo.env), expected);
});

test("it is opened by one process", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  assert.is(await withRepository(repo, async ({ git }) => git.started), 1);
});

test("a linked work tree has its own Git folder and branch", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  repo.git("worktree", "add", "-q", "-b", "codex/x", "../other");
  const found = await facts(join(repo.dir, "../other"), repo.env);
  assert.is(found.top, join(repo.dir, "../other"));
  assert.is(found.gitDir, join(repo.dir, ".git/worktrees/other"));
  assert.is(found.commonDir, join(repo.dir, ".git"));
  assert.equal(found.head && branchesOf(found.head), ["codex/x"]);
});

test("a bare repository, and a folder inside the Git folder, have no top", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const remote = repo.addRemote("origin");
  repo.git("push", "-q", "origin", "main");
  const bare = await facts(remote.dir, remote.env);
  assert.equal([bare.top, bare.gitDir, bare.isBare], [undefined, remote.dir, true]);
  assert.is(bare.head?.kind, "branch");
  assert.is((await facts(join(repo.dir, ".git/refs"), repo.env)).gitDir, join(repo.dir, ".git"));
});

test("no commit yet, a detached head, a rebase under way", async () => {
  const repo = makeRepo(undefined, { branch: "codex/new" });
  assert.equal((await facts(repo.dir, repo.env)).head, { kind: "unborn", branch: "codex/new" });
  repo.commit("one", { "a.lua": "1\n" });
  repo.git("checkout", "-q", "--detach");
  assert.equal((await facts(repo.dir, repo.env)).head, {
    kind: "detached",
    id: repo.id("HEAD"),
    rebasing: undefined,
  });
  repo.git("checkout", "-q", "codex/new");
  repo.commit("two", { "a.lua": "2\n" });
  repo.run("git", ["rebase", "-q", "-i", "--root"], { env: { GIT_SEQUENCE_EDITOR: "sed -i s/pick/edit/" } });
  const { head } = await facts(repo.dir, repo.env);
  assert.equal(head && branchesOf(head), ["codex/new"]);
  assert.is(head?.kind, "detached");
});

test("a folder whose name holds a line end is found", async () => {
  const base = makeFolder();
  const env = isolatedEnvironment(base);
  const dir = join(base, "a\nb\nHEAD");
  mkdirSync(dir);
  const repo = new (makeRepo().constructor as typeof TestRepo)(dir, env);
  repo.git("init", "-q", "-b", "main");
  assert.is((await facts(dir, env)).gitDir, join(dir, ".git"));
  repo.commit("one", { "a.lua": "1\n" });
  const found = await facts(dir, env);
  assert.is(found.top, dir);
  assert.is(found.gitDir, join(dir, ".git"));
  repo.stage({ "a.lua": "2\n" });
  assert.equal(await staged(repo), ["M a.lua +1 [1-2]"]);
});

test("what a hook is given in GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE is kept, relative paths too", async () => {
  const repo = makeRepo({ "d/a.lua": "1\n" });
  repo.git("read-tree", "--index-output=other-index", "HEAD");
  repo.run("git", ["update-index", "--add", "--cacheinfo", `100644,${repo.id("HEAD:d/a.lua")},b.lua`], {
    env: { GIT_INDEX_FILE: "other-index" },
  });
  const index = { ...repo.env, GIT_INDEX_FILE: "other-index" };
  assert.equal(await staged({ dir: join(repo.dir, "d"), env: index }), ["A b.lua +1 [1-2]"]);
  const outside = { ...index, GIT_DIR: "repo/.git", GIT_WORK_TREE: "repo" };
  assert.equal(await staged({ dir: join(repo.dir, ".."), env: outside }), ["A b.lua +1 [1-2]"]);
  assert.equal(await staged(repo), []);
});

test("no repository, a damaged one, and another's are told apart", async () => {
  const folder = makeFolder();
  const env = isolatedEnvironment(folder);
  assert.is(await failureAt(folder, env), `no-repository: ${folder} is not in a Git repository`);
  const repo = makeRepo({ "a.lua": "1\n" });
  writeFileSync(join(repo.dir, ".git/HEAD"), "what\n");
  assert.is(
    await failureAt(repo.dir, repo.env),
    `broken-head: ${repo.dir}/.git/HEAD does not name a branch or a commit`,
  );
  const other = makeRepo({ "a.lua": "1\n" });
  rmSync(join(other.dir, ".git/objects"), { recursive: true });
  assert.is(
    await failureAt(other.dir, other.env),
    `broken-repository: ${other.dir}/.git is there, but Git does not take it for a repository`,
  );
  const worktree = makeRepo({ "a.lua": "1\n" });
  rmSync(join(worktree.dir, ".git"), { recursive: true });
  writeFileSync(join(worktree.dir, ".git"), "gitdir: /nowhere\n");
  assert.match(await failureAt(worktree.dir, worktree.env), "broken-repository");
});

test("a branch that points nowhere is not a branch without commits", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  writeFileSync(join(repo.dir, ".git/refs/heads/main"), `${"1".repeat(40)}\n`);
  assert.match(await failureAt(repo.dir, repo.env), "broken-head: refs/heads/main, which HEAD names,");
  writeFileSync(join(repo.dir, ".git/refs/heads/main"), "garbage\n");
  assert.match(await failureAt(repo.dir, repo.env), "broken-head: refs/heads/main, which HEAD names,");
});

test("an index that is cut off, or is not one, is a failure", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const index = join(repo.dir, ".git/index");
  const bytes = readFileSync(index);
  writeFileSync(index, bytes.subarray(0, 20));
  assert.match(await failureAt(repo.dir, repo.env), "unreadable-index: the index cannot be read");
  writeFileSync(index, bytes.subarray(0, 40));
  assert.not.equal(await failureAt(repo.dir, repo.env), "no failure");
  writeFileSync(index, Buffer.concat([Buffer.from("JUNK"), bytes.subarray(4)]));
  assert.match(await failureAt(repo.dir, repo.env), "unreadable-index: the index cannot be read");
});

test("a missing object is named", async () => {
  const repo = makeRepo({ "a.lua": "one\n" });
  repo.stage({ "a.lua": "two\n" });
  const id = repo.id(":a.lua");
  rmSync(join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2)));
  assert.match(await failureAt(repo.dir, repo.env), id);
  assert.match(await failureAt(repo.dir, repo.env), "missing-object: ");
});

test("a machine without Git, and a Git that is too old, are told so", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const empty = makeFolder();
  assert.match(await failureAt(repo.dir, { ...repo.env, PATH: empty }), "no-git: ");
  const old = join(makeFolder(), "git");
  writeFileSync(
    old,
    '#!/bin/sh\ncase "$*" in *version*) echo "git version 2.20.1";; *) echo "--path-format=absolute"; echo "fatal: bad" >&2; exit 128;; esac\n',
  );
  chmodSync(old, 0o755);
  assert.is(
    await failureAt(repo.dir, { ...repo.env, PATH: join(old, "..") }),
    "old-git: the installed Git is 2.20, and at least 2.39 is needed",
  );
});

test("a repository of a format that Git does not know is a failure", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  repo.git("config", "core.repositoryFormatVersion", "1");
  repo.git("config", "extensions.fromTheFuture", "true");
  assert.match(await failureAt(repo.dir, repo.env), "old-git: ");
});

test("a quarantine's objects are seen", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const quarantine = join(makeFolder(), "objects");
  mkdirSync(quarantine);
  const env = {
    ...repo.env,
    GIT_OBJECT_DIRECTORY: quarantine,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repo.dir, ".git/objects"),
  };
  const id = repo.run("git", ["hash-object", "-w", "--stdin"], { input: "new\n", env }).stdout.trim();
  await withRepository({ dir: repo.dir, env }, async ({ objects }) => {
    assert.is((await objects.get(id)).bytes?.toString(), "new\n");
    assert.is((await objects.get("HEAD:a.lua")).bytes?.toString(), "1\n");
  });
  assert.ok(!existsSync(join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2))));
});

test("looking leaves every byte of the repository as it was", async () => {
  const repo = makeRepo({ "a.lua": "1\n", "b.lua": "1\n" });
  repo.stage({ "a.lua": "2\n" });
  repo.write({ "b.lua": "2\n" });
  const snapshot = () =>
    readdirSync(repo.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          `${entry.parentPath}/${entry.name} ${readFileSync(join(entry.parentPath, entry.name)).toString("base64")}`,
      );
  const before = snapshot();
  await withRepository(repo, async (opened) => {
    const change = await stagedChangeSet(opened);
    assert.equal(describe(change), ["M a.lua +1 [1-2]"]);
    await change.source.search("after", ["2"], ["**"]);
    await change.source.list("after");
  });
  assert.equal(snapshot(), before);
});

test("HEAD as a link to the branch's file, as core.preferSymlinkRefs makes it, is on that branch", async () => {
  const repo = makeRepo({ a: "1" });
  repo.git("config", "core.preferSymlinkRefs", "true");
  repo.git("checkout", "-q", "-b", "codex/x");
  assert.ok(lstatSync(join(repo.dir, ".git/HEAD")).isSymbolicLink());
  const { head } = await facts(repo.dir, repo.env);
  assert.equal(head, { kind: "branch", branch: "codex/x", id: repo.id("HEAD") });
});
