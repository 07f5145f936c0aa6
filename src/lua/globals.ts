import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

export interface GlobalUse {
  /** Undefined when it is computed: `_G[k]`. */
  readonly name: ByteText | undefined;
  readonly kind: "read" | "write";
  /** The name, or the whole `_G.x`. */
  readonly range: ByteRange;
  /** Written as it is, or as a field of `_G`, of `_ENV` or of a local that holds one of them. */
  readonly via: "name" | "table";
  /** One of the names that Lua 5.3 itself defines. */
  readonly isStandard: boolean;
  readonly scope: string;
}
