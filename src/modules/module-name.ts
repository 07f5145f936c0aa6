import type { ByteText } from "../base/byte-text.ts";
import { encodeText } from "../base/byte-text.ts";

/** `a/b`, `a\b` and `a.b` name one module. */
export function dotted(name: string): string {
  return name.replaceAll(/[\\/]/g, ".");
}

/** Whether `name` is `namespace` or lies below it. */
export function isBelow(name: ByteText | string, namespace: string): boolean {
  const wanted = encodeText(namespace);
  const dots = dotted(name);
  return wanted !== "" && (dots === wanted || dots.startsWith(`${wanted}.`));
}

/** The literal that the argument of a computed require begins with, as in `"a.b." .. name`; "" when there is none. */
export function literalStart(argument: string): string {
  return /^\s*\(*\s*(["'])((?:(?!\1)[^\\\r\n])*)\1\s*\.\./.exec(argument)?.[2] ?? "";
}
