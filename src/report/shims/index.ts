import type { ListedShim } from "../../model/listed-shim.ts";
import type { Note } from "../../model/note.ts";
import type { Printers } from "../format.ts";
import type { Page } from "../terminal-text.ts";
import { shimsJson } from "./json.ts";
import { shimsText } from "./text.ts";

interface ShimList {
  readonly shims: readonly ListedShim[];
  readonly notes: readonly Note[];
  readonly today: string;
}

/** The formats of a list of shims. */
export const shimPrinters: Printers<(list: ShimList, page: Page) => string> = {
  pretty: ({ shims, notes }, { paint, columns }) => shimsText(shims, notes, paint, columns),
  json: ({ shims, notes, today }) => shimsJson(shims, notes, today),
};
