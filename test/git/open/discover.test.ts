import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { discover } from "../../../src/git/open/discover.ts";
import { openRepository } from "../../../src/git/open/repository.ts";
import { makeRepo, type RepoOptions, TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a plain repository");

/** What Git says, and what is said without asking it. */
async function both(repo: TestRepo, env: NodeJS.ProcessEnv = repo.env) {
  const said = await Promise.all(
    [false, true].map(async (isForObjects) => {
      const opened = await openRepository(repo.dir, env, { isForObjects });
      if (!opened.ok) return opened.error;
      const { top, gitDir, commonDir, objectFormat, isBare, isShallow, head } = opened.value;
      await opened.value.close();
      return { top, gitDir, commonDir, objectFormat, isBare, isShallow, head };
    }),
  );
  return said;
}

const plain: readonly (readonly [string, RepoOptions, boolean])[] = [
  ["with a commit", {}, true],
  ["without a commit", {}, false],
  ["with SHA-256", { objectFormat: "sha256" }, true],
];

for (const [title, options, hasCommit] of plain) {
  test(`${title} is read as Git reads it, without asking`, async () => {
    const repo = makeRepo(hasCommit ? { a: "1" } : undefined, options);
    assert.ok(discover(repo.dir, repo.env) !== undefined);
    const [asked, found] = await both(repo);
    assert.equal(found, asked);
  });
}

test("that is shallow or detached is read as Git reads it", async () => {
  const repo = makeRepo({ a: "1" });
  repo.commit("two", { a: "2" });
  const shallow = repo.clone("shallow", "--depth=1");
  shallow.git("checkout", "-q", "--detach");
  assert.ok(discover(shallow.dir, shallow.env)?.isShallow);
  const [asked, found] = await both(shallow);
  assert.equal(found, asked);
});

test("that is a linked worktree is read as Git reads it, without asking", async () => {
  const repo = makeRepo({ a: "1" });
  repo.commit("two", { a: "2" });
  repo.git("worktree", "add", "-q", "-b", "other", "../linked", "HEAD~1");
  const linked = new TestRepo(join(repo.dir, "../linked"), repo.env);
  assert.ok(discover(linked.dir, linked.env) !== undefined);
  const [asked, found] = await both(linked);
  assert.equal(found, asked);
});

test("whose HEAD is damaged is told as such", async () => {
  const repo = makeRepo({ a: "1" });
  writeFileSync(join(repo.dir, ".git/refs/heads/main"), `${"1".repeat(40)}\n`);
  const [asked, found] = await both(repo);
  assert.equal(found, asked);
});

const odd: Readonly<Record<string, (repo: TestRepo) => NodeJS.ProcessEnv | undefined>> = {
  "a linked worktree of a bare repository": (repo) => {
    repo.git("worktree", "add", "-q", "../linked");
    repo.git("config", "core.bare", "true");
    return undefined;
  },
  "a linked worktree whose Git folder is reached by a link": (repo) => {
    repo.git("worktree", "add", "-q", "../linked");
    symlinkSync("repo", join(repo.dir, "../alias"));
    const dotGit = join(repo.dir, "../linked/.git");
    writeFileSync(dotGit, readFileSync(dotGit, "utf8").replace("/repo/", "/alias/"));
    return undefined;
  },
  "core.worktree": (repo) => void repo.git("config", "core.worktree", repo.dir),
  "core.bare": (repo) => void repo.git("config", "core.bare", "true"),
  "an include": (repo) => void repo.git("config", "include.path", "/dev/null"),
  "settings for each worktree": (repo) => void repo.git("config", "extensions.worktreeConfig", "true"),
  "a Git folder elsewhere": (repo) => {
    renameSync(join(repo.dir, ".git"), join(repo.dir, "../elsewhere"));
    writeFileSync(join(repo.dir, ".git"), "gitdir: ../elsewhere\n");
    return undefined;
  },
  "an object format in quotes": (repo) => {
    const config = join(repo.dir, ".git/config");
    writeFileSync(
      config,
      `${readFileSync(config, "utf8").replace("= 0", "= 1")}[extensions] objectFormat = "sha1"\n`,
    );
    return undefined;
  },
  GIT_DIR: (repo) => ({ GIT_DIR: join(repo.dir, ".git") }),
  GIT_WORK_TREE: (repo) => ({ GIT_WORK_TREE: repo.dir }),
  "settings on the command line": () => ({
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.bare",
    GIT_CONFIG_VALUE_0: "true",
  }),
};

for (const [title, make] of Object.entries(odd)) {
  test(`with ${title} is left to Git`, async () => {
    const repo = makeRepo({ a: "1" });
    const more = make(repo);
    const dir = title.startsWith("a linked worktree") ? join(repo.dir, "../linked") : repo.dir;
    assert.is(discover(dir, { ...repo.env, ...more }), undefined);
    const [asked, found] = await both(repo, { ...repo.env, ...more });
    assert.equal(found, asked);
  });
}

test("is not looked for above the current folder", () => {
  const repo = makeRepo({ a: "1" });
  mkdirSync(join(repo.dir, "below"));
  assert.is(discover(join(repo.dir, "below"), repo.env), undefined);
});
