// Text → tree, or the one reason why the compiler of its version would refuse it (`luac5.3 -p`).
//
// The reader goes through a text as Lua's own compiler does (lparser.c of 5.3.6), and tells `compiler/` what it reads, which
// counts: they refuse exactly what luac refuses, for the same reasons. It never goes deeper than the compiler's 200 levels, so no input can
// overflow the stack, and it takes time in proportion to the text.
import type { ByteText } from "../../base/byte-text.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { DIALECTS } from "../lexer/dialect.ts";
import { type SyntaxFault, SyntaxRefusal } from "../lexer/fault.ts";
import * as T from "../lexer/token-kind.ts";
import type { Chunk } from "./ast.ts";
import { Parser } from "./parser.ts";
import { readStatements } from "./statements.ts";

export type { SyntaxFault };

/** Any bytes may be given. How large a text may be is the caller's business; a tree takes some 100 bytes for each byte. */
export function parseLua(text: ByteText, version: LuaVersion = "5.3"): Result<Chunk, SyntaxFault> {
  try {
    return ok(readChunk(text, version));
  } catch (error) {
    if (error instanceof SyntaxRefusal) return err(error.fault);
    throw error;
  }
}

function readChunk(text: ByteText, version: LuaVersion): Chunk {
  if (text.charCodeAt(0) === 27) {
    throw new SyntaxRefusal({
      message: "this is compiled Lua, not Lua text",
      range: { start: 0, end: 1 },
      kind: "syntax",
    });
  }
  const parser = new Parser(text, DIALECTS[version], readStatements);
  parser.compiler.openChunk();
  parser.next();
  const { start } = parser;
  const body = readStatements(parser);
  if (parser.token !== T.EOF) parser.refuse(`${parser.dialect.words.end} expected`);
  parser.compiler.endFunction();
  const end = body.length > 0 ? parser.previousEnd : parser.end;
  return { type: "Chunk", body, comments: parser.comments, range: [start, end] };
}
