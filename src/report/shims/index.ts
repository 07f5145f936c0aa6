import type { Skip } from "../../model/finding.ts";
import type { ListedShim } from "../../model/listed-shim.ts";
import type { Printers } from "../format.ts";
import type { Paint } from "../terminal-text.ts";
import { shimsJson } from "./json.ts";
import { shimsText } from "./text.ts";

interface ShimList {
  readonly shims: readonly ListedShim[];
  readonly skipped: readonly Skip[];
  readonly today: string;
}

interface Page {
  readonly paint: Paint;
  readonly columns: number;
}

/** The formats of a list of shims. */
export const shimPrinters: Printers<(list: ShimList, page: Page) => string> = {
  pretty: ({ shims, skipped }, { paint, columns }) => shimsText(shims, skipped, paint, columns),
  json: ({ shims, skipped, today }) => shimsJson(shims, skipped, today),
};
