import type { ByteText } from "../base/byte-text.ts";
import { encodeText } from "../base/byte-text.ts";

const SEPARATOR = /[\\/]/;

/** `a/b`, `a\b` and `a.b` name one module. */
export function dotted(name: string): string {
  return SEPARATOR.test(name) ? name.replaceAll(/[\\/]/g, ".") : name;
}

/** Whether `name` is `namespace` or lies below it. */
export function isBelow(name: ByteText | string, namespace: string): boolean {
  const wanted = dotted(encodeText(namespace));
  const dots = dotted(name);
  return wanted !== "" && (dots === wanted || dots.startsWith(`${wanted}.`));
}
