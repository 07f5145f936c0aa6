// From the bytes of a policy to plain data: everything that can be wrong before a single key is looked at.
import { isUtf8 } from "node:buffer";
import type { RepoPath } from "../../base/repo-path.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import type { Complaint } from "../faults/fault.ts";
import type { PolicyFormat } from "../policy.ts";
import { isObject } from "../resolve/merge.ts";
import { countKeys, plainness } from "./plain-data.ts";

export interface TextAndValue {
  readonly text: string;
  /** Undefined for a `package.json` without the key `arkitekt`. */
  readonly value: unknown;
}

interface Unreadable {
  readonly text: string;
  readonly complaints: readonly Complaint[];
}

export async function readText(
  path: RepoPath,
  bytes: Buffer,
  format: PolicyFormat,
): Promise<Result<TextAndValue, Unreadable>> {
  const bad = badBytes(bytes);
  if (bad !== undefined) return err({ text: "", complaints: [bad] });
  const text = bytes.toString("utf8");
  const fail = (...complaints: Complaint[]) => err({ text, complaints });
  if (text.trim() === "") return fail({ kind: "empty" });
  const parsed = await parse(path, text, format);
  if (!parsed.ok) return fail(...parsed.error);
  const value = format === "package" ? ownKey(parsed.value) : parsed.value;
  if (format === "yaml" && (value === undefined || value === null)) return fail({ kind: "empty" });
  const strange = plainness(value);
  return strange === undefined ? ok({ text, value }) : fail(strange);
}

function badBytes(bytes: Buffer): Complaint | undefined {
  if (bytes.length > LARGEST_POLICY) return { kind: "too-large", size: bytes.length, limit: LARGEST_POLICY };
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { kind: "byte-order-mark", encoding: "UTF-8" };
  const pair = (first << 8) | second;
  if (pair === 0xfffe || pair === 0xfeff) return { kind: "byte-order-mark", encoding: "UTF-16" };
  return isUtf8(bytes) ? undefined : { kind: "not-utf8" };
}

/** JSON is tried first in every format: it needs no parser but the built-in one, and YAML contains it. */
async function parse(
  path: RepoPath,
  text: string,
  format: PolicyFormat,
): Promise<Result<unknown, readonly Complaint[]>> {
  const json = parseJson(text);
  if (json.ok) return noDuplicates(text, json.value, format);
  if (format !== "yaml") return err([{ kind: "syntax" }]);
  const { loadYaml } = await import("./yaml.ts");
  const yaml = loadYaml(path, text);
  return yaml.ok ? yaml : err([yaml.error]);
}

function parseJson(text: string): Result<unknown, undefined> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(undefined);
  }
}

/** JSON.parse takes the last of two equal keys without a word. In a `package.json` only our own part is our business. */
async function noDuplicates(
  text: string,
  value: unknown,
  format: PolicyFormat,
): Promise<Result<unknown, readonly Complaint[]>> {
  if (keysWritten(text) === countKeys(value)) return ok(value);
  const { duplicateKeys } = await import("../faults/locate-json.ts");
  const duplicates = duplicateKeys(text, format === "package" ? "arkitekt" : undefined);
  return duplicates.length === 0 ? ok(value) : err(duplicates);
}

/** In JSON a string is a key when a colon follows it. */
function keysWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) count++;
  return count;
}

function ownKey(manifest: unknown): unknown {
  return isObject(manifest) && Object.hasOwn(manifest, "arkitekt") ? manifest["arkitekt"] : undefined;
}
