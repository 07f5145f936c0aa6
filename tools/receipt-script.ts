// Makes hooks/receipt.sh from src/git/open/receipt.ts, so that the shell looks for just what pre-commit left.
import { MESSAGE_SETTINGS } from "../src/git/message/message.ts";
import { APPLIED_TASKS } from "../src/git/open/applied-tasks.ts";
import { CHANGE, FIRST_WORDS, RECEIPT } from "../src/git/open/receipt.ts";
import { REFUSALS } from "../src/git/open/refusals.ts";
import { UNDER_WAY } from "../src/git/open/under-way.ts";
import { USED_TASK } from "../src/git/open/used-task.ts";
import { BASE, call, environment } from "./prefetch-script.ts";

export function receiptScript(): string {
  return `# Made by tools/generate.ts from src/git/open/receipt.ts. Do not edit.
#
# What pre-commit has left of a change that it let pass, so that an ordinary commit starts no program for what follows. Where the shell can't
# tell, the program is asked.

# receipt <file> [<source>]: whether pre-commit has let the commit that is being made pass, or it is one that Git makes of others.
receipt() {
  dir=\${GIT_DIR:-.git}
  [ -d "$dir" ] || return 1
  [ "\${2-}" != merge ] || return 0
  ! under_way || return 0
  left_here || return 1
  (
    ${environment()}
    printf '%s\\n' "${FIRST_WORDS} $base $ref $policy $titles"
    ${call(CHANGE(BASE))}
  ) | command cmp -s - "$dir/${RECEIPT}"
}

# title <file>: whether the message has one of the titles that settle all that commit-msg asks. Only printable ASCII counts, and what
# Git may take out or join to it, what wraps another title, what names a phase and what says more to the gate is for the program.
title() (
  dir=\${GIT_DIR:-.git}
  [ -d "$dir" ] && [ -z "\${ARKITEKT_OVERRIDE-}\${ARKITEKT_TASK-}" ] && [ ! -e .codex ] && [ ! -e "$dir/${USED_TASK}" ] || return 1
  ! under_way && left_here && [ -n "$titles" ] && guarded pre-commit && guarded prepare-commit-msg || return 1
  if [ -e "$dir/${APPLIED_TASKS}" ]; then
    IFS= read -r stood <"$dir/${APPLIED_TASKS}" && [ "$stood" != "$base" ] || return 1
  fi
  if [ -e "$dir/${REFUSALS}" ]; then
    IFS= read -r refusals <"$dir/${REFUSALS}" && [ "$refusals" = '[]' ] || return 1
  fi
  ${environment("  ")}
  unset GREP_OPTIONS
  text=$(command dd bs=8192 count=1 <"$1" && echo x)
  [ "\${#text}" -lt 8000 ] || return 1
  case $text in *[Aa][Rr][Kk][Ii][Tt][Ee][Kk][Tt]-*) return 1 ;; esac
  title=\${text%%"$nl"*}
  case \${text#*"$nl"} in x | "$nl"*) ;; *) return 1 ;; esac
  case $title in
    '' | ' '* | *' ' | *[[:cntrl:]]* | fixup!* | squash!* | amend!* | Revert* | Reapply* | *[Pp][Hh][Aa][Ss][Ee]*) return 1 ;;
  esac
  ascii=\${title%%[! -~]*}
  while [ "$ascii" != "\${ascii% }" ]; do ascii=\${ascii% }; done
  settings=$(${call(MESSAGE_SETTINGS)})
  [ "$?$settings" = 1 ] || return 1
  printf '%s\\n' "$ascii" | command grep -Eqe "$titles"
)

nl='
'

# Whether the launcher of a hook, beside this one, begins as it should: an empty one passes all, and only the program would notice.
guarded() {
  { IFS= read -r line && IFS= read -r line; } <"\${0%/*}/$1" || return 1
  case $line in 'ended=; trap '*"' 0") return 0 ;; esac
  return 1
}

under_way() {
  for state in ${UNDER_WAY.join(" ")}; do
    [ ! -e "$dir/$state" ] || return 0
  done
  return 1
}

# Finds $base, $ref, $policy and $titles in what was left, when it was left of a change that grows from HEAD.
left_here() {
  [ -f "$dir/${RECEIPT}" ] && IFS=' ' read -r word version base ref policy titles <"$dir/${RECEIPT}" || return 1
  [ "$word $version" = '${FIRST_WORDS}' ] && [ -n "$policy" ] || return 1
  case $base in '' | *[!0-9a-f]*) return 1 ;; esac
  IFS= read -r head <"$dir/HEAD" || return 1
  case $head in
    'ref: '*)
      head=\${head#ref: }
      [ "$head" = "$ref" ] || return 1
      if [ -f "$dir/$head" ]; then
        IFS= read -r head <"$dir/$head" || return 1
      else
        head=$(command git rev-parse --verify --quiet HEAD)
      fi
      ;;
    *) [ "$ref" = - ] || return 1 ;;
  esac
  [ "$head" = "$base" ]
}
`;
}
