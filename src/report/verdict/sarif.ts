import pages from "arkitekt:rule-pages";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import { version } from "../../base/version.ts";
import type { JudgedFinding, Standing, Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { remarkOf } from "../notes.ts";
import { fingerprints } from "../part/fingerprint.ts";
import { statementOf, statementOfFailure } from "./statement.ts";
import type { Unjudged } from "./unjudged.ts";

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/, as code scanning services take it. */
export function sarif({ findings, notes, outcome }: Verdict): string {
  const ids = fingerprints(findings);
  const rules = Object.keys(pages);
  const told = worstOf(findings);
  const results = told.map((at) => {
    const finding = findings[at] as JudgedFinding;
    return result(finding, rules.indexOf(finding.rule), ids[at] ?? "");
  });
  const notifications = notes.map(remarkOf).map(({ what, why }) => notice("note", `${what}: ${why}`));
  const left = findings.length - told.length;
  if (left > 0) notifications.push(notice("warning", leftOut(left)));
  return document(results, invocation(outcome === "block" ? 1 : 0, true, notifications));
}

/**
 * GitHub refuses the whole log of a run with more results, and of the results that it takes it keeps the first 5,000:
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit.
 */
const MOST_RESULTS = 25_000;
const MOST_KEPT = 5_000;

/** The indexes of the findings that are reported, in their own order unless GitHub would drop some: then the worst come first. */
function worstOf(findings: readonly JudgedFinding[]): readonly number[] {
  const all = findings.map((_, at) => at);
  if (all.length <= MOST_KEPT) return all;
  const ranks = findings.map(rankOf);
  return all.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).slice(0, MOST_RESULTS);
}

function rankOf({ level, standing }: JudgedFinding): number {
  if (standing.kind === "new") return level === "error" ? 0 : 1;
  return standing.kind === "old" ? 2 : 3;
}

function leftOut(count: number): string {
  return `${count} more results are left out, the worst are kept: GitHub takes ${MOST_RESULTS} of a run; --format json has all of them`;
}

export function sarifOfFailure(failure: Unjudged): string {
  return document(
    [],
    invocation(failure.outcome === "bug" ? 3 : 2, false, [notice("error", statementOfFailure(failure))]),
  );
}

function document(results: readonly object[], ran: object): string {
  const driver = {
    name: "arkitekt",
    semanticVersion: version,
    informationUri: "https://www.npmjs.com/package/arkitekt",
    rules: Object.entries(pages).map(([id, page]) => descriptor(id, page)),
  };
  const run = { tool: { driver }, invocations: [ran], columnKind: "unicodeCodePoints", results };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] })}\n`;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** A rule with its whole page. */
function descriptor(id: string, page: string) {
  const [, summary = id] = /^> (.+)$/m.exec(page) ?? [];
  const [, what = summary] = /^## What\n+((?:.+\n)+)/m.exec(page) ?? [];
  return {
    id,
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: sentence(what.replaceAll("\n", " ").trim()) },
    help: { text: page, markdown: page },
    properties: { tags: ["lua", "maintainability"] },
  };
}

function sentence(text: string): string {
  return ended(text.charAt(0).toUpperCase() + text.slice(1));
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function result(finding: JudgedFinding, ruleIndex: number, fingerprint: string) {
  const { rule, level, standing, commit } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: level === "error" && standing.kind !== "old" ? "error" : "warning",
    message: { text: statementOf({ ...finding, message: ended(finding.message) }) },
    locations: [location(finding)],
    partialFingerprints: { "arkitekt/v1": fingerprint },
    baselineState: standing.kind === "old" ? "unchanged" : "new",
    ...suppressions(standing),
    ...(commit === undefined ? {} : { properties: { commit } }),
  };
}

/** Services accept no result without a place: what is about the change as a whole stands at the root. */
function location({ place }: JudgedFinding) {
  const span = spanOf(place);
  const path = pathOf(place);
  const region =
    span === undefined
      ? { startLine: 1 }
      : {
          startLine: span.start.line,
          startColumn: span.start.column,
          endLine: span.end.line,
          endColumn: span.end.column,
        };
  const artifactLocation = { uri: path === undefined ? "." : addressOf(path) };
  return { physicalLocation: { artifactLocation, region } };
}

/** A relative reference of RFC 3986: every byte that is not unreserved is percent-encoded, so that no name is taken for a scheme. */
function addressOf(path: RepoPath): string {
  const bytes = [...encodePath(path)];
  return bytes
    .map((byte) =>
      /[A-Za-z0-9\-._~/]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : percent(byte),
    )
    .join("");
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function suppressions(standing: Standing) {
  if (standing.kind === "suppressed")
    return { suppressions: [{ kind: "inSource", status: "accepted", justification: standing.reason }] };
  if (standing.kind === "overridden")
    return { suppressions: [{ kind: "external", status: "accepted", justification: standing.reason }] };
  // If one result has them, all of them must.
  return { suppressions: [] };
}

function invocation(
  exitCode: number,
  executionSuccessful: boolean,
  toolExecutionNotifications: readonly object[],
) {
  return { executionSuccessful, exitCode, toolExecutionNotifications };
}

function notice(level: "note" | "warning" | "error", text: string) {
  return { level, message: { text: ended(text) } };
}
