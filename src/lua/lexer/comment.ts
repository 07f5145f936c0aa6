import type { ByteText } from "../../base/byte-text.ts";

export interface Comment {
  readonly type: "Comment";
  /** Without `--`; without long brackets and a line end just inside them; a short comment without its line end. */
  readonly value: ByteText;
  readonly raw: ByteText;
  readonly range: readonly [start: number, end: number];
}
