// Where things stand in a YAML text.
import { isMap, isSeq } from "yaml";
import { TextPositions } from "../../base/text-position.ts";
import { readYaml, type YamlText } from "../read/read-yaml.ts";
import { nameOf, offsetOf } from "../read/yaml-values.ts";
import type { KeyPath } from "./fault.ts";
import { NOWHERE, type TextMap } from "./text-map.ts";

export function yamlMap(text: string): TextMap {
  const read = readYaml(text);
  if (!read.ok) return NOWHERE;
  const positions = new TextPositions(text);
  const at = (node: unknown) => (node === undefined ? undefined : positions.at(offsetOf(node)));
  const find = (pointer: KeyPath) => findIn(read.value, pointer);
  return {
    key: (pointer) => at(find(pointer)?.key),
    value: (pointer) => at(find(pointer)?.value),
  };
}

interface NodePlace {
  readonly key: unknown;
  readonly value: unknown;
}

function findIn({ root, target }: YamlText, pointer: KeyPath): NodePlace | undefined {
  let place: NodePlace = { key: root, value: root };
  for (const part of pointer) {
    const inside = target(place.value);
    if (isSeq(inside)) {
      const item = inside.items[Number(part)];
      place = { key: item, value: item };
    } else if (isMap(inside)) {
      const pair = inside.items.find(({ key }) => nameOf(target(key)) === String(part));
      if (pair === undefined) return undefined;
      place = { key: pair.key, value: pair.value ?? pair.key };
    } else return undefined;
  }
  return place;
}
