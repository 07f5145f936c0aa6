// The verdict for people: grouped by commit and file, worst first to act on, and a last line that says what to do.

import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count, headed } from "../../base/wording.ts";
import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import type { Note } from "../../model/note.ts";
import { pathOf } from "../../model/place.ts";
import { frame } from "../frame.ts";
import { overrides, type Remark, remarkOf, suppressions } from "../notes.ts";
import { type Paint, printable, wrap } from "../terminal-text.ts";

export interface PrettyOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Shows old findings and more than 20 of a rule. */
  readonly all: boolean;
  /** What to do if it blocks: "stage the mended files and commit again". A command stands on a line of its own. */
  readonly next: string;
  /** The command that asks for judgement again, once these paths are mended. */
  readonly again?: (paths: readonly RepoPath[]) => string;
  /** The command that makes an exception to a rule, if the policy allows one. */
  readonly exception?: (rule: string) => string;
  /** What shows everything: "arkitekt check --all". */
  readonly seeAll: string;
  /** What the last refusal found, by `keyOf`: the form for agents says what differs. */
  readonly before?: readonly string[];
}

const MOST_PER_RULE = 20;

/** Empty for a change about which there is nothing to say. */
export function pretty(verdict: Verdict, options: PrettyOptions): string {
  const { shown, hidden, older } = choose(verdict.findings.filter(holds), options.all);
  const lines = [...groups(shown, verdict, options), ...remarks(hidden, older, options)];
  lines.push(...remarksBeside(verdict, options), ...acceptanceIn(verdict, options));
  if (verdict.findings.some(isNew)) lines.push(closing(verdict, options));
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** In short, and not for many commits: `task status` and JSON say it line by line. */
function acceptanceIn({ acceptance = [], commits }: Verdict, { paint, width }: PrettyOptions): string[] {
  const [first] = acceptance;
  if (first === undefined || commits.length > 1) return [];
  const amounts = (["proved", "fails", "not checked"] as const).flatMap((state) => {
    const count = acceptance.filter((line) => line.state === state).length;
    return count === 0 ? [] : [`${count} ${state === "fails" && count > 1 ? "fail" : state}`];
  });
  const said = `acceptance of ${first.task}: ${amounts.join(", ")} (arkitekt task status shows them)`;
  return [paint.dim(wrap(said, width, "  "))];
}

function isNew({ standing }: JudgedFinding): boolean {
  return standing.kind === "new";
}

function choose(findings: readonly JudgedFinding[], all: boolean) {
  if (all) return { shown: findings, hidden: new Map<string, number>(), older: 0 };
  const fresh = findings.filter(isNew);
  const seen = new Map<string, number>();
  const hidden = new Map<string, number>();
  const shown = fresh.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    if (count > MOST_PER_RULE) hidden.set(rule, (hidden.get(rule) ?? 0) + 1);
    return count <= MOST_PER_RULE;
  });
  return { shown, hidden, older: findings.length - fresh.length };
}

function groups(findings: readonly JudgedFinding[], verdict: Verdict, options: PrettyOptions): string[] {
  const titles = new Map(verdict.commits.map(({ id, title }) => [id, title]));
  const lines: string[] = [];
  let commit: string | undefined;
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.commit !== undefined && finding.commit !== commit) {
      lines.push(commitLine(finding.commit, titles.get(finding.commit), options), "");
      path = undefined;
    }
    const own = pathOf(finding.place);
    if (own !== undefined && own !== path) lines.push(options.paint.bold(showPath(own)));
    commit = finding.commit;
    path = own;
    lines.push(...entry(finding, options), "");
  }
  return lines;
}

function commitLine(id: string, title: string | undefined, { paint, width }: PrettyOptions): string {
  const name = printable(title ?? "");
  const room = width - 16;
  return paint.bold(
    `commit ${id.slice(0, 8)} ${name.length > room ? `${name.slice(0, room - 1)}…` : name}`.trimEnd(),
  );
}

function entry(finding: JudgedFinding, { paint, width }: PrettyOptions): string[] {
  const { place, level, rule, message, details = [], hint, standing } = finding;
  const at = place.kind === "span" ? `${place.span.start.line}:${place.span.start.column}  ` : "";
  const word = level === "error" ? paint.red("error") : paint.yellow("warning");
  const head = `  ${at}${word}  ${paint.cyan(rule)}${standing.kind === "old" ? paint.dim("  (was there before)") : ""}`;
  const lines = [head, `  ${wrap(printable(message), width, "  ")}`];
  if (place.kind === "span") lines.push(...frame(place.line, place.span, width, paint));
  lines.push(...details.map((detail) => `    ${paint.dim(printable(detail))}`));
  // A command is not wrapped: it can be pasted as it stands.
  const [said, ...commands] = hint?.split("\n") ?? [];
  if (said !== undefined) lines.push(`  ${paint.green("→")} ${wrap(printable(said), width, "    ")}`);
  lines.push(...commands.map((command) => `    ${printable(command)}`));
  return lines;
}

