#!/bin/sh
{ trap 'echo "arkitekt: damaged command; mend it: npx arkitekt install">&2;exit 2' 0;}
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`: what `git arkitekt` starts.
# A shell reads what stands in these braces to its end before it does any of it: a file that is cut starts nothing.
{
arkitekt_program=${0%/*}/program/@PROGRAM@

blocked() {
  echo "arkitekt: $1" >&2
  trap - 0
  exit 2
}

@SHARED@
arkitekt_program=$(CDPATH= cd -- "$arkitekt_program" 2>/dev/null && pwd) || blocked "its program is gone: $arkitekt_program; put it back: npx arkitekt install"
arkitekt_main=$arkitekt_program/dist/arkitekt.cjs
[ -s "$arkitekt_main" ] && [ "$(cksum <"$arkitekt_main")" = "@CHECKSUM@" ] || blocked "its program is damaged or gone: $arkitekt_main; put it back: npx arkitekt install"
plain_node
find_node
# Git runs an alias at the top of the working tree, and says of a linked one where its Git folder lies. The program finds both itself.
[ -n "${GIT_WORK_TREE+x}" ] || unset GIT_DIR
cd "./${GIT_PREFIX-}" || blocked "there is no folder ./${GIT_PREFIX-} here; go to another one"
unset GIT_PREFIX
trap 'echo "arkitekt: $arkitekt_node does not start; put a Node on PATH that does, then: npx arkitekt install" >&2; exit 2' 0
exec "$arkitekt_node" "$arkitekt_main" "$@"
}
