// What the remote is believed to have is not judged. So nothing that can be set here without the remote is believed; and
// what a colleague pushed is not held against me.
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const broken = "local = 3\n";

interface Place {
  readonly repo: TestRepo;
  readonly remote: TestRepo;
  readonly start: string;
}

function gatedWithRemote(): Place {
  const repo = makeGated({ "A/one.lua": cleanModule });
  repo.git("commit", "-q", "--amend", "--no-verify", "-m", "[AB-1] Start");
  const remote = repo.addRemote("origin");
  repo.git("push", "-q", "origin", "main");
  repo.git("fetch", "-q", "origin");
  return { repo, remote, start: repo.id("main") };
}

/** Another repository that has what the remote had at the start. */
function other({ repo, remote, start }: Place): string {
  const place = join(repo.dir, "..", "other.git");
  repo.git("clone", "-q", "--bare", remote.dir, place);
  repo.git("--git-dir", place, "update-ref", "refs/heads/main", start);
  return place;
}

const bad = ({ repo }: Place) => repo.commit("[AB-1] Break it", { "A/bad.lua": broken });

/** Each makes this clone seem to know that the remote has a broken commit, which main then holds. */
const beliefs: Readonly<Record<string, (place: Place) => unknown>> = {
  "a link of origin/HEAD to a branch of this clone": (place) => {
    place.repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/heads/main");
    bad(place);
  },
  "a fetch from this clone into origin/x": (place) => {
    bad(place);
    place.repo.git("fetch", "-q", ".", "main:refs/remotes/origin/x");
  },
  "a fetch from this clone's path into origin/main": (place) => {
    bad(place);
    place.repo.git("fetch", "-q", place.repo.dir, "+main:refs/remotes/origin/main");
  },
  "update-ref of origin/main": (place) =>
    place.repo.git("update-ref", "refs/remotes/origin/main", bad(place)),
  "update-ref of a new origin/x": (place) =>
    place.repo.git("update-ref", "refs/remotes/origin/x", bad(place)),
  "a ref written by hand": (place) => {
    const id = bad(place);
    mkdirSync(join(place.repo.dir, ".git/refs/remotes/origin"), { recursive: true });
    writeFileSync(join(place.repo.dir, ".git/refs/remotes/origin/x"), `${id}\n`);
  },
  "update-ref that is not logged": (place) => {
    place.repo.git("-c", "core.logAllRefUpdates=false", "update-ref", "refs/remotes/origin/x", bad(place));
  },
  "another remote whose name begins with this one's": (place) => {
    const theirs = other(place);
    bad(place);
    // As older versions of Git let one be added.
    place.repo.git("config", "remote.origin/other.url", theirs);
    place.repo.git("config", "remote.origin/other.fetch", "+refs/heads/*:refs/remotes/origin/other/*");
    place.repo.git("push", "-q", "--no-verify", "origin/other", "main");
  },
  "requests of strangers that are fetched below origin": (place) => {
    bad(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main:refs/pull/1/head");
    place.repo.git("config", "--add", "remote.origin.fetch", "+refs/pull/*/head:refs/remotes/origin/pr/*");
    place.repo.git("fetch", "-q", "origin");
  },
  "a remote that has moved to another address": (place) => {
    bad(place);
    const theirs = other(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main");
    place.repo.git("remote", "set-url", "origin", theirs);
  },
  "an address that is rewritten by now": (place) => {
    bad(place);
    const theirs = other(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main");
    place.repo.git("config", `url.${theirs}.insteadOf`, place.remote.dir);
  },
  "an address that is rewritten for pushes": (place) => {
    bad(place);
    const theirs = other(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main");
    place.repo.git("config", `url.${theirs}.pushInsteadOf`, place.remote.dir);
  },
  "another address for pushes": (place) => {
    bad(place);
    const theirs = other(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main");
    place.repo.git("config", "remote.origin.pushurl", theirs);
  },
  "a second address for pushes": (place) => {
    bad(place);
    const theirs = other(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main");
    place.repo.git("remote", "set-url", "--add", "origin", theirs);
  },
};

const belief = suite("a broken commit is judged, whatever this clone believes of the remote");

for (const [name, make] of Object.entries(beliefs)) {
  belief(name, () => {
    const place = gatedWithRemote();
    make(place);
    for (const target of ["main:main", "main:topic"]) {
      const answer = place.repo.tryGit("push", "origin", target);
      assert.equal([answer.code !== 0, rulesIn(answer.stderr)], [true, ["lua-parse"]], answer.stderr);
    }
  });
}

belief("a branch that the remote has no more", () => {
  const place = gatedWithRemote();
  bad(place);
  place.repo.git("push", "-q", "--no-verify", "origin", "main:x");
  place.remote.git("update-ref", "-d", "refs/heads/x");
  assert.equal(rulesIn(place.repo.tryGit("push", "origin", "main:x").stderr), ["lua-parse"]);
});

belief("a record of addresses that was tampered with or cut", () => {
  for (const hurt of [
    (file: string) => appendFileSync(file, " "),
    (file: string) => writeFileSync(file, ""),
  ]) {
    const place = gatedWithRemote();
    bad(place);
    place.repo.git("push", "-q", "--no-verify", "origin", "main:x");
    hurt(join(place.repo.dir, ".git/arkitekt/remotes"));
    assert.equal(rulesIn(place.repo.tryGit("push", "origin", "main:topic").stderr), ["lua-parse"]);
  }
});

/** Each way to hold what a colleague pushed past the gate. */
const ways: Readonly<Record<string, (place: Place) => TestRepo>> = {
  "fetched and merged": ({ repo }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    return repo;
  },
  "fetched by name": ({ repo }) => {
    repo.git("fetch", "-q", "origin", "main:refs/remotes/origin/main");
    repo.git("merge", "-q", "--ff-only", "origin/main");
    return repo;
  },
  "fetched with everything else": ({ repo }) => {
    repo.git("remote", "update", "--prune");
    repo.git("merge", "-q", "--ff-only", "origin/main");
    return repo;
  },
  "in a new clone": ({ remote }) => {
    const clone = remote.clone("fresh");
    assert.is(arkitekt(clone, ["install"]).code, 0);
    return clone;
  },
  "in a clone whose logs were emptied": ({ repo }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    repo.git("reflog", "expire", "--expire=all", "--all");
    return repo;
  },
  "in a clone that keeps no logs": ({ repo }) => {
    repo.git("config", "core.logAllRefUpdates", "false");
    rmSync(join(repo.dir, ".git/logs"), { recursive: true });
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    return repo;
  },
  "after the refs were packed": ({ repo }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    repo.git("pack-refs", "--all");
    return repo;
  },
  "after the remote was renamed": ({ repo }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    repo.git("remote", "rename", "origin", "up");
    repo.git("remote", "rename", "up", "origin");
    return repo;
  },
  "after the remote has moved and was fetched again": ({ repo, remote }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    const moved = join(repo.dir, "..", "moved.git");
    renameSync(remote.dir, moved);
    repo.git("remote", "set-url", "origin", moved);
    repo.git("fetch", "-q", "origin");
    return repo;
  },
  "after origin/main was set aside and back": ({ repo, start }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    const theirs = repo.id("origin/main");
    repo.git("update-ref", "refs/remotes/origin/main", start);
    repo.git("update-ref", "refs/remotes/origin/main", theirs);
    return repo;
  },
  "in a linked worktree": ({ repo }) => {
    repo.git("pull", "-q", "--ff-only", "origin", "main");
    repo.git("worktree", "add", "-q", "../linked", "-b", "linked");
    return repo;
  },
};

const sound = suite("what a colleague pushed is not held against me");

for (const [name, hold] of Object.entries(ways)) {
  sound(name, () => {
    const place = gatedWithRemote();
    const colleague = place.remote.clone("colleague");
    colleague.commit("[AB-2] Break it", { "A/bad.lua": broken });
    colleague.git("push", "-q", "origin", "main");
    const repo = hold(place);
    repo.commit("[AB-3] More", { "A/more.lua": cleanModule });
    for (const target of ["HEAD:topic", "HEAD:main"]) {
      const answer = repo.tryGit("push", "-q", "origin", target);
      assert.equal([answer.code, answer.stderr], [0, ""]);
    }
    repo.commit("[AB-4] Break more", { "A/worse.lua": broken });
    for (const target of ["HEAD:other", "HEAD:main"])
      assert.equal(rulesIn(repo.tryGit("push", "origin", target).stderr), ["lua-parse"]);
  });
}
