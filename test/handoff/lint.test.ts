import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("lint and list");

test("lint finds what is wrong with a request, by file, and says the next step", () =>
  withSides(async (side, other) => {
    const id = await side.do("new", "jsonld", "--title", "lint");
    const at = (path: string) => `work/spec_requests/${id}/${path}`;
    const request = side.read(at("request.json"));
    const cases: ReadonlyArray<readonly [path: string, text: string | undefined, says: RegExp]> = [
      [
        "implemented.status",
        "",
        /^error {4}.*implemented\.status {2}implemented needs accepted before it\n.*hint: bring the markers back/m,
      ],
      ["Proposed.status", "", /^error .*Proposed is not a marker/m],
      [
        "proposed.status",
        undefined,
        /^warning .*the request has no marker\n +hint: arkitekt spec status --id 2025.* --set proposed/m,
      ],
      [
        "request.json",
        request.slice(0, 30),
        /^error .*request\.json: line 2, column \d+: this string has no end/m,
      ],
      [
        "request.json",
        request.replace('"jsonld"', '"yaml"'),
        /^warning .*\/project yaml is not one of jsonld, markdown_ld/m,
      ],
      [
        "request.json",
        request.replace(`"id": "${id}"`, '"id": "other"'),
        /^error .*request\.json has the id other, its folder is 2025/m,
      ],
      [
        "request.json",
        request.replace('"attachments": []', '"attachments": ["gone.md"]'),
        /^error .*lists gone\.md, which is not there/m,
      ],
      [
        "request.json",
        request.replace('"acceptance": []', '"acceptance": {}'),
        /^error .*\/acceptance must be a list/m,
      ],
      [
        "ack.json",
        '{"owner":"o","contact":"c","status":"accepted","updated_at":"2025-08-31T12:00:00Z"}',
        /^error .*ack\.json says accepted, the markers say proposed/m,
      ],
      [
        "ack.json",
        '{"owner":"o"}',
        /^error .*ack\.json: \/contact is missing; \/status is missing; \/updated_at is missing/m,
      ],
      ["request.json", request.replace('"errors": []', '"errors": {}'), /^error .*\/errors must be a list/m],
      [
        "request.json",
        request.replace('"tests": []', '"tests": "none"'),
        /^warning .*\/tests must be a list/m,
      ],
      [
        "request.json",
        request.replace('"attachments": []', '"attachments": ["work/proposals.md"]'),
        /^warning .*work\/proposals\.md, which is outside the request and stays behind\n.*attach --to 2025.* --file work/m,
      ],
      [
        "accepted.status",
        "",
        /^warning .*is accepted, and its api is empty\n.*\nwarning .*its acceptance is empty/m,
      ],
      ["notes.json", "{,}", /^error .*notes\.json: line 1, column 2/m],
      [
        "thread.md",
        "# edited\n",
        /^warning .*thread\.md is not what the request and its messages say\n +hint: arkitekt spec thread render/m,
      ],
    ];
    for (const [path, text, says] of cases) {
      const before = existing(() => side.read(at(path)));
      if (text === undefined) rmSync(`${side.root}/${at(path)}`);
      else side.write(at(path), text);
      const said = await side.run(["lint", "--id", id]);
      assert.match(said.out, says, path);
      assert.is(said.code, /^error/m.test(said.out) ? 1 : 0);
      const json = JSON.parse((await side.run(["lint", "--all", "--json"])).out);
      assert.ok(json.requests[0].notices.length > 0);
      if (before === undefined) rmSync(`${side.root}/${at(path)}`);
      else side.write(at(path), before);
    }
    assert.is((await side.run(["lint", "--id", id])).out, "1 request: 0 errors, 0 warnings\n");
    assert.is((await other.run(["lint", "--all"])).out, "0 requests: 0 errors, 0 warnings\n");
  }));

test("lint says of a proposal's patch that is not UTF-8 what it is, and not that a character is wrong", () =>
  withSides(async (side, other) => {
    const id = await side.do("new", "jsonld", "--title", "bytes");
    await side.do("push", "--id", id, "--dest", other.requests);
    side.write("patch.json", '{"file":"a.json","ops":[]}');
    await side.do(
      "say",
      "--id",
      id,
      "--type",
      "proposal",
      "--body",
      "patch.json",
      "--attach",
      "patch.json",
      "--dest",
      other.requests,
    );
    const attachments = readdirSync(join(side.requests, id, "attachments"), {
      recursive: true,
      encoding: "utf8",
    });
    const patch = attachments.find((name) => name.endsWith(".json")) ?? "";
    const bytes = Buffer.from('{"file":"a\xff.json","ops":[]}', "latin1");
    writeFileSync(join(side.requests, id, "attachments", patch), bytes);
    const said = await side.run(["lint", "--id", id]);
    assert.is(said.code, 1);
    assert.match(
      said.out,
      /^error .*attachments\/.*patch.*\.json of \S+ is not UTF-8\n +hint: save it as UTF-8/m,
    );
  }));

