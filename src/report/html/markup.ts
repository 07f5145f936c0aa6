// HTML as text, in which what others wrote is nothing but text.
import { visible } from "../../base/visible.ts";

/** Other people's text, in an element or a quoted attribute. */
export function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Data for the script of the page: no text in it can end the element that it stands in. */
export function dataElement(id: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll(
    /[<>&\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    },
  );
  return `<script type="application/json" id="${id}">${json}</script>`;
}

export interface Cell {
  readonly html: string;
  readonly isNumber?: boolean;
}

export const cell = (text: string): Cell => ({ html: escaped(text) });
export const number = (value: number): Cell => ({ html: String(value), isNumber: true });

export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isNumber = (at: number) => rows.length > 0 && rows.every((row) => row[at]?.isNumber === true);
  const head = heads.map(
    (text, at) => `<th scope="col"${isNumber(at) ? ' class="n"' : ""}>${escaped(text)}</th>`,
  );
  const line = (row: readonly Cell[]) =>
    `<tr>${row.map(({ html, isNumber: isN }) => `<td${isN === true ? ' class="n"' : ""}>${html}</td>`).join("")}</tr>`;
  return `<div class="wide"><table><thead><tr>${head.join("")}</tr></thead><tbody>\n${rows.map(line).join("\n")}\n</tbody></table></div>`;
}
