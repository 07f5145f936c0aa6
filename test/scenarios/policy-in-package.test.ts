import * as assert from "uvu/assert";
import { cleanModule, makeGated, policy, rulesIn } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a policy in package.json that was taken out still holds");
const open = { ...policy, rules: { "path-fence": "off" } };
const spelled = (key: string) => `{ ${key}: ${JSON.stringify(open)} }\n`;

for (const [name, key, attributes] of [
  ["as it stands", '"arkitekt"', undefined],
  ["with its key spelled in escapes", '"ark\\u0069tekt"', undefined],
  ["in a file that Git calls binary", '"arkitekt"', "package.json -diff\n"],
  ["both", '"\\u0061rkitekt"', "package.json binary\n"],
] as const) {
  test(name, () => {
    const repo = makeGated({ "A/one.lua": cleanModule });
    repo.addRemote("origin");
    const files = attributes === undefined ? {} : { ".gitattributes": attributes };
    repo.commit("[AB-1] Attributes", files);
    repo.commit("[AB-1] Move the policy", { ".arkitektrc.json": null, "package.json": spelled(key) });
    // So that no other file of the history tells of a policy.
    repo.git("switch", "-q", "--orphan", "story");
    repo.commit("[AB-1] Start", { ...files, "A/one.lua": cleanModule, "package.json": spelled(key) });
    repo.git("push", "-q", "--no-verify", "origin", "story:main");
    repo.git("branch", "-q", "-M", "story", "main");
    repo.commit("[AB-2] Take it out", { "package.json": "{}\n" });
    const gone = repo.tryGit("push", "-q", "origin", "main");
    assert.is(gone.code, 0, gone.stderr);
    repo.commit("[AB-3] Break it", { "A/bad.lua": "local = 3\n" });
    repo.commit("[AB-4] Bring it back", { "package.json": spelled(key) });
    assert.equal(rulesIn(repo.tryGit("push", "origin", "main").stderr), ["lua-parse"]);
    repo.git("reset", "-q", "--hard", "HEAD~2");
    repo.commit("[AB-5] More", { "A/more.lua": cleanModule });
    assert.equal(rulesIn(repo.tryGit("push", "origin", "main").stderr), []);
  });
}
