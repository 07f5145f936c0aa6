// Every way to make a commit, and every place that a repository can be told to be at: a bad commit is stopped and a good one
// goes through, whether or not Git could be asked beforehand.
import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { hostileSettings } from "../support/hostile-settings.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("any way to commit");
const LUA = "A/a.lua";
const good = `${cleanModule}-- more\n`;
const broken = "local = 3\n";

interface Way {
  /** Before anything is changed. */
  readonly prepare?: (repo: TestRepo) => void;
  /** The change is in the working tree alone. */
  readonly isUnstaged?: true;
  readonly env?: (repo: TestRepo) => NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly words?: (repo: TestRepo) => readonly string[];
  readonly input?: string;
}

const commit = ["commit", "-qm", "[AB-1] Say more"];

function setting(key: string, value: string): Way {
  return { prepare: (repo) => void repo.git("config", key, value) };
}

function gitFolderAt(place: string): void {
  renameSync(place, `${place}-elsewhere`);
}

const ways: Readonly<Record<string, Way>> = {
  "with -a": { isUnstaged: true, words: () => [...commit, "-a"] },
  "of a path": { isUnstaged: true, words: () => [...commit, "--", LUA] },
  "of a path beside what is staged": { words: () => [...commit, "-i", LUA] },
  "with -p": { isUnstaged: true, words: () => [...commit, "-p"], input: "y\ny\ny\n" },
  "with --amend": { words: () => [...commit, "--amend"] },
  "with -C from elsewhere": { cwd: "..", words: () => ["-C", "repo", ...commit] },
  "from a subfolder": { cwd: "A" },
  "in a merge": {
    prepare: (repo) => {
      repo.git("switch", "-qc", "side");
      repo.commit("side", { "A/side.lua": cleanModule });
      repo.git("switch", "-q", "main");
      repo.commit("main", { "A/main.lua": cleanModule });
      repo.git("merge", "-q", "--no-commit", "--no-ff", "side");
    },
  },
  "with GIT_DIR and GIT_WORK_TREE": {
    env: (repo) => ({ GIT_DIR: join(repo.dir, ".git"), GIT_WORK_TREE: repo.dir }),
    cwd: "..",
  },
  "with --git-dir and --work-tree": { words: () => ["--git-dir=.git", "--work-tree=.", ...commit] },
  "with GIT_WORK_TREE alone": { env: (repo) => ({ GIT_WORK_TREE: repo.dir }) },
  "with settings on the command line": {
    words: () => ["-c", "diff.renames=false", "-c", "core.quotePath=false", ...commit],
  },
  "with settings in the environment": {
    env: () => ({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.abbrev", GIT_CONFIG_VALUE_0: "4" }),
  },
  "with GIT_OBJECT_DIRECTORY": {
    env: (repo) => ({ GIT_OBJECT_DIRECTORY: join(repo.dir, ".git/objects") }),
  },
  "with hostile settings": {
    prepare: (repo) => {
      writeFileSync(join(repo.dir, "../attributes"), "* -diff\n*.lua diff=lua -text\n");
      // That file stops git commit itself.
      const settings = hostileSettings(join(repo.dir, "../attributes")).replace(/^ *orderFile.*\n/m, "");
      appendFileSync(repo.env["GIT_CONFIG_GLOBAL"] ?? "", settings);
    },
    words: () => ["commit", "-qm", "[AB-1] Say more", "--cleanup=verbatim"],
  },
  "with attributes that hide Lua": {
    prepare: (repo) => {
      mkdirSync(join(repo.dir, ".git/info"), { recursive: true });
      writeFileSync(join(repo.dir, ".git/info/attributes"), "*.lua -diff binary\n");
    },
  },
  "where .git is a symbolic link": {
    prepare: ({ dir }) => {
      gitFolderAt(join(dir, ".git"));
      symlinkSync(".git-elsewhere", join(dir, ".git"));
    },
  },
  "where .git is a file": {
    prepare: ({ dir }) => {
      gitFolderAt(join(dir, ".git"));
      writeFileSync(join(dir, ".git"), "gitdir: .git-elsewhere\n");
    },
    // The gate's path was written down: as after any move, install tells Git the new one.
    words: (repo) => ["-c", `core.hooksPath=${repo.dir}/.git-elsewhere/arkitekt/_`, ...commit],
  },
  "with core.worktree": { prepare: (repo) => void repo.git("config", "core.worktree", repo.dir) },
  "with settings for each worktree": setting("extensions.worktreeConfig", "true"),
  "with an include": setting("include.path", "/dev/null"),
  "with an fsmonitor that fails": setting("core.fsmonitor", "false"),
  "with a pager and an alias": {
    prepare: (repo) => {
      repo.git("config", "core.pager", "false");
      repo.git("config", "alias.diff-index", "!false");
      repo.git("config", "pager.diff-index", "true");
    },
  },
  "with a grafted history": {
    prepare: (repo) => {
      repo.commit("two", { "A/b.lua": cleanModule });
      writeFileSync(join(repo.dir, ".git/info/grafts"), `${repo.id("HEAD")}\n`);
    },
  },
};

for (const [title, way] of Object.entries(ways)) {
  test(`${title}: what is broken is stopped and what is clean goes through`, () => {
    const repo = makeGated({ [LUA]: cleanModule });
    way.prepare?.(repo);
    for (const [text, expected] of [
      [broken, [1, ["lua-parse"]]],
      [good, [0, []]],
    ] as const) {
      if (way.isUnstaged) repo.write({ [LUA]: text });
      else repo.stage({ [LUA]: text });
      const { code, stderr } = repo.run("git", way.words?.(repo) ?? commit, {
        ...(way.env && { env: way.env(repo) }),
        cwd: way.cwd ?? "",
        input: way.input ?? "",
      });
      assert.equal([code, rulesIn(stderr)], expected, stderr);
    }
  });
}

for (const place of ["absolute", "relative"] as const) {
  test(`with an index elsewhere, its place ${place}: that one is judged`, () => {
    const repo = makeGated({ [LUA]: cleanModule });
    const env = { GIT_INDEX_FILE: place === "absolute" ? join(repo.dir, ".git/other") : ".git/other" };
    const other = (...args: readonly string[]) => repo.run("git", args, { env });
    other("read-tree", "HEAD");
    repo.write({ [LUA]: broken });
    other("add", LUA);
    const stopped = other(...commit);
    assert.equal([stopped.code, rulesIn(stopped.stderr)], [1, ["lua-parse"]], stopped.stderr);
    repo.git("add", LUA);
    repo.write({ [LUA]: good });
    other("add", LUA);
    assert.is(other(...commit).code, 0, "the broken one is in an index that is not committed");
  });
}
