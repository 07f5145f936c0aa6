import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { specProgram } from "../support/handoff/program.ts";
import { decided, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("race");
const start = await specProgram();

/** `RACE_ROUNDS=200 npm test -- handoff/race` does it thoroughly. */
const ROUNDS = Number(process.env["RACE_ROUNDS"] ?? 40);

test(`two processes that attach at once, ${ROUNDS} times: both are listed, nothing is doubled`, () =>
  withSides(async (asker) => {
    const id = await asker.do("new", "jsonld", "--title", "race");
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ["a", "b"]) asker.write(`${name}${round}.txt`, `${name}${round}`);
      const both = ["a", "b"].map((name) =>
        start(["attach", "--to", id, "--file", `${name}${round}.txt`], asker.root),
      );
      for (const { ended } of both) assert.is((await ended).code, 0);
    }
    const { attachments } = JSON.parse(asker.read(`work/spec_requests/${id}/request.json`));
    assert.is(attachments.length, 2 * ROUNDS);
    assert.is(new Set(attachments).size, 2 * ROUNDS);
    assert.is((await asker.run(["lint", "--id", id])).out, "1 request: 0 errors, 0 warnings\n");
  }));

test(`two processes that make the same request, ${ROUNDS} times: one makes it, the other is told`, () =>
  withSides(async (asker) => {
    for (let round = 0; round < ROUNDS; round++) {
      const args = ["new", "jsonld", "--title", `race ${round}`, "--now", "2025-08-31T15:50:00Z"];
      const ends = await Promise.all([start(args, asker.root).ended, start(args, asker.root).ended]);
      assert.equal(ends.map(({ code }) => code).sort(), [0, 1], ends.map(({ err }) => err).join());
    }
    assert.is(readdirSync(asker.requests).filter((name) => /^\d/.test(name)).length, ROUNDS);
    assert.match((await asker.run(["lint", "--all"])).out, /0 errors, 0 warnings/);
  }));

test(`two processes that deliver the same messages, ${ROUNDS} times: each arrives once, whole at every moment`, () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "race");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const inbox = join(owner.requests, id, "inbox");
    let torn = 0;
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      writeFileSync(join(asker.root, "body"), "x".repeat(20_000 + round));
      writeFileSync(join(asker.root, "file.txt"), `file ${round}`);
      await asker.do("msg", "new", "--id", id, "--type", "comment", "--body", "body", "--attach", "file.txt");
      const args = ["msg", "push", "--id", id, "--dest", owner.requests, "--only", "*"];
      const both = [start(args, asker.root), start(args, asker.root)];
      const done = Promise.all(both.map(({ ended }) => ended));
      let isRunning = true;
      void done.then(() => {
        isRunning = false;
      });
      while (isRunning) {
        torn += tornIn(inbox, seen);
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      const ends = await done;
      for (const { code, err } of ends) assert.is(code, 0, err);
      const delivered = ends.flatMap(({ out }) => out.match(/^delivered /gm) ?? []);
      assert.is(delivered.length, 1, "each message is delivered by one of the two");
    }
    assert.is(torn, 0);
    assert.ok(seen.size > 0, "the reader looked while processes wrote");
    assert.is(readdirSync(inbox).length, ROUNDS);
    assert.is((await owner.run(["lint", "--id", id])).out, "1 request: 0 errors, 0 warnings\n");
  }));

test("two processes that push the same new request at once: it is there once, whole", () =>
  withSides(async (asker, owner) => {
    for (let round = 0; round < 40; round++) {
      const id = await asker.do("new", "jsonld", "--title", `push ${round}`);
      const args = ["push", "--id", id, "--dest", owner.requests];
      const ends = await Promise.all([start(args, asker.root).ended, start(args, asker.root).ended]);
      for (const { code, err } of ends) assert.is(code, 0, err);
      assert.is(ends.filter(({ out }) => out.startsWith("pushed to ")).length, 1);
    }
    assert.match((await owner.run(["lint", "--all"])).out, /^40 requests: 0 errors, 0 warnings/);
  }));

test("two sides that push to each other at once never wait for each other for ever", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "race");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    for (let round = 0; round < 40; round++) {
      const ends = await Promise.all([
        start(["push", "--id", id, "--dest", owner.requests], asker.root).ended,
        start(["push", "--id", id, "--dest", asker.requests], owner.root).ended,
      ]);
      for (const { code, err } of ends) assert.is(code, 0, err);
    }
  }));

test("two markers that exclude each other, set at once: one is set, the other is refused", () =>
  withSides(async (asker) => {
    for (let round = 0; round < 40; round++) {
      const id = await asker.do("new", "jsonld", "--title", `race ${round}`);
      for (const marker of ["accepted", "in_progress"]) await asker.do("status", "--id", id, "--set", marker);
      const ends = await Promise.all(
        ["implemented", "rejected"].map(
          (marker) => start(["status", "--id", id, "--set", marker], asker.root).ended,
        ),
      );
      assert.equal(ends.map(({ code }) => code).sort(), [0, 1]);
    }
    assert.match((await asker.run(["lint", "--all"])).out, /0 errors, /);
  }));

test("two applies of two requests to the same file, at once: both patches are in it", () =>
  withSides(async (asker, owner) => {
    for (let round = 0; round < 40; round++) {
      owner.write("priv/a.json", "{}");
      const ids: string[] = [];
      for (const key of ["x", "y"]) {
        const id = await asker.do("new", "jsonld", "--title", `${key} ${round}`);
        await asker.do("push", "--id", id, "--dest", owner.requests);
        asker.write("patch.json", `{"file":"priv/a.json","ops":[{"op":"add","path":"/${key}","value":1}]}`);
        await decided(asker, owner, id, "patch.json");
        ids.push(id);
      }
      const ends = await Promise.all(ids.map((id) => start(["apply", "--id", id], owner.root).ended));
      for (const { code, err } of ends) assert.is(code, 0, err);
      assert.equal(JSON.parse(owner.read("priv/a.json")), { x: 1, y: 1 });
    }
  }));

test("two applies of one request at once: one applies, the other finds it applied", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "once");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    for (let round = 0; round < 40; round++) {
      owner.write(`priv/${round}.json`, '{"list":[]}');
      asker.write(
        "patch.json",
        `{"file":"priv/${round}.json","ops":[{"op":"add","path":"/list/-","value":1}]}`,
      );
      await decided(asker, owner, id, "patch.json");
      const ends = await Promise.all([1, 2].map(() => start(["apply", "--id", id], owner.root).ended));
      for (const { code, err } of ends) assert.is(code, 0, err);
      assert.equal(JSON.parse(owner.read(`priv/${round}.json`)), { list: [1] });
      assert.is(ends.flatMap(({ out }) => out.match(/^applied /gm) ?? []).length, 1);
    }
  }));

/** How many messages that a reader has not seen before are not whole. */
function tornIn(inbox: string, seen: Set<string>): number {
  const fresh = namesIn(inbox).filter((name) => name.startsWith("msg_") && !seen.has(name));
  for (const name of fresh) seen.add(name);
  return fresh.filter((name) => !readFileSync(join(inbox, name), "utf8").endsWith("}\n")).length;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
