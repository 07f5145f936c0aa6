# Made by tools/generate.ts from src/git/open/receipt.ts. Do not edit.
#
# What pre-commit has left of a change that it let pass, so that an ordinary commit starts no program for what follows. Where the shell can't
# tell, the program is asked.

# receipt <file> [<source>]: whether pre-commit has let the commit that is being made pass, or it is one that Git makes of others.
receipt() {
  dir=${GIT_DIR:-.git}
  [ -d "$dir" ] || return 1
  [ "${2-}" != merge ] || return 0
  ! under_way || return 0
  left_here || return 1
  (
    unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
    export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1
    printf '%s\n' "arkitekt 3 $base $ref $policy $titles"
    command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false diff-index --cached --ita-invisible-in-index -r -z --raw --no-abbrev --ignore-submodules=none --submodule=short --no-relative --no-ext-diff --no-textconv --no-color --no-renames "$base"
  ) | command cmp -s - "$dir/arkitekt-receipt"
}

# title <file>: whether the message has one of the titles that settle all that commit-msg asks. Only printable ASCII counts, and what
# Git may take out or join to it, what wraps another title, what names a phase and what says more to the gate is for the program.
title() (
  dir=${GIT_DIR:-.git}
  [ -d "$dir" ] && [ -z "${ARKITEKT_OVERRIDE-}${ARKITEKT_TASK-}" ] && [ ! -e .codex ] && [ ! -e "$dir/arkitekt-task" ] || return 1
  ! under_way && left_here && [ -n "$titles" ] && guarded pre-commit && guarded prepare-commit-msg || return 1
  if [ -e "$dir/arkitekt-applied" ]; then
    IFS= read -r stood <"$dir/arkitekt-applied" && [ "$stood" != "$base" ] || return 1
  fi
  if [ -e "$dir/arkitekt-refusals" ]; then
    IFS= read -r refusals <"$dir/arkitekt-refusals" && [ "$refusals" = '[]' ] || return 1
  fi
  unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1
  unset GREP_OPTIONS
  text=$(command dd bs=8192 count=1 <"$1" && echo x)
  [ "${#text}" -lt 8000 ] || return 1
  case $text in *[Aa][Rr][Kk][Ii][Tt][Ee][Kk][Tt]-*) return 1 ;; esac
  title=${text%%"$nl"*}
  case ${text#*"$nl"} in x | "$nl"*) ;; *) return 1 ;; esac
  case $title in
    '' | ' '* | *' ' | *[[:cntrl:]]* | fixup!* | squash!* | amend!* | Revert* | Reapply* | *[Pp][Hh][Aa][Ss][Ee]*) return 1 ;;
  esac
  ascii=${title%%[! -~]*}
  while [ "$ascii" != "${ascii% }" ]; do ascii=${ascii% }; done
  settings=$(command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false config -z --get-regexp '^(commit\.(cleanup|verbose)|core\.comment(char|string))$')
  [ "$?$settings" = 1 ] || return 1
  printf '%s\n' "$ascii" | command grep -Eqe "$titles"
)

nl='
'

# Whether the launcher of a hook, beside this one, begins as it should: an empty one passes all, and only the program would notice.
guarded() {
  { IFS= read -r line && IFS= read -r line; } <"${0%/*}/$1" || return 1
  case $line in 'ended=; trap '*"' 0") return 0 ;; esac
  return 1
}

under_way() {
  for state in MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD MERGE_MSG rebase-merge rebase-apply sequencer; do
    [ ! -e "$dir/$state" ] || return 0
  done
  return 1
}

# Finds $base, $ref, $policy and $titles in what was left, when it was left of a change that grows from HEAD.
left_here() {
  [ -f "$dir/arkitekt-receipt" ] && IFS=' ' read -r word version base ref policy titles <"$dir/arkitekt-receipt" || return 1
  [ "$word $version" = 'arkitekt 3' ] && [ -n "$policy" ] || return 1
  case $base in '' | *[!0-9a-f]*) return 1 ;; esac
  IFS= read -r head <"$dir/HEAD" || return 1
  case $head in
    'ref: '*)
      head=${head#ref: }
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
