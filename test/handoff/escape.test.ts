import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { Folder } from "../../src/system/folder.ts";
import { messageArgs, type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("escape");

const BAD_IDS = [
  "..",
  ".",
  "../x",
  "a/b",
  "a\\b",
  "/etc",
  "",
  "~/../x/",
  "a\u0000b",
  ".git",
  ".hidden",
  "con",
  "x.",
  "a:b",
  "-x",
];

test("no id leaves the requests folder, for any command", () =>
  withSides(async (asker, owner) => {
    await asker.do("new", "jsonld", "--title", "x");
    for (const id of BAD_IDS) {
      for (const args of [
        ["status", `--id=${id}`, "--set", "accepted"],
        ["push", `--id=${id}`, "--dest", owner.requests],
        ["thread", "render", `--id=${id}`],
        ["lint", `--id=${id}`],
      ]) {
        const said = await asker.run(args);
        assert.is(said.code, 2, `${JSON.stringify(id)}: ${said.out}`);
        assert.match(
          said.err,
          /^arkitekt: (?:spec [a-z ]*: )?(the id|there is no request|--id needs a value)/,
        );
      }
    }
    assert.not.ok(existsSync(owner.requests));
  }));

const PATCH = '{"file":"priv/a.json","ops":[{"op":"replace","path":"/a","value":2}]}';

async function withMessage(
  asker: Side,
  owner: Side,
  change: (json: string, id: string) => string,
  patch = PATCH,
) {
  const id = await asker.do("new", "jsonld", "--title", "x");
  await asker.do("push", "--id", id, "--dest", owner.requests);
  asker.write("patch.json", patch);
  const message = await asker.do(...messageArgs(id, "proposal", "--attach", "patch.json"));
  const place = `work/spec_requests/${id}/outbox/msg_${message}.json`;
  asker.write(place, change(asker.read(place), id));
  return { id, message };
}

const BAD_ATTACHMENTS = [
  "../../../secret",
  "attachments/../../../secret",
  "/etc/hostname",
  "attachments/./x",
  "attachments//x",
  "a\\\\b",
  ".git/config",
  "attachments/.git/hooks/x",
  "attachments/.gIt/x",
  "attachments/.g\u200cit/x",
  "attachments/git~1/x",
];

for (const path of BAD_ATTACHMENTS) {
  test(`an attachment ${JSON.stringify(path)} carries nothing anywhere`, () =>
    withSides(async (asker, owner, base) => {
      writeFileSync(join(base, "secret"), "secret");
      const { id, message } = await withMessage(asker, owner, (json) =>
        json.replace(/attachments\/[0-9a-f]{16}\/patch\.json/, path),
      );
      const said = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
      assert.is(said.code, 1);
      assert.match(said.err, new RegExp(`^arkitekt: outbox/msg_${message}.json the attachment `));
      assert.not.ok(existsSync(join(owner.requests, id, "inbox")));
      assert.is((await asker.run(["lint", "--id", id])).code, 1);
    }));
}

const BAD_TARGETS = [
  "../outside.json",
  "/etc/x.json",
  ".git/config",
  "priv/../../outside.json",
  "priv/.GIT/x.json",
  "linked/outside.json",
  "link.json",
];

for (const file of BAD_TARGETS) {
  test(`a target ${file} is not touched`, () =>
    withSides(async (asker, owner, base) => {
      const secret = '{"a":1}';
      writeFileSync(join(base, "outside.json"), secret);
      owner.write(".git/config", secret);
      mkdirSync(join(owner.root, "priv"), { recursive: true });
      symlinkSync(base, join(owner.root, "linked"));
      symlinkSync(join(base, "outside.json"), join(owner.root, "link.json"));
      const patch = `{"file":"${file}","ops":[{"op":"replace","path":"/a","value":2}]}`;
      const { id, message } = await withMessage(asker, owner, (json) => json, patch);
      await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
      const said = await owner.run(["apply", "--id", id, "--msg", message]);
      assert.is(said.code === 1 || said.code === 2, true, said.out);
      assert.match(
        said.err,
        /^arkitekt: (?:spec [a-z ]*: )?.*(the target ".*" (has|reaches|is)|symbolic link|is not a plain file)/,
      );
      assert.is(readFileSync(join(base, "outside.json"), "utf8"), secret);
      assert.is(owner.read(".git/config"), secret);
      assert.is(
        readlinkSync(join(owner.root, "link.json")),
        join(base, "outside.json"),
        "the link itself stays",
      );
    }));
}

for (const box of ["inbox", "attachments", "proposed.status", "request.json", "outbox"]) {
  test(`a link in place of ${box} on the other side is never written through`, () =>
    withSides(async (asker, owner, base) => {
      const outside = join(base, "outside");
      mkdirSync(outside);
      const { id } = await withMessage(asker, owner, (json) => json);
      const place = join(owner.requests, id, box);
      if (existsSync(place)) renameSync(place, join(base, "moved"));
      symlinkSync(outside, place);
      for (const args of [
        ["msg", "push", "--id", id, "--dest", owner.requests],
        ["push", "--id", id, "--dest", owner.requests],
        ["msg", "pull", "--id", id, "--from", owner.requests],
      ]) {
        await asker.run(args);
      }
      assert.equal(new Set([...listed(outside)]), new Set(), "nothing was written outside");
      const lint = await owner.run(["lint", "--id", id]);
      assert.is(lint.code, 1);
      assert.match(lint.out, /symbolic link/);
    }));
}

test("a link in place of the request, or of a file that is read, leads nowhere", () =>
  withSides(async (asker, owner, base) => {
    const { id } = await withMessage(asker, owner, (json) => json);
    mkdirSync(join(base, "outside"));
    symlinkSync(join(base, "outside"), join(asker.requests, "linked"));
    const said = await asker.run(["status", "--id", "linked", "--set", "proposed"]);
    assert.is(said.code, 2);
    assert.match(said.err, /linked is a symbolic link, which is never followed/);
    assert.equal(listed(join(base, "outside")), []);
    writeFileSync(join(base, "msg"), "{}");
    symlinkSync(join(base, "msg"), join(asker.requests, id, "outbox/msg_linked.json"));
    const push = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
    assert.match(push.err, /^arkitekt: (?:spec [a-z ]*: )?outbox\/msg_linked.json is not a plain file/);
  }));

for (const linked of ["work", "work/spec_requests"]) {
  test(`a repository that tracks ${linked} as a link gets nothing written outside`, () =>
    withSides(async (asker, owner, base) => {
      const outside = join(base, "outside");
      mkdirSync(outside);
      const id = await asker.do("new", "jsonld", "--title", "x");
      if (linked !== "work") mkdirSync(join(owner.root, "work"));
      symlinkSync(outside, join(owner.root, linked));
      for (const said of [
        await owner.run(["new", "jsonld", "--title", "x"]),
        await owner.run(["list"]),
        await asker.run(["push", "--id", id, "--dest", owner.requests]),
        await asker.run(["say", "--id", id, "--type", "comment", "--body", "-", "--dest", owner.requests]),
      ]) {
        assert.is(said.code, 2);
        assert.match(said.err, /is a symbolic link, which is never followed/);
      }
      assert.equal(listed(outside), []);
    }));
}

test("a link that is put in the way after a folder was opened is not followed", () =>
  withSides(async (asker, _, base) => {
    const outside = join(base, "outside");
    const inner = join(asker.root, "inner");
    mkdirSync(outside);
    mkdirSync(inner);
    Folder.use(asker.root, (root) =>
      root.within("inner", (folder) => {
        renameSync(inner, join(asker.root, "moved"));
        symlinkSync(outside, inner);
        assert.ok(folder.create("file", Buffer.from("x")));
        folder.replace("other", Buffer.from("y"));
        folder.make("deeper");
      }),
    );
    assert.equal(listed(outside), []);
    assert.equal([...listed(join(asker.root, "moved"))].sort(), ["deeper", "file", "other"]);
  }));

test("a link that replaces a file between looking and reading is not read", () =>
  withSides(async (asker, _, base) => {
    writeFileSync(join(base, "secret"), "secret");
    asker.write("file", "harmless");
    Folder.use(asker.root, (root) => {
      assert.is(root.kindOf("file"), "file");
      renameSync(join(asker.root, "file"), join(asker.root, "old"));
      symlinkSync(join(base, "secret"), join(asker.root, "file"));
      assert.equal(root.read("file", 100), { kind: "no-file" });
      assert.not.ok(root.create("file", Buffer.from("x")), "a name that is taken is taken");
      root.replace("file", Buffer.from("mine"));
    });
    assert.is(readFileSync(join(base, "secret"), "utf8"), "secret");
    assert.is(asker.read("file"), "mine");
  }));

function listed(folder: string): readonly string[] {
  return Folder.use(folder, (open) => open.entries().map(({ name }) => name)) ?? [];
}
