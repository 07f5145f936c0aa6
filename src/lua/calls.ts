import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

/** What stands before the brackets of a call, aliases resolved: after `local insert = table.insert`, `insert(t, 1)` calls `table.insert`. */
export type Callee =
  | { readonly kind: "global"; readonly path: readonly ByteText[] }
  /** A field of a required module, or with an empty path the module itself. */
  | { readonly kind: "module"; readonly module: ByteText; readonly path: readonly ByteText[] }
  /** A local, a parameter or a field of one, that is none of the above. */
  | { readonly kind: "local"; readonly path: readonly ByteText[] }
  /** The result of a call, a dynamic field, a function written in place. */
  | { readonly kind: "expression" };

export interface LuaCall {
  readonly callee: Callee;
  /** As it is written, without the arguments: `M.f`, `obj:method`, `x[1].y`. */
  readonly text: ByteText;
  readonly isMethod: boolean;
  /** The whole call. */
  readonly range: ByteRange;
  readonly arguments: readonly ByteRange[];
  readonly scope: string;
  /** It happens when the file is loaded. */
  readonly isAtLoad: boolean;
}
