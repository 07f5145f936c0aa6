// A Node that is updated in its place, and one that goes back: the compiled code of one is of no use to the other.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, policy, program, rulesIn } from "../../support/gated.ts";
import { makeFolder, makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("another Node");

/** Another version than this one's, on PATH behind it: `test/with-versions.sh --node 22` puts one in front. */
const other = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "node"))
  .find((place) => existsSync(place) && versionOf(place) !== process.version);

function versionOf(node: string): string {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
}

const title = "judges as before in one clone, whichever compiled code lies there, and makes its own";
if (other === undefined)
  test.skip(title, "there is one version of Node on PATH; test/with-versions.sh --node 22 brings another");
else
  test(title, () => {
    const folder = makeFolder();
    const node = join(folder, "node");
    const use = (from: string) => {
      copyFileSync(from, `${node}.new`);
      renameSync(`${node}.new`, node);
    };
    use(process.execPath);
    const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), "A/a.lua": cleanModule });
    const env = { PATH: `${folder}:${process.env["PATH"]}` };
    const installed = repo.run(node, [program, "install"], { env });
    assert.is(installed.code, 0, installed.stderr);
    assert.match(String(repo.read(".git/arkitekt/_/pre-commit")), `in '${node}'; do`);
    const home = join(repo.dir, ".git/arkitekt/program");
    const cache = join(home, readdirSync(home)[0] ?? "", "cache");
    const main = (version: string) => join(cache, `cli-main.cjs-pre-commit-${version}-${process.arch}`);
    const judges = (what: string) => {
      repo.stage({ "A/b.lua": "local = 3\n" });
      const refused = repo.tryGit("commit", "-qm", "[AB-1] Add one");
      assert.equal([refused.code, rulesIn(refused.stderr)], [1, ["lua-parse"]], what);
      repo.stage({ "A/b.lua": `${cleanModule}-- ${what}\n` });
      const made = repo.tryGit("commit", "-qm", `[AB-1] Add one: ${what}`);
      assert.equal([made.code, made.stderr], [0, ""], what);
    };
    const versions = [process.version, versionOf(other)] as const;
    for (const turn of [1, 2]) {
      for (const [at, place] of [process.execPath, other].entries()) {
        use(place);
        judges(`${versions[at]}, turn ${turn}`);
        assert.ok(existsSync(main(versions[at] ?? "")), versions[at]);
      }
    }
    // Under the name of one, what the other has made.
    const [own, theirs] = versions;
    for (const name of readdirSync(cache).filter((each) => each.endsWith(`${theirs}-${process.arch}`)))
      copyFileSync(join(cache, name), join(cache, name.replace(theirs, own)));
    use(process.execPath);
    judges("of another");
    assert.not.equal(readFileSync(main(own)), readFileSync(main(theirs)));
    assert.match(readFileSync(main(own)).toString("latin1"), ` ${own} ${process.arch} `);
    const { code, stdout } = repo.run(node, [program, "doctor"], { env });
    assert.is(code, 0, stdout);
  });
