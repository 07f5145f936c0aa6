const SEPARATOR = /[\\/]/;

/** A module's name in the one spelling that all are compared in: `a/b`, `a\b` and `a.b` name one module. */
export function dotted(name: string): string {
  return SEPARATOR.test(name) ? name.replaceAll(/[\\/]/g, ".") : name;
}
