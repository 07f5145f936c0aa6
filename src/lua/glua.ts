// The Lua of Garry's Mod: operators and comments of C in addition to Lua's own, and `continue`.
import type { ByteText } from "../base/byte-text.ts";
import { parseLua } from "./syntax/parse.ts";

/** Whether a text is Lua once those are written as Lua has them. */
export function readsAsGlua(text: ByteText): boolean {
  const plain = text.replace(TOKENS, (token, _long?: string, _text?: string, code?: string) =>
    code === undefined ? token : asLua(code),
  );
  return plain !== text && parseLua(plain as ByteText, "luajit").ok;
}

/** What may hold such signs without meaning them is matched as it is; comments of C, and signs, are in the group. */
const TOKENS =
  /--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*|\[(=*)\[[\s\S]*?\]\2\]|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|(\/\*[\s\S]*?\*\/|\/\/[^\n]*|!=|!|&&|\|\||(?<![\w.:])continue(?![ \t]*[=.:([,{]))/g;

function asLua(code: string): string {
  if (code.startsWith("/")) return code.replaceAll(/[^\n]/g, " ");
  return WORDS[code] ?? code;
}

const WORDS: Readonly<Record<string, string>> = {
  "!=": "~=",
  "!": " not ",
  "&&": " and ",
  "||": " or ",
  // A statement that does nothing.
  continue: "do end",
};
