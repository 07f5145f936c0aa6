import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

/** A use of an API of the host program. */
export interface HostUse {
  /** One of the names that were asked for. */
  readonly host: string;
  /** `GetX` of `reaper.GetX`; undefined when the host is used as a value or the field is computed. */
  readonly member: ByteText | undefined;
  readonly kind: "call" | "read" | "write" | "require";
  readonly range: ByteRange;
  readonly scope: string;
}
