#!/bin/sh
ended=; trap '[ -n "$ended" ] || { echo "arkitekt: pre-receive refused: it ended without a verdict; put it back: arkitekt install --server" >&2; exit 2; }' 0
# Laid by `arkitekt install --server`, taken out by `arkitekt uninstall --server`; what is changed here is lost.
# Who pushes has no say here: no variable of the environment lets a push pass.
name=pre-receive
home=@HOME@
program=$home/program/@PROGRAM@
prior=@PRIOR@
input=$(cat) replays=1

# The hook that was here before runs first, then the gate. Both run; either refuses.
main() {
  status=0
  [ -z "$prior" ] || [ ! -x "$prior" ] || fed "$prior" "$@" || status=$?
  gate || status=$?
  ended=1
  exit "$status"
}

# Passes only on the program's own word, for this very call: an exit code alone is not a verdict.
gate() {
  main=$program/dist/arkitekt.cjs
  [ -s "$main" ] || blocked "its program is gone: $main"
  plain_node
  find_node
  code=0
  word=$(fed run) || code=$?
  [ "$word" = "arkitekt pre-receive $$ $code" ] || blocked "its program ended with $code and no verdict"
  return "$code"
}

run() {
  "$node" "$main" hook pre-receive --launched - "$$" "$PPID" @BUDGET@
}

blocked() {
  echo "arkitekt: pre-receive refused: $1; who runs this server puts it back: arkitekt install --server" >&2
  ended=1
  exit 2
}

@SHARED@
main "$@"
