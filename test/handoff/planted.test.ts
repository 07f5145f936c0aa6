// What arrives by a clone or from the other side, and is made to look like our own, is not obeyed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { decided, sideIn, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("planted");

test("a lock of a number that nobody reaches keeps nobody waiting, whatever it is and holds", () =>
  withSides(async (asker) => {
    const id = await asker.do("new", "jsonld", "--title", "x");
    const state = join(asker.requests, ".arkitekt", id);
    const kinds = [
      "lock.999999999999999",
      "lock.9999999999",
      "lock.999999999",
      "lock.999999998",
      "lock.00999",
    ];
    for (const name of kinds) writeFileSync(join(state, name), "free\n");
    mkdirSync(join(state, "lock.999999997"));
    for (const set of ["accepted", "in_progress", "blocked"])
      await asker.do("status", "--id", id, "--set", set);
    const counted = readdirSync(state).filter((name) => /^lock\.\d{1,3}$/.test(name));
    assert.is(counted.length, 1, readdirSync(state).join(" "));
  }));

test("a journal of an apply that came from elsewhere moves nothing, and is told with the way out", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "x");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const digest = (text: string) => createHash("sha256").update(text).digest("hex");
    const temporary = ".arkitekt-1-0000000000000.tmp";
    owner.write("priv/a.json", "{}\n");
    owner.write(`priv/${temporary}`, "planted\n");
    const step = {
      file: "priv/a.json",
      temporary,
      identity: "1",
      before: digest("{}\n"),
      after: digest("planted\n"),
    };
    const journal = { root: owner.root, place: "1", steps: [step], applied: "{}\n" };
    const path = `work/spec_requests/.arkitekt/${id}/apply.journal`;
    owner.write(path, JSON.stringify(journal));
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 2);
    assert.match(said.err, /apply\.journal was not written here, and nothing of it was done\n→ remove it/);
    assert.is(owner.read("priv/a.json"), "{}\n");
    assert.not.ok(existsSync(join(owner.requests, id, "applied.json")));
  }));

test("a journal of another change that came from elsewhere is told, moves nothing, and stops no command", () =>
  withSides(async (asker) => {
    const id = await asker.do("new", "jsonld", "--title", "x");
    const temporary = ".arkitekt-1-0000000000000.tmp";
    const request = `work/spec_requests/${id}`;
    asker.write(`${request}/${temporary}`, "{}\n");
    const before = asker.read(`${request}/request.json`);
    const digest = createHash("sha256").update(before).digest("hex");
    const { ino } = statSync(join(asker.requests, ".arkitekt", id));
    const steps = [
      { way: ["request.json"], temporary: { name: temporary, identity: "1" }, before: digest, after: "" },
      { way: ["proposed.status"], temporary: null, before: createHash("sha256").digest("hex"), after: null },
    ];
    for (const place of ["1", String(ino), `${ino}-0`]) {
      const journal = { place, parts: [{ root: "", steps }] };
      asker.write(`work/spec_requests/.arkitekt/${id}/change.journal`, JSON.stringify(journal));
      for (const args of [["list"], ["show", id]]) {
        const said = await asker.run(args);
        assert.is(said.code, 0);
        assert.match(
          said.err,
          /change\.journal was not written here, and nothing of it was done\n→ remove it/,
        );
      }
    }
    await asker.do("status", "--id", id, "--set", "accepted");
    assert.is(asker.read(`${request}/request.json`), before);
    assert.is(asker.read(`${request}/proposed.status`), "");
  }));

test("no patch writes what belongs to the hand-off, the policy or the hooks; a request itself may be patched", () =>
  withSides(async (asker, owner) => {
    const id = await asker.do("new", "jsonld", "--title", "x");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    const kept = [
      [`work/spec_requests/${id}/ack.json`, ["/status"]],
      [`Work/Spec_Requests/${id}/applied.json`, ["/applied"]],
      [`work/spec_requests/${id}/inbox/msg_1.json`, ["/type"]],
      ["work/spec_requests/.arkitekt/x/lock.1", ["/a"]],
      [".ARKITEKTRC.json", ["/rules"]],
      [".husky/settings.json", ["/a"]],
      [".codex/tasks/AB-1.json", ["/allow"]],
      ["package.json", ["/version", "/arkitekt/rules"]],
      ["package.json", [""]],
    ] as const;
    kept.forEach(([file, paths], index) => {
      const ops = paths.map((path) => ({ op: "add", path, value: 1 }));
      asker.write(`${index}-patch.json`, JSON.stringify({ file, ops }));
    });
    await decided(asker, owner, id, ...kept.map((_, index) => `${index}-patch.json`));
    for (const args of [
      ["apply", "--id", id],
      ["lint", "--id", id],
    ]) {
      const said = await owner.run(args);
      assert.is(said.code, 1);
      const refused = (said.out + said.err).match(/, which no patch may change$/gm) ?? [];
      assert.is(refused.length, kept.length, said.out + said.err);
    }
    // From a folder further down, too.
    asker.write(
      "own-patch.json",
      JSON.stringify({ file: "ack.json", ops: [{ op: "add", path: "/a", value: 1 }] }),
    );
    const message = await decided(asker, owner, id, "own-patch.json");
    owner.write(`work/spec_requests/${id}/ack.json`, "{}\n");
    const args = ["apply", "--id", id, "--msg", message, "--target"];
    const below = await owner.run([...args, join(owner.requests, id)]);
    assert.match(below.err, /ack\.json belongs to the hand-off itself, which no patch may change/);
    const title = {
      file: `work/spec_requests/${id}/request.json`,
      ops: [{ op: "replace", path: "/title", value: "y" }],
    };
    asker.write("title-patch.json", JSON.stringify(title));
    const titled = await decided(asker, owner, id, "title-patch.json");
    await owner.do("apply", "--id", id, "--msg", titled);
    assert.is(JSON.parse(owner.read(`work/spec_requests/${id}/request.json`)).title, "y");
  }));

