// Patterns of what is called, as a policy writes them: `canonicalize_sequence`, `shapes.canonicalize_*`, `*.new`. A star stands
// for any part of a name, dots included; a colon reads as a dot.

/** `text` is what stands before the parentheses of a call. */
export function matchesName(text: string, patterns: readonly string[]): boolean {
  const name = text.replaceAll(/\s+/g, "").replaceAll(":", ".");
  return patterns.some((pattern) => expression(pattern).test(name));
}

const known = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const compiled =
    known.get(pattern) ??
    new RegExp(
      `^${pattern
        .split("*")
        .map((part) => part.replaceAll(":", ".").replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"))
        .join(".*")}$`,
      "s",
    );
  known.set(pattern, compiled);
  return compiled;
}
