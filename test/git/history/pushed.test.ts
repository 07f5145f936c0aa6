import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { commitChangeSets } from "../../../src/git/changes/commits.ts";
import { rangeChangeSet, treeChangeSet } from "../../../src/git/changes/tree.ts";
import { parsePushLines, parseReceiveLines } from "../../../src/git/history/push-lines.ts";
import { type PushedUpdate, readPush } from "../../../src/git/history/pushed.ts";
import { describe, withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("push");

/** What the hook of a real push was told: the remote's name, its URL, and standard input. */
interface Told {
  readonly name: string;
  readonly url: string;
  readonly input: string;
}

function watch(repo: TestRepo): (...args: string[]) => Told {
  const folder = join(repo.dir, "..");
  repo.hook(
    "pre-push",
    `printf '%s' "$1" > "${folder}/name"; printf '%s' "$2" > "${folder}/url"; cat > "${folder}/input"`,
  );
  return (...args) => {
    rmSync(join(folder, "input"), { force: true });
    repo.tryGit("push", "-q", ...args);
    return {
      name: readFileSync(join(folder, "name"), "utf8"),
      url: readFileSync(join(folder, "url"), "utf8"),
      input: readFileSync(join(folder, "input"), "utf8"),
    };
  };
}

async function read(
  repo: TestRepo,
  told: Told,
): Promise<{ commits: string[]; updates: string[]; started: number }> {
  const parsed = parsePushLines(told.input);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return await withRepository(repo, async (opened) => {
    const before = opened.git.started;
    const push = await readPush(opened, parsed.value, told);
    const subjects = new Map(
      repo
        .git("log", "--all", "--reflog", "--format=%H %s")
        .split("\n")
        .map((text) => [text.slice(0, text.indexOf(" ")), text.slice(text.indexOf(" ") + 1)]),
    );
    const subject = (id: string) => subjects.get(id) ?? id;
    return {
      commits: push.fresh.all.map((id) => [subject(id), ...push.fresh.branchesOf(id)].join(" @")),
      updates: push.updates.map((update) => describeUpdate(update, subject)),
      started: opened.git.started - before,
    };
  });
}

function describeUpdate(pushed: PushedUpdate, subject: (id: string) => string): string {
  const { remoteRef } = pushed.update;
  if (pushed.kind !== "commits") return `${remoteRef} ${pushed.kind}`;
  const { base, tip, commits } = pushed.range;
  return `${remoteRef} ${base === undefined ? "nothing" : subject(base)}..${subject(tip)}: ${commits.map(subject).join(" ")}`;
}

function line(count: number, repo = makeRepo({ "a.lua": "0\n" })): TestRepo {
  for (let n = 1; n <= count; n++) repo.commit(`c${n}`, { "a.lua": `${n}\n` });
  return repo;
}

test("a new remote gets every commit, then only what it does not have", async () => {
  const repo = line(2);
  repo.addRemote("origin");
  const push = watch(repo);
  const first = push("origin", "main");
  repo.git("update-ref", "-d", "refs/remotes/origin/main");
  assert.equal((await read(repo, first)).updates, ["refs/heads/main nothing..c2: start c1 c2"]);
  repo.git("fetch", "-q", "origin");
  repo.commit("c3", {});
  repo.commit("c4", {});
  const told = push("--dry-run", "origin", "main");
  assert.equal(await read(repo, told), {
    commits: ["c3 @main", "c4 @main"],
    updates: ["refs/heads/main c2..c4: c3 c4"],
    started: 4,
  });
});

test("a push of nothing new has no update", async () => {
  const repo = line(1);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  assert.equal(await read(repo, push("origin", "main")), { commits: [], updates: [], started: 0 });
});

test("a new branch grows from where it left the remote's branches, whatever is checked out", async () => {
  const repo = line(2);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.git("branch", "same");
  repo.git("checkout", "-q", "-b", "codex/x", "HEAD~1");
  repo.commit("x1", { "x.lua": "1\n" });
  repo.commit("x2", { "x.lua": "2\n" });
  repo.git("checkout", "-q", "main");
  assert.equal(await read(repo, push("--dry-run", "origin", "codex/x", "same")), {
    commits: ["x1 @codex/x", "x2 @codex/x"],
    updates: ["refs/heads/codex/x c1..x2: x1 x2", "refs/heads/same c2..c2: "],
    started: 4,
  });
});

test("one commit on several branches is judged once, with all their names", async () => {
  const repo = line(1);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.commit("shared", {});
  repo.git("branch", "one");
  repo.commit("more", {});
  assert.equal((await read(repo, push("--dry-run", "origin", "one", "main"))).commits, [
    "shared @main @one",
    "more @main",
  ]);
});

test("a force-push compares with what the remote held", async () => {
  const repo = line(3);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.git("reset", "-q", "--hard", "HEAD~2");
  repo.commit("other", { "b.lua": "1\n" });
  assert.equal((await read(repo, push("--dry-run", "--force", "origin", "main"))).updates, [
    "refs/heads/main c3..other: other",
  ]);
});

test("a deletion, and a branch that goes back, bring no commit", async () => {
  const repo = line(2);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main", "main:gone");
  repo.git("reset", "-q", "--hard", "HEAD~1");
  assert.equal(await read(repo, push("--dry-run", "--force", "origin", "main", ":gone")), {
    commits: [],
    updates: ["refs/heads/gone deleted", "refs/heads/main c2..c1: "],
    started: 4,
  });
});

test("tags are peeled: light, annotated, a tag of a tag, a tag on a tree and on a blob", async () => {
  const repo = line(1);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.commit("tagged", {});
  repo.git("tag", "light");
  repo.git("tag", "-a", "-m", "x", "heavy");
  repo.git("tag", "-a", "-m", "x", "nested", "heavy");
  repo.git("tag", "-a", "-m", "x", "tree", "HEAD^{tree}");
  repo.git("tag", "blob", "HEAD:a.lua");
  assert.equal(await read(repo, push("--dry-run", "origin", "--tags")), {
    commits: ["tagged @main"],
    updates: [
      "refs/tags/blob blob",
      "refs/tags/heavy c1..tagged: tagged",
      "refs/tags/light c1..tagged: tagged",
      "refs/tags/nested c1..tagged: tagged",
      "refs/tags/tree tree",
    ],
    started: 5,
  });
});

test("a push to an URL knows only the refs that it replaces", async () => {
  const repo = line(2);
  const remote = repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.commit("c3", {});
  assert.equal((await read(repo, push("--dry-run", `file://${remote.dir}`, "main"))).commits, ["c3 @main"]);
  assert.equal((await read(repo, push("--dry-run", `file://${remote.dir}`, "main:fresh"))).commits, [
    "start @fresh @main",
    "c1 @fresh @main",
    "c2 @fresh @main",
    "c3 @fresh @main",
  ]);
});

test("a remote id that is not known here leaves the remote's branches as they were last seen", async () => {
  const repo = line(1);
  const remote = repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  const other = remote.clone("other");
  other.commit("theirs", { "o.lua": "1\n" });
  other.git("push", "-q", "origin", "main");
  repo.commit("mine", {});
  const told = push("--dry-run", "--force", "origin", "main");
  assert.match(told.input, other.id("HEAD"));
  assert.equal(await read(repo, told), {
    commits: ["mine @main"],
    updates: ["refs/heads/main c1..mine: mine"],
    started: 4,
  });
});

test("a local ref with spaces, and sources that are not branches", async () => {
  const repo = line(2);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main~2:refs/heads/main");
  const told = push(
    "--dry-run",
    "origin",
    "main@{5 seconds ago}:refs/heads/by-date",
    "HEAD~1:refs/heads/by-place",
  );
  assert.match(told.input, "main@{5 seconds ago}");
  assert.equal((await read(repo, told)).updates.length, 2);
});

test("a mirror with a thousand refs takes as few processes as one", async () => {
  const repo = line(3);
  const remote = repo.addRemote("origin");
  const commands: string[] = [];
  const tip = repo.id("HEAD");
  for (let n = 0; n < 1000; n++) commands.push(`create refs/heads/b${n} ${tip}`);
  for (let n = 0; n < 5; n++) commands.push(`create refs/tags/t${n} ${repo.id("HEAD~1")}`);
  repo.feed(`${[...new Set(commands)].join("\n")}\n`, "update-ref", "--stdin");
  assert.ok(remote.dir);
  const told = watch(repo)("--dry-run", "--mirror", "origin");
  const { commits, updates, started } = await read(repo, { ...told, input: told.input });
  assert.is(updates.length, 1006);
  assert.is(commits.length, 4);
  assert.is(commits[0]?.split(" @").length, 1002);
  assert.is(started, 4);
});

test("a sha256 repository is pushed like any other", async () => {
  const repo = line(1, makeRepo({ "a.lua": "0\n" }, { objectFormat: "sha256" }));
  repo.addRemote("origin");
  const told = watch(repo)("--dry-run", "origin", "main");
  assert.equal((await read(repo, told)).updates, ["refs/heads/main nothing..c1: start c1"]);
});

test("a merged branch brings its commits, each by itself", async () => {
  const repo = line(1);
  repo.addRemote("origin");
  const push = watch(repo);
  push("origin", "main");
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("s1", { "s.lua": "1\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("m1", { "m.lua": "1\n" });
  repo.git("merge", "-q", "-m", "merge", "side");
  const { commits, updates } = await read(repo, push("--dry-run", "origin", "main"));
  assert.equal([...commits].sort(), ["m1 @main", "merge @main", "s1 @main"]);
  assert.is(commits.at(-1), "merge @main");
  assert.match(updates[0] ?? "", "c1..merge");
});

test("the range as a whole is what lies between its base and its tip", async () => {
  const repo = line(0);
  const base = repo.id("HEAD");
  repo.commit("bad", { "a.lua": "bad\n" });
  const tip = repo.commit("mended", { "a.lua": "0\n", "b.lua": "1\n" });
  await withRepository(repo, async (opened) => {
    const range = { base, tip, commits: [], branches: ["main"] };
    const change = await rangeChangeSet(opened, range, []);
    assert.equal(describe(change), ["A b.lua +1 [1-2]"]);
    assert.equal(describe(await rangeChangeSet(opened, { ...range, base: undefined }, [])), [
      "A a.lua +1 [1-2]",
      "A b.lua +1 [1-2]",
    ]);
  });
});

test("a tree as a whole shows every file as added", async () => {
  const repo = makeRepo({
    "a.lua": "1\n",
    "d/b.lua": "2\n\n",
    link: { symlink: "a.lua" },
    bin: Buffer.of(0),
  });
  await withRepository(repo, async (opened) => {
    const change = await treeChangeSet(opened, "HEAD");
    // Their lines are not counted.
    assert.equal(
      change.files.map((file) => `${file.kind} ${file.path} ${file.kind === "added" ? file.after.kind : ""}`),
      ["added a.lua file", "added bin file", "added d/b.lua file", "added link symlink"],
    );
    assert.equal(change.subject, { kind: "tree", id: repo.id("HEAD^{tree}") });
    assert.is((await change.source.list("before")).size, 0);
    const unknown = await treeChangeSet(opened, "nowhere").then(
      () => "",
      (error: Error) => error.message,
    );
    assert.is(unknown, "nowhere is not a commit or tree of this repository");
  });
});

test("a shallow clone refuses what it cannot compare", async () => {
  const origin = line(4);
  const repo = origin.clone("shallow", "--depth=2");
  repo.addRemote("fresh");
  const told = watch(repo)("--dry-run", "fresh", "main");
  const message = await withRepository(repo, async (opened) => {
    const parsed = parsePushLines(told.input);
    const push = await readPush(opened, parsed.ok ? parsed.value : [], told);
    for await (const _ of commitChangeSets(opened, push.fresh.all)) assert.unreachable();
    return "judged";
  }).catch((error: Error) => error.message);
  assert.match(message, /are not in this shallow clone/);
});

test("standard input is read from the right", () => {
  const zero = "0".repeat(40);
  const id = "1".repeat(40);
  assert.equal(parsePushLines(""), { ok: true, value: [] });
  assert.equal(
    parsePushLines(`main@{1 day ago} ${id} refs/heads/m ${zero}\n(delete) ${zero} refs/heads/d ${id}\n`),
    {
      ok: true,
      value: [
        { localRef: "main@{1 day ago}", newId: id, remoteRef: "refs/heads/m", oldId: undefined },
        { localRef: "(delete)", newId: undefined, remoteRef: "refs/heads/d", oldId: id },
      ],
    },
  );
  const long = "a".repeat(64);
  assert.equal(parsePushLines(`x ${long} refs/heads/x ${"0".repeat(64)}`), {
    ok: true,
    value: [{ localRef: "x", newId: long, remoteRef: "refs/heads/x", oldId: undefined }],
  });
  assert.equal(parseReceiveLines(`${zero} ${id} refs/heads/m\n`), {
    ok: true,
    value: [{ localRef: "", newId: id, remoteRef: "refs/heads/m", oldId: undefined }],
  });
  assert.not(parsePushLines("what is this\n").ok);
});
