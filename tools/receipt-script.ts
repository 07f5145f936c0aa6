// Makes hooks/receipt.sh from src/git/open/receipt.ts, so that the shell looks for just what pre-commit left.
import { CHANGE, FIRST_WORDS, RECEIPT } from "../src/git/open/receipt.ts";
import { UNDER_WAY } from "../src/git/open/under-way.ts";
import { BASE, call, environment } from "./prefetch-script.ts";

export function receiptScript(): string {
  return `# Made by tools/generate.ts from src/git/open/receipt.ts. Do not edit.
#
# receipt <file> [<source>]: whether pre-commit has let the commit that is being made pass, or it is one that Git makes of others. Where it
# can't tell, the program is asked.
receipt() {
  dir=\${GIT_DIR:-.git}
  [ -d "$dir" ] || return 1
  [ "\${2-}" != merge ] || return 0
  for state in ${UNDER_WAY.join(" ")}; do
    [ ! -e "$dir/$state" ] || return 0
  done
  [ -f "$dir/${RECEIPT}" ] && IFS=' ' read -r word version base policy <"$dir/${RECEIPT}" || return 1
  [ "$word $version" = '${FIRST_WORDS}' ] && [ -n "$policy" ] || return 1
  case $base in '' | *[!0-9a-f]*) return 1 ;; esac
  IFS= read -r head <"$dir/HEAD" || return 1
  case $head in
    'ref: '*)
      head=\${head#ref: }
      if [ -f "$dir/$head" ]; then
        IFS= read -r head <"$dir/$head" || return 1
      else
        head=$(command git rev-parse --verify --quiet HEAD)
      fi
      ;;
  esac
  [ "$head" = "$base" ] || return 1
  (
    ${environment()}
    echo "${FIRST_WORDS} $base $policy"
    ${call(CHANGE(BASE))}
  ) | command cmp -s - "$dir/${RECEIPT}"
}
`;
}
