// Editors' settings are JSON in which comments and a comma before the end are allowed. Those become spaces, so that places stay, and
// the one reader of JSON reads the rest.
import { err, ok, type Result } from "../../base/result.ts";
import { describeJsonFault } from "../../json/fault.ts";
import { readTree } from "../../json/text.ts";
import type { JsonNode } from "../../json/tree.ts";

/** Objects and lists are walked by what they hold; if a key appears twice, the last one counts. */
export function readJsonWithComments(text: string): Result<JsonNode, string> {
  const read = readTree(withoutComments(text));
  if (read.ok) return ok(read.value.root);
  return err(`line ${read.error.position.line}: ${describeJsonFault(read.error).message}`);
}

/** A string, or a comment of either kind; one without an end goes on to where it would have to end. */
const PIECE = /"(?:[^"\\\r\n]|\\.)*"?|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)/g;
const STRING_OR_LAST_COMMA = /"(?:[^"\\\r\n]|\\.)*"?|,(?=\s*[}\]])/g;

function withoutComments(text: string): string {
  const plain = text.replaceAll(PIECE, (piece) => (piece.startsWith('"') ? piece : blank(piece)));
  return plain.replaceAll(STRING_OR_LAST_COMMA, (piece) => (piece === "," ? " " : piece));
}

function blank(piece: string): string {
  return piece.replaceAll(/[^\r\n]/g, " ");
}
