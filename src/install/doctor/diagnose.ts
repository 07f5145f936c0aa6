// What could let a change slip through, or stop work for no reason, judged by how the clone is set up.

import { join, resolve } from "node:path";
import { pathspecWord } from "../../base/pathspec.ts";
import { shellWord } from "../../base/shell-word.ts";
import { nulList } from "../../git/process/nul-list.ts";
import { userGit } from "../../git/process/user-git.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder, isRunnable, isThere, namesIn, onPath } from "../../system/folders.ts";
import { STARTER } from "../../system/program/as-typed.ts";
import { isSealed } from "../../system/program/checksums.ts";
import { damagedLaunchers } from "../../system/program/damaged-launchers.ts";
import { hasOurAlias } from "../gate/alias.ts";
import type { Clone } from "../gate/clone.ts";
import { usesHusky } from "../gate/husky-files.ts";
import { hasOurLines } from "../gate/husky-lines.ts";
import { policyPlaceOf } from "../gate/initial-policy.ts";
import { type InstallRecord, readRecord } from "../gate/install-manifest.ts";
import { GATED, isLauncher, programInLaunchers } from "../gate/launchers.ts";
import { isWhole, ownPackage, readProgram } from "../gate/program.ts";
import { checkedOutSubmodules } from "../gate/submodules.ts";
import { conditionalIncludes } from "./conditional-includes.ts";
import { otherWays, settingSpots } from "./ways-to-the-gate.ts";
import { AGAIN, flaw, hole, type WeakSpot } from "./weak-spot.ts";

/** `env` as the user has it: variables that Git and the gate listen to are part of the question. */
export function findWeakSpots(clone: Clone, env: NodeJS.ProcessEnv): readonly WeakSpot[] {
  const record = readRecord(clone);

  if (!isFolder(clone.hooksFolder)) {
    return [hole("not-installed", "this clone has no gate", AGAIN), ...environmentSpots(env)];
  }
  return [
    ...settingSpots(clone, record),
    ...conditionalIncludes(clone),
    ...environmentSpots(env),
    ...launcherSpots(clone, record),
    ...otherWays(clone),
    ...programSpots(clone, record),
    ...nodeSpots(record, env),
    ...policySpots(clone),
    ...huskySpots(clone),
    ...chainSpots(clone, record),
    ...aliasSpots(clone),
    ...submoduleSpots(clone),
  ];
}

function environmentSpots(env: NodeJS.ProcessEnv): readonly WeakSpot[] {
  const spots: WeakSpot[] = [];
  if (env["ARKITEKT"] === "0") {
    spots.push(hole("skipped-by-environment", "ARKITEKT=0 is set: every hook is skipped", "unset ARKITEKT"));
  }
  const names = Object.keys(env).filter((name) => /^GIT_CONFIG_KEY_\d+$/.test(name));
  const parameters = env["GIT_CONFIG_PARAMETERS"] ?? "";
  const overriding = names.filter((name) => env[name]?.toLowerCase() === "core.hookspath");
  if (overriding.length > 0 || /core\.hookspath/i.test(parameters)) {
    const by = overriding[0] ?? "GIT_CONFIG_PARAMETERS";
    spots.push(
      hole("hooks-path-in-environment", `${by} sets core.hooksPath for every Git here`, `unset ${by}`),
    );
  }
  for (const name of [
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
  ]) {
    if (env[name] !== undefined) {
      spots.push(
        flaw("git-variable", `${name} is set in the environment, for every Git here`, `unset ${name}`),
      );
    }
  }
  return spots;
}

function launcherSpots(clone: Clone, record: InstallRecord | undefined): readonly WeakSpot[] {
  const folders = new Set([clone.hooksFolder, ...(record?.settings.map(({ value }) => value) ?? [])]);
  const damaged = [...folders].flatMap((folder) =>
    damagedLaunchers(join(folder, "any"), namesIn(folder)).map((name) =>
      hole(
        "launcher-changed",
        `the launcher of ${name} is not as install wrote it: ${join(folder, name)}`,
        AGAIN,
      ),
    ),
  );
  return [...damaged, ...gatedSpots(clone), ...scriptSpots(clone)];
}

/** Scripts that no hook of Git calls: emptied, they end well and have asked nobody. */
function scriptSpots(clone: Clone): readonly WeakSpot[] {
  const calls = {
    agent: "what coding agents call",
    ...(hasOurAlias(clone) ? { [STARTER]: "what `git arkitekt` starts" } : {}),
  };
  return Object.entries(calls).flatMap(([name, what]) => {
    const place = join(clone.home, name);
    const text = readFileIfThere(place)?.toString("utf8");
    if (text === undefined) return [flaw("script-gone", `${what} is gone: ${place}`, AGAIN)];
    const isWhole = isSealed(text) && isRunnable(place);
    return isWhole ? [] : [flaw("script-changed", `${what} is not as install wrote it: ${place}`, AGAIN)];
  });
}

function gatedSpots(clone: Clone): readonly WeakSpot[] {
  return GATED.flatMap((name) => {
    const place = join(clone.hooksFolder, name);
    if (!isThere(place)) return [hole("launcher-missing", `the launcher of ${name} is gone`, AGAIN)];
    if (!isLauncher(place))
      return [hole("launcher-replaced", `another program took the place of ${name}`, AGAIN)];
    if (!isRunnable(place)) {
      return [hole("launcher-not-executable", `Git passes over ${name}: it is not executable`, AGAIN)];
    }
    return [];
  });
}

