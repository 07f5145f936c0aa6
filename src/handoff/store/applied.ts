// `applied.json`: which patches of a request were applied, to what, and what they left.

import { isRecord, type JsonRecord, type JsonValue, readJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import type { AppliedRecord } from "./apply-plan.ts";
import { LIMITS } from "./limits.ts";
import { textIn } from "./request-folder.ts";

export function appliedIn(request: Folder): readonly AppliedRecord[] {
  const text = textIn(request, "applied.json", LIMITS.request);
  if (text === undefined) return [];
  const json = readJson(text);
  const list = json.ok && isRecord(json.value) ? json.value["applied"] : undefined;
  if (Array.isArray(list)) {
    const records = list.flatMap(recordOf);
    if (records.length === list.length) return records;
  }
  const where = `${request.path}/applied.json`;
  throw new CannotLook(
    failure("bad-applied", `${where} cannot be read`, "put back the committed version of it", where),
  );
}

export function appliedJson(records: readonly AppliedRecord[]): JsonRecord {
  return { applied: records.map((record) => ({ ...record })) };
}

function recordOf(value: JsonValue): AppliedRecord[] {
  if (!isRecord(value)) return [];
  const { message, attachment, patch, file, before, after, at, decision, decider } = value;
  if (typeof message !== "string" || typeof attachment !== "string" || typeof patch !== "string") return [];
  if (typeof file !== "string" || typeof before !== "string" || typeof after !== "string") return [];
  if (typeof at !== "string") return [];
  const by = typeof decision === "string" && typeof decider === "string" ? { decision, decider } : {};
  return [{ message, attachment, patch, file, before, after, at, ...by }];
}
