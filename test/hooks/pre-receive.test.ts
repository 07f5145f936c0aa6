import * as assert from "uvu/assert";
import { arkitekt, cleanModule, policy, rulesIn } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("pre-receive");
const ZERO = "0".repeat(40);

test("a push is judged by what the branches hold, and no variable of the pusher lets it pass", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  const server = repo.addRemote("origin");
  repo.git("push", "-q", "origin", "main");
  const good = repo.commit("[AB-1] Good", { "A/a.lua": cleanModule });
  const bad = repo.commit("[AB-2] Bad", { "A/a.lua": "local = 1\n" });
  // Refs that hold no code make nothing known.
  repo.git("push", "-q", "origin", "HEAD:refs/elsewhere/bad");
  const main = server.id("main");
  const receive = (lines: readonly string[], ...args: string[]) =>
    arkitekt(server, ["hook", "pre-receive", ...args], {
      input: lines.map((line) => `${line}\n`).join(""),
      env: { ARKITEKT: "0" },
    });
  const lines = [`${main} ${bad} refs/heads/main`, `${ZERO} ${good} refs/heads/other`];
  const refused = receive(lines);
  assert.equal([refused.code, refused.stdout, rulesIn(refused.stderr)], [1, "", ["lua-parse"]]);
  assert.is(receive([`${main} ${good} refs/heads/main`, `${main} ${ZERO} refs/heads/gone`]).code, 0);
  assert.is(receive([]).code, 0);
  const late = receive(lines, "--budget", "0.001");
  assert.is(late.code, 2);
  assert.match(
    late.stderr,
    /pre-receive: nothing was accepted: .* when the 0\.001 s .* were over\n→ push it in parts/,
  );
  assert.is(receive(["no update"]).code, 2);
  assert.match(receive(lines, "--budget", "soon").stderr, "arkitekt hook pre-receive --budget 60");
});
