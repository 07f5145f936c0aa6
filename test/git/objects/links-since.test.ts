import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { decodePath } from "../../../src/base/repo-path.ts";
import { stagedChangeSet } from "../../../src/git/changes/staged.ts";
import { keepLinks, linksOfIndex, linksOfTree } from "../../../src/git/objects/links.ts";
import { type KnownLinks, linksSince } from "../../../src/git/objects/links-since.ts";
import type { Repository } from "../../../src/git/open/repository.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the links of a commit, from those of an earlier one");

const MODES = ["100644", "100755", "120000", "120000", "120000"] as const;

/** Few names, some of which sort otherwise when they are folders, so that trees meet in all ways. */
const trees = fc.dictionary(
  fc
    .array(fc.constantFrom("a", "a.b", "a-", "b", "\xff"), { minLength: 1, maxLength: 4 })
    .map((names) => names.join("/")),
  fc.tuple(fc.constantFrom(...MODES), fc.constantFrom("x", "y")),
  { minKeys: 6, maxKeys: 16, size: "max" },
);

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`are those that Git lists, whatever has changed in between (${objectFormat})`, async () => {
    const repo = makeRepo({}, { objectFormat });
    const ids = new Map(["x", "y"].map((text) => [text, repo.feed(text, "hash-object", "-w", "--stdin")]));
    const all = fc
      .sample(trees, { seed: 10, numRuns: 10 })
      .map((files) => treeOf(repo, ids, files))
      .map((tree) => listed(repo, tree));
    assert.ok(all.filter(({ links }) => links.length > 2).length > 4);
    await withRepository(repo, async ({ objects }) => {
      for (const known of all)
        for (const { tree, links } of all) {
          const told = await linksSince(known, tree, objects, objectFormat === "sha1" ? 20 : 32, 1 << 20);
          assert.equal(told, { tree, links });
        }
    });
  });
}

test("are told by the kind that a mode says, as Git itself reads it", async () => {
  const repo = makeRepo({});
  const blob = repo.feed("x", "hash-object", "-w", "--stdin");
  const tree = (...entries: readonly (readonly [mode: string, name: string, id: string])[]) =>
    repo.feed(
      Buffer.concat(
        entries.map(([mode, name, id]) =>
          Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]),
        ),
      ),
      ..."hash-object -w -t tree --literally --stdin".split(" "),
    );
  const below = tree(["120777", "odd", blob], ["100664", "old", blob]);
  const root = tree(["040000", "below", below], ["0120000", "padded", blob], ["120000", "plain", blob]);
  repo.git("read-tree", root);
  const paths = repo
    .git("ls-files", "--stage")
    .split("\n")
    .flatMap((line) => /^120000 .*\t(.*)$/.exec(line)?.[1] ?? []);
  assert.equal(paths, ["below/odd", "padded", "plain"]);
  await withRepository(repo, async (opened) => {
    const since = await linksSince(await emptyIn(opened), root, opened.objects, 20, 1 << 20);
    assert.equal(
      since?.links.map(([path]) => path),
      paths,
    );
    assert.equal([...(await linksOfTree(opened, root)).paths].sort(), paths);
  });
});

test("are not told where a folder is missing, is none, or is more than is worth reading", async () => {
  const repo = makeRepo({ "a/b/c.lua": "x", "a/link": { symlink: "b" } });
  const first = repo.id("HEAD^{tree}");
  const gone = repo.id("HEAD:a");
  repo.commit("second", { "a/b/c.lua": "y", z: "z" });
  const second = repo.id("HEAD^{tree}");
  const since = (known: KnownLinks, tree: string, most = 1 << 20) =>
    withRepository(repo, ({ objects }) => linksSince(known, tree, objects, 20, most));
  const known = listed(repo, first);
  assert.equal(await since(known, second), listed(repo, second));
  // Six folders, two of them at a time.
  for (const most of [0, 100, 1000, 3000, 5000, 6000])
    assert.is(await since(known, second, most), undefined, `${most}`);
  assert.equal(await since(known, second, 8000), listed(repo, second));
  assert.is(await since({ ...known, tree: repo.id("HEAD:z") }, second), undefined);
  rmSync(join(repo.dir, ".git/objects", gone.slice(0, 2), gone.slice(2)));
  assert.is(await since(known, second), undefined);
  assert.is(await since(listed(repo, second), first), undefined);
});

test("are not told in a clone that lacks folders, which stops nothing", async () => {
  const origin = makeRepo({ "a/b.lua": "x" }, { config: { "uploadpack.allowFilter": "true" } });
  const first = origin.id("HEAD^{tree}");
  origin.commit("second", { "a/link": { symlink: "b.lua" } });
  const repo = origin.clone("partial", "--filter=tree:0", "--no-checkout");
  const second = repo.id("HEAD^{tree}");
  await withRepository(repo, async ({ objects }) => {
    assert.is(await linksSince({ tree: first, links: [] }, second, objects, 20, 1 << 20), undefined);
    assert.is((await objects.find("HEAD"))?.type, "commit");
  });
});

