// The plainest repository there is, found without a process: `.git` is a folder in the current one, or leads to that of a linked working
// tree, and nothing in the environment or its configuration says otherwise. Starting Git to learn that costs a commit as much as its policy.
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { readIfThere } from "./head.ts";

export interface PlainRepository {
  readonly objectFormat: "sha1" | "sha256";
  readonly isBare: false;
  readonly isShallow: boolean;
  readonly gitDir: string;
  readonly commonDir: string;
  readonly top: string;
}

/** What moves a repository, its work tree or its settings away from their plain places. */
const ELSEWHERE = [
  "GIT_DIR",
  "GIT_COMMON_DIR",
  "GIT_WORK_TREE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_SHALLOW_FILE",
  "GIT_QUARANTINE_PATH",
  "GIT_CONFIG",
  "GIT_CONFIG_PARAMETERS",
  "GIT_CONFIG_COUNT",
];

/** Undefined if anything is out of the ordinary: then Git itself is asked. */
export function discover(cwd: string, env: NodeJS.ProcessEnv): PlainRepository | undefined {
  if (ELSEWHERE.some((name) => env[name] !== undefined)) return undefined;
  const top = realpathSync(cwd);
  const folders = foldersOf(top);
  if (folders === undefined) return undefined;
  const config = readIfThere(join(folders.commonDir, "config"));
  if (config === undefined || !isPlain(config)) return undefined;
  const format = /objectformat/i.test(config) ? formatIn(config) : "sha1";
  if (format === undefined) return undefined;
  const isShallow = existsSync(join(folders.commonDir, "shallow"));
  return { objectFormat: format, isBare: false, isShallow, ...folders, top };
}

function foldersOf(top: string): Pick<PlainRepository, "gitDir" | "commonDir"> | undefined {
  const dotGit = join(top, ".git");
  const found = lstatSync(dotGit, { throwIfNoEntry: false });
  if (found?.isDirectory() === true)
    return existsSync(join(dotGit, "commondir")) ? undefined : { gitDir: dotGit, commonDir: dotGit };
  if (found?.isFile() !== true) return undefined;
  const gitDir = /^gitdir: (\/[\x20-\x7e]+)\n$/.exec(readIfThere(dotGit) ?? "")?.[1];
  if (gitDir === undefined || readIfThere(join(gitDir, "commondir")) !== "../..\n") return undefined;
  // A folder that is not itself one of Git's, or is reached by a link, is Git's to judge.
  const commonDir = join(gitDir, "../..");
  return basename(join(gitDir, "..")) === "worktrees" && realpathSync(gitDir) === gitDir
    ? { gitDir, commonDir }
    : undefined;
}

/** Undefined unless it is set once, and written as Git itself writes it. */
function formatIn(config: string): "sha1" | "sha256" | undefined {
  const lines = config.match(/^.*objectformat.*$/gim) ?? [];
  const said = lines.length === 1 ? /^\s*objectformat\s*=\s*(\w+)\s*$/i.exec(lines[0] ?? "")?.[1] : undefined;
  return said === "sha1" || said === "sha256" ? said : undefined;
}

function isPlain(config: string): boolean {
  const bare = config.match(/^.*\bbare\b.*$/gim) ?? [];
  return (
    !/worktree|\[\s*include|refstorage|\\\n/i.test(config) &&
    bare.every((line) => /^\s*bare\s*=\s*false\s*$/i.test(line))
  );
}
