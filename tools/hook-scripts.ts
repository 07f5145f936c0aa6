// What Git's hooks need of each line of src/hooks/table.ts: the script that the launcher reads, and its name among those gated.
import { HOOKS, type HookFacts, hookNames } from "../src/hooks/table.ts";

const AUTHOR = "# Made by tools/generate.ts from src/hooks/table.ts. Do not edit.\n#\n";

/** The files of `hooks`, by their places. */
export const hookScripts: ReadonlyMap<string, string> = new Map(
  hookNames.map((name) => [`hooks/${name}`, hookScript(name, HOOKS[name])]),
);

export function hookScript(name: string, { prefetch, settledBy }: HookFacts): string {
  // No link leads to the file: Node need not look along its path for one.
  const call = `"$arkitekt_node" --preserve-symlinks-main "$arkitekt_main" hook ${name} --launched "$0" "$$" "$PPID"`;
  const asked = prefetch === undefined ? [word(`exec ${call} "$@"`)] : prefetching(prefetch, call);
  const lines = settledBy === undefined ? asked : unlessSettled(name, settledBy, asked);
  const found = lines.some((line) => line.includes("$arkitekt_program/"))
    ? "$arkitekt_node, $arkitekt_main and $arkitekt_program"
    : "$arkitekt_node and $arkitekt_main";
  const why = [
    ...(settledBy === undefined ? [] : ["What pre-commit has let pass needs no program."]),
    ...(prefetch === undefined
      ? []
      : ["Node takes longest to start: what it will ask Git first is asked meanwhile."]),
  ];
  return `${AUTHOR}# Read by the launcher in the Git folder, which has found ${found}; gives it $arkitekt_word.
${why.map((sentence) => `# ${sentence}\n`).join("")}${lines.join("\n")}
`;
}

/** The last thing that the program says: how long the system takes to clear it away is nothing to Git. */
function word(call: string): string {
  return `arkitekt_word=$(${call}) || :`;
}

function prefetching(kind: string, call: string): readonly string[] {
  return ['. "$arkitekt_program/hooks/prefetch.sh"', word(`prefetched ${kind} ${call} --prefetched "$@"`)];
}

function unlessSettled(name: string, by: string, asked: readonly string[]): readonly string[] {
  return [
    '. "$arkitekt_program/hooks/receipt.sh"',
    `if ${by} "$@" 2>/dev/null; then`,
    `  arkitekt_word="arkitekt ${name} $$ 0"`,
    "else",
    ...asked.map((line) => `  ${line}`),
    "fi",
  ];
}

/** The launcher, which judges the hooks of these names and no others. */
export function withGated(launcher: string, names: readonly string[]): string {
  const line = /^( *)[a-z |-]+\) arkitekt_gated=1 ;;$/m;
  if (!line.test(launcher)) throw new Error("templates/launcher.sh has no line for the hooks that are gated");
  return launcher.replace(line, (_, indent: string) => `${indent}${names.join(" | ")}) arkitekt_gated=1 ;;`);
}

export function launcher(old: string): string {
  return withGated(old, hookNames);
}
