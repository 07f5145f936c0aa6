// The hand-off as its protocol has it, line by line.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { decided, messageArgs, sideIn, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("as written");

const PATCH = '{"file":"priv/a.json","ops":[{"op":"replace","path":"/version","value":2}]}';

test("in a fresh clone the own messages come back, a patch is known as applied, and what came back decides nothing", () =>
  withSides(async (asker, owner, base) => {
    owner.write("priv/a.json", '{"version":1}\n');
    asker.write("patch.json", PATCH);
    const id = await asker.do("new", "jsonld", "--title", "clone");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const first = await decided(asker, owner, id, "patch.json");
    await owner.do("apply", "--id", id);
    const second = await decided(asker, owner, id, "patch.json");
    await owner.do("sync", "--id", id, "--peer", asker.requests);

    const clone = sideIn(join(base, "clone"));
    cpSync(join(owner.root, "work"), join(clone.root, "work"), { recursive: true });
    cpSync(join(owner.root, "priv"), join(clone.root, "priv"), { recursive: true });
    for (const name of ["inbox", "outbox", "thread.md"])
      rmSync(join(clone.requests, id, name), { recursive: true, force: true });
    rmSync(join(clone.requests, ".arkitekt"), { recursive: true });
    rmSync(join(clone.requests, ".gitignore"));
    const bare = await clone.do("apply", "--id", id, "--dry-run");
    assert.match(bare, new RegExp(`^already applied .* of ${first} to priv/a\\.json$`), "without a message");
    assert.not.ok(existsSync(join(clone.requests, ".arkitekt")), "a dry run writes nothing");
    assert.not.ok(existsSync(join(clone.requests, ".gitignore")));

    const said = await clone.do("sync", "--id", id, "--peer", asker.requests);
    assert.is(said.match(/^fetched back /gm)?.length, 2);
    assert.is(clone.files(`work/spec_requests/${id}/outbox`).length, 2);
    assert.match(clone.read("work/spec_requests/.gitignore"), /^\/\*\/outbox\/$/m);
    const again = await clone.run(["apply", "--id", id]);
    assert.is(again.code, 0);
    assert.match(again.out, new RegExp(`^already applied .* of ${first} to priv/a\\.json\n$`));
    assert.match(again.err, new RegExp(`not decided: ${second} .*came back from the other side`));
    const thread = `work/spec_requests/${id}/thread.md`;
    await owner.do("thread", "render", "--id", id);
    assert.is(clone.read(thread), owner.read(thread));
    assert.match(clone.read(thread), /^## Request\n\n\*\*clone\*\* · for jsonld · 2025-/m);
  }));

test("a message that was changed after it was written is told, and a decision on it no longer holds", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}\n');
    asker.write("patch.json", PATCH);
    const id = await asker.do("new", "jsonld", "--title", "changed");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const message = await decided(asker, owner, id, "patch.json");
    const place = `work/spec_requests/${id}/inbox/msg_${message}.json`;
    owner.write(place, owner.read(place).replace("a body", "another"));
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 1);
    assert.match(said.err, /the message was changed since/);
    const lint = await owner.run(["lint", "--id", id]);
    assert.match(lint.out, /^error .*its id is not the one of what it says/m);
  }));

