// Commits in a scratch repository, judged by a fresh copy of the program, so that V8's code caches hold what a commit runs.
import { dirname, join } from "node:path";
import { userGit, withoutRepository } from "../../git/process/user-git.ts";
import { replaceFile } from "../../system/files.ts";
import { makeFolder, makeLink, namesIn, takeAway } from "../../system/folders.ts";
import { runProcessNow } from "../../system/process.ts";
import { plainNode } from "../../system/program/node-variables.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";
import { layScript } from "../gate/launchers.ts";
import { CACHE } from "../gate/program.ts";
import { JUMPING, LUA, MADE, MORE, OTHER, PLAIN } from "./module-texts.ts";

/** For the Lua of `module-texts.ts`. */
export const POLICY = JSON.stringify({
  extends: "playbook-v5",
  root: "lib",
  lua: { moduleRoots: ["lib", "src"], externals: ["lfs", "socket.*"], vendored: ["third/**"] },
  namespace: { canonical: "warm" },
  taskCode: { patterns: ["^\\[(?<code>[A-Z]+-\\d+)\\]"], examples: ["[AB-1] Warm up"] },
});

interface Launchers {
  readonly names: readonly string[];
  readonly text: string;
}

const TITLE = "[AB-1] Warm up";
const OWN = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "warm",
  GIT_AUTHOR_EMAIL: "warm@example.com",
  GIT_COMMITTER_NAME: "warm",
  GIT_COMMITTER_EMAIL: "warm@example.com",
  // No hook but the gate's own runs.
  ARKITEKT_PROBE: "1",
};

/**
 * `program` is the folder of the copy. V8 keeps what a run has called, and each function that it did not keep costs a commit its compilation: so
 * this is a commit that Git makes through launchers, of new files and of edited ones, by a program that remembers an earlier one. What is
 * loaded and never called costs as well: so nothing is found in it. The launchers lie beside the clone's own, among which other programs may have
 * laid hooks, and where the system runs them, which it may not do in a temporary folder. The program runs without a cache too, so
 * nothing that goes wrong in these commits is reported.
 */
export function warmUp(program: string, launchers: Launchers, env: NodeJS.ProcessEnv): void {
  const hooks = makeScratch("warm-up", dirname(dirname(program)));
  const scratch = join(hooks, "repository");
  const clean = Object.entries(plainNode(withoutRepository(env))).filter(
    ([name]) => !/^(?:ARKITEKT|GIT_AUTHOR|GIT_COMMITTER)/.test(name),
  );
  const own = { ...Object.fromEntries(clean), ...OWN };
  const git = (...args: readonly string[]) => userGit(scratch, own, args);
  const commit = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) write(join(scratch, path), text);
    git("add", "-f", ".");
    git("commit", "-qm", TITLE);
  };
  try {
    makeFolder(join(scratch, "lib"));
    git("init", "-q", "-b", "main", "--template=");
    makeLink("warm/other.lua", join(scratch, "lib/other.lua"));
    const old = { "lib/warm/other.lua": OTHER, "lib/warm/a.lua": LUA, "lib/warm/plain.lua": PLAIN };
    commit({ ".arkitektrc.json": POLICY, "notes.csv": "one\n", ...old });
    // In the settings: what is set on a command line is looked at more closely.
    git("config", "core.hooksPath", hooks);
    for (const name of launchers.names) layScript(join(hooks, name), launchers.text);
    commit({ "lib/warm/known.lua": JUMPING });
    // That one has read the policy, which most commits find remembered.
    dropCompiled(program);
    commit({
      "notes.csv": "two\n",
      "lib/warm/a.lua": `${MORE}${LUA}`,
      "lib/warm/plain.lua": PLAIN.replace("#names", "#names + 1"),
      "lib/warm/known.lua": `${MORE}${JUMPING}`,
      "lib/warm/made.lua": MADE,
    });
    const message = join(scratch, ".git/COMMIT_EDITMSG");
    runProcessNow(process.execPath, [join(program, "dist/arkitekt.cjs"), "hook", "commit-msg", message], {
      cwd: scratch,
      env: own,
      keeps: "nothing",
      limit: { seconds: 60, signal: "SIGTERM" },
    });
  } finally {
    for (const name of ["kept", "steps"]) takeAway(join(program, CACHE, name));
    removeScratch(hooks);
  }
}

function write(path: string, text: string): void {
  makeFolder(dirname(path));
  replaceFile(path, text);
}

/** Whether no run has left its compiled code there yet. */
export function isCold(program: string): boolean {
  return compiledIn(program).length === 0;
}

function dropCompiled(program: string): void {
  for (const name of compiledIn(program)) takeAway(join(program, CACHE, name));
}

function compiledIn(program: string): readonly string[] {
  return namesIn(join(program, CACHE)).filter((name) => name.includes(".cjs-"));
}
