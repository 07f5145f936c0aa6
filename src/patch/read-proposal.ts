import { createHash } from "node:crypto";
import { err, ok, type Result } from "../base/result.ts";
import { type Failure, failure } from "../model/failure.ts";
import type { Form, Proposal } from "./proposal.ts";
import { readBlocks, SEARCH_LINE } from "./read-blocks.ts";
import { readEnvelope } from "./read-envelope.ts";
import { readObject } from "./read-object.ts";

/** Reads a patch in the form that is named, or that it shows. The repository is not looked at yet. */
export function readProposal(bytes: Buffer, asked: Form | undefined): Result<Proposal, Failure> {
  const text = bytes.toString("latin1").replace(/^\xef\xbb\xbf/, "");
  if (text.trim() === "") return unreadable("it is empty", EMPTY);
  const form = asked ?? formOf(text);
  if (form === undefined) return unreadable("it has none of the forms that a patch can have", HOW);
  const base = {
    form,
    digest: () => `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    notes: "",
    acceptance: [],
    proofGreps: [],
    warnings: [],
  } as const;
  if (form === "diff") return ok({ ...base, steps: { kind: "diff", bytes: Buffer.from(text, "latin1") } });
  if (form === "object") {
    const read = readObject(unfenced(bytes, text));
    if (!read.ok) return unreadable(read.error, "mend it there, and hand it in again");
    return ok({ ...base, ...read.value });
  }
  const read = form === "envelope" ? readEnvelope(text) : readBlocks(text);
  if (!read.ok) return unreadable(read.error, "mend it there, and hand it in again");
  return ok({ ...base, steps: { kind: "patch", patch: read.value } });
}

const EMPTY = "hand in a change; git diff leaves new files out until they are added: git add -N FILE";
const HOW =
  "hand in a JSON object, a unified diff, an apply_patch envelope or search/replace blocks; --form names which it is";

/** Without the one block of Markdown that it may come in. No text within JSON can end such a block. */
function unfenced(bytes: Buffer, text: string): Buffer {
  const [block, another] = text.matchAll(FENCED);
  return block === undefined || another !== undefined ? bytes : Buffer.from(block[1] ?? "", "latin1");
}

const FENCED = /^```(?:json)?[^\S\n]*\n(\s*\{[\s\S]*?)\n```[^\S\n]*$/gim;

/** Recognised by the first line that only one of the forms has. */
function formOf(text: string): Form | undefined {
  if (/^\s*\{/.test(text)) return "object";
  const lines = text.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (/^```(?:json)?\s*$/i.test(line) && lines[at + 1]?.trimStart().startsWith("{")) return "object";
    if (line.trimEnd() === "*** Begin Patch") return "envelope";
    if (SEARCH_LINE.test(line)) return "blocks";
    if (line.startsWith("diff --git ")) return "diff";
    if (line.startsWith("--- ") && lines[at + 1]?.startsWith("+++ ")) return "diff";
  }
  return undefined;
}

function unreadable(what: string, next: string) {
  return err(failure("bad-patch", `the patch can't be read: ${what}`, next));
}
