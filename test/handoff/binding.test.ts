// What a decision settles, and what is remembered of it.
import * as assert from "uvu/assert";
import { decided, messageArgs, type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("binding");

const setVersion = (value: number) => ({ op: "replace", path: "/version", value });

async function pushed(asker: Side, owner: Side): Promise<string> {
  const id = await asker.do("new", "jsonld", "--title", "binding");
  await asker.do("push", "--id", id, "--dest", owner.requests);
  return id;
}

function patchFile(side: Side, ...ops: readonly object[]): void {
  side.write("patch.json", JSON.stringify({ file: "priv/a.json", ops }));
}

test("a decision holds for the bytes it was made on: another patch, in whatever folder, is refused", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    const id = await pushed(asker, owner);
    patchFile(asker, setVersion(2));
    await decided(asker, owner, id, "patch.json");
    const place = `work/spec_requests/${id}`;
    const decision = owner.files(`${place}/outbox`)[0] ?? "";
    const { patches } = JSON.parse(owner.read(`${place}/outbox/${decision}`));
    const [attachment = "", digest = ""] = Object.entries<string>(patches)[0] ?? [];
    assert.match(digest, /^[0-9a-f]{64}$/);
    owner.write(`${place}/${attachment}`, JSON.stringify({ file: "priv/a.json", ops: [setVersion(9)] }));
    const changed = await owner.run(["apply", "--id", id]);
    assert.is(changed.code, 1);
    assert.match(changed.err, /has other bytes than its folder says/);

    // A proposal of another program, whose attachment lies in no folder of its digest.
    owner.write(
      `${place}/attachments/other-patch.json`,
      JSON.stringify({ file: "priv/a.json", ops: [setVersion(3)] }),
    );
    const inbox = owner.files(`${place}/inbox`)[0] ?? "";
    const made = JSON.parse(owner.read(`${place}/inbox/${inbox}`));
    const message = { ...made, id: "other-1", attachments: ["attachments/other-patch.json"] };
    owner.write(`${place}/inbox/msg_other-1.json`, JSON.stringify(message));
    await owner.do(...messageArgs(id, "decision", "--parent", "other-1"));
    owner.write(
      `${place}/attachments/other-patch.json`,
      JSON.stringify({ file: "priv/a.json", ops: [setVersion(4)] }),
    );
    const refused = await owner.run(["apply", "--id", id]);
    assert.is(refused.code, 1);
    assert.match(
      refused.err,
      /other-patch\.json of other-1 is not what .* has decided: its SHA-256 is another/,
    );
    assert.is(owner.read("priv/a.json"), '{"version":1}');
  }));

test("applied.json names the decision and who made it; an ordinary edit and another request's patch bar no later one", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1,"name":"a"}');
    const id = await pushed(asker, owner);
    patchFile(asker, setVersion(2));
    await decided(asker, owner, id, "patch.json");
    await owner.do("apply", "--id", id);
    const place = `work/spec_requests/${id}`;
    const decision = JSON.parse(owner.read(`${place}/outbox/${owner.files(`${place}/outbox`)[0]}`));
    const [record] = JSON.parse(owner.read(`${place}/applied.json`)).applied;
    assert.is(record.decision, decision.id);
    assert.is(record.decider, `${decision.from.project}/${decision.from.agent}`);
    owner.write("priv/a.json", '{"version":7,"name":"b"}');
    patchFile(asker, { op: "test", path: "/name", value: "b" }, { op: "add", path: "/extra", value: 1 });
    await decided(asker, owner, id, "patch.json");
    const later = await owner.run(["apply", "--id", id]);
    assert.match(later.out, /^applied /m);
    assert.match(later.err, /conflict: .* has changed since\n→ --again .*--keep/);
    assert.is(owner.read("priv/a.json"), '{"version":7,"name":"b","extra":1}');
    owner.write("priv/a.json", '{"version":2,"name":"c","extra":1}');
    assert.is(
      (await owner.do("apply", "--id", id)).match(/^already applied/gm)?.length,
      2,
      "it says so still",
    );
    owner.write("priv/a.json", '{"version":7,"name":"c","extra":1}');
    await owner.do("apply", "--id", id, "--again");
    assert.is(owner.read("priv/a.json"), '{"version":2,"name":"c","extra":1}');
    owner.write("priv/a.json", '{"version":8,"name":"c","extra":1}');
    assert.match(await owner.do("apply", "--id", id, "--keep"), /^left /m);
    assert.is((await owner.do("apply", "--id", id)).match(/^already applied/gm)?.length, 2);
    assert.is(owner.read("priv/a.json"), '{"version":8,"name":"c","extra":1}');
  }));

test("patches of a rejected request are not applied", () =>
  withSides(async (asker, owner) => {
    owner.write("priv/a.json", '{"version":1}');
    const id = await pushed(asker, owner);
    patchFile(asker, setVersion(2));
    await decided(asker, owner, id, "patch.json");
    await owner.do("status", "--id", id, "--set", "rejected");
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 1);
    assert.match(said.err, /was rejected, and its patches with it/);
    assert.is(owner.read("priv/a.json"), '{"version":1}');
  }));

test("the top of a repository in place of its requests folder is refused with the folder that is meant", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "root");
    const said = await asker.run(["push", "--id", id, "--dest", owner.root]);
    assert.is(said.code, 2);
    assert.match(
      said.err,
      new RegExp(`is a repository, not its folder of requests\n→ give --dest ${owner.requests}`),
    );
    assert.equal(owner.files("."), []);
  }));
