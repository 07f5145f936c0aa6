// Where things stand in a JSON text.
import { TextPositions } from "../../base/text-position.ts";
import { placesIn } from "../../json/places.ts";
import type { JsonDocument } from "../../json/tree.ts";
import type { TextMap } from "./text-map.ts";

export function jsonMap(text: string, document: JsonDocument): TextMap {
  const places = placesIn(document);
  const positions = new TextPositions(text);
  const at = (offset: number | undefined) => (offset === undefined ? undefined : positions.at(offset));
  return {
    key: (pointer) => at(places.key(pointer)),
    value: (pointer) => at(places.value(pointer)),
  };
}
