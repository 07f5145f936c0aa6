#!/bin/sh
{ trap 'echo "arkitekt: damaged hook; mend it: npx arkitekt install">&2;exit 2' 0;}
{ arkitekt_ended=; trap '[ -n "$arkitekt_ended" ] || [ "${ARKITEKT-}" = 0 ] || { echo "arkitekt: ${0##*/} blocked: the gate is gone from this clone; put it back: npx arkitekt install; or take this file out: $0 (once without: ARKITEKT=0)" >&2; exit 2; }' 0; }
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# Git comes here only where core.hooksPath does not lead to the gate any more: other tools set it to the default, or take it away. Some
# programs run what lies here whatever Git goes by.
arkitekt_name=${0##*/}
arkitekt_gate=${0%/*}/../arkitekt/_/$arkitekt_name

# True where Git finds a launcher: one of the first lines tells it from this file.
leads() {
  arkitekt_found=$(git rev-parse --git-path hooks 2>/dev/null)/$arkitekt_name
  [ -x "$arkitekt_found" ] || return 1
  for arkitekt_at in 1 2 3 4 5; do
    IFS= read -r arkitekt_line || return 1
    case $arkitekt_line in '# Nothing passes by coming to an end'*) return 0 ;; esac
  done <"$arkitekt_found"
  return 1
}

case $arkitekt_name in
  pre-commit | pre-push)
    [ "${ARKITEKT-}" = 0 ] || leads ||
      echo "arkitekt: core.hooksPath does not lead to the gate any more, which judges $arkitekt_name from here all the same; put it back: npx arkitekt install" >&2
    ;;
esac
# A launcher whose first command was cut off would pass without a word.
if [ -x "$arkitekt_gate" ] && { read -r arkitekt_line && read -r arkitekt_line; } <"$arkitekt_gate"; then exec "$arkitekt_gate" "$@"; fi
