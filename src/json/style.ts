import type { JsonDocument, JsonItem, JsonNode } from "./tree.ts";

/** How a document is laid out, read from what stands in it. */
export interface JsonStyle {
  /** False when the whole document is on one line. */
  readonly isMultiline: boolean;
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
  /** A colon with its white space. */
  readonly colon: string;
  /** White space after a comma between items on one line. */
  readonly gap: string;
}

/** The style of a document; what it does not show is as `JSON.stringify(value, null, 2)` would write it. */
export function styleOf(document: JsonDocument): JsonStyle {
  const seen: { lineEnd?: string; unit?: string; colon?: string; gap?: string } = {};
  look(document.root, lastLine(document.head) ?? "", seen);
  const hasItems = isContainer(document.root) && itemsOf(document.root).length > 0;
  const lineEnd = seen.lineEnd ?? lineEndIn(document.head + document.tail) ?? "\n";
  const isMultiline = seen.lineEnd !== undefined || !hasItems;
  const isDense = seen.colon === ":" && !isMultiline;
  return {
    isMultiline,
    unit: seen.unit ?? "  ",
    lineEnd,
    colon: seen.colon ?? ": ",
    gap: seen.gap ?? (isDense ? "" : " "),
  };
}

/** The white space of the last line of `space`; undefined when there is no line end in it. */
export function lastLine(space: string): string | undefined {
  const at = Math.max(space.lastIndexOf("\n"), space.lastIndexOf("\r"));
  return at < 0 ? undefined : space.slice(at + 1);
}

type Container = Extract<JsonNode, { kind: "array" | "object" }>;

export function isContainer(node: JsonNode): node is Container {
  return node.kind === "array" || node.kind === "object";
}

export function itemsOf(node: Container): readonly JsonItem[] {
  return node.kind === "array" ? node.items : node.members;
}

function look(
  node: JsonNode,
  indent: string,
  seen: { lineEnd?: string; unit?: string; colon?: string; gap?: string },
): void {
  if (!isContainer(node)) return;
  if (node.kind === "object" && node.members[0] && !/[\r\n]/.test(node.members[0].colon)) {
    seen.colon ??= node.members[0].colon;
  }
  for (const [index, item] of itemsOf(node).entries()) {
    const own = lastLine(item.lead);
    if (own === undefined) {
      if (index > 0) seen.gap ??= item.lead;
    } else {
      seen.lineEnd ??= lineEndIn(item.lead) ?? "\n";
      if (own.startsWith(indent) && own.length > indent.length) seen.unit ??= own.slice(indent.length);
    }
    look(item.value, own ?? indent, seen);
    if (seen.lineEnd && seen.unit && seen.colon && seen.gap !== undefined) return;
  }
}

function lineEndIn(space: string): string | undefined {
  return /\r\n|\n|\r/.exec(space)?.[0];
}
