import { existsSync } from "node:fs";
import * as assert from "uvu/assert";
import { decided, messageArgs, type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("apply");

const TARGET = '{\r\n\t"version": 1.10,\r\n\t"big": 12345678901234567890,\r\n\t"list": [1, 2]\r\n}';

interface Proposal {
  readonly ops: readonly object[];
  readonly file?: string;
  readonly base?: string;
}

/** A request at the owner's with `proposals` in its inbox, all decided; the ids of the request and of the messages. */
async function proposed(asker: Side, owner: Side, proposals: readonly Proposal[]) {
  const id = await asker.do("new", "jsonld", "--title", "apply");
  await asker.do("push", "--id", id, "--dest", owner.requests);
  const messages: string[] = [];
  for (const proposal of proposals) messages.push(await propose(asker, owner, id, proposal));
  return { id, messages };
}

async function propose(asker: Side, owner: Side, id: string, { ops, file, base }: Proposal): Promise<string> {
  const pointer = base === undefined ? {} : { base_pointer: base };
  asker.write("patch.json", JSON.stringify({ file: file ?? "priv/a.json", ...pointer, ops }));
  return decided(asker, owner, id, "patch.json");
}

const setVersion = (value: unknown) => ({ op: "replace", path: "/version", value });

test("a patch changes what it must and no other character", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", TARGET);
    const { id } = await proposed(asker, owner, [
      { ops: [setVersion(2), { op: "add", path: "/list/-", value: 3 }] },
    ]);
    await owner.do("apply", "--id", id);
    assert.is(owner.read("priv/a.json"), TARGET.replace("1.10", "2").replace("[1, 2]", "[1, 2, 3]"));
  }));

test("patches of one request are one transaction: when one is refused, none is applied", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    owner.write("priv/b.json", '{"version":1}');
    const { id, messages } = await proposed(asker, owner, [
      { ops: [setVersion(2)] },
      { ops: [{ op: "test", path: "/version", value: 7 }], file: "priv/b.json" },
    ]);
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 1);
    assert.match(
      said.err,
      new RegExp(`of ${messages[1]}: ops/0: /version is not what the patch expects there in priv/b\\.json\n`),
    );
    assert.match(said.err, /→ nothing was changed/);
    assert.is(owner.read("priv/a.json"), '{"version":1}');
    assert.not.ok(existsSync(`${owner.requests}/${id}/applied.json`));
  }));

test("patches build on each other in the order of their messages, and each is applied once", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    const step = (from: number) => ({
      ops: [{ op: "test", path: "/version", value: from }, setVersion(from + 1)],
    });
    const { id, messages } = await proposed(asker, owner, [step(1), step(2)]);
    assert.is((await owner.do("apply", "--id", id)).match(/^applied /gm)?.length, 2);
    messages.push(await propose(asker, owner, id, step(3)));
    const said = await owner.do("apply", "--id", id);
    assert.is(said.match(/^already applied /gm)?.length, 2);
    assert.match(said, new RegExp(`^applied .* of ${messages[2]} to`, "m"));
    assert.is(owner.read("priv/a.json"), '{"version":4}');
    const { applied } = JSON.parse(owner.read(`work/spec_requests/${id}/applied.json`));
    assert.equal(
      applied.map((record: { message: string }) => record.message),
      messages,
    );
  }));

test("a target that changed after its patch is a conflict; one that was put back gets the patch again", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}\n');
    const { id } = await proposed(asker, owner, [{ ops: [setVersion(2)] }]);
    await owner.do("apply", "--id", id);
    owner.write("priv/a.json", '{"version":2}\r\n');
    assert.match(await owner.do("apply", "--id", id), /^already applied/, "other line ends are not a change");
    owner.write("priv/a.json", '{"version":9}\n');
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 1);
    assert.match(said.err, /conflict: .* was applied to priv\/a\.json, which has changed since/);
    assert.is(owner.read("priv/a.json"), '{"version":9}\n');
    owner.write("priv/a.json", '{"version":1}\n');
    assert.match(await owner.do("apply", "--id", id), /^applied/);
  }));

test("what is superseded or not decided by the other side is not applied; naming a proposal decides it", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    const id = await asker.do("new", "jsonld", "--title", "apply");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const messages: string[] = [];
    for (const [index, status] of ["open", "superseded", "resolved", "open"].entries()) {
      asker.write("patch.json", JSON.stringify({ file: "priv/a.json", ops: [setVersion(index + 2)] }));
      const args = messageArgs(id, "proposal", "--attach", "patch.json", "--status", status);
      messages.push(await asker.do(...args));
    }
    const [open = "", superseded = "", resolved = "", own = ""] = messages;
    await asker.do(...messageArgs(id, "decision", "--parent", own));
    await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
    const first = await owner.run(["apply", "--id", id]);
    assert.is(first.out, "nothing to apply\n");
    for (const message of [open, resolved, own]) assert.match(first.err, `not decided: ${message} `);
    assert.match(first.err, `superseded: ${superseded} `);

    await owner.do(...messageArgs(id, "decision", "--parent", resolved, "--status", "superseded"));
    assert.match((await owner.run(["apply", "--id", id])).err, `superseded: ${resolved} `);
    assert.match((await owner.run(["apply", "--id", id, "--msg", superseded])).err, "superseded");
    assert.match(
      (await owner.run(["apply", "--id", id, "--msg", "x"])).err,
      "there is no proposal x in the inbox",
    );
    assert.match(await owner.do("apply", "--id", id, "--msg", open), /^applied/);
    assert.is(owner.read("priv/a.json"), '{"version":2}');
    await owner.do(...messageArgs(id, "decision", "--parent", own));
    assert.match(await owner.do("apply", "--id", id), new RegExp(`^applied .* of ${own}`, "m"));
    assert.is(owner.read("priv/a.json"), '{"version":5}');
  }));

