import type { Verdict } from "../../model/finding.ts";
import { failurePage, htmlPage } from "../html/page.ts";
import type { Unjudged } from "./unjudged.ts";

/** The verdict as a page of its own; `arkitekt report` shows more besides. */
export function html(verdict: Verdict): string {
  return htmlPage({ what: "What was judged", verdict });
}

export function htmlOfFailure({ message, where, next }: Unjudged): string {
  const place = where === undefined || message.includes(where) ? "" : `${where}: `;
  return failurePage(`${place}${message}`, next);
}
