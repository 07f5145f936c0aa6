# Made by tools/generate.ts from src/git/open/receipt.ts. Do not edit.
#
# What pre-commit has left of a change that it let pass, so that an ordinary commit starts no program for what follows. Where the shell can't
# tell, the program is asked.

# receipt <file> [<source>]: whether pre-commit has let the commit that is being made pass, or it is one that Git makes of others.
receipt() {
  arkitekt_dir=${GIT_DIR:-.git}
  [ -d "$arkitekt_dir" ] || return 1
  [ "${2-}" != merge ] || return 0
  ! under_way || return 0
  left_here || return 1
  ! same_end || return 0
  (
    unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
    export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1
    printf '%s\n' "arkitekt 5 $arkitekt_base $arkitekt_ref $arkitekt_policy $arkitekt_rules $arkitekt_end $arkitekt_stored $arkitekt_titles"
    command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false diff-index --cached --ita-invisible-in-index -r -z --raw --no-abbrev --ignore-submodules=none --submodule=short --no-relative --no-ext-diff --no-textconv --no-color --no-renames "$arkitekt_base"
  ) | command cmp -s - "$arkitekt_dir/arkitekt-receipt"
}

# title <file>: whether the message has one of the titles that settle all that commit-msg asks. Only printable ASCII counts, and what
# Git may take out or join to it, what wraps another title, what names a phase and what says more to the gate is for the program. The
# one exception that pre-commit needed is written into it.
title() (
  arkitekt_dir=${GIT_DIR:-.git}
  [ -d "$arkitekt_dir" ] && [ -z "${ARKITEKT_TASK-}" ] && [ ! -e .codex ] && [ ! -e "$arkitekt_dir/arkitekt-task" ] || return 1
  ! under_way && left_here && [ -n "$arkitekt_titles" ] && guarded pre-commit && guarded prepare-commit-msg || return 1
  if [ -e "$arkitekt_dir/arkitekt-applied" ]; then
    IFS= read -r arkitekt_stood <"$arkitekt_dir/arkitekt-applied" && [ "$arkitekt_stood" != "$arkitekt_base" ] || return 1
  fi
  if [ -e "$arkitekt_dir/arkitekt-refusals" ]; then
    IFS= read -r arkitekt_refusals <"$arkitekt_dir/arkitekt-refusals" && [ "$arkitekt_refusals" = '[]' ] || return 1
  fi
  unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1
  unset GREP_OPTIONS
  asked_for || return 1
  if [ -z "$arkitekt_trailer" ]; then read_message <"$1"; else read_excepted <"$1"; fi || return 1
  case $arkitekt_title in
    '' | ' '* | *' ' | *[[:cntrl:]]* | fixup!* | squash!* | amend!* | Revert* | Reapply* | *[Pp][Hh][Aa][Ss][Ee]*) return 1 ;;
  esac
  arkitekt_ascii=${arkitekt_title%%[! -~]*}
  while [ "$arkitekt_ascii" != "${arkitekt_ascii% }" ]; do arkitekt_ascii=${arkitekt_ascii% }; done
  # What was asked then holds while nobody has changed the settings of the repository.
  if [ "$arkitekt_stored" != plain ] || [ ! -f "$arkitekt_dir/config" ] || [ ! "$arkitekt_dir/arkitekt-receipt" -nt "$arkitekt_dir/config" ]; then
    arkitekt_settings=$(command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false config -z --get-regexp '^(commit\.(cleanup|verbose)|core\.comment(char|string))$')
    [ "$?$arkitekt_settings" = 1 ] || return 1
  fi
  command grep -Eqe "$arkitekt_titles" <<ARKITEKT_TITLE || return 1
$arkitekt_ascii
ARKITEKT_TITLE
  [ -z "$arkitekt_trailer" ] || printf '\n%s\n' "$arkitekt_trailer" >>"$1"
)

# Finds $arkitekt_trailer, what the message has to say of the exception that is asked for, where that is the one that pre-commit
# needed; empty where neither knows of any.
asked_for() {
  arkitekt_trailer=
  arkitekt_asked=${ARKITEKT_OVERRIDE-}
  [ "$arkitekt_rules$arkitekt_asked" != = ] || return 0
  [ "$arkitekt_asked" = "${arkitekt_asked%%[! -~]*}" ] || return 1
  case $arkitekt_asked in
    *' ' | *'  '*) return 1 ;;
    "${arkitekt_rules#=}: "*) ;;
    *) return 1 ;;
  esac
  arkitekt_trailer="Arkitekt-Override: $arkitekt_asked"
  same_end
}

