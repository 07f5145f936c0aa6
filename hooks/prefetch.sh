# Made by tools/generate.ts from src/git/open/prefetch.ts. Do not edit.
#
# prefetch staged|message: asks Git what the program will ask first, while Node starts, and writes the answers as src/git/open/prefetch.ts
# reads them. It says nothing where anything is out of the ordinary; the program then asks for itself. A program that has read
# enough is not a fault, whatever the shell was told to make of one.
prefetch() {
  trap '' PIPE
  [ -z "${GIT_DIR+set}" ] && [ -d .git ] && [ ! -e .git/MERGE_HEAD ] || return 0
  IFS= read -r ref <.git/HEAD || return 0
  case $ref in 'ref: refs/heads/'?*) ref=${ref#ref: } ;; *) return 0 ;; esac
  [ -f ".git/$ref" ] && IFS= read -r base <".git/$ref" || return 0
  case $base in '' | *[!0-9a-f]*) return 0 ;; esac
  case ${GIT_INDEX_FILE-} in '' | /*) ;; *) GIT_INDEX_FILE=$PWD/$GIT_INDEX_FILE ;; esac
  unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
  export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1

  printf 'prefetch 1 %s\n' "$base"
  printf '%s\n' 'HEAD^{commit}' "$base^{tree}" "$base:package.json" "$base:.arkitektrc" "$base:.arkitektrc.json" "$base:.arkitektrc.yaml" "$base:.arkitektrc.yml" "$base:.config/arkitektrc" "$base:.config/arkitektrc.json" "$base:.config/arkitektrc.yaml" "$base:.config/arkitektrc.yml" "$base:.config" |
    command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false cat-file --batch
  echo "$?"
  case $1 in
    message) command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false config -z --get-regexp '^(commit\.(cleanup|verbose)|core\.comment(char|string))$' ;;
    staged)
      command cd -P ./.git >/dev/null || return 0
      export GIT_DIR="$PWD" GIT_WORK_TREE="$PWD"
      command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false diff-index --cached --ita-invisible-in-index -r -z --raw --no-abbrev --ignore-submodules=none --submodule=short --no-relative --no-ext-diff --no-textconv --no-color -p -U0 --inter-hunk-context=0 --full-index --diff-algorithm=myers --indent-heuristic -M -l1000 --no-rename-empty "$base"
      ;;
  esac
  printf '\0%s %s\n' "$?" "$base"
}