test("list and lint go on past a request that is broken beyond reading", () =>
  withSides(async (side, _, base) => {
    const good = await side.do("new", "jsonld", "--title", "good", "--now", "2025-08-31T10:00:00Z");
    const bad = await side.do("new", "jsonld", "--title", "bad", "--now", "2025-08-29T10:00:00Z");
    for (const name of ["inbox", "attachments", "request.json"]) {
      rmSync(`${side.requests}/${bad}/${name}`, { recursive: true, force: true });
      symlinkSync(base, `${side.requests}/${bad}/${name}`);
    }
    assert.is(
      await side.do("list", "--now", "2025-08-31T12:00:00Z"),
      [
        "id",
        "  project  state     age     open              unread",
        bad,
        "  ?        proposed  2 days  0 (1 unreadable)  0",
        good,
        "  jsonld   proposed  2 h     0                 0",
      ].join("\n"),
    );
    const lint = await side.run(["lint", "--all"]);
    assert.is(lint.code, 1);
    assert.match(lint.out, /2 requests: \d+ errors/);
    assert.not.match(lint.out, new RegExp(`^error.*${good}`, "m"));
    const [row] = JSON.parse((await side.run(["list", "--json"])).out).requests;
    assert.equal(row, {
      id: bad,
      project: null,
      title: null,
      state: "proposed",
      created_at: "2025-08-29T10:00:00Z",
      open_messages: 0,
      unread_messages: 0,
      unreadable_messages: 1,
    });
  }));

test("list and lint print the formats that they name, --json is one of them by its old name, and others are refused", () =>
  withSides(async (side) => {
    await side.do("new", "jsonld", "--title", "formats");
    for (const words of [["list"], ["lint", "--all"]]) {
      const json = await side.run([...words, "--format", "json"]);
      assert.is(JSON.parse(json.out).requests.length, 1);
      assert.is((await side.run([...words, "--json"])).out, json.out);
      assert.is((await side.run([...words, "--json", "--format", "json"])).out, json.out);
      assert.is((await side.run([...words, "--format", "pretty"])).out, (await side.run(words)).out);
      const refusals = [
        [["--format", "dot"], /can't be printed as dot/],
        [["--format", "jsno"], /there is no format "jsno".*json/s],
        [["--json", "--format", "pretty"], /--json and --format pretty exclude each other/],
      ] as const;
      for (const [more, says] of refusals) {
        const said = await side.run([...words, ...more]);
        assert.is(said.code, 2);
        assert.match(said.err, says);
        assert.is(said.out, "");
      }
    }
  }));

test("what others wrote is shown, and moves no cursor; as JSON it says the same", () =>
  withSides(async (side) => {
    const evil = "\u001b[2Jjson\u202eld\u009b\nerror    forged";
    const id = await side.do("new", "jsonld", "--title", "evil");
    const place = `work/spec_requests/${id}/request.json`;
    side.write(place, side.read(place).replace('"jsonld"', JSON.stringify(evil)));
    for (const args of [
      ["lint", "--all"],
      ["list"],
      ["lint", "--all", "--json"],
      ["list", "--json"],
      ["status", "--id", evil],
    ]) {
      const said = await side.run(args);
      assert.not.match(said.out + said.err, /[\u001b\u202e\u009b]|^error {4}forged/m);
    }
    assert.is(JSON.parse((await side.run(["list", "--json"])).out).requests[0].project, evil);
  }));

function existing(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

test("an attachment that is named from the repository lies in the request, wherever the policy has requests", () =>
  withSides(async (side) => {
    for (const folder of ["work/spec_requests", "docs/asked"]) {
      const run = (...args: readonly string[]) => side.run(args, { folder });
      side.write("note.md", "# note\n");
      const id = (await run("new", "jsonld", "--title", folder)).out.trim();
      await run("attach", "--to", id, "--file", "note.md");
      const request = `${folder}/${id}/request.json`;
      const named = (name: string) =>
        side.write(request, side.read(request).replace(/"[^"]*attachments\/\w+\.md"/, `"${name}"`));
      named(`${folder}/${id}/attachments/note.md`);
      assert.match(
        (await run("lint", "--id", id)).out,
        /warning .*; write attachments\/note\.md\n.* 0 errors/,
      );
      named(`${folder}/${id}/attachments/gone.md`);
      assert.match((await run("lint", "--id", id)).out, /error .*gone\.md, which is not there/);
      named("docs/elsewhere.md");
      assert.match((await run("lint", "--id", id)).out, /warning .*which is outside the request/);
    }
  }));
