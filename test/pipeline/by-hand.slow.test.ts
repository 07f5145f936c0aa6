// Commits that somebody makes on the branch of a phase whose manifest only one working tree holds.
import * as assert from "uvu/assert";
import { arkitekt } from "../support/gated.ts";
import { makePipeline, phase } from "../support/pipeline/four-phases.ts";
import { suite } from "../support/suite.ts";

const test = suite("a phase's commit by hand");

const APP = "A/scripts/Song/app";
const MODULE = "local M = {}\n\nreturn M\n";

test("says what its phase asks for where Git ignores the manifest, and is judged by that in every clone", () => {
  const repo = makePipeline([phase("edit", { task: "name_keys" }, [`${APP}/new.lua`])], { isIgnored: true });
  repo.git("switch", "-q", "-c", "codex/phase-edit");
  const payloads = () =>
    repo
      .git("log", "-1", "--format=%(trailers:key=Arkitekt-Phase,key=Arkitekt-Payload)")
      .match(/^Arkitekt-.*$/gm) ?? [];
  repo.write({ [`${APP}/new.lua`]: MODULE });
  repo.git("add", ".");
  repo.git("commit", "-q", "-m", "name_keys: add it");
  assert.equal(
    payloads().map((line) => line.slice(0, 20)),
    ["Arkitekt-Phase: edit", 'Arkitekt-Payload: {"'],
  );
  repo.git("commit", "-q", "--amend", "-m", "name_keys: add the keys");
  assert.is(payloads().length, 2);
  repo.git("commit", "-q", "--amend", "--no-edit");
  assert.is(payloads().length, 2);
  const trailers = repo.git("log", "-1", "--format=%(trailers)");
  const clone = repo.clone("clone", "--branch", "codex/phase-edit");
  const judged = () => arkitekt(clone, ["check", "--range", "origin/main..HEAD"]);
  assert.is(judged().code, 0, judged().stdout);
  clone.commit(`name_keys: add more\n\n${trailers}`, { [`${APP}/other.lua`]: MODULE });
  assert.match(judged().stdout, `this file is new, but only ${APP}/new.lua may change`);
  // What is of no phase says nothing of one.
  repo.git("switch", "-q", "main");
  repo.git("commit", "-q", "--allow-empty", "-m", "other_work: nothing");
  assert.equal(payloads(), []);
});
