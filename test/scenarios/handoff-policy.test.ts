// What `arkitekt spec` takes from the policy and from Git: the folder of the requests, and who speaks.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("the hand-off and the policy");
const FOLDER = "docs/requests";
const SETTINGS = {
  rules: { "status-trail": ["error", { folder: FOLDER }] },
  handoff: { projects: ["lib"] },
};

test("requests lie where the rule of the trail has them, and the sender is who Git or the policy says", () => {
  const repo = makeGated({}, SETTINGS);
  const made = arkitekt(repo, ["spec", "new", "lib", "--title", "Names"]);
  assert.is(made.code, 0, made.stderr);
  const id = made.stdout.trim();
  assert.ok(readdirSync(join(repo.dir, FOLDER)).includes(id));
  const outbox = join(repo.dir, FOLDER, id, "outbox");
  const said = (words: string, env = {}) => {
    const before = new Set(existsSync(outbox) ? readdirSync(outbox) : []);
    const args = ["spec", "msg", "new", "--id", id, "--type", "comment", "-m", words];
    const answer = arkitekt(repo, args, { env });
    assert.is(answer.code, 0, answer.stderr);
    const [file = ""] = readdirSync(outbox).filter((name) => !before.has(name));
    return JSON.parse(readFileSync(join(outbox, file), "utf8")).from;
  };
  repo.git("config", "user.name", "Somebody Else");
  repo.git("config", "remote.origin.url", "git@example.org:team/song-lib.git");
  assert.equal(said("by the remote", { GIT_AUTHOR_NAME: undefined }), {
    project: "song-lib",
    agent: "Somebody Else",
  });
  const named = { ...SETTINGS, handoff: { projects: ["lib"], project: "named" } };
  const policy = JSON.parse(readFileSync(join(repo.dir, ".arkitektrc.json"), "utf8"));
  repo.write({ ".arkitektrc.json": JSON.stringify({ ...policy, ...named }) });
  assert.equal(said("by the policy", { GIT_AUTHOR_NAME: "An Author" }), {
    project: "named",
    agent: "An Author",
  });
});

test("the shipped rule names the request in what it says to do next", () => {
  const repo = makeGated({}, SETTINGS);
  const request = {
    project: "lib",
    title: "x",
    api: {},
    acceptance: [],
    meta: {},
    attachments: ["work/a.md"],
  };
  repo.stage({
    [`${FOLDER}/names/request.json`]: JSON.stringify(request),
    [`${FOLDER}/names/proposed.status`]: "",
  });
  const answer = arkitekt(repo, ["check"]);
  assert.match(answer.stdout + answer.stderr, /arkitekt spec attach --to names --file work\/a\.md/);
});

test("the fences leave the folder of requests alone, wherever the policy has it, and no other", () => {
  const fences = { "path-fence": ["error", { roots: ["A"] }], "docs-fence": "error" };
  const repo = makeGated({}, { ...SETTINGS, rules: { ...SETTINGS.rules, ...fences } });
  repo.stage({
    [`${FOLDER}/names/request.json`]: JSON.stringify({
      project: "lib",
      title: "x",
      api: {},
      acceptance: [],
      meta: {},
    }),
    [`${FOLDER}/names/proposed.status`]: "",
    [`${FOLDER}/names/attachments/why.md`]: "# Why\n",
  });
  const answer = arkitekt(repo, ["check"]);
  assert.not.match(answer.stdout + answer.stderr, /path-fence|docs-fence/);
  repo.stage({ "work/spec_requests/x.md": "# Not here\n" });
  assert.match(arkitekt(repo, ["check"]).stdout, "path-fence");
});
