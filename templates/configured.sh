#!/bin/sh
ended=; trap '[ -n "$ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${name-a hook} blocked: it ended without a verdict; put the gate back: npx arkitekt install (once without: ARKITEKT=0)" >&2; exit 2; }' 0
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# `hook.arkitekt-<name>.command` of Git's configuration calls this (Git 2.54 and later), before the hooks folder. Where the gate lies in
# that folder it judges there, so that nothing is judged twice.
name=$1 home=${0%/*}
shift
hooks=$(git rev-parse --git-path hooks)

leave() {
  ended=1
  exit 0
}

# The third line of what install lays says so.
lays() {
  [ -x "$1" ] || return 1
  first= second= third=
  { IFS= read -r first; IFS= read -r second; IFS= read -r third; } <"$1"
  case $third in '# Laid by `arkitekt install`'*) return 0 ;; esac
  return 1
}

# husky's launchers come to our lines in .husky.
calls() {
  [ -x "$hooks/$name" ] && [ -f ".husky/$name" ] && [ "${HUSKY-}" != 0 ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in '# >>> arkitekt'*) return 0 ;; esac
  done <".husky/$name"
  return 1
}

lays "$hooks/$name" && leave
case $hooks in .husky/_ | */.husky/_) calls && leave ;; esac
case $name in
  pre-commit | pre-push)
    [ "${ARKITEKT-}" = 0 ] ||
      echo "arkitekt: core.hooksPath does not lead to the gate any more, which judges $name all the same; put it back: npx arkitekt install" >&2
    ;;
esac
# What else is to run is what Git finds in that folder.
ARKITEKT_ALONE=$PPID
export ARKITEKT_ALONE
[ ! -x "$home/_/$name" ] || exec "$home/_/$name" "$@"
