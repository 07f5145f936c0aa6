// What the name of a function says that it does.
import { isStandardSomewhere } from "../../lua/values/standard-names.ts";

/** `set_x` of `host.set_x`. */
export function wordOf(text: string): string {
  // Looked for only where a word begins: a text may be one long word but for its end.
  return /(?<!\w)\w+$/.exec(text)?.[0] ?? "";
}

/** What Lua's own functions do is known; what a host's functions do whose result is taken, at best their names say. */
export function isOfLua([first = ""]: readonly string[]): boolean {
  return isStandardSomewhere(first);
}

/** Only for a host: `host.set_option(…)`, and neither `Set { … }` nor `vector.add(a, b)`. */
export function isHostAct(path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  return path.length > 1 && ACTS.test(name) && !/^(?:set|add|insert|put|remove|delete)$/i.test(name);
}

export const ACTS =
  /^(?!\w*_of$)(?:.*_)?(?:write|remove|rename|delete|execute|exec|system|systemlist|spawn|popen|mkdir|open|close|save|send|post|print|kill|start|stop|run|defer|set|add|insert|put|notify|input|confirm|connect|register|unregister)(?:_.*|[A-Z].*|file)?$|^(?:Set|Insert|Delete|Add|Main_On|Show|Exec|Undo_|Create)/;