function remarks(
  hidden: ReadonlyMap<string, number>,
  older: number,
  { paint, seeAll, width }: PrettyOptions,
): string[] {
  const said = (what: string) => paint.dim(wrap(`${what} (${seeAll} shows them)`, width, "  "));
  const lines = [...hidden].map(([rule, count]) => said(`${count} more of ${rule}`));
  if (older > 0) {
    const what = older === 1 ? "1 finding was" : `${older} findings were`;
    lines.push(said(`${what} there before this change`));
  }
  return lines;
}

/** What was not judged, and what was let through. */
function remarksBeside({ findings, notes }: Verdict, options: PrettyOptions): string[] {
  return [
    ...listed("skipped", notes.filter(isSkip).map(remarkOf), options),
    ...listed("suppressed", suppressions(findings), options),
    ...listed("overridden", overrides(findings), options),
    ...listed("not granted", notes.filter(isRefusal).map(remarkOf), options),
    ...listed("not recorded", notes.filter(isIdle).map(remarkOf), options),
    ...listed("lost when squashed", notes.filter(isInFixup).map(remarkOf), options),
    ...listed("lost", notes.filter(isLost).map(remarkOf), options),
    ...listed("can shrink", notes.filter(isStale).map(remarkOf), options),
    ...listed("from the disk", notes.filter(isFromDisk).map(remarkOf), options),
  ];
}

function isSkip(note: Note): boolean {
  return ![isRefusal, isIdle, isInFixup, isLost, isFromDisk, isStale].some((is) => is(note));
}

function isStale({ kind }: Note): boolean {
  return kind === "baseline-stale";
}

function isFromDisk({ kind }: Note): boolean {
  return kind === "task-from-disk";
}

function isRefusal({ kind }: Note): boolean {
  return kind === "override-refused";
}

function isIdle({ kind }: Note): boolean {
  return kind === "override-idle";
}

function isInFixup({ kind }: Note): boolean {
  return kind === "override-in-fixup";
}

function isLost({ kind }: Note): boolean {
  return kind === "override-lost";
}

/** At most as many for one reason as for one rule. */
function listed(
  word: string,
  remarks: readonly Remark[],
  { all, paint, width, seeAll }: PrettyOptions,
): string[] {
  const byReason = new Map<string, string[]>();
  for (const { what, why } of remarks) {
    const things = byReason.get(why);
    if (things === undefined) byReason.set(why, [what]);
    else things.push(what);
  }
  const said = (text: string) => paint.dim(wrap(printable(text), width, "  "));
  return [...byReason].flatMap(([why, things]) => {
    const shown = all ? things : things.slice(0, MOST_PER_RULE);
    const more = things.length - shown.length;
    return [
      ...shown.map((what) => said(`${word}: ${what} (${why})`)),
      ...(more === 0 ? [] : [said(`${word}: ${more} more (${why}; ${seeAll} shows them)`)]),
    ];
  });
}

function closing({ outcome, findings }: Verdict, { paint, width, next, exception }: PrettyOptions): string {
  const fresh = findings.filter(isNew);
  const errors = fresh.filter(({ level }) => level === "error");
  const counts = [counted(errors.length, "error"), counted(fresh.length - errors.length, "warning")].filter(
    (part) => part !== "",
  );
  if (outcome !== "block") return headed(`passed with ${counts.join(", ")}`, paint.yellow, paint.bold);
  const head = headed(`blocked, ${counts.join(", ")}.`, paint.red, paint.bold);
  const [what = "", ...commands] = next.split("\n");
  const name = onlyRule(errors) ?? "<rule>";
  const isExceptable = exception !== undefined && errors.every((finding) => finding.isExceptable === true);
  return [
    head,
    wrap(`→ ${what}`, width, "  "),
    ...commands.map((command) => `  ${command}`),
    paint.dim(`  why: arkitekt explain ${name}`),
    ...(isExceptable ? [paint.dim(`  for once: ${exception(name)}`)] : []),
  ].join("\n");
}

function onlyRule(findings: readonly JudgedFinding[]): string | undefined {
  const [first, ...others] = new Set(findings.map(({ rule }) => rule));
  return others.length === 0 ? first : undefined;
}

function counted(number: number, noun: string): string {
  return number === 0 ? "" : count(number, noun);
}
