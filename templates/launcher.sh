#!/bin/sh
ended=; trap '[ -n "$ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${0##*/} blocked: it ended without a verdict; put the gate back: npx arkitekt install (once without: ARKITEKT=0)" >&2; exit 2; }' 0
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# Nothing passes by coming to an end: only a verdict says so, and a file that is cut short has none.
name=${0##*/}
home=${0%/*}/@HOME@
program=$home/program/@PROGRAM@
prior=@PRIOR@
husky=@HUSKY@
input=

# The hooks that were here before run first, then what stands in .husky where a person set husky up, then the gate. All of them run;
# any of them blocks.
main() {
  runs_prior= runs_husky= status=0
  if [ -z "${ARKITEKT_PROBE-}" ] && [ "${ARKITEKT_ALONE-}" != "$PPID" ]; then
    [ -n "$prior" ] && [ -x "$prior/$name" ] && ! forwards "$prior/$name" && runs_prior=1
    [ -n "$husky" ] && [ "${ARKITEKT_HUSKY-}" != "$PPID" ] && [ -f ".husky/$name" ] && holds_more ".husky/$name" && runs_husky=1
  fi
  case $name in # the names are written by npm run generate
    pre-commit | prepare-commit-msg | commit-msg | pre-push | pre-merge-commit | pre-applypatch) gated=1 ;;
    *) gated= ;;
  esac
  if [ -z "$runs_prior$runs_husky" ]; then
    [ -z "$gated" ] || gate "$@" || status=$?
    finish
  fi

  case $name:$gated$runs_prior$runs_husky in
    pre-push:*11* | post-rewrite:11) input=$(cat) replays=1 ;;
    *) replays= ;;
  esac
  [ -z "$runs_prior" ] || fed "$prior/$name" "$@" || status=$((status | $?))
  [ -z "$runs_husky" ] || fed husky "$@" || status=$((status | $?))
  [ -z "$gated" ] || (fed gate "$@") || status=$((status | $?))
  finish
}

# True for a file that install laid in the default hooks folder: it leads back to this one.
forwards() {
  third=
  { IFS= read -r third; IFS= read -r third; IFS= read -r third; } <"$1"
  case $third in '# Laid by `arkitekt install`'*) return 0 ;; esac
  return 1
}

finish() {
  ended=1
  exit "$status"
}

# Every reader gets standard input from its start.
fed() {
  if [ -z "$replays" ]; then
    "$@"
  elif [ -z "$input" ]; then
    "$@" </dev/null
  else
    "$@" <<ARKITEKT_INPUT
$input
ARKITEKT_INPUT
  fi
}

# True when a file of .husky holds more than comments and the lines that `arkitekt install` put there.
holds_more() {
  ours=
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '# >>> arkitekt'*) ours=1 ;;
      '# <<< arkitekt'*) ours= ;;
      '' | '#'*) ;;
      *) [ -n "$ours" ] || return 0 ;;
    esac
  done <"$1"
  return 1
}

# What husky's own runner does, in one process instead of six.
husky() (
  init=${XDG_CONFIG_HOME:-${HOME-}/.config}/husky/init.sh
  [ ! -f "$init" ] || . "$init"
  [ "${HUSKY-}" != 0 ] || exit 0
  ARKITEKT_LAUNCHER=$$ PATH=node_modules/.bin:$PATH
  export ARKITEKT_LAUNCHER PATH
  exec sh -e ".husky/$name" "$@"
)

# Passes only on the program's own word, for this very call: an exit code alone is not a verdict.
gate() {
  if [ "${ARKITEKT-}" = 0 ]; then
    case $name in
      commit-msg | prepare-commit-msg) ;; # what ran before it has said it
      pre-push) echo "arkitekt: $name skipped (ARKITEKT=0); nothing of this push was judged" >&2 ;;
      *) echo "arkitekt: $name skipped (ARKITEKT=0); a push still judges the commit" >&2 ;;
    esac
    return 0
  fi
  main=$program/dist/arkitekt.cjs
  for part in "$main" "$program/hooks/$name" "$program/hooks/prefetch.sh"; do
    [ -s "$part" ] || blocked "a part of its program is gone or empty: $part; put it back: npx arkitekt install"
  done
  plain_node
  find_node
  code=0
  word=$(. "$program/hooks/$name") || code=$?
  [ "$word" = "arkitekt $name $$ $code" ] ||
    blocked "its program ended with $code and no verdict; put it back: npx arkitekt install; see what is wrong: npx arkitekt doctor"
  return "$code"
}

# What is meant for other programs of Node (a preload, a debugger, certificates) would hold the gate up or speak for it. The programs
# that the policy starts get it back.
plain_node() {
  [ -n "@ANY@" ] || return 0
  for variable in @VARIABLES@; do
    eval "[ -z \"\${$variable+set}\" ]" ||
      { eval "ARKITEKT_KEPT_$variable=\$$variable" && export "ARKITEKT_KEPT_$variable" && unset "$variable"; }
  done
}

# The Node that installed the gate comes first: it is known to run it, and graphical clients have no PATH to speak of. In some shells
# the variable of a loop ends with the function.
find_node() {
  for place in @NODES@; do
    [ -x "$place" ] && node=$place && return
  done
  node=node gone="no Node at $(printf '%s, ' @NODES@)"
  command -v node >/dev/null 2>&1 ||
    blocked "${gone}none on PATH; put node on PATH, then: npx arkitekt install"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 17) ? 0 : 1)' ||
    blocked "${gone}and the one on PATH is older than 20.17; update it, then: npx arkitekt install"
}

blocked() {
  echo "arkitekt: $name blocked: $1 (once without: ARKITEKT=0)" >&2
  ended=1
  exit 2
}

main "$@"
