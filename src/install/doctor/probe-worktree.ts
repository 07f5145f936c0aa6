// A place to try the gate in, from which nothing gets back: a worktree made by hand outside the repository. It has an
// index, a HEAD and an object store of its own, and shares with the clone what has to be proved: configuration and hooks.
import { dirname, isAbsolute, join } from "node:path";
import { alternatesFile, objectVariables } from "../../git/open/object-folders.ts";
import { nulList } from "../../git/process/nul-list.ts";
import { type UserGitAnswer, userGit } from "../../git/process/user-git.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { makeFolder } from "../../system/folders.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";
import type { Clone } from "../gate/clone.ts";
import { isForwarder } from "../gate/forwarders.ts";
import { hooksPathSettings, isDefaultPlace, isGatePlace, placeOf } from "../gate/hooks-path.ts";

export interface ProbeWorktree {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** The commit that HEAD stands at; `undefined` before the first. */
  readonly base: string | undefined;
  /** Runs git here, as the user has it set up; hooks run as they do in the clone. */
  readonly git: (args: readonly string[], input?: string) => UserGitAnswer;
  /** A bare repository of the probe's own, which stands where HEAD does. */
  readonly makeRemote: () => string;
  /** Runs git and reports what became of the hook `name` in it. */
  readonly watched: (name: string, args: readonly string[], input?: string) => WatchedAnswer;
}

export interface WatchedAnswer extends UserGitAnswer {
  /** The program that Git started for the hook, and its exit code; `undefined` if it started none. */
  readonly hook: { readonly program: string; readonly code: number; readonly isOurs: boolean } | undefined;
}

/** Calls `work` with a probe, and leaves nothing of it. */
export function inProbeWorktree<T>(clone: Clone, work: (probe: ProbeWorktree) => T): T {
  const folder = makeScratch("doctor");
  try {
    return work(makeBench(clone, folder));
  } finally {
    removeScratch(folder);
  }
}

