import type { ByteText } from "../base/byte-text.ts";
import { encodeText } from "../base/byte-text.ts";

/** `a/b`, `a\b` and `a.b` name one module. */
export function dotted(name: string): string {
  return name.replaceAll(/[\\/]/g, ".");
}

/** Whether `name` is `namespace` or lies below it. */
export function isBelow(name: ByteText | string, namespace: string): boolean {
  const wanted = dotted(encodeText(namespace));
  const dots = dotted(name);
  return wanted !== "" && (dots === wanted || dots.startsWith(`${wanted}.`));
}
