// What this program wrote says so in its first lines, with a digest of the rest: so a file that a person wrote, or changed since, is recognised
// and left alone.
import { createHash } from "node:crypto";

/** `mark` begins a comment in the file. */
export function seal(body: string, mark: "#" | "//"): string {
  return `${mark} ${WRITTEN}\n${mark} ${DIGEST}${digestOf(body)}\n${body}`;
}

/** Whether a text is as `seal` made it, in any version of the program; line ends may have become those of another system. */
export function isSealed(text: string): boolean {
  const [whole, digest, body = ""] = SEALED.exec(text.replaceAll("\r\n", "\n")) ?? [];
  return whole !== undefined && digest === digestOf(body);
}

const WRITTEN =
  "Written by `arkitekt ci github`, which makes it again; what is changed here by hand it never overwrites.";
const DIGEST = "sha256 of what follows: ";
const SEALED =
  /^(?:#|\/\/) Written by `arkitekt ci github`[^\n]*\n(?:#|\/\/) sha256 of what follows: ([0-9a-f]{64})\n(.*)$/s;

function digestOf(body: string): string {
  return createHash("sha256").update(body.replaceAll("\r\n", "\n")).digest("hex");
}
