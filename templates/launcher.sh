#!/bin/sh
{ trap 'echo "arkitekt: damaged hook; mend it: npx arkitekt install">&2;exit 2' 0;}
{ arkitekt_ended=; trap '[ -n "$arkitekt_ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${0##*/} blocked: it ended without a verdict; put the gate back: npx arkitekt install (once without: ARKITEKT=0)" >&2; exit 2; }' 0; }
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# Nothing passes by coming to an end: only a verdict says so, and a file that is cut short has none.
arkitekt_name=${0##*/}
arkitekt_folder=${0%/*}
# Node goes up from a link as it is written, the system from where it leads.
case $arkitekt_folder in
  */ | */. | */.. | */../*) arkitekt_linked=1 ;;
  *) arkitekt_linked= ;;
esac
[ -z "$arkitekt_linked" ] && [ ! -h "$arkitekt_folder" ] || arkitekt_folder=$(CDPATH= cd -P -- "$arkitekt_folder" && pwd -P)
arkitekt_home=$arkitekt_folder/@HOME@
arkitekt_program=$arkitekt_home/program/@PROGRAM@
arkitekt_prior=@PRIOR@
arkitekt_husky=@HUSKY@
arkitekt_input=

# The hooks that were here before run first, then what stands in .husky where a person set husky up, then the gate. All of them run;
# any of them blocks.
main() {
  arkitekt_runs_prior= arkitekt_runs_husky= arkitekt_status=0
  if [ -z "${ARKITEKT_PROBE-}" ] && [ "${ARKITEKT_ALONE-}" != "$PPID" ]; then
    [ -n "$arkitekt_prior" ] && [ -x "$arkitekt_prior/$arkitekt_name" ] && ! forwards "$arkitekt_prior/$arkitekt_name" && arkitekt_runs_prior=1
    [ -n "$arkitekt_husky" ] && [ "${ARKITEKT_HUSKY-}" != "$PPID" ] && [ -f ".husky/$arkitekt_name" ] && holds_more ".husky/$arkitekt_name" && arkitekt_runs_husky=1
  fi
  case $arkitekt_name in # the names are written by npm run generate
    pre-commit | prepare-commit-msg | commit-msg | pre-push | pre-merge-commit | pre-applypatch) arkitekt_gated=1 ;;
    *) arkitekt_gated= ;;
  esac
  if [ -z "$arkitekt_runs_prior$arkitekt_runs_husky" ]; then
    [ -z "$arkitekt_gated" ] || gate "$@" || arkitekt_status=$?
    finish
  fi

  case $arkitekt_name:$arkitekt_gated$arkitekt_runs_prior$arkitekt_runs_husky in
    pre-push:*11* | post-rewrite:11) arkitekt_input=$(cat) arkitekt_replays=1 ;;
    *) arkitekt_replays= ;;
  esac
  [ -z "$arkitekt_runs_prior" ] || fed "$arkitekt_prior/$arkitekt_name" "$@" || arkitekt_status=$((arkitekt_status | $?))
  [ -z "$arkitekt_runs_husky" ] || fed husky "$@" || arkitekt_status=$((arkitekt_status | $?))
  [ -z "$arkitekt_gated" ] || (fed gate "$@") || arkitekt_status=$((arkitekt_status | $?))
  finish
}

# True for a file that install laid in the default hooks folder: it leads back to this one.
forwards() {
  for arkitekt_at in 1 2 3 4; do
    IFS= read -r arkitekt_line || return 1
    case $arkitekt_line in '# Laid by `arkitekt install`'*) return 0 ;; esac
  done <"$1"
  return 1
}

finish() {
  arkitekt_ended=1
  exit "$arkitekt_status"
}

# Every reader gets standard input from its start.
fed() {
  if [ -z "$arkitekt_replays" ]; then
    "$@"
  elif [ -z "$arkitekt_input" ]; then
    "$@" </dev/null
  else
    "$@" <<ARKITEKT_INPUT
$arkitekt_input
ARKITEKT_INPUT
  fi
}

# True when a file of .husky holds more than comments and the lines that `arkitekt install` put there.
holds_more() {
  arkitekt_ours=
  while IFS= read -r arkitekt_line || [ -n "$arkitekt_line" ]; do
    case $arkitekt_line in
      '# >>> arkitekt'*) arkitekt_ours=1 ;;
      '# <<< arkitekt'*) arkitekt_ours= ;;
      '' | '#'*) ;;
      *) [ -n "$arkitekt_ours" ] || return 0 ;;
    esac
  done <"$1"
  return 1
}

# What husky's own runner does, in one process instead of six.
husky() (
  arkitekt_init=${XDG_CONFIG_HOME:-${HOME-}/.config}/husky/init.sh
  [ ! -f "$arkitekt_init" ] || . "$arkitekt_init"
  [ "${HUSKY-}" != 0 ] || exit 0
  ARKITEKT_LAUNCHER=$$ PATH=node_modules/.bin:$PATH
  export ARKITEKT_LAUNCHER PATH
  exec sh -e ".husky/$arkitekt_name" "$@"
)

# Passes only on the program's own word, for this very call: an exit code alone is not a verdict.
gate() {
  if [ "${ARKITEKT-}" = 0 ]; then
    case $arkitekt_name in
      commit-msg | prepare-commit-msg) ;; # what ran before it has said it
      pre-push) echo "arkitekt: $arkitekt_name skipped (ARKITEKT=0); nothing of this push was judged" >&2 ;;
      *) echo "arkitekt: $arkitekt_name skipped (ARKITEKT=0); a push still judges the commit" >&2 ;;
    esac
    return 0
  fi
  arkitekt_main=$arkitekt_program/dist/arkitekt.cjs
  for arkitekt_part in "$arkitekt_main" "$arkitekt_program/hooks/$arkitekt_name" "$arkitekt_program/hooks/prefetch.sh"; do
    [ -s "$arkitekt_part" ] || blocked "a part of its program is gone or empty: $arkitekt_part; put it back: npx arkitekt install"
  done
  plain_node
  find_node
  arkitekt_word=
  . "$arkitekt_program/hooks/$arkitekt_name"
  case $arkitekt_word in
    "arkitekt $arkitekt_name $$ "[0-3]) return "${arkitekt_word##* }" ;;
  esac
  blocked "its program ended and gave no verdict; put it back: npx arkitekt install; see what is wrong: npx arkitekt doctor"
}

# What is meant for other programs of Node (a preload, a debugger, certificates) would hold the gate up or speak for it. The programs
# that the policy starts get it back.
plain_node() {
  [ -n "@ANY@" ] || return 0
  for arkitekt_variable in @VARIABLES@; do
    eval "[ -z \"\${$arkitekt_variable+set}\" ]" ||
      { eval "ARKITEKT_KEPT_$arkitekt_variable=\$$arkitekt_variable" && export "ARKITEKT_KEPT_$arkitekt_variable" && unset "$arkitekt_variable"; }
  done
}

# The Node that installed the gate comes first: it is known to run it, and graphical clients have no PATH to speak of. In some shells
# the variable of a loop ends with the function.
find_node() {
  for arkitekt_place in @NODES@; do
    [ -x "$arkitekt_place" ] && arkitekt_node=$arkitekt_place && return
  done
  arkitekt_node=node arkitekt_gone="no Node at $(printf '%s, ' @NODES@)"
  command -v node >/dev/null 2>&1 ||
    blocked "${arkitekt_gone}none on PATH; put node on PATH, then: npx arkitekt install"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 17) ? 0 : 1)' ||
    blocked "${arkitekt_gone}and the one on PATH is older than 20.17; update it, then: npx arkitekt install"
}

blocked() {
  echo "arkitekt: $arkitekt_name blocked: $1 (once without: ARKITEKT=0)" >&2
  arkitekt_ended=1
  exit 2
}

main "$@"
