import type { RequireMap } from "../../model/require-map.ts";
import type { Printers } from "../format.ts";
import type { Page } from "../terminal-text.ts";
import { requiresDot, requiresMermaid } from "./graph.ts";
import { requiresJson } from "./json.ts";
import { requiresText } from "./text.ts";

/** The formats of the map of requires. */
export const requirePrinters: Printers<(map: RequireMap, page: Page) => string> = {
  pretty: (map, { paint, columns }) => requiresText(map, paint, columns),
  json: requiresJson,
  dot: requiresDot,
  mermaid: requiresMermaid,
};
