import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { parseJson } from "../../src/json/text.ts";
import { isRecord, type JsonRecord, type JsonValue, readJson } from "../../src/json/value.ts";
import { ACK_STATUSES, ackJson, readAck } from "../../src/protocol/ack.ts";
import { composeRequest } from "../../src/protocol/compose-request.ts";
import type { Fault } from "../../src/protocol/fault.ts";
import { composeMessage, MESSAGE_STATUSES, MESSAGE_TYPES, readMessage } from "../../src/protocol/message.ts";
import { readPatchProposal } from "../../src/protocol/patch-proposal.ts";
import { readRequest } from "../../src/protocol/request.ts";
import { suite } from "../support/suite.ts";

const test = suite("reading");

const NOW = { seconds: 1756655400, fraction: "5" };
const ajv = new Ajv2020({ allErrors: true, strict: false });
const schema = (name: string) =>
  ajv.compile(
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8")),
  );
const schemas = {
  request: schema("request"),
  message: schema("message"),
  ack: schema("ack"),
  patch: schema("patch-proposal"),
};

const text = fc.string({ unit: "grapheme", minLength: 1 });
const madeRequest = fc
  .record({ project: fc.constant("jsonld"), title: text, motivation: fc.option(text, { nil: undefined }) })
  .map((asked) => {
    const made = composeRequest({ ...asked, slug: undefined, priority: undefined, version: undefined }, NOW);
    if (!made.ok) throw new Error(made.error.message);
    return made.value.request;
  });
const madeMessage = fc
  .record({
    project: text,
    agent: text,
    type: fc.constantFrom(...MESSAGE_TYPES),
    body: fc.string({ unit: "grapheme" }),
    requestId: fc.constant("demo"),
    parent: fc.option(fc.constant("m1"), { nil: undefined }),
    status: fc.constantFrom(...MESSAGE_STATUSES),
    ref: fc.option(fc.record({ path: fc.constant("a.json"), pointer: fc.constant("/a") }), {
      nil: undefined,
    }),
    attachments: fc.subarray(["attachments/a", "attachments/b/patch.json"]),
  })
  .map((message) => {
    const made = composeMessage(message, NOW);
    if (!made.ok) throw new Error(made.error.message);
    return made.value.json;
  });
const madeAck = fc
  .record({
    owner: text,
    contact: text,
    status: fc.constantFrom(...ACK_STATUSES),
    eta: fc.constantFrom(undefined, "2025-09-02", "2025-09-02T12:00:00Z"),
    branch: fc.option(fc.string(), { nil: undefined }),
    notes: fc.option(fc.string(), { nil: undefined }),
    updatedAt: fc.constant(NOW),
  })
  .map((ack) => ackJson(ack));

const kinds: ReadonlyArray<
  readonly [
    name: "request" | "message" | "ack",
    made: fc.Arbitrary<JsonRecord>,
    read: (
      value: JsonValue,
    ) => { ok: true; value: { tolerated: readonly Fault[] } } | { ok: false; error: readonly Fault[] },
  ]
> = [
  ["request", madeRequest, readRequest],
  ["message", madeMessage, readMessage],
  ["ack", madeAck, readAck],
];

for (const [name, made, read] of kinds) {
  test(`every ${name} that is written keeps to its schema, and is read without a word`, () => {
    fc.assert(
      fc.property(made, (record) => {
        assert.ok(schemas[name](record), JSON.stringify(schemas[name].errors));
        const reading = read(reread(record));
        assert.ok(reading.ok && reading.value.tolerated.length === 0);
      }),
    );
  });

  test(`a ${name} that breaks its schema is refused or told, and one that keeps it is not`, () => {
    const wrong = fc.constantFrom<JsonValue | undefined>(
      undefined,
      null,
      "",
      "x",
      7,
      true,
      {},
      [],
      ["x"],
      [7],
      "2025-08-31T15:50Z",
    );
    fc.assert(
      fc.property(made, fc.nat(), fc.nat(), wrong, (record, at, inner, value) => {
        const broken = reread(mutated(record, at, inner, value));
        const keeps = schemas[name](broken);
        const reading = read(broken);
        const silent = reading.ok && reading.value.tolerated.length === 0;
        if (keeps && !silent)
          assert.ok(
            isKnownStrictness(reading.ok ? reading.value.tolerated : reading.error),
            JSON.stringify(broken),
          );
        if (!keeps && silent)
          assert.ok(isTolerance(schemas[name].errors ?? []), JSON.stringify([broken, schemas[name].errors]));
      }),
      { numRuns: 3000 },
    );
  });
}

test("public variants are read, and each difference is told", () => {
  const message = {
    id: "20250831T155000Z-a1b2c3",
    from: { project: "markdown_ld", agent: "codex" },
    type: "proposal",
    ref: null,
    body: "x",
    attachments: null,
    relates_to: { request_id: "demo" },
    status: "open",
    created_at: "2025-08-31T15:50Z",
  };
  assert.equal(toldBy(readMessage(message)), [
    "/ref is null; leave it out",
    "/attachments is null; leave it out",
  ]);
  assert.match(
    String(toldBy(readMessage({ ...message, ref: "priv/a.json", attachments: [] }))),
    /^\/ref is a text, read as a path/,
  );
  const attached = readMessage({ ...message, attachments: [{ path: "patch.json", sha256: "…" }] });
  assert.ok(attached.ok && attached.value.value.attachments[0] === "patch.json");
  const early = {
    id: "demo",
    title: "t",
    requested_by: { project: "markdown_ld", agent: "core" },
    created_at: "2025-08-31T15:50:00Z",
  };
  const request = readRequest(early);
  assert.ok(request.ok && request.value.value.project === "markdown_ld");
  assert.is(toldBy(request).length, 4);
  const ack = readAck({ owner: "o", contact: "c", status: "done", updated_at: "2025-08-31T15:50:00+02:00" });
  assert.ok(ack.ok && ack.value.value.status === "implemented");
});

