#!/bin/sh
{ trap 'echo "arkitekt: damaged hook; mend it: npx arkitekt install">&2;exit 2' 0;}
{ arkitekt_ended=; trap '[ -n "$arkitekt_ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${arkitekt_name-a hook} blocked: it ended without a verdict; put the gate back: npx arkitekt install (once without: ARKITEKT=0)" >&2; exit 2; }' 0; }
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# `hook.arkitekt-<name>.command` of Git's configuration calls this (Git 2.54 and later), before the hooks folder. Where the gate lies in
# that folder it judges there, so that nothing is judged twice.
arkitekt_name=$1 arkitekt_home=${0%/*}
shift
arkitekt_hooks=$(git rev-parse --git-path hooks)

leave() {
  arkitekt_ended=1
  exit 0
}

# One of the first lines of what install lays says so.
lays() {
  [ -x "$1" ] || return 1
  for arkitekt_at in 1 2 3 4; do
    IFS= read -r arkitekt_line || return 1
    case $arkitekt_line in '# Laid by `arkitekt install`'*) return 0 ;; esac
  done <"$1"
  return 1
}

# husky's launchers come to our lines in .husky.
calls() {
  [ -x "$arkitekt_hooks/$arkitekt_name" ] && [ -f ".husky/$arkitekt_name" ] && [ "${HUSKY-}" != 0 ] || return 1
  while IFS= read -r arkitekt_line || [ -n "$arkitekt_line" ]; do
    case $arkitekt_line in '# >>> arkitekt'*) return 0 ;; esac
  done <".husky/$arkitekt_name"
  return 1
}

arkitekt_gate=$arkitekt_home/_/$arkitekt_name
[ ! -x "$arkitekt_gate" ] || lays "$arkitekt_gate" || {
  [ "${ARKITEKT-}" != 0 ] || leave
  echo "arkitekt: $arkitekt_name blocked: its launcher is damaged: $arkitekt_gate; put it back: npx arkitekt install (once without: ARKITEKT=0)" >&2
  arkitekt_ended=1
  exit 2
}
lays "$arkitekt_hooks/$arkitekt_name" && leave
case $arkitekt_hooks in .husky/_ | */.husky/_) calls && leave ;; esac
case $arkitekt_name in
  pre-commit | pre-push)
    [ "${ARKITEKT-}" = 0 ] ||
      echo "arkitekt: core.hooksPath does not lead to the gate any more, which judges $arkitekt_name all the same; put it back: npx arkitekt install" >&2
    ;;
esac
# What else is to run is what Git finds in that folder.
ARKITEKT_ALONE=$PPID
export ARKITEKT_ALONE
[ ! -x "$arkitekt_gate" ] || exec "$arkitekt_gate" "$@"
