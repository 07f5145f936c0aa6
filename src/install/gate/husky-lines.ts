// Our lines in the files of `.husky`, between markers: they hold the gate where husky's own launchers are in force, after
// `npm install` has run husky again, or in a clone where only husky was installed.

const BLOCK = /^# >>> arkitekt.*\n(?:.*\n)*?# <<< arkitekt.*(?:\n|$)/m;

/**
 * `text` with `lines` in it once. Before a push they come first, because they pass standard input on; elsewhere last, so that
 * what formatters and fixers stage is judged.
 */
export function withOurLines(text: string, lines: string, comesFirst: boolean): string {
  if (BLOCK.test(text)) return text.replace(BLOCK, () => lines);
  if (!comesFirst) return text + (text === "" || text.endsWith("\n") ? "" : "\n") + lines;
  const head = /^(?:#!.*(?:\n|$))?(?:(?:#.*|[ \t]*|\. .*husky\.sh.*)\n)*/.exec(text)?.[0] ?? "";
  return head + (head === "" || head.endsWith("\n") ? "" : "\n") + lines + text.slice(head.length);
}

export function withoutOurLines(text: string): string {
  return text.replace(BLOCK, "");
}

export function hasOurLines(text: string): boolean {
  return BLOCK.test(text);
}
