import type { ByteText } from "../../base/byte-text.ts";
import type { LuaSource } from "../../lua/source.ts";
import type { ModuleLookup } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** After the word: a string, in parentheses or not, or as the second argument of `pcall`. */
const AFTER = /\s*[(,]?\s*(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|\[\[([^\]\r\n]*)\]\])/y;

/** After such a string: it is only a part of the name. */
const JOINED = /\s*(?:\.\.|:|and\b|or\b|--)/y;

/** What may lead to `require` without the word. */
const GLOBALS = /\b(?:_G|_ENV|getfenv)\b/;

/**
 * The modules that a file may require, at least all those that it does, without parsing it if that can be avoided: a
 * word `require` in a comment counts. Parsing costs a hundred times as much, and most ways through a graph lead nowhere.
 */
export function quickRequires(file: SourceFile, lookup: ModuleLookup): readonly ByteText[] {
  let names = known.get(file);
  if (names === undefined) {
    names = read(file.text);
    known.set(file, names);
  }
  return names === "unclear" ? exact(lookup.read(file)) : names;
}

/** A graph is walked once for each round of questions. */
const known = new WeakMap<SourceFile, readonly ByteText[] | "unclear">();

function read(text: ByteText): readonly ByteText[] | "unclear" {
  if (GLOBALS.test(text)) return "unclear";
  const names: ByteText[] = [];
  for (let at = text.indexOf("require"); at >= 0; at = text.indexOf("require", at + 7)) {
    if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(at + 7))) continue;
    AFTER.lastIndex = at + 7;
    const match = AFTER.exec(text);
    JOINED.lastIndex = AFTER.lastIndex;
    // A piece of a byte text is a byte text.
    if (match !== null && !JOINED.test(text) && !/["']/.test(text.charAt(at - 1)))
      names.push((match[1] ?? match[2] ?? match[3] ?? "") as ByteText);
    else if (isUnclear(text, at)) return "unclear";
  }
  return names;
}

/**
 * `local r = require`, `pcall(require, "x")`, `_G["require"]`, a name that is not written out, a comment or an escape in
 * between: only the parser knows what that means.
 */
function isUnclear(text: string, at: number): boolean {
  let before = at - 1;
  while (/\s/.test(text.charAt(before))) before--;
  return /[=,("'[]/.test(text.charAt(before)) || /^\s*(?:[(,)"'[\]\\]|--)/.test(text.slice(at + 7, at + 60));
}

function exact({ requires }: LuaSource): readonly ByteText[] {
  return requires.flatMap((require) => (require.kind === "static" ? [require.name] : []));
}
