import { decimal } from "./equality.ts";
import { type JsonNode, membersByName } from "./tree.ts";

/**
 * One text for all documents that are equal (`jsonEquals`): keys sorted, the last one of a key that appears twice, numbers by their exact
 * value, no white space. Unlike the canonical form of RFC 8785 every document has one: half a surrogate pair is written as its
 * escape, and no number is too large.
 */
export function canonicalTree(node: JsonNode): string {
  const pieces: string[] = [];
  write(node, pieces);
  return pieces.join("");
}

function write(node: JsonNode, pieces: string[]): void {
  switch (node.kind) {
    case "word":
      pieces.push(node.raw);
      return;
    case "number":
      pieces.push(decimal(node.raw));
      return;
    case "string":
      pieces.push(JSON.stringify(node.text));
      return;
    case "array":
      pieces.push("[");
      for (const { value } of node.items) {
        write(value, pieces);
        pieces.push(",");
      }
      pieces.push("]");
      return;
    case "object": {
      pieces.push("{");
      for (const [key, value] of [...membersByName(node)].sort(([left], [right]) =>
        left < right ? -1 : 1,
      )) {
        pieces.push(JSON.stringify(key), ":");
        write(value, pieces);
        pieces.push(",");
      }
      pieces.push("}");
    }
  }
}
