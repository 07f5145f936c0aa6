import { appendFileSync } from "node:fs";
import { attempt } from "./system-call.ts";

/** Adds to the summary page of a CI step: the service names the file, and reads it when the step has ended. */
export function addToSummary(file: string, text: string): void {
  attempt("write", file, () => appendFileSync(file, text));
}
