// What saves typing, and what is typed as the protocol has it.
import * as assert from "uvu/assert";
import { messageArgs, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("hands");

const PATCH = '{"file":"priv/a.json","ops":[{"op":"replace","path":"/version","value":2}]}';

test("a request is known by the beginning of its id or its hash, a message with or without msg_, commands with dots", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("spec.new", "jsonld", "--title", "one", "--now", "2025-08-30T12:00:00Z");
    const other = await asker.do("new", "jsonld", "--title", "two", "--now", "2025-08-31T12:00:00Z");
    const hash = id.split("_").at(-1) ?? "";
    for (const short of [id, id.slice(0, 8), hash, hash.slice(0, 6)])
      assert.match(await asker.do("status", "--id", short), /^proposed/, short);
    const several = await asker.run(["status", "--id", "2025"]);
    assert.is(several.code, 2);
    assert.match(several.err, new RegExp(`2025 stands for 2 requests: ${id}, ${other}\n→ give more`));
    await asker.do("push", "--id", hash, "--dest", owner.requests);
    const message = await asker.do("msg.new", "--id", hash, "--type", "question", "-m", "what of it?");
    const answer = await asker.do(
      "msg",
      "new",
      "--id",
      id,
      "--type",
      "comment",
      "-m",
      "this",
      "--parent",
      `msg_${message}`,
    );
    const said = JSON.parse(asker.read(`work/spec_requests/${id}/outbox/msg_${answer}.json`));
    assert.equal([said.body, said.relates_to.parent_msg_id], ["this\n", message]);
    await asker.do("msg", "push", "--id", id, "--dest", owner.requests, "--only", `msg_${message}`);
    assert.equal(owner.files(`work/spec_requests/${id}/inbox`), [`msg_${message}.json`]);
    const both = await asker.run(["msg", "new", "--id", id, "--type", "comment", "-m", "x", "--body", "-"]);
    assert.match(both.err, /--body and --message can't be given together/);
    assert.match(
      (await asker.run(["msg", "new", "--id", id, "--type", "comment"])).err,
      /give either --body or --message/,
    );
  }));

test("decide settles a proposal of the other side by its name alone, says it when it is so, and never an own one", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    asker.write("patch.json", PATCH);
    const id = await asker.do("new", "jsonld", "--title", "decide");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const message = await asker.do(...messageArgs(id, "proposal", "--attach", "patch.json"));
    await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
    const own = await asker.run(["decide", message, "--accept"]);
    assert.is(own.code, 1);
    assert.match(own.err, /nobody decides their own/);
    await owner.do("decide", message, "--reject", "-m", "not so");
    assert.match((await owner.run(["apply", "--id", id])).err, /superseded/);
    const first = await owner.do("decide", `msg_${message}.json`, "--accept");
    const again = await owner.run(["decide", message, "--accept"]);
    assert.equal([again.code, again.out.trim()], [0, first]);
    assert.match(again.err, /is accepted already/);
    assert.match(await owner.do("apply", "--id", id, "--dry-run", "--msg", `msg_${message}`), /^would apply/);
    assert.match(await owner.do("apply", "--id", id), /^applied/);
    assert.match((await owner.run(["decide", message])).err, /give either --accept or --reject/);
    assert.match((await owner.run(["decide", "nothing", "--accept"])).err, /there is no message nothing/);
  }));

