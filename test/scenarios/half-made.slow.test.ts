// What a hand-off command that was killed has left by halves goes into no commit; the next `spec` command finishes it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, program, unwrapped } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("half-made");
const preload = fileURLToPath(new URL("../support/handoff/kill-at.cjs", import.meta.url));
const SETTINGS = { rules: { "path-fence": "off" }, handoff: { projects: ["jsonld"] } };
const VERSION = '{ "version": 1 }\n';
const TARGETS = ["priv/a.json", "priv/b.json"];

test("a target that a killed apply has written stays out of a commit until the change is finished; other work goes on", () => {
  const { repo, id } = cutShort();
  repo.git("add", ...TARGETS);
  const refused = repo.tryGit("commit", "-m", "[AB-1] Half of it");
  assert.is.not(refused.code, 0);
  assert.match(unwrapped(refused.stderr), `a change of the request ${id} was cut short, and priv/`);
  assert.match(refused.stderr, "→ git arkitekt spec list");
  repo.git("reset", "-q");
  repo.stage({ "A/work.lua": cleanModule });
  const other = repo.tryGit("commit", "-m", "[AB-1] Other work");
  assert.is(other.code, 0, other.stderr);

  assert.match(arkitekt(repo, ["spec", "list"]).stderr, `finished an apply of ${id} that was cut short`);
  assert.equal(versions(repo), [2, 2]);
  repo.git("add", "-A");
  const whole = repo.tryGit("commit", "-m", "[AB-1] All of it");
  assert.is(whole.code, 0, whole.stderr);
});

/** Killed between two targets. */
function cutShort(): Scene {
  const scene = withDecidedPatches();
  const { repo, id, state } = scene;
  for (let instant = 1; ; instant++) {
    const killed = repo.run(process.execPath, ["-r", preload, program, "spec", "apply", "--id", id], {
      env: { KILL_AT: String(instant) },
    });
    assert.is.not(killed.code, 0, "there is no instant between two targets");
    if (readdirSync(state).includes("apply.journal") && new Set(versions(repo)).size === 2) return scene;
    arkitekt(repo, ["spec", "list"]);
    repo.write(Object.fromEntries(TARGETS.map((path) => [path, VERSION])));
  }
}

interface Scene {
  readonly repo: TestRepo;
  readonly id: string;
  /** The folder of the request's journal. */
  readonly state: string;
}

function versions(repo: TestRepo): readonly number[] {
  return TARGETS.map((path) => JSON.parse(readFileSync(join(repo.dir, path), "utf8")).version);
}

function withDecidedPatches(): Scene {
  const repo = makeGated(Object.fromEntries(TARGETS.map((path) => [path, VERSION])), SETTINGS);
  const spec = (...args: readonly string[]) => {
    const said = arkitekt(repo, ["spec", ...args]);
    assert.is(said.code, 0, said.stderr);
    return said.stdout.split("\n")[0] ?? "";
  };
  const id = spec("new", "jsonld", "--title", "two targets");
  const folder = `work/spec_requests/${id}`;
  const ops = [{ op: "replace", path: "/version", value: 2 }];
  for (const [index, file] of TARGETS.entries()) {
    const message = `20250831T16000${index}Z-00000${index}`;
    repo.write({
      [`${folder}/attachments/${index}/patch.json`]: JSON.stringify({ file, ops }),
      [`${folder}/inbox/msg_${message}.json`]: JSON.stringify({
        id: message,
        type: "proposal",
        from: { project: "jsonld", agent: "a" },
        created_at: `2025-08-31T16:00:0${index}Z`,
        body: "would this do?",
        attachments: [`attachments/${index}/patch.json`],
        relates_to: { request_id: id },
        status: "open",
      }),
    });
    spec("decide", message, "--accept");
  }
  return { repo, id, state: join(repo.dir, "work/spec_requests/.arkitekt", id) };
}
