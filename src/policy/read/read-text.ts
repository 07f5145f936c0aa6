// From the bytes of a policy to plain data: everything that can be wrong before a single key is looked at.
import { err, ok, type Result } from "../../base/result.ts";
import { TextPositions } from "../../base/text-position.ts";
import { BYTE_ORDER_MARK, decodeUtf8 } from "../../base/utf8.ts";
import { placesIn } from "../../json/places.ts";
import { repeatedKeys } from "../../json/repeated-keys.ts";
import { readTree } from "../../json/text.ts";
import type { JsonDocument } from "../../json/tree.ts";
import { plainValue } from "../../json/value.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import { type Complaint, type KeyPath, MOST_FAULTS } from "../faults/fault.ts";
import type { PolicyFormat } from "../policy.ts";
import { isObject } from "../resolve/merge.ts";
import { plainness } from "./plain-data.ts";

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
  bytes: Buffer,
  format: PolicyFormat,
): Promise<Result<TextAndValue, Unreadable>> {
  const decoded = textOf(bytes);
  if (!decoded.ok) return err({ text: "", complaints: [decoded.error] });
  const text = decoded.value;
  const fail = (...complaints: Complaint[]) => err({ text, complaints });
  if (text.trim() === "") return fail({ kind: "empty" });
  const parsed = await parse(text, format);
  if (!parsed.ok) return fail(...parsed.error);
  const value = format === "package" ? ownKey(parsed.value) : parsed.value;
  if (format === "yaml" && (value === undefined || value === null)) return fail({ kind: "empty" });
  const strange = plainness(value);
  return strange === undefined ? ok({ text, value }) : fail(strange);
}

/** A text with a byte order mark would be read by some tools and refused by others: there is none in a policy. */
function textOf(bytes: Buffer): Result<string, Complaint> {
  if (bytes.length > LARGEST_POLICY)
    return err({ kind: "too-large", size: bytes.length, limit: LARGEST_POLICY });
  const text = decodeUtf8(bytes);
  if (!text.ok)
    return err(
      text.error === "utf-16" ? { kind: "byte-order-mark", encoding: "UTF-16" } : { kind: "not-utf8" },
    );
  const hasMark = text.value.startsWith(BYTE_ORDER_MARK);
  return hasMark ? err({ kind: "byte-order-mark", encoding: "UTF-8" }) : text;
}

type Parsed = Result<unknown, readonly Complaint[]>;

/** JSON is tried first in every format: YAML contains it, and its reader is at hand. */
async function parse(text: string, format: PolicyFormat): Promise<Parsed> {
  const json = readTree(text);
  if (json.ok) return ofJson(text, json.value, format);
  if (format !== "yaml") return err([{ kind: "syntax", json: json.error }]);
  const { readYaml, repeatedYamlKeys } = await import("./read-yaml.ts");
  const yaml = readYaml(text);
  if (!yaml.ok) return err([{ kind: "syntax", json: json.error, yaml: yaml.error }]);
  const repeated = repeatedYamlKeys(yaml.value.root);
  return duplicates(text, repeated) ?? ok(yaml.value.value);
}

/** In a `package.json` only our own part is our business. */
function ofJson(text: string, document: JsonDocument, format: PolicyFormat): Parsed {
  const places = placesIn(document);
  const repeated = repeatedKeys(document.root);
  const found = function* (): Iterable<Repeated> {
    for (const { pointer, first, index } of repeated) {
      if (format === "package" && pointer[0] !== "arkitekt") continue;
      const at = (member: number) => places.key(pointer, member) ?? 0;
      yield { pointer: format === "package" ? pointer.slice(1) : pointer, first: at(first), at: at(index) };
    }
  };
  return duplicates(text, found()) ?? ok(plainValue(document.root));
}

interface Repeated {
  readonly pointer: KeyPath;
  readonly first: number;
  readonly at: number;
}

/** Readers of a key that appears twice take one or the other: such a text has no meaning. */
function duplicates(text: string, repeated: Iterable<Repeated>): Extract<Parsed, { ok: false }> | undefined {
  const positions = new TextPositions(text);
  const complaints: Complaint[] = [];
  for (const { pointer, first, at } of repeated) {
    complaints.push({ kind: "duplicate-key", pointer, first: positions.at(first), at: positions.at(at) });
    if (complaints.length === MOST_FAULTS) break;
  }
  return complaints.length === 0 ? undefined : err(complaints);
}

function ownKey(manifest: unknown): unknown {
  return isObject(manifest) && Object.hasOwn(manifest, "arkitekt") ? manifest["arkitekt"] : undefined;
}
