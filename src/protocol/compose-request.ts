import { err, ok, type Result } from "../base/result.ts";
import { canonicalDigest } from "../json/canonical-digest.ts";
import type { JsonRecord } from "../json/value.ts";
import { type Fault, fault } from "./fault.ts";
import { compactInstant, formatInstant, type Instant } from "./instant.ts";

export interface NewRequest {
  readonly project: string;
  readonly title: string;
  readonly slug: string | undefined;
  readonly motivation: string | undefined;
  readonly priority: string | undefined;
  readonly version: string | undefined;
  readonly api?: JsonRecord;
  readonly acceptance?: readonly string[];
}

export const PRIORITIES = ["low", "medium", "high", "critical"] as const;

/** The request as it is written, and its id: the time, the project, the slug, and a hash over all the rest. */
export function composeRequest(
  asked: NewRequest,
  now: Instant,
): Result<{ readonly id: string; readonly request: JsonRecord }, Fault> {
  const slug = asked.slug ?? slugOf(asked.title);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(slug)) {
    return err(fault("/slug", `the slug ${JSON.stringify(slug)} may hold letters, digits, ".", "_" and "-"`));
  }
  const body = {
    project: asked.project,
    title: asked.title,
    motivation: asked.motivation ?? "",
    api: asked.api ?? {},
    errors: [],
    determinism: [],
    telemetry: [],
    tests: [],
    acceptance: asked.acceptance ?? [],
    attachments: [],
    contacts: {},
    created_at: formatInstant(now),
    meta: { priority: asked.priority ?? "high", version: asked.version ?? "v1" },
  };
  const digest = canonicalDigest(body);
  if (!digest.ok) return err(fault(digest.error.pointer, "holds half of a surrogate pair"));
  const id = `${compactInstant(now)}_${asked.project}_${slug}_${digest.value.slice(0, 8)}`;
  return ok({ id, request: { id, ...body } });
}

/** Lower case letters and digits with dashes in between; at most 60 bytes, cut at a dash if there is one. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  const cut = shortened(words);
  const whole = cut.length < words.length && cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut;
  return whole === "" ? "request" : whole;
}

function shortened(words: string): string {
  let cut = "";
  for (const character of words) {
    if (Buffer.byteLength(cut + character, "utf8") > 60) break;
    cut += character;
  }
  return cut;
}