function makeBench(clone: Clone, folder: string): ProbeWorktree {
  const head = clone.git("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  const base = head.code === 0 ? head.stdout.trim() : undefined;
  for (const part of ["git", "tree", "objects"]) makeFolder(join(folder, part));
  const isReftable = clone.git("rev-parse", "--show-ref-format").stdout.trim() === "reftable";
  makeRefs(folder, base, isReftable);
  replaceFile(join(folder, "git/commondir"), `${clone.commonDir}\n`);
  replaceFile(join(folder, "git/gitdir"), `${join(folder, "tree/.git")}\n`);
  replaceFile(join(folder, "tree/.git"), `gitdir: ${join(folder, "git")}\n`);
  const own = readFileIfThere(join(clone.gitDir, "config.worktree"));
  if (own !== undefined) replaceFile(join(folder, "git/config.worktree"), own);
  const env = benchEnvironment(clone, folder);
  const quiet = [...QUIET, ...withoutConfiguredHooks(clone), ...ownFolder(clone)];
  const run = (args: readonly string[], input: string, extra: NodeJS.ProcessEnv) =>
    userGit(join(folder, "tree"), { ...env, ...extra }, [...quiet, ...args], { input, seconds: 120 });
  let traces = 0;
  const probe: ProbeWorktree = {
    folder,
    env,
    base,
    git: (args, input = "") => run(args, input, {}),
    makeRemote: () => makeRemote(clone, folder, base),
    watched: (name, args, input = "") => {
      const trace = join(folder, `trace-${traces++}`);
      const answer = run(args, input, { GIT_TRACE2_EVENT: trace });
      return { ...answer, hook: hookIn(readFileIfThere(trace)?.toString("utf8") ?? "", name, clone) };
    },
  };
  if (isReftable) {
    probe.git(
      base === undefined ? ["symbolic-ref", "HEAD", PROBE] : ["update-ref", "--no-deref", "HEAD", base],
    );
  }
  if (base !== undefined) probe.git(["read-tree", base]);
  return probe;
}

const PROBE = "refs/worktree/probe";

/** Refs of the probe alone. In a reftable only Git can write them, once there is a table, even an empty one. */
function makeRefs(folder: string, base: string | undefined, isReftable: boolean): void {
  if (!isReftable) {
    replaceFile(join(folder, "git/HEAD"), base === undefined ? `ref: ${PROBE}\n` : `${base}\n`);
    return;
  }
  for (const part of ["refs", "reftable"]) makeFolder(join(folder, "git", part));
  replaceFile(join(folder, "git/HEAD"), "ref: refs/heads/.invalid\n");
  replaceFile(join(folder, "git/refs/heads"), "this repository uses the reftable format\n");
  replaceFile(join(folder, "git/reftable/tables.list"), "");
}

/** Hooks of the configuration (Git 2.54 and later) that are not the gate's run beside it, not in its place. */
function withoutConfiguredHooks(clone: Clone): readonly string[] {
  const listed = clone.git("config", "-z", "--name-only", "--get-regexp", "^hook\\..*\\.command$").stdout;
  const names = nulList(listed).filter((name) => !name.startsWith("hook.arkitekt-"));
  return names.flatMap((name) => ["-c", name.replace(/command$/, "enabled=false")]);
}

/** A relative core.hooksPath is seen from the clone's working tree, if it leads to files of ours: the launchers, or the forwarders. */
function ownFolder(clone: Clone): readonly string[] {
  const setting = hooksPathSettings(clone).at(-1);
  if (setting === undefined || isAbsolute(setting.value)) return [];
  const isOurs = isGatePlace(clone, setting) || isDefaultPlace(clone, setting);
  return isOurs ? ["-c", `core.hooksPath=${setting.place}`] : [];
}

function makeRemote(clone: Clone, folder: string, base: string | undefined): string {
  const remote = join(folder, "remote.git");
  const format = clone.git("rev-parse", "--show-object-format").stdout.trim();
  clone.git("init", "--quiet", "--bare", "--template=", `--object-format=${format}`, remote);
  const stores = [join(folder, "objects"), join(clone.commonDir, "objects")];
  makeFolder(join(remote, "objects/info"));
  replaceFile(join(remote, "objects/info/alternates"), alternatesFile(stores));
  if (base !== undefined) clone.git("--git-dir", remote, "update-ref", "refs/heads/probe", base);
  return remote;
}

/** What else Git would do, in the clone's own folder or by the user's taste. */
const QUIET = [
  "gc.auto=0",
  "maintenance.auto=false",
  "core.fsmonitor=false",
  "commit.gpgSign=false",
  "push.gpgSign=false",
  "rerere.enabled=false",
  "apply.whitespace=nowarn",
  "push.followTags=false",
  "push.recurseSubmodules=no",
  "submodule.recurse=false",
  "protocol.file.allow=always",
].flatMap((setting) => ["-c", setting]);

function benchEnvironment(clone: Clone, folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(clone.env).filter(
    ([name]) => !/^(ARKITEKT|HUSKY|GIT_TRACE|FORCE_COLOR$)/.test(name),
  );
  const person = { NAME: "arkitekt doctor", EMAIL: "doctor@arkitekt.invalid" };
  return {
    ...Object.fromEntries(kept),
    GIT_DIR: join(folder, "git"),
    GIT_WORK_TREE: join(folder, "tree"),
    ...objectVariables(join(folder, "objects"), [join(clone.commonDir, "objects")]),
    GIT_AUTHOR_NAME: person.NAME,
    GIT_AUTHOR_EMAIL: person.EMAIL,
    GIT_COMMITTER_NAME: person.NAME,
    GIT_COMMITTER_EMAIL: person.EMAIL,
    GIT_EDITOR: ":",
    NO_COLOR: "1",
    GIT_TERMINAL_PROMPT: "0",
    // Other people's hooks, which may run for minutes, are left out; the gate is not.
    ARKITEKT_PROBE: "1",
  };
}

/**
 * Reads Git's own trace: which program it started as the hook `name`, and how that ended. Of several ways to the gate it is the first that
 * did not let it pass; if all did, the way that Git went last.
 */
function hookIn(trace: string, name: string, clone: Clone): WatchedAnswer["hook"] {
  const events = trace.split("\n").flatMap((line): TraceEvent[] => {
    try {
      return line === "" ? [] : [JSON.parse(line) as TraceEvent];
    } catch {
      return [];
    }
  });
  const ran = events.flatMap(({ event, child_class, hook_name, argv, sid, child_id }) => {
    if (event !== "child_start" || child_class !== "hook" || hook_name !== name) return [];
    const exit = events.find(
      (other) => other.event === "child_exit" && other.sid === sid && other.child_id === child_id,
    );
    const program = argv?.[0] ?? "";
    return [{ program, code: exit?.code ?? -1, isOurs: leadsToGate(program, clone) }];
  });
  const ours = ran.filter(({ isOurs }) => isOurs);
  return ours.find(({ code }) => code !== 0) ?? ours.at(-1) ?? ran[0];
}

/** The launcher, the forwarder in the default folder, or the command that install puts into Git's configuration. */
function leadsToGate(program: string, clone: Clone): boolean {
  if (program.includes("/arkitekt/configured")) return true;
  const setting = { place: placeOf("/", dirname(program)) };
  return isGatePlace(clone, setting) || (isDefaultPlace(clone, setting) && isForwarder(program));
}

/** The fields of Git's trace2 events that are read here. */
interface TraceEvent {
  readonly event?: string;
  readonly sid?: string;
  readonly child_id?: number;
  readonly child_class?: string;
  readonly hook_name?: string;
  readonly argv?: readonly string[];
  readonly code?: number;
}
