# Made by tools/generate.ts from src/git/open/prefetch.ts. Do not edit.
#
# What the program will ask Git first is asked while Node starts, and the answers are written as src/git/open/prefetch.ts reads them. Nothing
# is asked where anything is out of the ordinary; the program then asks for itself. A program that has read enough is not a fault,
# whatever the shell was told to make of one.

# prefetched staged|message <program> ...: starts the program with the answers on its standard input; whoever reads its word waits for it. Where the system lets a reader open the
# other end of its pipe, the Git that gives them goes on to answer what the program asks on descriptor 6.
prefetched() {
  arkitekt_kind=$1 arkitekt_more=- arkitekt_base=
  shift
  { ! ahead || ! opened_again || arkitekt_more=6; } 2>/dev/null
  if [ "$arkitekt_more" = - ]; then
    { [ -z "$arkitekt_base" ] || answers || :; } 2>/dev/null | "$@" &
  else
    { answers || :; } 2>/dev/null | "$@" 6>/proc/self/fd/5 5<&- &
  fi
}

# Finds $arkitekt_base, and $arkitekt_nonce, which nobody could have foreseen; what is asked about objects waits on descriptor 5.
ahead() {
  [ -z "${GIT_DIR+set}" ] && [ -d .git ] && [ ! -e .git/MERGE_HEAD ] || return 1
  IFS= read -r arkitekt_ref <.git/HEAD || return 1
  case $arkitekt_ref in 'ref: refs/heads/'?*) arkitekt_ref=${arkitekt_ref#ref: } ;; *) return 1 ;; esac
  [ -f ".git/$arkitekt_ref" ] && IFS= read -r arkitekt_head <".git/$arkitekt_ref" || return 1
  case $arkitekt_head in '' | *[!0-9a-f]*) return 1 ;; esac
  { IFS= read -r arkitekt_nonce </proc/sys/kernel/random/uuid || arkitekt_nonce=$(command od -An -N16 -tx8 /dev/urandom); } && [ -n "$arkitekt_nonce" ] || return 1
  arkitekt_base=$arkitekt_head
  exec 5<<ARKITEKT_ASKS
HEAD^{commit}
$arkitekt_base^{tree}
$arkitekt_base:package.json
$arkitekt_base:.arkitektrc
$arkitekt_base:.arkitektrc.json
$arkitekt_base:.arkitektrc.yaml
$arkitekt_base:.arkitektrc.yml
$arkitekt_base:.config/arkitektrc
$arkitekt_base:.config/arkitektrc.json
$arkitekt_base:.config/arkitektrc.yaml
$arkitekt_base:.config/arkitektrc.yml
$arkitekt_base:.config
ARKITEKT_ASKS
}

# Whether what waits there is a pipe whose other end can be had: elsewhere a shell keeps it in a file.
opened_again() {
  [ -p /proc/self/fd/5 ] && true 6>/proc/self/fd/5
}

answers() {
  trap '' PIPE
  case ${GIT_INDEX_FILE-} in '' | /*) ;; *) GIT_INDEX_FILE=$PWD/$GIT_INDEX_FILE ;; esac
  unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1

  printf 'prefetch 3 %s %s %s\n' "$arkitekt_base" "$arkitekt_more" "$arkitekt_nonce"
  if [ "$arkitekt_kind" = staged ]; then
    command tail -c 20 "${GIT_INDEX_FILE:-.git/index}"
    ended "$?"
    (
      command cd -P ./.git >/dev/null || exit
      export GIT_DIR="$PWD" GIT_WORK_TREE="$PWD"
      command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false diff-index --cached --ita-invisible-in-index -r -z --raw --no-abbrev --ignore-submodules=none --submodule=short --no-relative --no-ext-diff --no-textconv --no-color -p -U0 --inter-hunk-context=0 --full-index --diff-algorithm=myers --indent-heuristic -M -l1000 --no-rename-empty "$arkitekt_base"
    )
    ended "$?"
  fi
  command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false config -z --get-regexp '^(commit\.(cleanup|verbose)|core\.comment(char|string))$'
  ended "$?"
  command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false cat-file --batch <&5
}

ended() {
  printf '\0%s %s\n' "$1" "$arkitekt_nonce"
}
