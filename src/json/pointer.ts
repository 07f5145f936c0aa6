import { err, ok, type Result } from "../base/result.ts";

/** Reference tokens, unescaped; an empty list is the whole document. */
export type Pointer = readonly string[];

export interface PointerFault {
  readonly kind: "bad-pointer";
  readonly message: string;
}

/** Reads a JSON Pointer strictly (RFC 6901): "" or tokens that each begin with `/`, `~` only as `~0` and `~1`. */
export function parsePointer(text: string): Result<Pointer, PointerFault> {
  if (text === "") return ok([]);
  if (!text.startsWith("/"))
    return bad(`${JSON.stringify(text)} is not a JSON Pointer: it must begin with "/"`);
  if (/~(?![01])/.test(text)) {
    return bad(
      `${JSON.stringify(text)} is not a JSON Pointer: "~" is written "~0" there, and "/" in a name "~1"`,
    );
  }
  return ok(text.slice(1).split("/").map(unescapeToken));
}

export function formatPointer(pointer: Pointer): string {
  return pointer.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The place that a token names in an array: digits without leading zeros (RFC 6901, section 4). */
export function arrayIndex(token: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function bad(message: string): Result<Pointer, PointerFault> {
  return err({ kind: "bad-pointer", message });
}
