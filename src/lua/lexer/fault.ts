import type { ByteRange } from "../../base/position.ts";

/** Why `luac5.3 -p` would refuse a text. */
export interface SyntaxFault {
  /** One sentence in the words of luac: `'end' expected (to close 'if' at line 3) near <eof>`. */
  readonly message: string;
  /** The token where reading stopped, or the statement that is at fault. */
  readonly range: ByteRange;
  /** `limit`: sound Lua that is too big or too deep for the compiler. */
  readonly kind: "syntax" | "limit";
}

/** Ends the reading of one text; caught only by `parseLua`. */
export class SyntaxRefusal extends Error {
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    super(fault.message);
    this.fault = fault;
  }
}
