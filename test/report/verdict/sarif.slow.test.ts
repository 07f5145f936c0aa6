// What SARIF's own validator says of what we write, with the rules of GitHub's code scanning.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated } from "../../support/gated.ts";
import { peer, withoutPeers } from "../../support/peers.ts";
import { makeFolder } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("SARIF");

interface Remark {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly arguments?: readonly string[] };
}

interface Result {
  readonly level: string;
  readonly baselineState: string;
  readonly suppressions: readonly { readonly kind: string }[];
}

/** Errors and warnings; what the validator only wishes for (rule ids with numbers, addresses of pages) is a note, which it leaves out. */
function complaints(sarif: string): readonly string[] {
  const folder = makeFolder();
  const [log, said] = [join(folder, "log.sarif"), join(folder, "said.sarif")];
  writeFileSync(log, sarif);
  const args = ["validate", log, "--rule-kind", "Sarif;Ghas", "--output", said];
  // The validator is a program of .NET, which looks for libraries of languages unless it is told that none are needed.
  const { status, stdout } = spawnSync(peer("sarif-multitool") ?? "", args, {
    encoding: "utf8",
    env: {
      ...process.env,
      DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1",
      DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder,
    },
  });
  assert.ok(status === 0 || status === 1, stdout);
  const { runs } = JSON.parse(readFileSync(said, "utf8").replace(/^\uFEFF/, ""));
  assert.is(runs[0].invocations[0].executionSuccessful, true, stdout);
  return runs[0].results.map(
    ({ ruleId, level, message }: Remark) => `${level} ${ruleId} ${message.arguments?.join(" ")}`,
  );
}

const TITLE =
  "the validator finds nothing wrong in a verdict of every kind, nor where nothing could be judged";
const missing = withoutPeers("sarif-multitool");
if (missing !== undefined) test.skip(TITLE, missing);
else
  test(TITLE, () => {
    const odd = ["A/é ü.lua", "A/a:b.lua", "A/100%.lua", "A/#x?.lua", "A/\\.lua"];
    const repo = makeGated({ "A/old.lua": "x = 1\n", "README.md": "Songs\n" });
    const sarif = (...args: readonly string[]) =>
      arkitekt(repo, ["check", ...args, "--format", "sarif"], {
        env: { ARKITEKT_OVERRIDE: "path-fence: the folder is agreed" },
      });
    assert.equal(complaints(sarif().stdout), [], "nothing to judge");
    assert.ok(complaints(sarif().stdout.replace('"executionSuccessful"', '"success"')).length > 0);
    repo.stage({
      ...Object.fromEntries(odd.map((path) => [path, "local = 1\n"])),
      "A/old.lua": "x = 1\ny = 2\n",
      "A/one.lua": cleanModule.replace(
        "return M",
        "-- arkitekt-off no-globals: the host wants it\nloose = 1\nreturn M",
      ),
      "B/b.lua": cleanModule,
      "README.md": "Song\n",
    });
    const blocked = sarif();
    const kinds: readonly string[] = JSON.parse(blocked.stdout).runs[0].results.map(
      ({ level, baselineState, suppressions: [by] }: Result) => `${level} ${baselineState} ${by?.kind}`,
    );
    assert.equal([...new Set(kinds)].sort(), [
      "error new external",
      "error new inSource",
      "error new undefined",
      "warning new undefined",
      "warning unchanged undefined",
    ]);
    assert.is(blocked.code, 1);
    assert.equal(complaints(blocked.stdout), [], "blocked");
    const message = arkitekt(repo, ["check", "--message", "-", "--format", "sarif"], { input: "no code" });
    assert.equal(complaints(message.stdout), [], "of a message");
    const unable = sarif("--tree", "no-such-tree");
    assert.is(unable.code, 2);
    assert.equal(complaints(unable.stdout), [], "nothing could be judged");
  });
