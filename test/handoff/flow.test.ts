import * as assert from "uvu/assert";
import { type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("flow");

const TARGET = '{\n  "version": 1.0,\n  "features": {}\n}\n';
const PATCH =
  '{"file":"priv/spec.json","ops":[{"op":"replace","path":"/version","value":2.0},{"op":"add","path":"/features/x","value":true}]}';

test("a request goes from its making to the applied patch, through both repositories", () =>
  withSides(async (asker, owner) => {
    asker.write("proposal.md", "# what we need\n");
    asker.write("patch.json", PATCH);
    owner.write("priv/spec.json", TARGET);
    asker.write("api.json", '{"c14n":"c14n(term) :: nquads"}');
    const id = await asker.do(
      ...["new", "jsonld", "--title", "URDNA2015 canonicalization + hashing"],
      ...["--now", "2025-08-31T15:50:00Z", "--api", "api.json"],
      ...["--acceptance", "c14n gives N-Quads", "--acceptance", "hash is stable"],
    );
    assert.match(id, /^20250831T155000Z_jsonld_urdna2015-canonicalization-hashing_[0-9a-f]{8}$/);
    assert.is(await asker.do("attach", "--to", id, "--file", "proposal.md"), "attachments/proposal.md");
    assert.is(
      await asker.do("status", "--id", id, "--set", "accepted"),
      "accepted (next: in_progress or rejected)",
    );
    assert.match(await asker.do("push", "--id", id, "--dest", owner.requests), /^pushed to /);
    assert.equal(trackedIn(owner, id), trackedIn(asker, id));

    const proposal = ["say", "--id", id, "--type", "proposal", "--body", "-", "--attach", "patch.json"];
    const said = await asker.do(...proposal, "--dest", owner.requests);
    const message = said.split("\n")[0] ?? "";
    const waiting = await owner.run(["apply", "--id", id]);
    assert.match(waiting.err, /not decided: .* answer it with a decision/);
    assert.is(owner.read("priv/spec.json"), TARGET);

    const decision = ["say", "--id", id, "--type", "decision", "--parent", message, "--body", "-"];
    await owner.do(...decision, "--dest", asker.requests);
    assert.match(await owner.do("apply", "--id", id), /^applied attachments\/[0-9a-f]{16}\/patch\.json/);
    assert.is(owner.read("priv/spec.json"), '{\n  "version": 2.0,\n  "features": {\n    "x": true\n  }\n}\n');
    assert.match(await owner.do("apply", "--id", id), /^already applied/);

    const ack = ["ack", "--id", id, "--owner", "core", "--contact", "core@example.org", "--status"];
    await owner.do(...ack, "in_progress");
    await owner.do(...ack, "implemented");
    await owner.do("push", "--id", id, "--dest", asker.requests);
    await asker.do("sync", "--id", id, "--peer", `${owner.requests}/${id}`);
    await owner.do("sync", "--id", id, "--peer", `${asker.requests}/${id}`);
    const thread = `work/spec_requests/${id}/thread.md`;
    assert.is(asker.read(thread), owner.read(thread));
    assert.match(asker.read(thread), /2 messages, 0 open/);
    assert.is(await asker.do("status", "--id", id), "implemented");
    for (const side of [asker, owner]) {
      assert.match(await side.do("lint", "--all"), /^1 request: 0 errors, 0 warnings$/);
      assert.match(await side.do("list"), new RegExp(`^${id}\n +jsonld +implemented`, "m"));
    }
  }));

test("every command says how it is called, and refuses a flag that it does not know", () =>
  withSides(async (one) => {
    const all = await one.run(["--help"]);
    assert.is(all.code, 0);
    const names = all.out.match(/(?<=^ {2})[a-z]+(?: [a-z]+)?(?= {2,})/gm) ?? [];
    assert.is(
      names.join(", "),
      "new, attach, status, ack, push, msg new, propose, decide, msg push, msg pull, thread render, sync, autosync, say, apply, lint, list, show, archive",
    );
    for (const name of names) {
      const help = await one.run([...name.split(" "), "--help"]);
      assert.match(
        help.out,
        new RegExp(`usage {2}arkitekt spec ${name}[\\s\\S]*\\n {2}.*arkitekt spec ${name}`),
      );
      const unknown = await one.run([...name.split(" "), "--idd", "x"]);
      assert.is(unknown.code, 2);
      assert.match(unknown.err, /^arkitekt: spec [a-z ]+: there is no --idd/);
    }
    const slips: ReadonlyArray<readonly [args: string, says: RegExp]> = [
      ["apply --targt x", /did you mean --target\?/],
      ["msg psh", /there is no command "spec msg psh"; did you mean spec msg push\?/],
      ["attach --to --file x", /--to needs a value/],
      ["status", /--id is missing/],
      ["status --id a --id b", /--id is given twice/],
      ["status --id a b", /"b" is one argument too many/],
      ["lint --all=x", /--all takes no value/],
      ["new yaml --title x", /yaml is not a project\n→ projects are jsonld, markdown_ld/],
      ["new jsonld --title x --priority hig", /--priority hig is not one of low/],
      ["lint", /give either --id or --all/],
    ];
    for (const [args, says] of slips) {
      const said = await one.run(args.split(" "));
      assert.is(said.code, 2, args);
      assert.match(said.err, says, args);
    }
  }));

function trackedIn(side: Side, id: string): readonly string[] {
  return side
    .files(`work/spec_requests/${id}`)
    .filter((path) => !/^(inbox|outbox)\/|^thread\.md$/.test(path));
}
