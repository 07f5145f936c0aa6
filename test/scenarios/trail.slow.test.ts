// Each way to break the trail of a spec request: refused at commit, and, slipped past the commit hooks, refused on push.
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import type { Files, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the status trail");

const SETTINGS = { rules: { "path-fence": "off" } };
const ID = "20250831T155000Z_jsonld_hashing_ac7f3e26";
const R = `work/spec_requests/${ID}`;
const REQUEST = `${JSON.stringify({ id: ID, project: "jsonld", title: "Hashing", api: {}, acceptance: [], meta: {} }, null, 2)}\n`;

const marked = (...markers: readonly string[]): Files =>
  Object.fromEntries(markers.map((marker) => [`${R}/${marker}.status`, ""]));

interface Break {
  readonly title: string;
  readonly start: readonly string[];
  readonly change: Files;
  readonly says: string;
}

const breaks: readonly Break[] = [
  {
    title: "deleting a marker",
    start: ["proposed", "accepted"],
    change: { [`${R}/accepted.status`]: null },
    says: `${ID}: accepted was removed`,
  },
  {
    title: "swapping two markers, which Git shows as a rename",
    start: ["proposed", "accepted"],
    change: { [`${R}/accepted.status`]: null, [`${R}/rejected.status`]: "" },
    says: `${ID}: accepted was removed`,
  },
  {
    title: "rewriting a marker",
    start: ["proposed", "accepted"],
    change: { [`${R}/accepted.status`]: "by me\n" },
    says: `${ID}: the marker accepted was rewritten`,
  },
  {
    title: "skipping a step",
    start: ["proposed"],
    change: marked("in_progress"),
    says: `${ID}: in_progress needs accepted before it → next may come accepted or rejected`,
  },
  {
    title: "going on after the end",
    start: ["proposed", "rejected"],
    change: marked("accepted"),
    says: `${ID}: accepted comes after the trail has ended in rejected`,
  },
  {
    title: "ending twice",
    start: ["proposed", "accepted", "in_progress"],
    change: marked("implemented", "rejected"),
    says: `${ID}: the trail ends twice`,
  },
  {
    title: "blocking what is only proposed",
    start: ["proposed"],
    change: marked("blocked"),
    says: `${ID}: blocked belongs in accepted or in_progress only`,
  },
  {
    title: "a marker that nobody knows",
    start: ["proposed"],
    change: marked("Accepted"),
    says: `${ID}: Accepted is not a marker`,
  },
  {
    title: "a marker in capitals to its end",
    start: ["proposed"],
    change: { [`${R}/accepted.STATUS`]: "" },
    says: `${ID}: accepted.STATUS is not a marker; write accepted.status`,
  },
  {
    title: "a marker that is a link",
    start: ["proposed"],
    change: { [`${R}/accepted.status`]: { symlink: "proposed.status" } },
    says: `${ID}: the marker accepted is a symlink`,
  },
  {
    title: "deleting the request",
    start: ["proposed"],
    change: { [`${R}/proposed.status`]: null, [`${R}/request.json`]: null },
    says: `${ID}: the request was deleted`,
  },
  {
    title: "tracking the inbox",
    start: ["proposed"],
    change: { [`${R}/inbox/msg_1.json`]: "{}\n" },
    says: `${ID}: inbox is transport`,
  },
  {
    title: "a link out of the request",
    start: ["proposed"],
    change: { [`${R}/attachments/x`]: { symlink: "/etc/passwd" } },
    says: `${ID}: a symbolic link`,
  },
  {
    title: "a request that is not JSON",
    start: ["proposed"],
    change: { [`${R}/request.json`]: REQUEST.slice(0, 40) },
    says: `${ID}: request.json: line`,
  },
];

for (const { title, start, change, says } of breaks) {
  test(`${title} is refused at commit, and on push when it was slipped past`, () => {
    const { repo, remote } = shared(start);
    const before = remote.id("main");
    repo.stage(change);
    const commit = repo.tryGit("commit", "-m", "[AB-1] Break the trail");
    assert.is(commit.code, 1, commit.stderr);
    assert.equal(rulesIn(commit.stderr), ["status-trail"]);
    assert.match(unwrapped(commit.stderr), says);
    assert.is(repo.tryGit("commit", "--no-verify", "-m", "[AB-1] Break the trail").code, 0);
    const push = repo.tryGit("push");
    assert.is(push.code, 1, push.stderr);
    assert.equal(rulesIn(push.stderr), ["status-trail"]);
    assert.match(unwrapped(push.stderr), says);
    assert.match(push.stderr, repo.id("HEAD").slice(0, 8), "the commit is named");
    assert.is(remote.id("main"), before);
  });
}

test("honest steps go through, several at once, with blocked on and off", () => {
  const { repo, remote } = shared(["proposed"]);
  const steps: readonly Files[] = [
    marked("accepted"),
    marked("blocked"),
    { [`${R}/blocked.status`]: null, ...marked("in_progress") },
    marked("done"),
  ];
  for (const step of steps) {
    repo.stage(step);
    const commit = repo.tryGit("commit", "-m", "[AB-1] Go on");
    assert.is(commit.code, 0, commit.stderr);
  }
  const push = repo.tryGit("push");
  assert.is(push.code, 0, push.stderr);
  assert.is(remote.id("main"), repo.id("HEAD"));
});

test("two trails that are honest by themselves are refused when a clean merge joins them into a broken one", () => {
  const { repo, remote } = shared(["proposed", "accepted", "in_progress"]);
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Reject it", marked("rejected"));
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Finish it", marked("implemented"));
  const says = `${ID}: the trail ends twice: in implemented and in rejected`;
  const merge = repo.tryGit("merge", "--no-ff", "-m", "[AB-3] Merge", "side");
  assert.is(merge.code, 1, merge.stderr);
  assert.match(unwrapped(merge.stderr), says);
  assert.is(repo.tryGit("commit", "--no-verify", "-m", "[AB-3] Merge").code, 0);
  const before = remote.id("main");
  const push = repo.tryGit("push");
  assert.is(push.code, 1);
  assert.match(unwrapped(push.stderr), says);
  assert.is(remote.id("main"), before);
});

test("what one branch rejects and another goes on with is one verdict, whichever is merged into which", () => {
  for (const [first, second] of [
    ["rejects", "goes-on"],
    ["goes-on", "rejects"],
  ] as const) {
    const { repo } = shared(["proposed", "accepted"]);
    repo.git("switch", "-qc", "rejects");
    repo.commit("[AB-1] Reject it", marked("rejected"));
    repo.git("switch", "-qc", "goes-on", "main");
    repo.commit("[AB-2] Go on", marked("in_progress"));
    repo.git("switch", "-q", first);
    assert.is(repo.tryGit("push", "-q", "-u", "origin", first).code, 0);
    const merge = repo.tryGit("merge", "--no-ff", "-m", "[AB-3] Merge", second);
    assert.is(merge.code, 0, `${first}: ${merge.stderr}`);
    const push = repo.tryGit("push");
    assert.is(push.code, 0, `${first}: ${push.stderr}`);
  }
});

test("a merge that drops what one side has set is refused on push", () => {
  const { repo } = shared(["proposed"]);
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Accept it", marked("accepted"));
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Something else", { "A/x.md": "x\n" });
  repo.git("merge", "-q", "--no-verify", "-s", "ours", "-m", "[AB-3] Merge", "side");
  const push = repo.tryGit("push");
  assert.is(push.code, 1, push.stderr);
  assert.match(unwrapped(push.stderr), `${ID}: accepted, which ${repo.id("side").slice(0, 7)} sets, is gone`);
});

test("a forced push that takes back what the remote has is refused", () => {
  const { repo, remote } = shared(["proposed"]);
  repo.commit("[AB-1] Accept it", marked("accepted"));
  assert.is(repo.tryGit("push").code, 0);
  const before = remote.id("main");
  repo.git("reset", "-q", "--hard", "HEAD~1");
  repo.commit("[AB-2] Something else", { "A/x.md": "x\n" });
  const push = repo.tryGit("push", "--force");
  assert.is(push.code, 1, push.stderr);
  assert.match(unwrapped(push.stderr), `${ID}: accepted was removed`);
  assert.is(remote.id("main"), before);
});

test("what was archived is left as it was: its trail is refused another step, other files warn, and it may come back", () => {
  const { repo, remote } = shared(["proposed"]);
  const move = (from: string, to: string) => {
    repo.git("mv", from, to);
    const commit = repo.tryGit("commit", "-m", "[AB-1] Move it");
    assert.is(commit.code, 0, commit.stderr);
    assert.not.match(commit.stderr, "status-trail");
  };
  const archived = `work/spec_requests/.archive/${ID}`;
  repo.commit("[AB-1] Finish it", marked("accepted", "in_progress", "implemented"));
  repo.write({ "work/spec_requests/.archive/.gitignore": "/*/thread.md\n" });
  move(R, archived);
  move(archived, R);
  move(R, archived);
  const push = repo.tryGit("push");
  assert.is(push.code, 0, push.stderr);
  repo.stage({ [`${archived}/request.json`]: REQUEST.replace("Hashing", "Signing") });
  const warned = repo.tryGit("commit", "-m", "[AB-1] Say another thing");
  assert.is(warned.code, 0, warned.stderr);
  assert.match(unwrapped(warned.stderr), "request.json says something other than what was accepted");
  for (const change of [
    { [`${archived}/implemented.status`]: null },
    { [`${archived}/rejected.status`]: "" },
    { [`${archived}/accepted.status`]: "by me\n" },
    Object.fromEntries(
      repo
        .git("ls-files", archived)
        .split("\n")
        .map((path) => [path, null]),
    ),
  ]) {
    repo.stage(change);
    const commit = repo.tryGit("commit", "-m", "[AB-1] Change it");
    assert.is(commit.code, 1, commit.stderr);
    assert.equal(rulesIn(commit.stderr), ["status-trail"]);
    repo.git("commit", "-q", "--no-verify", "-m", "[AB-1] Change it");
    const before = remote.id("main");
    const push = repo.tryGit("push");
    assert.is(push.code, 1, push.stderr);
    assert.is(remote.id("main"), before);
    repo.git("reset", "-q", "--hard", "HEAD~1");
  }
});

test("what one branch archives and another still adds to is joined in the archive by a merge", () => {
  const { repo } = shared(["proposed", "rejected"]);
  const archived = `work/spec_requests/.archive/${ID}`;
  repo.git("switch", "-qc", "archives");
  repo.write({ "work/spec_requests/.archive/.gitignore": "/*/thread.md\n" });
  repo.git("mv", R, archived);
  repo.git("commit", "-qm", "[AB-1] Archive it");
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Add a note", { [`${R}/note.txt`]: "a note\n" });
  assert.is.not(repo.tryGit("merge", "--no-ff", "-m", "[AB-3] Merge", "archives").code, 0, "Git asks where");
  repo.stage({ [`${R}/note.txt`]: null, [`${archived}/note.txt`]: "a note\n" });
  const merge = repo.tryGit("commit", "-m", "[AB-3] Merge");
  assert.is(merge.code, 0, merge.stderr);
  const push = repo.tryGit("push");
  assert.is(push.code, 0, push.stderr);
});

test("check --range does not blame a branch for the steps that were taken since it parted", () => {
  const { repo } = shared(["proposed"]);
  repo.git("switch", "-qc", "behind");
  repo.commit("[AB-1] Work", { "A/work.lua": cleanModule });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Accept", marked("accepted"));
  assert.is(arkitekt(repo, ["check", "--range", "main..behind"]).code, 0);
});

test("check --tree looks at every request of a tree", () => {
  const { repo } = shared(["proposed"]);
  repo.commit("[AB-1] Break it", {
    ...marked("implemented"),
    "work/spec_requests/other/proposed.status": "",
  });
  const check = arkitekt(repo, ["check", "--tree", "HEAD"]);
  assert.is(check.code, 1);
  assert.match(unwrapped(check.stdout), `${ID}: implemented needs accepted before it`);
  assert.match(unwrapped(check.stdout), "other: request.json is missing");
});

function shared(markers: readonly string[]): { repo: TestRepo; remote: TestRepo } {
  const repo = makeGated({ [`${R}/request.json`]: REQUEST, ...marked(...markers) }, SETTINGS);
  const remote = repo.addRemote("origin");
  assert.is(repo.tryGit("push", "-q", "--no-verify", "-u", "origin", "main").code, 0);
  return { repo, remote };
}
