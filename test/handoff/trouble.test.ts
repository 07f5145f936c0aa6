import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { specProgram } from "../support/handoff/program.ts";
import { decided, type Side, withSides } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("trouble");
const start = await specProgram();
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

const LARGE = "x".repeat(300_000);

/** Every file below a folder with its contents: what must not change. */
function snapshot(folder: string): ReadonlyArray<readonly [string, string]> {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile() && !path.includes(".arkitekt"))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "latin1")]);
}

async function withLargePatch(asker: Side, owner: Side): Promise<string> {
  const id = await asker.do("new", "jsonld", "--title", "trouble");
  await asker.do("push", "--id", id, "--dest", owner.requests);
  for (const name of ["a", "b"]) {
    owner.write(`priv/${name}.json`, `{"v":1,"pad":"${LARGE}"}\n`);
    asker.write(
      `${name}-patch.json`,
      `{"file":"priv/${name}.json","ops":[{"op":"replace","path":"/v","value":2}]}`,
    );
  }
  await decided(asker, owner, id, "a-patch.json", "b-patch.json");
  return id;
}

if (process.platform === "win32") {
  test.skip("files beyond the limit of the system", "ulimit is not there");
} else {
  test("a file that may not grow is one clear error, nothing is lost, and a run with room does it", () =>
    withSides(async (asker, owner) => {
      const id = await withLargePatch(asker, owner);
      const before = snapshot(owner.root);
      const prefix = ["sh", "-c", 'ulimit -f 100; exec "$@"', "sh"];
      const said = await start(["apply", "--id", id], owner.root, { prefix }).ended;
      assert.is(said.code, 2);
      assert.match(
        said.err,
        /^arkitekt: (?:spec [a-z ]*: )?cannot write .*: the file would be larger than is allowed here\n→ make room/,
      );
      assert.equal(snapshot(owner.root), before);
      assert.is((await owner.run(["apply", "--id", id])).code, 0);
      assert.match(owner.read("priv/b.json"), /^\{"v":2,/);
    }));

  test("an attachment that finds no room is told, and its message does not arrive without it", () =>
    withSides(async (asker, owner) => {
      const id = await asker.do("new", "jsonld", "--title", "trouble");
      await asker.do("push", "--id", id, "--dest", owner.requests);
      asker.write("large.txt", LARGE);
      await asker.do("msg", "new", "--id", id, "--type", "comment", "--body", "-", "--attach", "large.txt");
      const before = snapshot(owner.root);
      const prefix = ["sh", "-c", 'ulimit -f 100; exec "$@"', "sh"];
      const args = ["msg", "push", "--id", id, "--dest", owner.requests];
      const said = await start(args, asker.root, { prefix }).ended;
      assert.is(said.code, 2);
      assert.match(said.err, /^arkitekt: (?:spec [a-z ]*: )?cannot write .*larger than is allowed/);
      assert.equal(snapshot(owner.root), before);
      assert.match(await asker.do(...args), /^delivered /);
    }));
}

test("an apply that was cut short is not finished by half where a step of its journal can't be read", () =>
  withSides(async (asker, owner) => {
    const id = await withLargePatch(asker, owner);
    const state = join(owner.requests, ".arkitekt", id);
    mkdirSync(state, { recursive: true });
    const step = { file: "priv/a.json", temporary: "of-somebody-else", before: "", after: "" };
    const journal = { root: owner.root, steps: [step], applied: "{}\n" };
    writeFileSync(join(state, "apply.journal"), JSON.stringify(journal));
    const before = snapshot(owner.root);
    const said = await owner.run(["apply", "--id", id]);
    assert.is(said.code, 2, said.out);
    assert.match(said.err, /apply\.journal cannot be read/);
    assert.equal(snapshot(owner.root), before);
  }));

const canMount = isRoot && process.platform === "linux" && tryMount();

if (!canMount) {
  test.skip("a disk that is full", "a small file system can be mounted by root alone");
} else {
  test("a disk that is full is one clear error for every command that writes, and nothing is lost", () =>
    withSides(async (asker, owner, base) => {
      const id = await withLargePatch(asker, owner);
      asker.write("large.txt", LARGE);
      await asker.do("attach", "--to", id, "--file", "large.txt");
      const disk = join(base, "disk");
      mkdirSync(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
      try {
        cpSync(owner.root, disk, { recursive: true });
        fillUp(join(disk, "filler"));
        const before = snapshot(disk);
        const peer = join(disk, "work/spec_requests");
        const body = join(asker.root, "large.txt");
        const commands: ReadonlyArray<readonly [cwd: string, args: readonly string[]]> = [
          [disk, ["apply", "--id", id]],
          [disk, ["attach", "--to", id, "--file", body]],
          [disk, ["msg", "new", "--id", id, "--type", "comment", "--body", body]],
          [disk, ["new", "jsonld", "--title", "full"]],
          [asker.root, ["push", "--id", id, "--dest", peer]],
        ];
        for (const [cwd, args] of commands) {
          const said = await start(args, cwd).ended;
          assert.is(said.code, 2, `${args.join(" ")}: ${said.out}${said.err}`);
          assert.match(
            said.err,
            /^arkitekt: (?:spec [a-z ]*: )?cannot (write|make) .*: there is no room left\n→ make room/m,
          );
          assert.equal(snapshot(disk), before, args.join(" "));
        }
        rmSync(join(disk, "filler"));
        assert.match((await start(["apply", "--id", id], disk).ended).out, /^applied /);
      } finally {
        execFileSync("umount", [disk]);
      }
    }));
}

if (process.platform === "win32") {
  test.skip("folders that may only be read", "permissions are another thing there");
} else {
  test("in folders that may only be read, list and lint work and what writes is one clear error", () =>
    withSides(async (asker, owner, base) => {
      const id = await withLargePatch(asker, owner);
      const before = snapshot(owner.root);
      chmodSync(base, 0o755);
      execFileSync("chmod", ["-R", "a-w,a+rX", owner.root]);
      const user = isRoot ? { uid: NOBODY } : {};
      for (const args of [["list"], ["lint", "--all"]]) {
        const said = await start(args, owner.root, user).ended;
        assert.is(said.code, 0, said.err);
      }
      for (const args of [
        ["apply", "--id", id],
        ["status", "--id", id, "--set", "accepted"],
        ["new", "jsonld", "--title", "read-only"],
        ["thread", "render", "--id", id],
      ]) {
        const said = await start(args, owner.root, user).ended;
        assert.is(said.code, 2, args.join(" "));
        assert.match(
          said.err,
          /^arkitekt: (?:spec [a-z ]*: )?cannot (write|make) .*: permission denied\n→ check the permissions/,
        );
      }
      execFileSync("chmod", ["-R", "u+w", owner.root]);
      assert.equal(snapshot(owner.root), before);
    }));
}

/** Writes until there is no room for a single byte. */
function fillUp(file: string): void {
  const handle = openSync(file, "w");
  for (let size = 65536; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
  closeSync(handle);
}

function tryMount(): boolean {
  const probe = 'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d" && rmdir "$d"';
  return spawnSync("sh", ["-c", probe], { stdio: "ignore" }).status === 0;
}
