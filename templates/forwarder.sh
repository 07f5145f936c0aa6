#!/bin/sh
ended=; trap '[ -n "$ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${0##*/} blocked: the gate is gone from this clone; put it back: npx arkitekt install; or take this file out: $0 (once without: ARKITEKT=0)" >&2; exit 2; }' 0
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# Git comes here only where core.hooksPath does not lead to the gate any more: other tools set it to the default, or take it away.
name=${0##*/}
gate=${0%/*}/../arkitekt/_/$name
case $name in
  pre-commit | pre-push)
    [ "${ARKITEKT-}" = 0 ] ||
      echo "arkitekt: core.hooksPath does not lead to the gate any more, which judges $name from here all the same; put it back: npx arkitekt install" >&2
    ;;
esac
[ ! -x "$gate" ] || exec "$gate" "$@"
