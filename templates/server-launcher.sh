#!/bin/sh
{ trap 'echo "arkitekt: damaged hook; mend it: arkitekt install --server">&2;exit 2' 0;}
{ arkitekt_ended=; trap '[ -n "$arkitekt_ended" ] || { echo "arkitekt: pre-receive refused: it ended without a verdict; put it back: arkitekt install --server" >&2; exit 2; }' 0; }
# Laid by `arkitekt install --server`, taken out by `arkitekt uninstall --server`; what is changed here is lost.
# Who pushes has no say here: no variable of the environment lets a push pass.
arkitekt_name=pre-receive
arkitekt_home=@HOME@
arkitekt_program=$arkitekt_home/program/@PROGRAM@
arkitekt_prior=@PRIOR@
arkitekt_input=$(cat) arkitekt_replays=1

# The hook that was here before runs first, then the gate. Both run; either refuses.
main() {
  arkitekt_status=0
  [ -z "$arkitekt_prior" ] || [ ! -x "$arkitekt_prior" ] || fed "$arkitekt_prior" "$@" || arkitekt_status=$?
  gate || arkitekt_status=$?
  arkitekt_ended=1
  exit "$arkitekt_status"
}

# Passes only on the program's own word, for this very call: an exit code alone is not a verdict.
gate() {
  arkitekt_main=$arkitekt_program/dist/arkitekt.cjs
  [ -s "$arkitekt_main" ] || blocked "its program is gone: $arkitekt_main"
  plain_node
  find_node
  arkitekt_code=0
  arkitekt_word=$(fed run) || arkitekt_code=$?
  [ "$arkitekt_word" = "arkitekt pre-receive $$ $arkitekt_code" ] || blocked "its program ended with $arkitekt_code and no verdict"
  return "$arkitekt_code"
}

run() {
  "$arkitekt_node" "$arkitekt_main" hook pre-receive --launched - "$$" "$PPID" @BUDGET@
}

blocked() {
  echo "arkitekt: pre-receive refused: $1; who runs this server puts it back: arkitekt install --server" >&2
  arkitekt_ended=1
  exit 2
}

@SHARED@
main "$@"
