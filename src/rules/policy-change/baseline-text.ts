// The baseline as a file: JSON, by rule and path, sorted, so that two branches that shrink it seldom conflict.
import { parseJson } from "../../json/text.ts";
import { isRecord, plainValue } from "../../json/value.ts";
import { type Baseline, type BaselineEntry, baselineOf, entriesOf } from "../../model/baseline/baseline.ts";

const VERSION = 1;

/** Undefined for what is not a baseline. */
export function readBaseline(text: string): Baseline | undefined {
  const document = parseJson(text);
  const value = document.ok ? plainValue(document.value.root) : undefined;
  if (!isRecord(value) || value["version"] !== VERSION || !isRecord(value["findings"])) return undefined;
  const entries: BaselineEntry[] = [];
  for (const [rule, files] of Object.entries(value["findings"])) {
    if (!isRecord(files)) return undefined;
    for (const [path, count] of Object.entries(files)) {
      if (typeof count !== "number" || !Number.isInteger(count) || count < 1) return undefined;
      entries.push({ rule, path, count });
    }
  }
  return baselineOf(entries);
}

export function baselineText(baseline: Baseline): string {
  const findings: Record<string, Record<string, number>> = {};
  for (const { rule, path, count } of entriesOf(baseline)) {
    const files = findings[rule] ?? {};
    findings[rule] = { ...files, [path]: count };
  }
  return `${JSON.stringify({ version: VERSION, findings }, undefined, 2)}\n`;
}
