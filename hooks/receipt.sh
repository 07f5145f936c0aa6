# Made by tools/generate.ts from src/git/open/receipt.ts. Do not edit.
#
# receipt <file> [<source>]: whether pre-commit has let the commit that is being made pass, or it is one that Git makes of others. Where it
# can't tell, the program is asked.
receipt() {
  dir=${GIT_DIR:-.git}
  [ -d "$dir" ] || return 1
  [ "${2-}" != merge ] || return 0
  for state in MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD MERGE_MSG rebase-merge rebase-apply sequencer; do
    [ ! -e "$dir/$state" ] || return 0
  done
  [ -f "$dir/arkitekt-receipt" ] && IFS=' ' read -r word version base policy <"$dir/arkitekt-receipt" || return 1
  [ "$word $version" = 'arkitekt 2' ] && [ -n "$policy" ] || return 1
  case $base in '' | *[!0-9a-f]*) return 1 ;; esac
  IFS= read -r head <"$dir/HEAD" || return 1
  case $head in
    'ref: '*)
      head=${head#ref: }
      if [ -f "$dir/$head" ]; then
        IFS= read -r head <"$dir/$head" || return 1
      else
        head=$(command git rev-parse --verify --quiet HEAD)
      fi
      ;;
  esac
  [ "$head" = "$base" ] || return 1
  (
    unset GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_ATTR_SOURCE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GIT_REDIRECT_STDIN GIT_REDIRECT_STDOUT GIT_REDIRECT_STDERR GIT_TRACE GIT_TRACE_SETUP GIT_FLUSH LANGUAGE
    export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null GIT_ATTR_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_ALLOW_PROTOCOL='' GIT_ADVICE=0 GIT_LITERAL_PATHSPECS=1
    echo "arkitekt 2 $base $policy"
    command git --no-pager -c core.fsmonitor=false -c core.bigFileThreshold=512m -c core.attributesFile=/dev/null -c core.quotePath=true -c core.warnAmbiguousRefs=false -c submodule.recurse=false diff-index --cached --ita-invisible-in-index -r -z --raw --no-abbrev --ignore-submodules=none --submodule=short --no-relative --no-ext-diff --no-textconv --no-color --no-renames "$base"
  ) | command cmp -s - "$dir/arkitekt-receipt"
}
