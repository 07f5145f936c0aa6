// Makes hooks/prefetch.sh from the calls and the environment of src/git, so that the launcher asks just what the program would.
import { CALLS, INDEX_END, prefetchNames } from "../src/git/open/prefetch.ts";
import { PINNED, TAKEN_OUT } from "../src/git/process/environment.ts";
import { command } from "../src/git/process/git.ts";
import { POLICY_LOOKS } from "../src/model/policy-places.ts";

export const BASE = "$arkitekt_base";

export function prefetchScript(): string {
  return `# Made by tools/generate.ts from src/git/open/prefetch.ts. Do not edit.
#
# What the program will ask Git first is asked while Node starts, and the answers are written as src/git/open/prefetch.ts reads them. Nothing
# is asked where anything is out of the ordinary; the program then asks for itself. A program that has read enough is not a fault,
# whatever the shell was told to make of one.

# prefetched staged|message <program> ...: starts the program with the answers on its standard input; whoever reads its word waits for it. Where the system lets a reader open the
# other end of its pipe, the Git that gives them goes on to answer what the program asks on descriptor ${MORE}.
prefetched() {
  arkitekt_kind=$1 arkitekt_more=- arkitekt_base=
  shift
  { ! ahead || ! opened_again || arkitekt_more=${MORE}; } 2>/dev/null
  if [ "$arkitekt_more" = - ]; then
    { [ -z "$arkitekt_base" ] || answers || :; } 2>/dev/null | "$@" &
  else
    { answers || :; } 2>/dev/null | "$@" ${MORE}>/proc/self/fd/${ASKED} ${ASKED}<&- &
  fi
}

# Finds $arkitekt_base, and $arkitekt_nonce, which nobody could have foreseen; what is asked about objects waits on descriptor ${ASKED}.
ahead() {
  [ -z "\${GIT_DIR+set}" ] && [ -d .git ] && [ ! -e .git/MERGE_HEAD ] || return 1
  IFS= read -r arkitekt_ref <.git/HEAD || return 1
  case $arkitekt_ref in 'ref: refs/heads/'?*) arkitekt_ref=\${arkitekt_ref#ref: } ;; *) return 1 ;; esac
  [ -f ".git/$arkitekt_ref" ] && IFS= read -r arkitekt_head <".git/$arkitekt_ref" || return 1
  case $arkitekt_head in '' | *[!0-9a-f]*) return 1 ;; esac
  { IFS= read -r arkitekt_nonce </proc/sys/kernel/random/uuid || arkitekt_nonce=$(command od -An -N16 -tx8 /dev/urandom); } && [ -n "$arkitekt_nonce" ] || return 1
  arkitekt_base=$arkitekt_head
  exec ${ASKED}<<ARKITEKT_ASKS
${prefetchNames(BASE, POLICY_LOOKS).join("\n")}
ARKITEKT_ASKS
}

# Whether what waits there is a pipe whose other end can be had: elsewhere a shell keeps it in a file.
opened_again() {
  [ -p /proc/self/fd/${ASKED} ] && true ${MORE}>/proc/self/fd/${ASKED}
}

answers() {
  trap '' PIPE
  case \${GIT_INDEX_FILE-} in '' | /*) ;; *) GIT_INDEX_FILE=$PWD/$GIT_INDEX_FILE ;; esac
  ${environment("  ")}

  printf 'prefetch 3 %s %s %s\\n' "$arkitekt_base" "$arkitekt_more" "$arkitekt_nonce"
  if [ "$arkitekt_kind" = staged ]; then
    command tail -c ${INDEX_END} "\${GIT_INDEX_FILE:-.git/index}"
    ended "$?"
    (
      command cd -P ./.git >/dev/null || exit
      export GIT_DIR="$PWD" GIT_WORK_TREE="$PWD"
      ${call(CALLS.staged[0].args(BASE))}
    )
    ended "$?"
  fi
  ${call(CALLS.message[0].args(BASE))}
  ended "$?"
  ${call(["cat-file", "--batch"])} <&${ASKED}
}

ended() {
  printf '\\0%s %s\\n' "$1" "$arkitekt_nonce"
}
`;
}

/** The descriptors on which the launcher's questions wait for Git, and on which the program's own join them. */
const ASKED = 5;
const MORE = 6;

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
