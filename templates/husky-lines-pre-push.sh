# >>> arkitekt: judges this @NAME@; `arkitekt install` keeps these lines, `arkitekt uninstall` takes them out
[ "${ARKITEKT_LAUNCHER-}" = "$PPID" ] || {
  gate=$(git rev-parse --git-common-dir)/arkitekt/_/@NAME@
  updates=$(cat; echo x)
  updates=${updates%x}
  if [ -x "$gate" ]; then
    printf '%s' "$updates" | ARKITEKT_HUSKY=$$ "$gate" "$@" || exit
  elif [ "${ARKITEKT-}" = 0 ]; then
    echo 'arkitekt: @NAME@ skipped (ARKITEKT=0); nothing of this push was judged' >&2
  elif command -v arkitekt >/dev/null 2>&1; then
    code=0
    word=$(printf '%s' "$updates" | arkitekt hook @NAME@ --launched - "$$" "$PPID" "$@") || code=$?
    [ "$word" = "arkitekt @NAME@ $$ $code" ] || {
      echo 'arkitekt: @NAME@ blocked: its program came to no verdict; put it back: npm ci, then: npx arkitekt install (once without: ARKITEKT=0)' >&2
      exit 2
    }
    [ "$code" = 0 ] || exit "$code"
  else
    echo 'arkitekt: @NAME@ blocked: this clone has no gate yet; make it: npx arkitekt install (once without: ARKITEKT=0)' >&2
    exit 2
  fi
  if [ -n "$updates" ]; then
    exec <<ARKITEKT_UPDATES
${updates%?}
ARKITEKT_UPDATES
  else
    exec </dev/null
  fi
}
# <<< arkitekt
