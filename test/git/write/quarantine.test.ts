import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { linksOfTree } from "../../../src/git/objects/links.ts";
import { openRepository, type Repository } from "../../../src/git/open/repository.ts";
import { type Quarantine, withQuarantine } from "../../../src/git/write/quarantine.ts";
import { pairsOf } from "../../../src/model/change.ts";
import { makeFolder, makeRepo, TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("quarantine");

async function inQuarantine<T>(
  repo: TestRepo,
  work: (room: Quarantine, outside: Repository) => Promise<T>,
  more: NodeJS.ProcessEnv = {},
): Promise<T> {
  const opened = await openRepository(repo.dir, { ...repo.env, ...more });
  assert.ok(opened.ok);
  if (!opened.ok) throw new Error();
  try {
    return await withQuarantine(opened.value, (room) => work(room, opened.value));
  } finally {
    await opened.value.close();
  }
}

/** A tree of HEAD with `b.lua` added and `a.lua` gone. */
async function otherTree(room: Quarantine): Promise<string> {
  const [id = ""] = await room.writeBlobs([Buffer.from("new\r\n")]);
  await room.readTree("HEAD");
  await room.update(
    new Map([
      ["b/b.lua", { mode: "100755", id }],
      ["a.lua", undefined],
    ]),
  );
  return await room.writeTree();
}

test("a copy of the index takes no file for the same that was changed in the moment it was written", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" }, { config: { "core.trustctime": "false" } });
  const file = join(repo.dir, "a.lua");
  const index = join(repo.dir, ".git/index");
  const moment = 1_700_000_000;
  utimesSync(file, moment, moment);
  repo.git("add", "--all");
  repo.git("update-index", "--refresh");
  utimesSync(index, moment, moment);
  writeFileSync(file, "return 2\n");
  utimesSync(file, moment, moment);
  await inQuarantine(repo, async (room) => {
    room.copyIndex(index);
    const own = { GIT_INDEX_FILE: room.index.env["GIT_INDEX_FILE"] };
    await room.repo.git.at(repo.dir, own).run(["add", "--all"]);
    const found = await room.repo.objects.get(`${await room.writeTree()}:a.lua`);
    assert.is(found.bytes?.toString(), "return 2\n");
  });
});

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`a tree made in it is read like any other, and the repository has none of it (${objectFormat})`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n", "c.lua": "return 3\n" }, { objectFormat });
    const before = objectsOf(repo);
    const tree = await inQuarantine(repo, async (room) => {
      const tree = await otherTree(room);
      const listed = await room.repo.detached.run(["ls-tree", "-r", "--name-only", tree]);
      assert.is(listed.stdout.toString(), "b/b.lua\nc.lua\n");
      const found = await room.repo.objects.get(`${tree}:b/b.lua`);
      assert.is(found.bytes?.toString(), "new\r\n");
      return tree;
    });
    assert.equal(objectsOf(repo), before);
    assert.is.not(repo.tryGit("cat-file", "-e", tree).code, 0);
  });

  test(`the links of its trees are those that Git lists, and no folder is read for them (${objectFormat})`, async () => {
    const repo = makeRepo(
      { "a.lua": "return 1\n", "b/l.lua": { symlink: "../a.lua" }, z: { symlink: "b" } },
      { objectFormat },
    );
    repo.write({ later: { symlink: "a.lua" } });
    repo.git("add", "-N", "later");
    await inQuarantine(repo, async (room) => {
      room.fillIndex(readFileSync(join(repo.dir, ".git/index")));
      const first = await room.writeTree();
      const [link = ""] = await room.writeBlobs([Buffer.from("b.lua")]);
      const changes = new Map([
        ["n/m.lua", { mode: "120000", id: link }],
        ["z", undefined],
      ]);
      await room.update(changes);
      const second = await room.writeTree();
      await room.readTree("HEAD");
      let reads = 0;
      const { objects } = room.repo;
      const find = objects.find.bind(objects);
      objects.find = (...args) => {
        reads++;
        return find(...args);
      };
      for (const tree of [first, second, "HEAD"]) {
        const { stdout } = await room.repo.detached.run(["ls-tree", "-r", tree]);
        const listed = stdout
          .toString()
          .split("\n")
          .filter((line) => line.startsWith("120000 "));
        const told = pairsOf(await linksOfTree(room.repo, tree)).map(
          ([path, id]) => `120000 blob ${id}\t${path}`,
        );
        assert.equal(told.sort(), listed.sort(), tree);
      }
      assert.is(reads, 0);
    });
  });

  test(`migrating is what brings its objects into the repository (${objectFormat})`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n" }, { objectFormat });
    const tree = await inQuarantine(repo, async (room) => {
      const tree = await otherTree(room);
      await room.migrate();
      return tree;
    });
    assert.is(repo.git("ls-tree", "-r", tree).split("\t")[1], "b/b.lua");
    repo.git("fsck", "--strict", "--no-dangling");
  });
}

