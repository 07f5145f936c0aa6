// The formats of a verdict. A new one is a file beside this one, its line here and in format.ts, and its golden output;
// docs/commands.md takes its row from here.
import type { Verdict } from "../../model/finding.ts";
import type { Printers } from "../format.ts";
import type { PrettyOptions } from "./pretty.ts";
import { prettyCheck } from "./pretty-check.ts";
import type { Unjudged } from "./unjudged.ts";

export type FailurePrinter = (failure: Unjudged) => string;

export type VerdictPrinter = (verdict: Verdict, options: PrettyOptions) => string;

/** Each loads its part when it is asked for. */
export const verdictPrinters: Printers<() => Promise<VerdictPrinter>> = {
  pretty: async () => prettyCheck,
  json: async () => (await import("./json.ts")).json,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  junit: async () => (await import("./junit.ts")).junit,
  unix: async () => (await import("./unix.ts")).unix,
  agent: async () => (await import("./agent.ts")).agent,
  contract: async () => (await import("./contract.ts")).contract,
  html: async () => (await import("./html.ts")).html,
};

/** How each format says that nothing could be judged. People read that on standard error. */
export const failurePrinters: Printers<() => Promise<FailurePrinter>> = {
  json: async () => (await import("./json.ts")).failureJson,
  sarif: async () => (await import("./sarif.ts")).sarifOfFailure,
  github: async () => (await import("./github.ts")).githubOfFailure,
  gitlab: async () => (await import("./gitlab.ts")).gitlabOfFailure,
  junit: async () => (await import("./junit.ts")).junitOfFailure,
  unix: async () => (await import("./unix.ts")).unixOfFailure,
  agent: async () => (await import("./agent.ts")).agentOfFailure,
  contract: async () => (await import("./contract.ts")).contractOfFailure,
  html: async () => (await import("./html.ts")).htmlOfFailure,
};
