import { type ByteText, encodeText } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";

/** Whether `name` is `namespace` or lies below it. */
export function isBelow(name: ByteText | string, namespace: string): boolean {
  const wanted = dotted(encodeText(namespace));
  const dots = dotted(name);
  return wanted !== "" && (dots === wanted || dots.startsWith(`${wanted}.`));
}
