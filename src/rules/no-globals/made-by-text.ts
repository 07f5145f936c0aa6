import type { SourceFile } from "../../modules/source-file.ts";

/** `class "Window"`, `declare_global("Window")`: a call at the start of a line that makes a global of the text that it is given. */
export function isMadeByText(name: string, file: SourceFile): boolean {
  return madeIn(file).has(name.toLowerCase());
}

const known = new WeakMap<SourceFile, ReadonlySet<string>>();

/** All such names of a file, in small letters: a look at the text for each name that is asked for would take its square. */
function madeIn(file: SourceFile): ReadonlySet<string> {
  const { text } = file;
  const found = known.get(file);
  if (found !== undefined) return found;
  const made = new Set<string>();
  for (const { 2: name = "", index } of text.matchAll(TEXT)) {
    const from = index - FARTHEST;
    const before = from < 0 ? `\n${text.slice(0, index)}` : text.slice(from, index);
    if (CALL.test(before)) made.add(name.toLowerCase());
  }
  known.set(file, made);
  return made;
}

const TEXT = /(["'])([A-Za-z_]\w*)\1/g;
/** No call is that far from its text: what stands before it is looked at once for each text. */
const FARTHEST = 200;
const CALL =
  /[\r\n][ \t]*(?:\w+[.:])*\w*(?:class|declare|define|global|enum|struct|interface)\w*\s*(?:\(\s*)?$/i;
