import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("delivery");

async function shared(asker: Side, owner: Side): Promise<string> {
  const id = await asker.do("new", "jsonld", "--title", "delivery");
  await asker.do("push", "--id", id, "--dest", owner.requests);
  return id;
}

const comment = (id: string, ...more: string[]) => [
  "msg",
  "new",
  "--id",
  id,
  "--type",
  "comment",
  "--body",
  "-",
  ...more,
];

test("a message that comes twice, from both sides and back again is there once", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const message = await asker.do(...comment(id));
    assert.is(await asker.do("msg", "push", "--id", id, "--dest", owner.requests), `delivered ${message}`);
    assert.is(await asker.do("msg", "push", "--id", id, "--dest", owner.requests), `known ${message}`);
    assert.is(await owner.do("msg", "pull", "--id", id, "--from", asker.requests), `known ${message}`);
    await asker.do("push", "--id", id, "--dest", owner.requests);
    await owner.do("push", "--id", id, "--dest", asker.requests);
    for (const [side, peer] of [
      [asker, owner],
      [owner, asker],
    ] as const) {
      await side.do("sync", "--id", id, "--peer", `${peer.requests}/${id}`);
      assert.match(side.read(`work/spec_requests/${id}/thread.md`), /^1 message, 1 open/m);
    }
    assert.not.ok(existsSync(join(asker.requests, id, "inbox")));
  }));

test("a whole folder that somebody copied over, outbox and all, echoes nothing back", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const message = await asker.do(...comment(id));
    owner.write(
      `work/spec_requests/${id}/outbox/msg_${message}.json`,
      asker.read(`work/spec_requests/${id}/outbox/msg_${message}.json`),
    );
    const said = await asker.do("sync", "--id", id, "--peer", join(owner.requests, id));
    assert.match(said, new RegExp(`^known ${message}\nknown ${message}\n`));
    assert.match(asker.read(`work/spec_requests/${id}/thread.md`), /^1 message/m);
  }));

test("the same id with other contents is a conflict: told by name, nothing is overwritten, the rest arrives", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const first = await asker.do(...comment(id));
    await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
    const place = `work/spec_requests/${id}/outbox/msg_${first}.json`;
    asker.write(place, asker.read(place).replace("a body", "another body"));
    const second = await asker.do(...comment(id));
    const said = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
    assert.is(said.code, 1);
    assert.is(said.out, `delivered ${second}\n`);
    assert.match(
      said.err,
      new RegExp(
        `^arkitekt: outbox/msg_${first}.json is there already as inbox/msg_${first}.json, with other contents`,
      ),
    );
    assert.match(owner.read(`work/spec_requests/${id}/inbox/msg_${first}.json`), /"a body\\n"/);
  }));

test("a broken, a truncated and an oversized message are told by name, and stop none of the others", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const good = await asker.do(...comment(id));
    const whole = asker.read(`work/spec_requests/${id}/outbox/msg_${good}.json`);
    const bad: ReadonlyArray<readonly [name: string, bytes: string | Buffer, says: RegExp]> = [
      ["cut", whole.slice(0, 90), /the text ends too early|has no end/],
      ["empty", "", /ends too early/],
      [
        "huge",
        JSON.stringify({ pad: "x".repeat(1_100_000) }),
        /has 11\d{5} bytes; a message has at most 1048576/,
      ],
      ["bytes", Buffer.from([0x7b, 0xff, 0x7d]), /is not UTF-8/],
      ["other", whole.replaceAll(id, "elsewhere"), /belongs to the request "elsewhere"/],
      ["twice", whole.replace("{", '{ "type": "comment",'), /the key "type" appears twice/],
      ["shape", "[]", /must be an object/],
      [
        "id",
        whole.replace(`"id": "${good}"`, '"id": "../../x"'),
        /\/id the id "..\/..\/x" holds a character/,
      ],
    ];
    for (const [name, bytes] of bad)
      writeFileSync(join(asker.requests, id, `outbox/msg_${name}.json`), bytes);
    const said = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
    assert.is(said.code, 1);
    assert.is(said.out, `delivered ${good}\n`);
    const lint = await asker.run(["lint", "--id", id]);
    assert.is(lint.code, 1);
    const thread = await asker.run(["thread", "render", "--id", id]);
    assert.is(thread.code, 1);
    for (const [name, , says] of bad) {
      for (const text of [said.err, lint.out, thread.err]) {
        const line = text.split("\n").find((one) => one.includes(`outbox/msg_${name}.json`)) ?? "";
        assert.match(line, says);
      }
    }
    assert.match(asker.read(`work/spec_requests/${id}/thread.md`), /^1 message/m);
    assert.equal(readdirSync(join(owner.requests, id, "inbox")), [`msg_${good}.json`]);
  }));