test("what the first version of the protocol did beside RFC 6902 has to be asked for", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", "{}\n");
    const { id } = await proposed(asker, owner, [
      {
        ops: [
          { op: "replace", path: "/version", value: 1 },
          { op: "add", path: "/a/b/0", value: "x" },
        ],
      },
    ]);
    assert.match((await owner.run(["apply", "--id", id])).err, /ops\/0: there is nothing at \/version/);
    assert.match(
      (await owner.run(["apply", "--id", id, "--replace-create"])).err,
      /ops\/1: there is nothing at \/a /,
    );
    await owner.do("apply", "--id", id, "--replace-create", "--create-parents");
    assert.is(
      owner.read("priv/a.json"),
      '{\n  "version": 1,\n  "a": {\n    "b": [\n      "x"\n    ]\n  }\n}\n',
    );
  }));

test("--dry-run says what would be done, and --target and --source say where", () =>
  withSides(async (asker, owner, base) => {
    asker.write("priv/a.json", '{"in":{"version":1}}');
    const { id } = await proposed(asker, owner, [{ ops: [setVersion(2)], base: "/in" }]);
    const args = ["apply", "--id", id, "--source", "outbox"];
    await asker.do("msg", "pull", "--id", id, "--from", owner.requests);
    assert.match(
      await asker.do(...args, "--dry-run"),
      /^would apply .* to priv\/a\.json\n--- a\/priv\/a\.json\n\+\+\+ b\/priv\/a\.json\n@@ -1 \+1 @@\n-\{/,
    );
    assert.is(asker.read("priv/a.json"), '{"in":{"version":1}}');
    assert.match((await owner.run(["apply", "--id", id])).err, /priv\/a\.json is not there/);
    await owner.do("apply", "--id", id, "--target", asker.root);
    assert.is(asker.read("priv/a.json"), '{"in":{"version":2}}');
    assert.match(
      (await owner.run(["apply", "--id", id, "--target", `${base}/nowhere`])).err,
      /nowhere is not there/,
    );
  }));

test("a base of / is the root, unless the target has a member of that name", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    owner.write("priv/b.json", '{"version":1,"":{"version":1}}');
    const first = await proposed(asker, owner, [{ ops: [setVersion(2)], base: "/" }]);
    await owner.do("apply", "--id", first.id);
    assert.is(owner.read("priv/a.json"), '{"version":2}');
    const second = await proposed(asker, owner, [{ ops: [setVersion(2)], base: "/", file: "priv/b.json" }]);
    const said = await owner.run(["apply", "--id", second.id]);
    assert.is(said.code, 1);
    assert.match(said.err, /could be the root of priv\/b\.json or its member ""/);
  }));

test("a target that is not JSON, or has a key twice, is refused with line and column", () =>
  withSides(async (asker, owner) => {
    const { id } = await proposed(asker, owner, [{ ops: [setVersion(2)] }]);
    for (const [text, says] of [
      ['{\n  "version": 1,\n}', /priv\/a\.json:2:15 is not JSON: there is a comma here before the end/],
      ['{"version": 1, "version": 2}', /priv\/a\.json:1:16 is not JSON: the key "version" appears twice/],
      ["// c\n{}", /priv\/a\.json:1:1 is not JSON/],
    ] as const) {
      owner.write("priv/a.json", text);
      const said = await owner.run(["apply", "--id", id]);
      assert.is(said.code, 1);
      assert.match(said.err, says);
      assert.is(owner.read("priv/a.json"), text);
    }
  }));

test("a target that the file system keeps executable stays so, and a patch that changes nothing writes nothing", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    const { chmodSync, statSync } = await import("node:fs");
    chmodSync(`${owner.root}/priv/a.json`, 0o755);
    const { id } = await proposed(asker, owner, [{ ops: [setVersion(2)] }]);
    await owner.do("apply", "--id", id);
    assert.is(statSync(`${owner.root}/priv/a.json`).mode & 0o777, 0o755);
    const same = await proposed(asker, owner, [{ ops: [setVersion(2)] }]);
    const before = statSync(`${owner.root}/priv/a.json`).ino;
    await owner.do("apply", "--id", same.id);
    assert.is(statSync(`${owner.root}/priv/a.json`).ino, before);
  }));
