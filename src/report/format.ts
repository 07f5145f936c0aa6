/** Every format that anything is printed in, with what it is for. A command prints some of them, and refuses the others. */
export const FORMATS = {
  pretty: "text for people",
  json: "JSON and nothing else, for programs",
  dot: "for Graphviz",
  mermaid: "a chart in Markdown",
  sarif: "SARIF 2.1.0, for code scanning services and editors",
  github: "annotations of a GitHub workflow, with a summary of the step",
  gitlab: "GitLab's code quality report",
  junit: "JUnit's XML, for any CI service",
  unix: "a line each, `path:line:column: …`, for editors",
  agent: "the next command first, then a line each, for coding agents",
  html: "a page to look at, in one file",
  contract: "the failure contract of the playbook and nothing else, for programs of agents",
} as const;

export type FormatName = keyof typeof FORMATS;

/** How a thing is printed in each of its formats. */
export type Printers<Printer> = Readonly<Partial<Record<FormatName, Printer>>>;
