// Patterns of module names in a policy: `socket` is that module, `socket.*` all below it.
import { encodeText } from "../base/byte-text.ts";
import { dotted } from "./module-name.ts";

export function matchesModule(name: string, patterns: readonly string[]): boolean {
  const dots = dotted(name);
  return patterns.some((pattern) => {
    const wanted = dotted(encodeText(pattern));
    return wanted.endsWith(".*") ? dots.startsWith(wanted.slice(0, -1)) : dots === wanted;
  });
}
