import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import { readMessage } from "../../src/git/message/read-message.ts";
import { withRepository } from "../support/git/describe.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("Git processes");

function line(name: string, n: number): string {
  return `local ${name}_${n} = function(x)\n  return x + ${n}\nend\n`;
}

function text(name: string, count: number): string {
  return Array.from({ length: count }, (_, n) => line(name, n)).join("");
}

test("an ordinary commit of twelve files takes four, with policy, contents and a search", async () => {
  const names = Array.from({ length: 12 }, (_, n) => `f${n}`);
  const repo = makeRepo({
    ".arkitektrc.json": "{}",
    ...Object.fromEntries(names.map((name) => [`src/${name}.lua`, text(name, 40)])),
  });
  repo.stage(
    Object.fromEntries(
      names.map((name) => [
        `src/${name}.lua`,
        text(name, 40).replace(line(name, 20), `if ready then\n${line(name, 20)}end\n${text("new", 18)}`),
      ]),
    ),
  );
  await withRepository(repo, async (opened) => {
    const policy = opened.objects.find("HEAD:.arkitektrc.json");
    const { files, source } = await stagedChangeSet(opened);
    assert.is((await policy)?.bytes?.toString(), "{}");
    const ids = files.flatMap((file) => ("after" in file ? [file.after.id] : []));
    assert.is((await source.load(ids, 1 << 20)).size, 12);
    assert.is((await source.entries("after", ["src/f1.lua", "src/none.lua"])).size, 1);
    assert.is((await source.search("after", ["new_3"], ["**/*.lua"])).size, 12);
    assert.is(opened.git.started, 4);
  });
});

test("the first commit takes four at most", async () => {
  const repo = makeRepo();
  repo.stage({ "a.lua": "return 1\n" });
  await withRepository(repo, async (opened) => {
    const { files, source } = await stagedChangeSet(opened);
    await source.load(
      files.flatMap((file) => ("after" in file ? [file.after.id] : [])),
      100,
    );
    assert.is(opened.git.started, 4);
  });
});

test("reading the message takes one more", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await withRepository(repo, async (opened) => {
    assert.is((await readMessage(opened, "title\n")).title, "title");
    assert.is(opened.git.started, 2);
  });
});
