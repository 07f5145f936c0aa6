#!/bin/sh
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`: what `git arkitekt` starts.
arkitekt_home=$(CDPATH= cd -- "${0%/*}" && pwd) || exit 2
arkitekt_main=$arkitekt_home/program/@PROGRAM@/dist/arkitekt.cjs
[ -s "$arkitekt_main" ] || { echo "arkitekt: its program is gone or empty: $arkitekt_main; put it back: npx arkitekt install" >&2; exit 2; }
arkitekt_node=node
for arkitekt_place in @NODES@; do
  [ -x "$arkitekt_place" ] && arkitekt_node=$arkitekt_place && break
done
# Git runs an alias at the top of the working tree, and says of a linked one where its Git folder lies. The program finds both itself.
[ -n "${GIT_WORK_TREE+x}" ] || unset GIT_DIR
cd "./${GIT_PREFIX-}" || exit 2
unset GIT_PREFIX
exec "$arkitekt_node" "$arkitekt_main" "$@"
