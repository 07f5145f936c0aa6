// Public vectors that are not part of this project: the folder that holds them is named by ARKITEKT_VECTORS, with
// `jcs` (RFC 8785), `json-patch-tests` and `handoff-demo` (a request from public use) in it.
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { canonicalJson } from "../../src/json/canonical.ts";
import { readJson } from "../../src/json/value.ts";
import { withSides } from "../support/handoff/side.ts";
import { runVectors } from "../support/patch-vectors.ts";
import { suite } from "../support/suite.ts";

const test = suite("public vectors");
const vectors = process.env["ARKITEKT_VECTORS"] ?? "";

function when(part: string, title: string, body: (folder: string) => void | Promise<void>): void {
  const folder = join(vectors, part);
  if (vectors !== "" && existsSync(folder)) test(title, () => body(folder));
  else test.skip(title, vectors === "" ? "ARKITEKT_VECTORS names no folder" : `${folder} is not there`);
}

when("jcs", "every vector of RFC 8785 has its canonical form, byte for byte", (folder) => {
  const names = readdirSync(join(folder, "input"));
  assert.ok(names.length >= 6);
  for (const name of names) {
    const value = readJson(readFileSync(join(folder, "input", name), "utf8"));
    if (!value.ok) throw new Error(`${name}: ${value.error.kind}`);
    const canonical = canonicalJson(value.value);
    assert.equal(canonical, { ok: true, value: readFileSync(join(folder, "output", name), "utf8") }, name);
    const hex = readFileSync(join(folder, "outhex", name.replace(".json", ".txt")), "utf8").replaceAll(
      /\s/g,
      "",
    );
    assert.is(canonical.ok ? Buffer.from(canonical.value).toString("hex") : "", hex, name);
  }
});

when("json-patch-tests", "every enabled case of the JSON Patch suite passes", (folder) => {
  for (const name of ["spec_tests.json", "tests.json"]) {
    const count = runVectors(JSON.parse(readFileSync(join(folder, name), "utf8")));
    assert.ok(count >= 15, `${name}: ${count} cases ran`);
  }
});

when("handoff-demo", "a request from public use is read, linted, rendered and applied", (folder) =>
  withSides(async (side) => {
    cpSync(folder, side.requests, { recursive: true });
    side.write(
      "priv/spec_workflow.json",
      '{\n  "workflow_version": "0.0",\n  "features": {},\n  "targets": []\n}\n',
    );
    const lint = await side.run(["lint", "--id", "demo-001"]);
    assert.is(lint.code, 0, lint.out);
    for (const told of [
      /warning.*\/project is missing; read from \/requested_by\/project/,
      /warning.*\/ref is null/,
      /warning.*base_pointer is "\/", read as the root/,
      /has no marker/,
    ]) {
      assert.match(lint.out, told);
    }
    await side.do("thread", "render", "--id", "demo-001");
    const thread = side.read("work/spec_requests/demo-001/thread.md");
    assert.match(thread, /^3 messages, 3 open/m);
    assert.equal(
      thread.match(/^## .*T\d\d:\d\d:\d\dZ/gm)?.map((line) => line.slice(-9, -4)),
      ["15:50", "16:00", "16:10"],
    );
    assert.match(
      await side.do("list", "--now", "2025-09-01T15:50:00Z"),
      /^demo-001 +markdown_ld +none +24 h +3\b/m,
    );

    const waiting = await side.run(["apply", "--id", "demo-001", "--source", "outbox"]);
    assert.match(
      waiting.err,
      /not decided: 20250831T160000Z-d3e4f5[\s\S]*not decided: 20250831T161000Z-e6f7a8/,
    );
    const named = ["--msg", "20250831T160000Z-d3e4f5", "--msg", "20250831T161000Z-e6f7a8"];
    await side.do("apply", "--id", "demo-001", "--source", "outbox", ...named);
    assert.equal(JSON.parse(side.read("priv/spec_workflow.json")), {
      workflow_version: "0.2",
      features: { schema_validation: true, path_safety: true },
      targets: ["msg.push:dry-run", "msg.pull:dry-run"],
    });
    const again = await side.do("apply", "--id", "demo-001", "--source", "outbox", ...named);
    assert.is(again.match(/^already applied/gm)?.length, 2);
  }),
);