test("stand in for a large index until a link is among what is staged", async () => {
  const repo = makeRepo({ "a/link.lua": { symlink: "../b.lua" }, "b.lua": "return {}\n" });
  fill(repo);
  repo.commit("many", {});
  const index = join(repo.dir, ".git/index");
  const keep = keepIn();
  const links = () =>
    withRepository(repo, async (opened) => {
      keepLinks(opened, keep);
      return (await (await stagedChangeSet(opened)).source.links("after")).paths;
    });
  repo.stage({ "b.lua": "return { 1 }\n" });
  assert.equal(await links(), ["a/link.lua"]);
  assert.equal(keep.kept?.tree, repo.id("HEAD^{tree}"));

  // Git reads the index for its diff, and the program does no more.
  await withRepository(repo, async (opened) => {
    keepLinks(opened, keep);
    const { source } = await stagedChangeSet(opened);
    const { size } = statSync(index);
    const before = repo.read(".git/index");
    writeFileSync(index, Buffer.alloc(size));
    assert.equal((await source.links("after")).paths, ["a/link.lua"]);
    writeFileSync(index, before);
  });

  repo.stage({ "c.lua": { symlink: "b.lua" } });
  assert.equal(await links(), ["a/link.lua", "c.lua"], "a new link");
  assert.equal(keep.kept?.links.length, 1);
  repo.commit("linked");
  repo.stage({ "b.lua": "return { 2 }\n" });
  assert.equal(await links(), ["a/link.lua", "c.lua"], "one that was committed");
  assert.equal(keep.kept?.tree, repo.id("HEAD^{tree}"));
  repo.stage({ "a/link.lua": "return {}\n" });
  assert.equal(await links(), ["c.lua"], "one that is a file now");
  repo.stage({ "a/link.lua": null, "a/new.lua": { symlink: "../b.lua" } });
  assert.equal(await links(), ["a/new.lua", "c.lua"], "one that was moved");
});

test("stand in for no index whose entries may hold others", async () => {
  const repo = makeRepo({ "a/link.lua": { symlink: "../b.lua" }, "b.lua": "return {}\n" });
  fill(repo);
  repo.commit("many", {});
  const keep = keepIn();
  const links = () =>
    withRepository(repo, async (opened) => {
      keepLinks(opened, keep);
      return (await linksOfIndex(opened, opened.head.kind === "branch" ? opened.head.id : undefined)).paths;
    });
  const ways: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "version 4": [["update-index", "--index-version", "4"]],
    "split index": [["update-index", "--split-index"]],
    "split no more": [["update-index", "--no-split-index"]],
    sparse: [
      ["config", "index.sparse", "true"],
      ["sparse-checkout", "set", "--cone", "--sparse-index", "a"],
    ],
  };
  for (const [way, calls] of Object.entries(ways)) {
    for (const call of calls) repo.git(...call);
    assert.equal(await links(), ["a/link.lua"], way);
    keep.kept = undefined;
    assert.equal(await links(), ["a/link.lua"], `${way}, and nothing kept`);
  }
});

function treeOf(
  repo: TestRepo,
  ids: ReadonlyMap<string, string>,
  files: Readonly<Record<string, readonly [mode: string, text: string]>>,
): string {
  const paths = Object.keys(files).filter(
    (path) => !Object.keys(files).some((other) => other.startsWith(`${path}/`)),
  );
  const lines = paths.map((path) => `${files[path]?.[0]} ${ids.get(files[path]?.[1] ?? "")}\t${path}\n`);
  repo.git("read-tree", "--empty");
  repo.feed(Buffer.from(lines.join(""), "latin1"), "update-index", "--index-info");
  return repo.git("write-tree");
}

/** What Git lists, in its order. */
function listed(repo: TestRepo, tree: string): KnownLinks {
  const lines = repo.git("-c", "core.quotePath=true", "ls-tree", "-r", tree).split("\n");
  const links = lines.flatMap((line) => {
    const [, id = "", path = ""] = /^120000 blob (\S+)\t(.*)$/.exec(line) ?? [];
    return id === "" ? [] : [[unquoted(path), id] as const];
  });
  return { tree, links };
}

function unquoted(path: string): string {
  const bytes = path.replaceAll('"', "").replaceAll("\\377", "\xff");
  return decodePath(Buffer.from(bytes, "latin1"));
}

/** More entries than an index of four megabytes has room for. */
function fill(repo: TestRepo): void {
  const id = repo.feed("x", "hash-object", "-w", "--stdin");
  const entry = (at: number) => `100644 ${id}\tmany/${at >> 6}/${"n".repeat(240)}${at}\n`;
  repo.feed(Array.from({ length: 14_000 }, (_, at) => entry(at)).join(""), "update-index", "--index-info");
  assert.ok(repo.read(".git/index").length > 4 << 20);
}

function keepIn(): {
  kept: KnownLinks | undefined;
  recall(): KnownLinks | undefined;
  keep(links: KnownLinks): void;
} {
  const place = {
    kept: undefined as KnownLinks | undefined,
    recall: () => place.kept,
    keep: (links: KnownLinks) => {
      place.kept = links;
    },
  };
  return place;
}

async function emptyIn({ git }: Repository): Promise<KnownLinks> {
  const tree = await git.run(["hash-object", "-w", "-t", "tree", "--stdin"], { input: Buffer.alloc(0) });
  return { tree: String(tree.stdout).trim(), links: [] };
}
