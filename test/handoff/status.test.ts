import { readdirSync } from "node:fs";
import * as assert from "uvu/assert";
import { type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("status and ack");

const markers = (side: Side, id: string) =>
  readdirSync(`${side.requests}/${id}`)
    .filter((name) => name.endsWith(".status"))
    .map((name) => name.slice(0, -".status".length))
    .join(" ");

test("a request goes its way step by step, is blocked and goes on", () =>
  withSides(async (side) => {
    const id = await side.do("new", "jsonld", "--title", "steps");
    const steps: ReadonlyArray<readonly [set: string, code: number, says: RegExp, after: string]> = [
      [
        "blocked",
        1,
        /blocked belongs in accepted or in_progress only, not in proposed\n→ next may come accepted or rejected/,
        "proposed",
      ],
      ["in_progress", 1, /in_progress needs accepted before it/, "proposed"],
      ["accepted", 0, /^accepted \(next: in_progress or rejected\)/, "accepted proposed"],
      ["blocked", 0, /^accepted, blocked \(next: in_progress or rejected\)/, "accepted blocked proposed"],
      ["accepted", 0, /^accepted \(/, "accepted proposed"],
      ["blocked", 0, /blocked/, "accepted blocked proposed"],
      ["in_progress", 0, /^in_progress \(next: implemented or rejected\)/, "accepted in_progress proposed"],
      ["done", 0, /^implemented\n/, "accepted implemented in_progress proposed"],
      ["implemented", 0, /^implemented\n/, "accepted implemented in_progress proposed"],
      [
        "rejected",
        1,
        /rejected comes after the trail has ended in implemented\n→ it has ended; make a new request/,
        "accepted implemented in_progress proposed",
      ],
      [
        "acepted",
        2,
        /acepted is not a marker; did you mean accepted\?/,
        "accepted implemented in_progress proposed",
      ],
    ];
    for (const [set, code, says, after] of steps) {
      const said = await side.run(["status", "--id", id, "--set", set]);
      assert.is(said.code, code, `${set}: ${said.err}`);
      assert.match(said.out + said.err, says);
      assert.is(markers(side, id), after);
    }
  }));

test("ack takes the markers along, and status takes ack.json along", () =>
  withSides(async (side) => {
    const id = await side.do("new", "jsonld", "--title", "ack");
    const ack = () => JSON.parse(side.read(`work/spec_requests/${id}/ack.json`));
    const args = ["ack", "--id", id, "--owner", "core", "--contact", "core@example.org"];
    await side.do(
      ...args,
      "--eta",
      "2025-09-02T12:00:00Z",
      "--branch",
      "feature/x",
      "--now",
      "2025-09-01T00:00:00Z",
    );
    assert.is(markers(side, id), "accepted proposed");
    assert.equal(ack(), {
      owner: "core",
      contact: "core@example.org",
      status: "accepted",
      eta_iso8601: "2025-09-02T12:00:00Z",
      branch: "feature/x",
      updated_at: "2025-09-01T00:00:00Z",
    });
    side.write(`work/spec_requests/${id}/ack.json`, JSON.stringify({ ...ack(), ours: ["kept"] }));
    await side.do("status", "--id", id, "--set", "blocked", "--now", "2025-09-01T01:00:00Z");
    assert.equal([ack().status, ack().updated_at, ack().ours], ["blocked", "2025-09-01T01:00:00Z", ["kept"]]);
    await side.do(...args, "--notes", "waiting");
    assert.equal([ack().status, ack().branch], ["blocked", "feature/x"]);
    await side.do(...args, "--status", "in_progress");
    assert.is(markers(side, id), "accepted in_progress proposed");
    for (const [more, code, says] of [
      [["--status", "accepted"], 1, /the trail has left accepted behind: it stands in in_progress\n→/],
      [["--status", "proposed"], 2, /--status proposed is not one of accepted/],
      [["--eta", "soon"], 2, /\/eta_iso8601 must be a date or a time/],
    ] as const) {
      const said = await side.run([...args, ...more]);
      assert.is(said.code, code, said.err);
      assert.match(said.out + said.err, says);
      assert.is(ack().status, "in_progress");
    }
    assert.is((await side.run(["lint", "--id", id])).code, 0);
    // Said again, it is so already.
    const text = side.read(`work/spec_requests/${id}/ack.json`);
    const again = await side.run(args);
    assert.equal([again.code, again.err], [0, "ack.json says so already\n"]);
    assert.match(
      (await side.run(["status", "--id", id, "--set", "in_progress"])).err,
      /^in_progress is set already/,
    );
    assert.is(side.read(`work/spec_requests/${id}/ack.json`), text);
  }));

test("what people wrote into request.json and ack.json keeps every character, and what can't be read is never replaced", () =>
  withSides(async (side) => {
    const id = await side.do("new", "jsonld", "--title", "lossless");
    const [request, ack] = [`work/spec_requests/${id}/request.json`, `work/spec_requests/${id}/ack.json`];
    side.write(
      request,
      side.read(request).replace('"api": {}', '"api": {"b": 9007199254740993, "a": 1e400, "x": 1.0}'),
    );
    side.write("note.md", "x");
    const before = side.read(request);
    await side.do("attach", "--to", id, "--file", "note.md");
    const listed = '"attachments": [\n    "attachments/note.md"\n  ]';
    assert.is(side.read(request), before.replace('"attachments": []', listed));
    const args = ["ack", "--id", id, "--owner", "core", "--contact", "c"];
    side.write(ack, '{\n\t"mine": [1e400, 9007199254740993],\n\t"owner": "x"\n}');
    await side.do(...args, "--now", "2025-09-01T00:00:00Z");
    const own = '\t"contact": "c",\n\t"status": "accepted",\n\t"updated_at": "2025-09-01T00:00:00Z"';
    const acked = `{\n\t"mine": [1e400, 9007199254740993],\n\t"owner": "core",\n${own}\n}`;
    assert.is(side.read(ack), acked);
    await side.do("status", "--id", id, "--set", "in_progress", "--now", "2025-09-01T00:00:00Z");
    assert.is(side.read(ack), acked.replace('"accepted"', '"in_progress"'));
    for (const broken of ['{"owner": "x",', "[1]"]) {
      side.write(ack, broken);
      const said = await side.run([...args, "--status", "blocked"]);
      assert.is(said.code, 2);
      assert.match(said.err, /ack\.json cannot be read: .*\n→ mend it/);
      assert.equal([side.read(ack), markers(side, id)], [broken, "accepted in_progress proposed"]);
    }
  }));

test("times come from --now, then SOURCE_DATE_EPOCH, then the clock", () =>
  withSides(async (side) => {
    const env = { SOURCE_DATE_EPOCH: "1756655400" };
    const made = (args: readonly string[], more = {}) =>
      side.run(["new", "jsonld", "--title", "time", ...args], more);
    assert.match((await made(["--now", "2025-08-31T15:50:00+02:00"], { env })).out, /^20250831T135000Z_/);
    assert.match((await made([], { env })).out, /^20250831T155000Z_/);
    assert.match((await made([])).out, /^20250831T120000Z_/);
    assert.match((await made(["--now", "noon"])).err, /--now noon is not a time\n→ write it as/);
    assert.match((await made([], { env: { SOURCE_DATE_EPOCH: "x" } })).err, /SOURCE_DATE_EPOCH is x\n→/);
    const twice = await made([], { env });
    assert.is(twice.code, 1);
    assert.match(twice.err, /is there already\n→ it was left as it is/);
  }));
