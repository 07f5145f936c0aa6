// The proof: Git itself offers each gated hook what it must refuse.

import type { Clone } from "../gate/clone.ts";
import type { GATED } from "../gate/launchers.ts";
import { inProbeWorktree, type ProbeWorktree, type WatchedAnswer } from "./probe-worktree.ts";

export interface Proof {
  readonly hook: (typeof GATED)[number];
  /** What was offered: "a commit of a Lua file that does not parse". */
  readonly offered: string;
  readonly outcome: ProbeOutcome;
}

export type ProbeOutcome =
  /** Refused by the gate's verdict. */
  | { readonly kind: "refused" }
  /** Stopped because the gate can't look; `said` is its message. */
  | { readonly kind: "cannot-look"; readonly said: string }
  /** Git stopped before it came to this hook. */
  | { readonly kind: "not-reached"; readonly said: string }
  /** The gate looked and let it pass: its policy has nothing against it. */
  | { readonly kind: "allowed" }
  /** It went through, and our launcher had no part in it. */
  | { readonly kind: "ungated"; readonly program: string | undefined };

export interface Offer {
  /** Where Lua lies. */
  readonly folder: string;
  /** A policy that is not in any commit yet: it is staged with what is offered. */
  readonly policy: { readonly path: string; readonly text: string } | undefined;
}

/** Offers, in a place that leaves nothing behind, one bad change to each hook. */
export function prove(clone: Clone, { folder, policy }: Offer): readonly Proof[] {
  return inProbeWorktree(clone, (probe) => {
    if (policy !== undefined) addToIndex(probe, policy.path, policy.text);
    const path = `${folder === "." || folder === "" ? "" : `${folder}/`}arkitekt_doctor_probe.lua`;
    const first = (answer: WatchedAnswer) => outcomeOf(answer, false);
    const later = (answer: WatchedAnswer) => outcomeOf(answer, answer.code !== 0);
    // `git hook run` came with Git 2.36.
    const alone = (answer: WatchedAnswer) => outcomeOf(answer, /not a git command/.test(answer.stderr));
    const lua = "a Lua file that does not parse";
    addToIndex(probe, path, BROKEN_LUA);
    const proofs: Proof[] = [
      { hook: "pre-commit", offered: `git commit of ${lua}`, outcome: first(commit(probe, "pre-commit")) },
      { hook: "pre-merge-commit", offered: `a merge that brings ${lua}`, outcome: alone(merge(probe)) },
      { hook: "pre-push", offered: `git push of ${lua}`, outcome: later(push(probe)) },
    ];
    probe.git(["update-index", "--force-remove", path]);
    const title = "git commit with a title that names no task";
    proofs.push({ hook: "commit-msg", offered: title, outcome: later(message(probe)) });
    const unseen = path.replace("probe.lua", "unverified.lua");
    addToIndex(probe, unseen, BROKEN_LUA);
    proofs.push({
      hook: "prepare-commit-msg",
      offered: `git commit --no-verify of ${lua}`,
      outcome: later(commit(probe, "prepare-commit-msg", TITLE, "--no-verify")),
    });
    probe.git(["update-index", "--force-remove", unseen]);
    // `git am` wants an index that equals HEAD, which has moved when the title was allowed. A policy that is not committed yet
    // is committed then, in the probe alone.
    if (policy !== undefined) commitIndex(probe);
    if (probe.git(["read-tree", "HEAD"]).code !== 0) probe.git(["read-tree", "--empty"]);
    const patch = applyPatch(probe, path);
    proofs.push({ hook: "pre-applypatch", offered: `git am of ${lua}`, outcome: later(patch) });
    return proofs;
  });
}

const BROKEN_LUA = "local =\n";
const TITLE = "phase0_doctor_probe: arkitekt doctor offers what must be refused";

function addToIndex(probe: ProbeWorktree, path: string, text: string): void {
  const blob = probe.git(["hash-object", "-w", "--stdin"], text).stdout.trim();
  probe.git(["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`]);
}

function commit(
  probe: ProbeWorktree,
  hook: string,
  title = TITLE,
  ...more: readonly string[]
): WatchedAnswer {
  return probe.watched(hook, ["commit", "--quiet", ...more, "-m", title]);
}

/** An empty commit passes pre-commit, and this title names no task. */
function message(probe: ProbeWorktree): WatchedAnswer {
  return commit(probe, "commit-msg", "x", "--allow-empty");
}

/** A clean merge blames nobody for what a parent brings, so the hook is run on the staged probe itself. */
function merge(probe: ProbeWorktree): WatchedAnswer {
  return probe.watched("pre-merge-commit", ["hook", "run", "pre-merge-commit"]);
}

function commitIndex(probe: ProbeWorktree): void {
  probe.git(["update-ref", "HEAD", commitTree(probe)]);
}

/** A commit of the index on the probe's base. */
function commitTree(probe: ProbeWorktree): string {
  const tree = probe.git(["write-tree"]).stdout.trim();
  const parents = probe.base === undefined ? [] : ["-p", probe.base];
  return probe.git(["commit-tree", tree, ...parents, "-m", TITLE]).stdout.trim();
}

/** To a remote that stands where HEAD does, so that one commit is new. */
function push(probe: ProbeWorktree): WatchedAnswer {
  const target = `${commitTree(probe)}:refs/heads/probe`;
  return probe.watched("pre-push", ["push", "--quiet", probe.makeRemote(), target]);
}

function applyPatch(probe: ProbeWorktree, path: string): WatchedAnswer {
  const patch = [
    "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001",
    "From: arkitekt doctor <doctor@arkitekt.invalid>",
    "Date: Thu, 1 Jan 2026 00:00:00 +0000",
    `Subject: ${TITLE}`,
    "",
    "---",
    `diff --git a/${path} b/${path}`,
    "new file mode 100644",
    "--- /dev/null",
    `+++ b/${path}`,
    "@@ -0,0 +1 @@",
    `+${BROKEN_LUA.trimEnd()}`,
    "",
  ];
  return probe.watched("pre-applypatch", ["am", "--quiet"], patch.join("\n"));
}

/** `mayEndBefore`: what was run can have ended, for reasons of its own, before it came to the hook. */
function outcomeOf({ code, stderr, hook }: WatchedAnswer, mayEndBefore: boolean): ProbeOutcome {
  if (hook === undefined && mayEndBefore) return { kind: "not-reached", said: tellingLine(stderr) };
  if (hook === undefined || !hook.isOurs) {
    return { kind: "ungated", program: hook?.program };
  }
  if (hook.code === 0 || code === 0) return { kind: "allowed" };
  return hook.code === 1 ? { kind: "refused" } : { kind: "cannot-look", said: tellingLine(stderr) };
}

/** The gate's own line among what Git and others say; the first one otherwise. */
function tellingLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (lines.find((line) => line.startsWith("arkitekt: ")) ?? lines[0] ?? "").replace(/^arkitekt: /, "");
}
