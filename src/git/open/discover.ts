// The plainest repository there is, found without a process: `.git` is a folder in the current one, and nothing in the
// environment or its configuration says otherwise. Starting Git to learn that costs a commit as much as its policy.
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
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
const ELSEWHERE =
  /^GIT_(DIR|COMMON_DIR|WORK_TREE|OBJECT_DIRECTORY|SHALLOW_FILE|QUARANTINE_PATH|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT)$/;

/** Undefined if anything is out of the ordinary: then Git itself is asked. */
export function discover(cwd: string, env: NodeJS.ProcessEnv): PlainRepository | undefined {
  if (Object.keys(env).some((name) => ELSEWHERE.test(name))) return undefined;
  const top = realpathSync(cwd);
  const gitDir = join(top, ".git");
  if (lstatSync(gitDir, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const config = readIfThere(join(gitDir, "config"));
  if (config === undefined || !isPlain(config) || existsSync(join(gitDir, "commondir"))) return undefined;
  const format = /objectformat/i.test(config) ? formatIn(config) : "sha1";
  if (format === undefined) return undefined;
  const isShallow = existsSync(join(gitDir, "shallow"));
  return { objectFormat: format, isBare: false, isShallow, gitDir, commonDir: gitDir, top };
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
