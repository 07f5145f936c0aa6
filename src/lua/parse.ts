// Text → tree, or the one reason why `luac5.3 -p` would refuse it.
import luaparse from "luaparse";
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Chunk } from "./ast.ts";

export interface SyntaxFault {
  /** One sentence, in the words of luac. */
  readonly message: string;
  readonly range: ByteRange;
  /** `limit`: correct Lua that is too big or too deep for the compiler. */
  readonly kind: "syntax" | "limit";
}

export function parseLua(text: ByteText): Result<Chunk, SyntaxFault> {
  try {
    return ok(
      luaparse.parse(text.replace(/^\xef\xbb\xbf/, "   "), {
        luaVersion: "5.3",
        encodingMode: "pseudo-latin1",
        ranges: true,
      }) as Chunk,
    );
  } catch (error) {
    return err(faultOf(error));
  }
}

function faultOf(error: unknown): SyntaxFault {
  if (error instanceof SyntaxError && "index" in error) {
    const at = Number(error.index);
    return { message: error.message, range: { start: at, end: at + 1 }, kind: "syntax" };
  }
  if (error instanceof RangeError)
    return { message: "chunk has too many syntax levels", range: { start: 0, end: 0 }, kind: "limit" };
  throw error;
}