function programSpots(clone: Clone, record: InstallRecord | undefined): readonly WeakSpot[] {
  const program = programInLaunchers(clone.hooksFolder) ?? record?.program;
  if (program !== undefined && !isWhole(clone, program)) {
    const what = `the gate's program ${program} is damaged or gone, so that nothing is judged`;
    return [hole("program-damaged", what, AGAIN)];
  }
  if (record === undefined) {
    const what = "the record of the install is gone or damaged: uninstall can't restore everything";
    return [flaw("record-missing", what, AGAIN)];
  }
  const own = readProgram(ownPackage());
  if (!own.ok)
    return [flaw("package-damaged", `${own.error.message} (${own.error.where})`, own.error.next ?? AGAIN)];
  return own.value.id === program
    ? []
    : [flaw("program-differs", `hooks run ${program ?? record.program}, this is ${own.value.id}`, AGAIN)];
}

function nodeSpots(record: InstallRecord | undefined, env: NodeJS.ProcessEnv): readonly WeakSpot[] {
  const nodes = record?.nodes ?? [];
  if (nodes.length === 0 || nodes.some((node) => isRunnable(node))) return [];
  const gone = `the Node that installed the gate is gone: ${nodes.join(", ")}`;
  return onPath("node", env) === undefined
    ? [flaw("node-gone", `${gone}; none is on PATH, so every commit stops`, AGAIN)]
    : [flaw("node-gone", `${gone}; programs without your PATH can't commit`, AGAIN)];
}

function policySpots(clone: Clone): readonly WeakSpot[] {
  const place = policyPlaceOf(clone);
  if (place === undefined) {
    return [
      flaw("no-policy", "there is no policy, so the gate has nothing to go by", `${AGAIN}, then commit it`),
    ];
  }
  const isCommitted = clone.git("cat-file", "-e", `HEAD:${place}`).code === 0;
  const isStaged = clone.git("ls-files", "--error-unmatch", "--", `:(top,literal)${place}`).code === 0;
  if (!isCommitted && !isStaged) return [untracked(clone, place)];
  return isCommitted
    ? []
    : [
        flaw(
          "policy-not-committed",
          `${place} is not committed: others have no policy`,
          `git add ${pathspecWord(place)} and commit it`,
        ),
      ];
}

/** The gate reads what is committed or staged: without that there is no policy, and every commit and push stops. */
function untracked(clone: Clone, place: string): WeakSpot {
  const isIgnored = clone.git("check-ignore", "-q", "--", place).code === 0;
  return isIgnored
    ? hole(
        "policy-ignored",
        `Git ignores ${place}, so that there is no policy and every commit stops`,
        `git add -f ${pathspecWord(place)} and commit it`,
      )
    : flaw(
        "policy-untracked",
        `${place} is neither committed nor staged, so that there is no policy yet and every commit stops`,
        `git add ${pathspecWord(place)} and commit it`,
      );
}

function huskySpots(clone: Clone): readonly WeakSpot[] {
  const { workTree } = clone;
  if (workTree === undefined || !usesHusky(clone)) return [];
  const without = GATED.filter((name) => {
    const text = readFileIfThere(join(workTree, ".husky", name))?.toString("latin1");
    return text === undefined || !hasOurLines(text);
  });
  if (without.length === 0) return [];
  const what = `.husky lacks our lines in ${without.join(", ")}: a clone with husky alone is not gated there`;
  return [flaw("husky-lines-missing", what, `${AGAIN}, then commit .husky`)];
}

function chainSpots(clone: Clone, record: InstallRecord | undefined): readonly WeakSpot[] {
  return (record?.settings ?? []).flatMap(({ prior }) =>
    prior === undefined || isFolder(resolve(clone.workTree ?? clone.gitDir, prior))
      ? []
      : [
          flaw(
            "chained-hooks-gone",
            `the hooks that run before the gate are gone: ${prior}`,
            "put them back",
          ),
        ],
  );
}

/** Aliases that bypass hooks. */
function aliasSpots(clone: Clone): readonly WeakSpot[] {
  const answer = clone.git("config", "-z", "--show-scope", "--get-regexp", "^alias\\.");
  const listed = nulList(answer.stdout);
  return listed.flatMap((entry, at) => {
    // The scope stands before each entry; what was given on a command line can't be taken out.
    if (at % 2 === 0) return [];
    const scope = listed[at - 1] ?? "";
    const [name = "", value = ""] = entry.split("\n");
    const passesBy = /--no-verify|\bcommit\b[^|;&]*\s-[a-zA-Z]*n|core\.hooksPath/.test(value);
    if (!passesBy) return [];
    const next =
      scope === "command"
        ? "leave it out of the command line"
        : `git config --${scope} --unset-all ${shellWord(name)}`;
    return [flaw("alias-skips-hooks", `git ${name.slice(6)} bypasses the hooks: ${value}`, next)];
  });
}

function submoduleSpots(clone: Clone): readonly WeakSpot[] {
  return checkedOutSubmodules(clone).flatMap((path) => {
    const place = join(clone.workTree ?? "", path);
    const hooks = userGit(place, clone.env, ["rev-parse", "--git-path", "hooks"]).stdout.trim();
    if (hooks.endsWith("/arkitekt/_")) return [];
    return [flaw("submodule-not-gated", `the submodule ${path} has no gate`, `${AGAIN} --repo ${path}`)];
  });
}
