// What Git's hooks need of each line of src/hooks/table.ts: the script that the launcher reads, and its name among those gated.
import { HOOKS, type HookFacts, hookNames } from "../src/hooks/table.ts";

const AUTHOR = "# Made by tools/generate.ts from src/hooks/table.ts. Do not edit.\n#\n";

/** The files of `hooks`, by their places. */
export const hookScripts: ReadonlyMap<string, string> = new Map(
  hookNames.map((name) => [`hooks/${name}`, hookScript(name, HOOKS[name])]),
);

export function hookScript(name: string, { prefetch, isSettledByReceipt }: HookFacts): string {
  const call = `"$node" "$main" hook ${name} --launched "$0" "$$" "$PPID"`;
  if (isSettledByReceipt === true) {
    return `${AUTHOR}# Read by the launcher in the Git folder, which has found $node, $main and $program. What pre-commit has let pass needs no program.
. "$program/hooks/receipt.sh"
if receipt "$@" 2>/dev/null; then
  echo "arkitekt ${name} $$ 0"
else
  exec ${call} "$@"
fi
`;
  }
  if (prefetch === undefined) {
    return `${AUTHOR}# Read by the launcher in the Git folder, which has found $node and $main.
exec ${call} "$@"
`;
  }
  return `${AUTHOR}# Read by the launcher in the Git folder, which has found $node, $main and $program. Node takes longest to start: what it will ask
# Git first is asked meanwhile.
. "$program/hooks/prefetch.sh"
{ prefetch ${prefetch} || :; } 2>/dev/null | ${call} --prefetched "$@"
`;
}

/** The launcher, which judges the hooks of these names and no others. */
export function withGated(launcher: string, names: readonly string[]): string {
  const line = /^( *)[a-z |-]+\) gated=1 ;;$/m;
  if (!line.test(launcher)) throw new Error("templates/launcher.sh has no line for the hooks that are gated");
  return launcher.replace(line, (_, indent: string) => `${indent}${names.join(" | ")}) gated=1 ;;`);
}

export function launcher(old: string): string {
  return withGated(old, hookNames);
}
