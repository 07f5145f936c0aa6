// Text → tree, or the one reason why the compiler of its version would refuse it (`luac5.3 -p`).
//
// The reader goes through a text as Lua's own compiler does (lparser.c of 5.3.6), and tells `compiler/` what it reads, which
// counts: they refuse exactly what luac refuses, for the same reasons. It never goes deeper than the compiler's 200 levels, so no input can
// overflow the stack, and it takes time in proportion to the text.
import type { ByteText } from "../../base/byte-text.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { compilerFor } from "../compiler/compiler-for.ts";
import { canEstimate, Estimate, NotSure } from "../compiler/estimate.ts";
import type { Listener } from "../compiler/listener.ts";
import { DIALECTS } from "../lexer/dialect.ts";
import { type SyntaxFault, SyntaxRefusal } from "../lexer/fault.ts";
import type { Lexer } from "../lexer/lexer.ts";
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
  return estimated(text, version) ?? readBy(compilerFor, text, version);
}

/**
 * The tree of a text that is far from any limit of its compiler; undefined where that is not sure, or something is wrong with it. Nearly every text is
 * read in this way, in three quarters of the time.
 */
function estimated(text: ByteText, version: LuaVersion): Chunk | undefined {
  if (!canEstimate(text)) return undefined;
  try {
    return readBy((lexer) => new Estimate(lexer), text, version);
  } catch (error) {
    if (error instanceof SyntaxRefusal || error instanceof NotSure) return undefined;
    throw error;
  }
}

function readBy(counter: (lexer: Lexer) => Listener, text: ByteText, version: LuaVersion): Chunk {
  const parser = new Parser(text, DIALECTS[version], readStatements, counter);
  parser.compiler.openChunk();
  parser.next();
  const { start } = parser;
  const body = readStatements(parser);
  if (parser.token !== T.EOF) parser.refuse(`${parser.dialect.words.end} expected`);
  parser.compiler.endFunction();
  const end = body.length > 0 ? parser.previousEnd : parser.end;
  return { type: "Chunk", body, comments: parser.comments, range: [start, end] };
}