test("list chooses by state, project and what is unread; show reads; every line fits", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do(
      "new",
      "jsonld",
      "--title",
      "a title of many words, so that its id takes most of a line",
    );
    const other = await asker.do("new", "markdown_ld", "--title", "b");
    for (const one of [id, other]) await asker.do("push", "--id", one, "--dest", owner.requests);
    await owner.do("ack", "--id", other, "--owner", "core", "--contact", "core@example.org");
    await owner.do("status", "--id", other, "--set", "blocked");
    const message = await asker.do("msg", "new", "--id", id, "--type", "question", "-m", "why?");
    await owner.do("msg", "pull", "--id", id, "--from", asker.requests);
    const ids = async (...args: readonly string[]) =>
      JSON.parse(await owner.do("list", ...args, "--json")).requests.map((row: { id: string }) => row.id);
    assert.equal(await ids("--state", "accepted"), [other]);
    assert.equal(await ids("--state", "blocked"), [other]);
    assert.equal(await ids("--state", "proposed", "--state", "rejected"), [id]);
    assert.equal(await ids("--project", "markdown_ld"), [other]);
    assert.equal(await ids("--unread"), [id]);
    assert.equal(await ids("--unread", "--state", "accepted"), []);
    assert.match((await owner.run(["list", "--state", "acepted"])).err, /did you mean accepted\?/);
    const listed = await owner.do("list");
    assert.match(listed, new RegExp(`^${id}\n +jsonld +proposed +\\S+ \\S+ +1 +1$`, "m"));
    const shown = await owner.do("show", id);
    assert.match(
      shown,
      new RegExp(`^\\* ${message} {2}question, open\n {4}lang/codex, 2025-.*\n {4}why\\?$`, "m"),
    );
    for (const line of `${listed}\n${shown}\n${await owner.do("show", other)}`.split("\n"))
      assert.ok(line.length <= 80 || line === id, line);
    const long = {
      project: `a-${"very-".repeat(20)}long-name`,
      title: "x",
      api: {},
      acceptance: [],
      meta: {},
    };
    owner.write("work/spec_requests/long/request.json", JSON.stringify(long));
    owner.write("work/spec_requests/contexts/spec.jsonld", "{}");
    assert.not.match(await owner.do("list"), /contexts/, "no request, though it lies beside them");
    const narrow = (await owner.do("list")).split("\n");
    assert.match(narrow[1] ?? "", /^ {2}project +state +age +open +unread$/);
    for (const line of narrow) assert.ok(!line.startsWith("  ") || line.length <= 80, line);
    assert.match(narrow.at(-1) ?? "", /^ {2}a-very-very-[a-z-]*… +none +\? +0 +0$/);
    assert.equal(await ids("--unread"), [], "what was shown is read");
    assert.is(JSON.parse(await owner.do("show", "--id", id, "--format", "json")).messages[0].unread, false);
    assert.match(
      await owner.do("show", other),
      /accepted, blocked.*\n {2}taken on by core \(core@example\.org\)/,
    );
  }));

test("propose makes the patch of an edited copy, byte for byte where nothing changes, and archive puts what has ended away", () =>
  withSides(async (asker, owner) => {
    const text =
      '{\n  "big": 12345678901234567890,\n  "list": [1, 2, 3, 4],\n  "old": {"a": 1.10},\n  "same": "x"\n}\n';
    for (const side of [asker, owner]) side.write("priv/a.json", text);
    asker.write("edited.json", '{"same":"x","big":12345678901234567891,"list":[1,3,5,4,6],"new":{"b":[]}}');
    const id = await asker.do("new", "jsonld", "--title", "propose");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const args = ["propose", "--id", id, "--file", "priv/a.json", "--from", "edited.json"];
    const message = await asker.do(...args, "-m", "more");
    await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
    await owner.do("decide", message, "--accept");
    await owner.do("apply", "--id", id);
    assert.is(
      owner.read("priv/a.json"),
      '{\n  "big": 12345678901234567891,\n  "list": [1, 3, 5, 4, 6],\n  "same": "x",\n  "new": {\n    "b": []\n  }\n}\n',
    );
    asker.write("edited.json", text);
    const same = await asker.run(args);
    assert.equal([same.code, /nothing to propose/.test(same.err)], [1, true]);
    asker.write("edited.json", "{}");
    assert.match(
      (await asker.run(["propose", "--id", id, "--file", ".arkitektrc.json", "--from", "edited.json"])).err,
      /is not there/,
    );
    const request = `work/spec_requests/${id}/request.json`;
    asker.write("edited.json", asker.read(request).replace('"api": {}', '"api": {"f": "f(x)"}'));
    await asker.do("propose", "--id", id, "--from", "edited.json");

    const open = await owner.run(["archive", id]);
    assert.equal([open.code, /is proposed, and not at its end/.test(open.err)], [1, true]);
    await owner.do("status", "--id", id, "--set", "rejected");
    assert.is(await owner.do("archive", id), `work/spec_requests/.archive/${id}`);
    assert.is(await owner.do("list"), "no requests");
    assert.ok(owner.read(`work/spec_requests/.archive/${id}/request.json`).includes("propose"));
    assert.match(owner.read("work/spec_requests/.gitignore"), /^\/\.archive\/\*\/inbox\/$/m);
  }));
