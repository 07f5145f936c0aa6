# >>> arkitekt: judges this @NAME@; `arkitekt install` keeps these lines, `arkitekt uninstall` takes them out
[ "${ARKITEKT_LAUNCHER-}" = "$PPID" ] || {
  arkitekt_gate=$(git rev-parse --git-common-dir)/arkitekt/_/@NAME@
  if [ -x "$arkitekt_gate" ] && { read -r arkitekt_line && read -r arkitekt_line; } <"$arkitekt_gate"; then
    ARKITEKT_HUSKY=$$ "$arkitekt_gate" "$@" || exit
  elif [ "${ARKITEKT-}" = 0 ]; then
    case @NAME@ in *commit-msg) ;; *) echo 'arkitekt: @NAME@ skipped (ARKITEKT=0); a push still judges the commit' >&2 ;; esac
  elif command -v arkitekt >/dev/null 2>&1; then
    arkitekt_code=0
    arkitekt_word=$(arkitekt hook @NAME@ --launched - "$$" "$PPID" "$@") || arkitekt_code=$?
    [ "$arkitekt_word" = "arkitekt @NAME@ $$ $arkitekt_code" ] || {
      echo 'arkitekt: @NAME@ blocked: its program came to no verdict; put it back: npm ci, then: npx arkitekt install (once without: ARKITEKT=0)' >&2
      exit 2
    }
    [ "$arkitekt_code" = 0 ] || exit "$arkitekt_code"
  else
    echo 'arkitekt: @NAME@ blocked: this clone has no gate yet; make it: npx arkitekt install (once without: ARKITEKT=0)' >&2
    exit 2
  fi
}
# <<< arkitekt