test("a request gets its schema beside it, can be made whole, and completed while it is proposed", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "whole");
    for (const name of ["schema.json", ".gitignore"]) assert.ok(existsSync(join(asker.requests, name)), name);
    assert.equal(JSON.parse(asker.read("work/spec_requests/schema.json")).required[0], "project");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    assert.ok(existsSync(join(owner.requests, "schema.json")));
    const at = `work/spec_requests/${id}/request.json`;
    asker.write(at, asker.read(at).replace('"api": {}', '"api": {"hash": "h(x)"}'));
    assert.match(await asker.do("push", "--id", id, "--dest", owner.requests), /request\.json$/);
    assert.is(owner.read(at), asker.read(at));
    asker.write(at, asker.read(at).replace("h(x)", "h(y)"));
    const other = await asker.run(["push", "--id", id, "--dest", owner.requests]);
    assert.is(other.code, 1, "what was said is not replaced");
    asker.write(at, owner.read(at).replace('"acceptance": []', '"acceptance": ["it holds"]'));
    await owner.do("status", "--id", id, "--set", "accepted");
    assert.is((await asker.run(["push", "--id", id, "--dest", owner.requests])).code, 1);

    asker.write("api.json", '{"n":12345678901234567890}');
    const rounded = await asker.run(["new", "jsonld", "--title", "x", "--api", "api.json"]);
    assert.match(rounded.err, /holds a number that would be rounded/);
    asker.write("api.json", '{"hash":"h(x)"}');
    const full = await asker.do(
      "new",
      "jsonld",
      "--title",
      "full",
      "--api",
      "api.json",
      "--acceptance",
      "a b",
    );
    const made = JSON.parse(asker.read(`work/spec_requests/${full}/request.json`));
    assert.equal([made.api, made.acceptance], [{ hash: "h(x)" }, ["a b"]]);
  }));

test("requests that other programs wrote have an age, and lint has warnings alone for them", () =>
  withSides(async (side) => {
    const request = {
      project: "jsonld",
      title: "URDNA2015",
      api: { c14n: "c14n(term)" },
      errors: [":failed"],
      telemetry: [["jsonld", "hash"]],
      tests: ["golden"],
      acceptance: ["c14n returns N-Quads"],
      attachments: ["work/jsonld_spec_proposals.md"],
      contacts: { author: "codex", reviewers: ["codex"] },
      meta: { priority: "high", version: "v1" },
    };
    const ids = ["20250831T110000_jsonld_urdna2015", "20250831T110000.123456Z_jsonld_urdna_a1b2c3"];
    for (const id of ids) {
      side.write(`work/spec_requests/${id}/request.json`, JSON.stringify(request));
      side.write(`work/spec_requests/${id}/proposed.status`, "");
    }
    const listed = await side.do("list", "--now", "2025-08-31T12:00:00Z");
    assert.is(listed.match(/\b1 h\b/g)?.length, 2, listed);
    const lint = await side.run(["lint", "--all"]);
    assert.is(lint.code, 0, lint.out);
    assert.is(lint.out.match(/work\/jsonld_spec_proposals\.md, which is outside the request/g)?.length, 2);
  }));

test("where Git opens no repository, another user's for example, is read and not written", () =>
  withSides(async (side) => {
    const id = await side.do("new", "jsonld", "--title", "foreign");
    await side.do(...messageArgs(id, "comment"));
    const before = readdirSync(join(side.requests, id)).join();
    const refusal = { kind: "unsafe-repository" as const, message: "is owned by somebody else" };
    for (const args of [
      ["list"],
      ["status", "--id", id],
      ["lint", "--all"],
      ["apply", "--id", id, "--dry-run"],
    ])
      assert.is((await side.run(args, { refusal })).code, 0, args.join(" "));
    for (const args of [
      ["status", "--id", id, "--set", "accepted"],
      ["thread", "render", "--id", id],
      ["new", "jsonld", "--title", "y"],
    ]) {
      const said = await side.run(args, { refusal });
      assert.is(said.code, 2);
      assert.match(said.err, /is owned by somebody else/);
    }
    assert.is(readdirSync(join(side.requests, id)).join(), before);
  }));

test("requests lie in the folder that the policy names", () =>
  withSides(async (side, other) => {
    const folder = "docs/requests";
    const id = (await side.run(["new", "jsonld", "--title", "elsewhere"], { folder })).out.trim();
    assert.ok(existsSync(join(side.root, folder, id, "request.json")));
    assert.match((await side.run(["list"], { folder })).out, new RegExp(id));
    assert.match((await side.run(["thread", "render", "--id", id], { folder })).out, /^docs\/requests\//);
    assert.is((await side.run(["push", "--id", id, "--dest", other.requests], { folder })).code, 0);
    assert.not.ok(existsSync(side.requests));
  }));
