// Makes hooks/prefetch.sh from the calls and the environment of src/git, so that the launcher asks just what the program would.
import { CALLS, prefetchNames } from "../src/git/open/prefetch.ts";
import { PINNED, TAKEN_OUT } from "../src/git/process/environment.ts";
import { command } from "../src/git/process/git.ts";
import { POLICY_LOOKS } from "../src/model/policy-places.ts";

export const BASE = "$base";

export function prefetchScript(): string {
  return `# Made by tools/generate.ts from src/git/open/prefetch.ts. Do not edit.
#
# prefetch staged|message: asks Git what the program will ask first, while Node starts, and writes the answers as src/git/open/prefetch.ts
# reads them. It says nothing where anything is out of the ordinary; the program then asks for itself. A program that has read
# enough is not a fault, whatever the shell was told to make of one.
prefetch() {
  trap '' PIPE
  [ -z "\${GIT_DIR+set}" ] && [ -d .git ] && [ ! -e .git/MERGE_HEAD ] || return 0
  IFS= read -r ref <.git/HEAD || return 0
  case $ref in 'ref: refs/heads/'?*) ref=\${ref#ref: } ;; *) return 0 ;; esac
  [ -f ".git/$ref" ] && IFS= read -r base <".git/$ref" || return 0
  case $base in '' | *[!0-9a-f]*) return 0 ;; esac
  case \${GIT_INDEX_FILE-} in '' | /*) ;; *) GIT_INDEX_FILE=$PWD/$GIT_INDEX_FILE ;; esac
  ${environment("  ")}

  printf 'prefetch 1 %s\\n' "$base"
  printf '%s\\n' ${prefetchNames(BASE, POLICY_LOOKS).map(quote).join(" ")} |
    ${call(["cat-file", "--batch"])}
  echo "$?"
  case $1 in
    message) ${call(CALLS.message.args(BASE))} ;;
    staged)
      command cd -P ./.git >/dev/null || return 0
      export GIT_DIR="$PWD" GIT_WORK_TREE="$PWD"
      ${call(CALLS.staged.args(BASE))}
      ;;
  esac
  printf '\\0%s %s\\n' "$?" "$base"
}
`;
}

/** The environment of every call, for the rest of a function or subshell. */
export function environment(indent = "    "): string {
  const settings = Object.entries({ ...PINNED, GIT_LITERAL_PATHSPECS: "1" }).map(setting);
  return `unset ${TAKEN_OUT.join(" ")}\n${indent}export ${settings.join(" ")}`;
}

export function call(args: readonly string[]): string {
  // A function of this name that a user has exported is nothing to the program, and so to the launcher.
  return ["command", "git", ...command(args)].map(quote).join(" ");
}

function setting([name, value]: readonly [string, string]): string {
  return `${name}=${quote(value)}`;
}

function quote(word: string): string {
  if (word.startsWith(BASE)) return `"${word}"`;
  return /^[\w./=:,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
