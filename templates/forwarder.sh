#!/bin/sh
{ trap 'echo "arkitekt: damaged hook; mend it: npx arkitekt install">&2;exit 2' 0;}
{ arkitekt_ended=; trap '[ -n "$arkitekt_ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${0##*/} blocked: the gate is gone from this clone; put it back: npx arkitekt install; or take this file out: $0 (once without: ARKITEKT=0)" >&2; exit 2; }' 0; }
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# Git comes here only where core.hooksPath does not lead to the gate any more: other tools set it to the default, or take it away.
arkitekt_name=${0##*/}
arkitekt_gate=${0%/*}/../arkitekt/_/$arkitekt_name
case $arkitekt_name in
  pre-commit | pre-push)
    [ "${ARKITEKT-}" = 0 ] ||
      echo "arkitekt: core.hooksPath does not lead to the gate any more, which judges $arkitekt_name from here all the same; put it back: npx arkitekt install" >&2
    ;;
esac
# A launcher whose first command was cut off would pass without a word.
if [ -x "$arkitekt_gate" ] && { read -r arkitekt_line && read -r arkitekt_line; } <"$arkitekt_gate"; then exec "$arkitekt_gate" "$@"; fi
