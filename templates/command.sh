#!/bin/sh
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`: what `git arkitekt` starts.
home=$(CDPATH= cd -- "${0%/*}" && pwd) || exit 2
main=$home/program/@PROGRAM@/dist/arkitekt.cjs
[ -s "$main" ] || { echo "arkitekt: its program is gone or empty: $main; put it back: npx arkitekt install" >&2; exit 2; }
node=node
for place in @NODES@; do
  [ -x "$place" ] && node=$place && break
done
# Git runs an alias at the top of the working tree, and says of a linked one where its Git folder lies. The program finds both itself.
[ -n "${GIT_WORK_TREE+x}" ] || unset GIT_DIR
cd "./${GIT_PREFIX-}" || exit 2
unset GIT_PREFIX
exec "$node" "$main" "$@"
