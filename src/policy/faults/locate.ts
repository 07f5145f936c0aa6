import type { Position } from "../../base/position.ts";
import { readTree } from "../../json/text.ts";
import type { PolicyFormat } from "../policy.ts";
import type { KeyPath } from "./fault.ts";
import { jsonMap } from "./locate-json.ts";
import { yamlMap } from "./locate-yaml.ts";
import { NOWHERE, type TextMap } from "./text-map.ts";

/** The places in a policy's text that could be read; a YAML text may be JSON. */
export function mapText(text: string, format: PolicyFormat): TextMap {
  const json = readTree(text);
  if (json.ok) return jsonMap(text, json.value);
  return format === "yaml" ? yamlMap(text) : NOWHERE;
}

/** In a `package.json` the policy is the value of one key. */
export function withinFile(format: PolicyFormat, pointer: KeyPath): KeyPath {
  return format === "package" ? ["arkitekt", ...pointer] : pointer;
}

/** Where the value stands; if it came with an alias or a merge, the nearest thing around it. */
export function placeOf(map: TextMap, pointer: KeyPath): Position | undefined {
  for (let length = pointer.length; length >= 0; length--) {
    const at = map.value(pointer.slice(0, length));
    if (at !== undefined) return at;
  }
  return undefined;
}
