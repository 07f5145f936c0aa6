import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { specProgram } from "../support/handoff/program.ts";
import { type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("without handles of folders");
const start = await specProgram();
const preload = fileURLToPath(new URL("../support/handoff/no-handles.cjs", import.meta.url));

const run = (side: Side, ...args: readonly string[]) =>
  start(args, side.root, { node: ["--require", preload] }).ended;

test("requests, messages and locks work all the same", () =>
  withSides(async (asker, owner) => {
    const made = await run(asker, "new", "jsonld", "--title", "elsewhere");
    const id = made.out.trim();
    asker.write("file.txt", "a file");
    for (const args of [
      ["attach", "--to", id, "--file", "file.txt"],
      ["msg", "new", "--id", id, "--type", "comment", "--body", "file.txt", "--attach", "file.txt"],
      ["push", "--id", id, "--dest", owner.requests],
    ]) {
      const said = await run(asker, ...args);
      assert.is(said.code, 0, said.err);
    }
    assert.is(readdirSync(join(owner.requests, id, "inbox")).length, 1);
    const both = await Promise.all(
      ["a.txt", "b.txt"].map((name) => {
        asker.write(name, name);
        return run(asker, "attach", "--to", id, "--file", name);
      }),
    );
    assert.equal(
      both.map(({ code }) => code),
      [0, 0],
    );
    assert.is((await run(asker, "lint", "--id", id)).out, "1 request: 0 errors, 0 warnings\n");
  }));

test("links are refused on the way all the same", () =>
  withSides(async (asker, owner, base) => {
    const id = (await run(asker, "new", "jsonld", "--title", "elsewhere")).out.trim();
    await run(asker, "push", "--id", id, "--dest", owner.requests);
    await asker.do("msg", "new", "--id", id, "--type", "comment", "--body", "-");
    mkdirSync(join(base, "outside"));
    symlinkSync(join(base, "outside"), join(owner.requests, id, "inbox"));
    const said = await run(asker, "msg", "push", "--id", id, "--dest", owner.requests);
    assert.is(said.code, 1);
    assert.match(said.err, /inbox is a symbolic link, which is never followed/);
    renameSync(join(asker.requests, id), join(base, "moved"));
    symlinkSync(join(base, "moved"), join(asker.requests, id));
    const linked = await run(asker, "status", "--id", id, "--set", "accepted");
    assert.is(linked.code, 2);
    assert.match(linked.err, /is a symbolic link, which is never followed/);
    assert.equal(readdirSync(join(base, "outside")), []);
    assert.not.ok(existsSync(join(base, "moved/accepted.status")));
  }));