# Finds $arkitekt_title in a message that is a title alone, or a title and that trailer, which is empty then.
read_excepted() {
  IFS= read -r arkitekt_title && [ "${#arkitekt_title}" -lt 2000 ] || return 1
  case $arkitekt_title in *[Aa][Rr][Kk][Ii][Tt][Ee][Kk][Tt]-*) return 1 ;; esac
  if IFS= read -r arkitekt_line; then
    [ -z "$arkitekt_line" ] && IFS= read -r arkitekt_line && [ "$arkitekt_line" = "$arkitekt_trailer" ] || return 1
    arkitekt_trailer=
    ! IFS= read -r arkitekt_line || return 1
  fi
  [ -z "$arkitekt_line" ]
}

# Finds $arkitekt_title, the first line of a message of ordinary size whose second line is empty and which says nothing to the gate.
read_message() {
  IFS= read -r arkitekt_title || return 1
  arkitekt_line=$arkitekt_title arkitekt_size=0 arkitekt_more=1 arkitekt_second=1
  until [ -z "$arkitekt_more$arkitekt_line" ]; do
    case $arkitekt_line in *[Aa][Rr][Kk][Ii][Tt][Ee][Kk][Tt]-*) return 1 ;; esac
    arkitekt_size=$((arkitekt_size + ${#arkitekt_line} + 1))
    [ "$arkitekt_size" -lt 8000 ] || return 1
    [ -n "$arkitekt_more" ] || return 0
    IFS= read -r arkitekt_line || arkitekt_more=
    [ -z "$arkitekt_second" ] || [ -z "$arkitekt_line" ] || return 1
    arkitekt_second=
  done
}

# Whether the index ends as that which pre-commit judged: with the checksum of all that it holds.
same_end() {
  case $arkitekt_end in *:*) ;; *) return 1 ;; esac
  arkitekt_bytes=$(command od -An -v -tx1 -j "${arkitekt_end%%:*}" -N 21 "${GIT_INDEX_FILE:-$arkitekt_dir/index}") || return 1
  arkitekt_shown=${arkitekt_end%%:*}
  for arkitekt_byte in $arkitekt_bytes; do arkitekt_shown=$arkitekt_shown:$arkitekt_byte; done
  [ "$arkitekt_shown" = "$arkitekt_end" ]
}

# Whether the launcher of a hook, beside this one, begins as it should: an empty one passes all, and only the program would notice.
guarded() {
  { IFS= read -r arkitekt_line && IFS= read -r arkitekt_first && IFS= read -r arkitekt_line; } <"${0%/*}/$1" || return 1
  case $arkitekt_first$arkitekt_line in '{ trap '*"' 0;}{ arkitekt_ended=; trap "*"' 0; }") return 0 ;; esac
  return 1
}

under_way() {
  for arkitekt_state in MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD MERGE_MSG rebase-merge rebase-apply sequencer; do
    [ ! -e "$arkitekt_dir/$arkitekt_state" ] || return 0
  done
  return 1
}

# Finds $arkitekt_base, $arkitekt_ref, $arkitekt_policy, $arkitekt_rules, $arkitekt_end, $arkitekt_stored and $arkitekt_titles in what was left, when it was left of a change that grows from HEAD.
left_here() {
  [ -f "$arkitekt_dir/arkitekt-receipt" ] && IFS=' ' read -r arkitekt_word arkitekt_version arkitekt_base arkitekt_ref arkitekt_policy arkitekt_rules arkitekt_end arkitekt_stored arkitekt_titles <"$arkitekt_dir/arkitekt-receipt" || return 1
  [ "$arkitekt_word $arkitekt_version" = 'arkitekt 5' ] && [ -n "$arkitekt_stored" ] || return 1
  case $arkitekt_base in '' | *[!0-9a-f]*) return 1 ;; esac
  IFS= read -r arkitekt_head <"$arkitekt_dir/HEAD" || return 1
  case $arkitekt_head in
    'ref: '*)
      arkitekt_head=${arkitekt_head#ref: }
      [ "$arkitekt_head" = "$arkitekt_ref" ] || return 1
      if [ -f "$arkitekt_dir/$arkitekt_head" ]; then
        IFS= read -r arkitekt_head <"$arkitekt_dir/$arkitekt_head" || return 1
      else
        arkitekt_head=$(command git rev-parse --verify --quiet HEAD)
      fi
      ;;
    *) [ "$arkitekt_ref" = - ] || return 1 ;;
  esac
  [ "$arkitekt_head" = "$arkitekt_base" ]
}