test("attachments of the same name from both sides never meet", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    for (const side of [asker, owner]) {
      side.write("patch.json", `{"by":"${side.root.length}${side === asker}"}`);
      await side.do(...comment(id, "--attach", "patch.json"));
    }
    await asker.do("sync", "--id", id, "--peer", join(owner.requests, id));
    for (const side of [asker, owner]) {
      const found = side
        .files(`work/spec_requests/${id}/attachments`)
        .filter((path) => path.endsWith("patch.json"));
      assert.is(found.length, 2);
      assert.match((await side.run(["lint", "--id", id])).out, /0 errors/);
    }
  }));

test("a message whose attachment is missing, or meets another file, is told and not delivered", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    asker.write("a.txt", "a");
    asker.write("b.txt", "b");
    const lost = await asker.do(...comment(id, "--attach", "a.txt"));
    const clash = await asker.do(...comment(id, "--attach", "b.txt"));
    const attached = asker.files(`work/spec_requests/${id}/attachments`);
    const [a = "", b = ""] = [
      attached.find((path) => path.endsWith("a.txt")),
      attached.find((path) => path.endsWith("b.txt")),
    ];
    rmSync(join(asker.requests, id, "attachments", a));
    owner.write(`work/spec_requests/${id}/attachments/${b}`, "something else");
    const said = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
    assert.is(said.code, 1);
    assert.match(
      said.err,
      new RegExp(`${lost}.json names the attachment attachments/${a}, which is not there`),
    );
    assert.match(
      said.err,
      new RegExp(`${clash}.json brings the attachment attachments/${b}, and another file has that name`),
    );
    assert.is(said.out, "");
    assert.is(owner.read(`work/spec_requests/${id}/attachments/${b}`), "something else");
  }));

test("--only chooses by file name or id, and --dry-run changes nothing", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const first = await asker.do(...comment(id, "--now", "2025-08-31T10:00:00Z"));
    const second = await asker.do(...comment(id, "--now", "2025-09-01T10:00:00Z"));
    const to = ["msg", "push", "--id", id, "--dest", owner.requests];
    assert.is(await asker.do(...to, "--dry-run"), `would deliver ${first}\nwould deliver ${second}`);
    assert.not.ok(existsSync(join(owner.requests, id, "inbox")));
    assert.is(await asker.do(...to, "--only", "msg_202509*"), `delivered ${second}`);
    assert.is(await asker.do(...to, "--only", first), `delivered ${first}`);
  }));

test("where the other side is can be said in every way that the protocol does", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    const message = await asker.do(...comment(id));
    const ways = [
      owner.requests,
      `${owner.requests}/`,
      join(owner.requests, id),
      join(owner.requests, id, "inbox"),
      "../owner/work/spec_requests",
    ];
    for (const way of ways)
      assert.match(await asker.do("msg", "push", "--id", id, "--dest", way), /^(delivered|known) /);
    const env = { SPEC_HANDOFF_DIR: "../../owner/work/spec_requests" };
    const below = await asker.run(["autosync", "--id", id], { env, cwd: join(asker.root, "work") });
    assert.is(below.code, 0, "a relative value starts where the command runs");
    assert.match(below.out, new RegExp(`known ${message}`));
    for (const [args, says] of [
      [
        ["msg", "push", "--id", id],
        /nobody said where the other side is\n→ give --dest, or set SPEC_HANDOFF_DIR/,
      ],
      [["msg", "push", "--id", id, "--dest", asker.requests], /is this repository's own side/],
      [["msg", "push", "--id", id, "--dest", "../nowhere/at/all/x"], /there is no request|is not there/],
      [["push", "--id", id, "--dest", "../nowhere/at/all/x"], /is not there\n→ check the path/],
      [["msg", "pull", "--id", "nope", "--from", owner.requests], /there is no request nope/],
    ] as const) {
      const said = await asker.run(args);
      assert.is(said.code, 2, args.join(" "));
      assert.match(said.err, says);
    }
  }));