test("every fault of a file is found at once, with its place", () => {
  const faults = readMessage({
    id: "../x",
    from: { project: "" },
    type: "shout",
    body: 7,
    relates_to: 1,
    status: "open",
    created_at: "noon",
    attachments: [7],
  });
  assert.not.ok(faults.ok);
  if (!faults.ok) {
    assert.equal(faults.error.map(({ pointer }) => pointer).sort(), [
      "/attachments/0",
      "/body",
      "/created_at",
      "/from/agent",
      "/from/project",
      "/id",
      "/relates_to",
      "/type",
    ]);
  }
});

test("the id of a request is the same for the same words at the same time, and another for any other", () => {
  const asked = {
    project: "jsonld",
    title: "A title",
    slug: undefined,
    motivation: undefined,
    priority: undefined,
    version: undefined,
  };
  const idOf = (more: object, seconds = NOW.seconds) => {
    const made = composeRequest({ ...asked, ...more }, { ...NOW, seconds });
    if (!made.ok) throw new Error(made.error.message);
    return made.value.id;
  };
  assert.is(idOf({}), idOf({}));
  assert.match(idOf({}), /^20250831T155000Z_jsonld_a-title_[0-9a-f]{8}$/);
  assert.is.not(idOf({}).slice(-8), idOf({ motivation: "why" }).slice(-8));
  assert.is.not(idOf({}).slice(-8), idOf({}, NOW.seconds + 1).slice(-8));
  assert.match(idOf({ title: "Con" }), /_con_[0-9a-f]{8}$/);
  for (const slug of ["../x", ".x", "-x", "a/b", "a b", "a\u0000", ""]) {
    assert.not.ok(composeRequest({ ...asked, slug }, NOW).ok, slug);
  }
});

test("a patch proposal is read as its schema says, and its base of / is the root, told", () => {
  const cases: ReadonlyArray<readonly [text: string, says: string]> = [
    ['{"file":"a.json","ops":[{"op":"remove","path":"/a"}]}', "ok"],
    [
      '{"file":"a.json","base_pointer":"/","ops":[]}',
      'told: /base_pointer is "/", read as the root; write ""',
    ],
    ['{"file":"../a.json","ops":[]}', '/file the target "../a.json" has a part ".."'],
    ['{"file":".git/config","ops":[]}', '/file the target ".git/config" reaches into a .git folder'],
    ['{"file":"a/.GIT/x","ops":[]}', '/file the target "a/.GIT/x" reaches into a .git folder'],
    ['{"file":"/etc/x","ops":[]}', '/file the target "/etc/x" is absolute'],
    ['{"ops":[]}', "/file is missing, and the message has no ref.path"],
    ['{"file":"a.json"}', "/ops is missing"],
    [
      '{"file":"a.json","base_pointer":"a","ops":[]}',
      '/base_pointer "a" is not a JSON Pointer: it must begin with "/"',
    ],
    ['{"file":"a.json","ops":[{"op":"add","path":"/a"}]}', '/ops/0 "add" needs "value"'],
  ];
  for (const [source, says] of cases) {
    const document = parseJson(source);
    if (!document.ok) throw new Error(document.error.kind);
    const read = readPatchProposal(document.value, undefined);
    const said = read.ok
      ? (toldBy(read).map((line) => `told: ${line}`)[0] ?? "ok")
      : `${read.error[0]?.pointer} ${read.error[0]?.message}`;
    assert.is(said, says);
  }
  assert.ok(schemas.patch(JSON.parse(cases[0]?.[0] ?? "")));
  assert.not.ok(schemas.patch(JSON.parse(cases[9]?.[0] ?? "")));
});

function toldBy(
  reading: { ok: true; value: { tolerated: readonly Fault[] } } | { ok: false; error: readonly Fault[] },
): string[] {
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.tolerated.map(({ pointer, message }) => `${pointer} ${message}`);
}

function reread(value: JsonValue): JsonValue {
  const read = readJson(JSON.stringify(value));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

/** The record with one member, or one member of a member, set to `value` or taken away. */
function mutated(record: JsonRecord, at: number, inner: number, value: JsonValue | undefined): JsonRecord {
  const keys = Object.keys(record);
  const key = keys[at % keys.length] ?? "";
  const child = record[key];
  const hasInner = isRecord(child) && Object.keys(child).length > 0 && inner % 2 === 0;
  const next = hasInner ? mutated(child, inner >> 1, 1, value) : value;
  const { [key]: _, ...rest } = record;
  return next === undefined ? rest : { ...rest, [key]: next };
}

/** Where the reader knows more than the schema: ids must be safe names, an early request has its own form. */
function isKnownStrictness(faults: readonly Fault[]): boolean {
  return faults.every(({ pointer }) => ["/id", "/eta"].includes(pointer));
}

/** Where the reader is kinder without a word: lint tells. */
function isTolerance(errors: ReadonlyArray<{ instancePath: string }>): boolean {
  return errors.every(({ instancePath }) => instancePath.startsWith("/attachments/"));
}
