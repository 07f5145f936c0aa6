import { showPath } from "../../base/repo-path.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { statementOf, statementOfFailure } from "./statement.ts";
import type { Unjudged } from "./unjudged.ts";

/**
 * JUnit's XML, as CI services read it: a suite for each commit (or one for what was judged as a whole), a case for each finding.
 * What is new and an error fails; what is old, a warning or excepted is skipped, with the reason; a suite without one holds one
 * passing case, because many services take an empty file for a mistake.
 */
export function junit({ findings, commits, outcome }: Verdict): string {
  const titles = new Map(commits.map(({ id, title }) => [id, `${id.slice(0, 8)} ${title}`]));
  const named = new Map<string, JudgedFinding[]>([...titles.values()].map((title) => [title, []]));
  for (const finding of findings) {
    const name = finding.commit === undefined ? WHOLE : (titles.get(finding.commit) ?? finding.commit);
    const found = named.get(name) ?? [];
    found.push(finding);
    named.set(name, found);
  }
  if (named.size === 0) named.set(WHOLE, []);
  const suites = [...named].map(([name, found]) => suite(name, found.map(caseOf), outcome === "skip"));
  return document(suites);
}

export function junitOfFailure(failure: Unjudged): string {
  const [first = "", ...more] = statementOfFailure(failure).split("\n");
  const error = `<error message="${text(first)}">${text(more.join("\n"))}</error>`;
  return document([
    { xml: wrap(WHOLE, 1, 0, 1, 0, [testcase("judgement", WHOLE, error)]), tests: 1, failures: 0, errors: 1 },
  ]);
}

const WHOLE = "arkitekt";

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

interface Case {
  readonly kind: "failed" | "skipped";
  readonly xml: string;
}

function suite(name: string, cases: readonly Case[], isSkipped: boolean): Suite {
  const failures = cases.filter(({ kind }) => kind === "failed").length;
  const good = testcase(
    "judgement",
    name,
    isSkipped ? '<skipped message="there was nothing to judge"/>' : "",
  );
  const bodies = cases.length === 0 ? [good] : cases.map(({ xml }) => xml);
  const skipped = cases.length === 0 ? Number(isSkipped) : cases.length - failures;
  return {
    xml: wrap(name, bodies.length, failures, 0, skipped, bodies),
    tests: bodies.length,
    failures,
    errors: 0,
  };
}

function caseOf(finding: JudgedFinding): Case {
  const { rule, level, standing, place, message } = finding;
  const path = pathOf(place);
  const start = spanOf(place)?.start;
  const at =
    path === undefined ? "the change" : `${showPath(path)}${start ? `:${start.line}:${start.column}` : ""}`;
  if (standing.kind === "new" && level === "error") {
    const body = `<failure message="${text(message)}" type="${text(rule)}">${text(`${at}\n${statementOf(finding)}`)}</failure>`;
    return { kind: "failed", xml: testcase(`${rule}: ${at}`, rule, body) };
  }
  const why =
    "reason" in standing
      ? `${standing.kind}: ${standing.reason}`
      : `${standing.kind === "old" ? "was there before" : "warning"}: ${message}`;
  return { kind: "skipped", xml: testcase(`${rule}: ${at}`, rule, `<skipped message="${text(why)}"/>`) };
}

function testcase(name: string, classname: string, body: string): string {
  const open = `    <testcase name="${text(name)}" classname="${text(classname)}"`;
  return body === "" ? `${open}/>` : `${open}>${body}</testcase>`;
}

function wrap(
  name: string,
  tests: number,
  failures: number,
  errors: number,
  skipped: number,
  bodies: readonly string[],
): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [`  <testsuite name="${text(name)}" ${counts}>`, ...bodies, "  </testsuite>"].join("\n");
}

function document(suites: readonly Suite[]): string {
  const sum = (key: "tests" | "failures" | "errors") => suites.reduce((total, one) => total + one[key], 0);
  const counts = `tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}"`;
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="arkitekt" ${counts}>`];
  return `${[...lines, ...suites.map(({ xml }) => xml), "</testsuites>"].join("\n")}\n`;
}

/** What XML 1.0 can't hold, even escaped, becomes U+FFFD. */
function text(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll(/[&<>"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