test("a request that both sides changed is merged, or refused before anything is written", () =>
  withSides(async (asker, owner) => {
    const id = await shared(asker, owner);
    asker.write("one.txt", "1");
    await asker.do("attach", "--to", id, "--file", "one.txt");
    await owner.do("ack", "--id", id, "--owner", "o", "--contact", "c");
    assert.match(
      await asker.do("push", "--id", id, "--dest", owner.requests),
      /: attachments\/one\.txt, request\.json$/,
    );
    assert.match(
      await owner.do("push", "--id", id, "--dest", asker.requests),
      /: ack\.json, accepted\.status$/,
    );
    assert.match(await asker.do("push", "--id", id, "--dest", owner.requests), /is up to date$/);

    await owner.do("status", "--id", id, "--set", "rejected");
    await asker.do("status", "--id", id, "--set", "in_progress");
    const ended = await asker.run(["push", "--id", id, "--dest", owner.requests]);
    assert.is(ended.code, 1);
    assert.match(
      ended.err,
      /the trail on the other side does not allow it: in_progress comes after the trail has ended in rejected/,
    );

    const request = `work/spec_requests/${id}/request.json`;
    const before = owner.read(request);
    asker.write(request, asker.read(request).replace('"api": {}', '"api": {"changed": true}'));
    await asker.do("status", "--id", id, "--set", "rejected");
    const changed = await asker.run(["push", "--id", id, "--dest", owner.requests]);
    assert.is(changed.code, 1);
    assert.match(changed.err, /request\.json says something else there/);
    assert.is(owner.read(request), before);
  }));

test("a trail that is broken here is not spread, and a request whose message came first is completed", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "order");
    asker.write(`work/spec_requests/${id}/implemented.status`, "");
    const broken = await asker.run(["push", "--id", id, "--dest", owner.requests]);
    assert.is(broken.code, 1);
    assert.match(broken.err, /the trail on this side is broken: implemented needs accepted/);
    assert.not.ok(existsSync(join(owner.requests, id)));

    rmSync(join(asker.requests, id, "implemented.status"));
    owner.write(`work/spec_requests/${id}/inbox/.keep`, "");
    await asker.do(...comment(id));
    const first = await asker.run(["msg", "push", "--id", id, "--dest", owner.requests]);
    assert.is(first.code, 0, first.err);
    await asker.do("push", "--id", id, "--dest", owner.requests);
    assert.is(
      owner.read(`work/spec_requests/${id}/request.json`),
      asker.read(`work/spec_requests/${id}/request.json`),
    );
    assert.is((await owner.run(["lint", "--id", id])).code, 0);
  }));

test("applied.json speaks of targets on one side and is not pushed to the other", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "applied");
    asker.write(`work/spec_requests/${id}/applied.json`, '{"applied":[]}\n');
    await asker.do("push", "--id", id, "--dest", owner.requests);
    assert.not.ok(existsSync(join(owner.requests, id, "applied.json")));
  }));

test("say says nothing while the other side cannot be reached", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "say");
    const args = ["say", "--id", id, "--type", "comment", "--body", "-"];
    for (const more of [[], ["--dest", owner.requests], ["--dest", "../nowhere/at/all"]]) {
      assert.is((await asker.run([...args, ...more], { input: "x" })).code, 2);
    }
    assert.not.ok(existsSync(join(asker.requests, id, "outbox")));
  }));