test("a link in place of a request and a repository inside one are seen by lint", () =>
  withSides(async (asker, _, base) => {
    const id = await asker.do("new", "jsonld", "--title", "x");
    symlinkSync(base, join(asker.requests, "other"));
    mkdirSync(join(asker.requests, id, "attachments/sub/.git"), { recursive: true });
    const said = await asker.run(["lint", "--all"]);
    assert.is(said.code, 1);
    assert.match(
      said.out,
      /work\/spec_requests\/other {2}a symbolic link stands where the folder of a request should be/,
    );
    assert.match(said.out, /attachments\/sub\/\.git makes a repository of its own here/);
  }));

test("a decision that Git brought into the outbox settles nothing until it is made here, also when it is tracked no longer", () =>
  withSides(async (asker, owner) => {
    const git = (...args: readonly string[]) => {
      const who = ["-c", "user.name=x", "-c", "user.email=x@x", "-c", "core.hooksPath="];
      const end = spawnSync("git", [...who, ...args], { cwd: owner.root, encoding: "utf8" });
      assert.is(end.status, 0, end.stderr);
    };
    git("init", "-q");
    owner.write("priv/a.json", '{"version":1}');
    const id = await asker.do("new", "jsonld", "--title", "tracked");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    asker.write("patch.json", '{"file":"priv/a.json","ops":[{"op":"replace","path":"/version","value":2}]}');
    const proposal = await decided(asker, owner, id, "patch.json");
    // As it lies in a clone of a repository into which somebody has put both boxes.
    rmSync(join(owner.requests, ".arkitekt"), { recursive: true });
    git("add", "-f", "work");
    const untrusted = async () => {
      for (const more of [["--dry-run"], []]) {
        const said = await owner.run(["apply", "--id", id, ...more]);
        assert.match(said.err, new RegExp(`not decided: ${proposal} .*came with what Git tracks`));
        assert.is(said.out, "nothing to apply\n");
        assert.is(owner.read("priv/a.json"), '{"version":1}');
      }
    };
    await untrusted();
    git("commit", "-qm", "all of it");
    await untrusted();
    git("rm", "-q", "-r", "--cached", `work/spec_requests/${id}`);
    git("commit", "-qm", "out of Git again");
    await untrusted();
    const again = await owner.run(["decide", proposal, "--accept"]);
    assert.not.match(again.err, /already/);
    git("add", "-f", "work");
    git("commit", "-qm", "an owner who tracks what was decided here");
    assert.match(await owner.do("apply", "--id", id), /^applied /m);
    assert.is(owner.read("priv/a.json"), '{"version":2}');
  }));

test("a list of messages that were written here, brought by a clone, proves none of them", () =>
  withSides(async (asker, owner, base) => {
    owner.write("priv/a.json", '{"version":1}');
    spawnSync("git", ["init", "-q"], { cwd: owner.root });
    const id = await asker.do("new", "jsonld", "--title", "tracked");
    await asker.do("push", "--id", id, "--dest", owner.requests);
    asker.write("patch.json", '{"file":"priv/a.json","ops":[{"op":"replace","path":"/version","value":2}]}');
    await decided(asker, owner, id, "patch.json");
    spawnSync("git", ["add", "-f", "."], { cwd: owner.root });
    cpSync(owner.root, join(base, "clone"), { recursive: true });
    const said = await sideIn(join(base, "clone")).run(["apply", "--id", id]);
    assert.match(said.err, /came with what Git tracks/);
    assert.match(await owner.do("apply", "--id", id), /^applied /m);
  }));
