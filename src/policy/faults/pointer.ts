import type { KeyPath } from "./fault.ts";

/** A key as one would write it in code: `overrides[0].rules.docs-fence`. */
export function showPointer(pointer: KeyPath): string {
  return pointer
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (!/^[\w$-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join("");
}
