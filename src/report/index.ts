// The formats of a verdict. A new one is a file beside this one, its line here and in format.ts, and its golden output;
// docs/commands.md takes its row from here.
import type { Verdict } from "../model/finding.ts";
import type { Printers } from "./format.ts";
import type { PrettyOptions } from "./pretty.ts";
import { prettyCheck } from "./pretty-check.ts";

export type VerdictPrinter = (verdict: Verdict, options: PrettyOptions) => string;

/** Each loads its part when it is asked for. */
export const verdictPrinters: Printers<() => Promise<VerdictPrinter>> = {
  pretty: async () => prettyCheck,
  json: async () => (await import("./json.ts")).json,
};