test("an index of its own leaves that of the repository as it is, also a split one", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" }, { config: { "core.splitIndex": "true" } });
  repo.stage({ "d.lua": "return 4\n" });
  const names = readdirSync(join(repo.dir, ".git"));
  const index = repo.git("ls-files", "--stage");
  await inQuarantine(repo, async (room) => {
    room.fillIndex(readFileSync(join(repo.dir, ".git/index")));
    assert.is(await room.writeTree(), repo.git("write-tree"));
    await otherTree(room);
  });
  assert.equal(readdirSync(join(repo.dir, ".git")), names);
  assert.is(repo.git("ls-files", "--stage"), index);
});

test("it stands on the object folders that a hook was given, and migrates into the first of them", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const incoming = join(repo.dir, "in:coming");
  mkdirSync(incoming);
  const quoted = (path: string) => `"${path}"`;
  const others = [makeFolder(), join(repo.dir, ".git/objects")].map(quoted).join(":");
  const variables = { GIT_OBJECT_DIRECTORY: incoming, GIT_ALTERNATE_OBJECT_DIRECTORIES: others };
  const made = repo.run("git", ["hash-object", "-w", "--stdin"], { input: "pushed\n", env: variables });
  const before = objectsOf(repo);
  const tree = await inQuarantine(
    repo,
    async (room) => {
      assert.is((await room.repo.objects.get(made.stdout.trim())).bytes?.toString(), "pushed\n");
      const tree = await otherTree(room);
      await room.migrate();
      return tree;
    },
    variables,
  );
  assert.equal(objectsOf(repo), before);
  assert.ok(existsSync(join(incoming, tree.slice(0, 2), tree.slice(2))));
});

test("it works in a linked worktree, and in a repository whose path holds what separates a list", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("worktree", "add", "--quiet", "--detach", '../other:"tree');
  const linked = new TestRepo(join(repo.dir, '../other:"tree'), repo.env);
  const clone = repo.clone('a:"clone');
  for (const place of [linked, clone]) {
    const tree = await inQuarantine(place, async (room) => {
      const tree = await otherTree(room);
      await room.migrate();
      return tree;
    });
    assert.is(place.git("cat-file", "-t", tree), "tree");
  }
});

test("what an index was written as is written no second time, unless that tree was lost since", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", "b/c.lua": "return 3\n" });
  const head = repo.git("rev-parse", "HEAD^{tree}").trim();
  const written = async (room: Quarantine, { git }: Repository) => {
    room.fillIndex(repo.read(".git/index") as Buffer);
    room.repo.objects.start();
    const before = git.started;
    assert.is(await room.writeTree(), head);
    assert.is((await room.repo.objects.get(head)).type, "tree");
    return git.started - before;
  };
  assert.is(await inQuarantine(repo, written), 0);
  rmSync(join(repo.dir, ".git/objects", head.slice(0, 2), head.slice(2)));
  assert.is(await inQuarantine(repo, written), 1);
});

test("a partial clone writes a tree without the blobs that it lacks", async () => {
  const origin = makeRepo({ "a.lua": "return 1\n", "c.lua": "return 3\n" });
  origin.git("config", "uploadpack.allowFilter", "true");
  const repo = origin.clone("partial", "--filter=blob:none", "--no-checkout");
  await inQuarantine(repo, async (room) => {
    const tree = await otherTree(room);
    const listed = await room.repo.detached.run(["ls-tree", "-r", "--name-only", tree]);
    assert.is(listed.stdout.toString(), "b/b.lua\nc.lua\n");
    await room.migrate();
  });
});

test("no ref can be moved through it", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await inQuarantine(repo, async (room) => {
    const moved = await room.repo.git.run(["update-ref", "refs/heads/x", "HEAD"], {
      okCodes: [0, 1, 128],
      mayComplain: true,
    });
    assert.is.not(moved.code, 0);
  });
});

test("nothing of it is left, and what a killed process left goes with the next one", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const TMPDIR = makeFolder();
  const run = (end: string) =>
    spawnSync(process.execPath, ["--import", "tsx", "-e", scriptThat(end)], {
      cwd: fileURLToPath(new URL("../../..", import.meta.url)),
      env: { ...repo.env, TMPDIR, PLACE: repo.dir },
      encoding: "utf8",
    });
  const left = () => readdirSync(TMPDIR).filter((name) => name.startsWith("arkitekt-"));
  assert.is(run("process.kill(process.pid, 'SIGKILL')").signal, "SIGKILL");
  assert.is(left().length, 1);
  const ended = run("undefined");
  assert.is(ended.status, 0, ended.stderr);
  assert.equal(left(), []);
});

function scriptThat(end: string): string {
  return `
    import { openRepository } from "./src/git/open/repository.ts";
    import { withQuarantine } from "./src/git/write/quarantine.ts";
    void (async () => {
      const repo = await openRepository(process.env.PLACE, process.env);
      await withQuarantine(repo.value, async (room) => {
        await room.writeBlobs([Buffer.from("x")]);
        ${end};
      });
    })();`;
}

function objectsOf(repo: TestRepo): string {
  return repo.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)");
}
