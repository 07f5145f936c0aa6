// The findings of a verdict, each with its code, and how many of each rule are in each commit.
import { readable } from "../../base/byte-text.ts";
import { showPath } from "../../base/repo-path.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import { pathOf } from "../../model/place.ts";
import { remarkOf } from "../notes.ts";
import { type Cell, cell, escaped, number, table } from "./markup.ts";

export function findingsSection(verdict: Verdict): string {
  const { findings, notes } = verdict;
  const titles = new Map(verdict.commits.map(({ id, title }) => [id, title]));
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const remarks = notes.map(remarkOf).map(({ what, why }) => [cell(what), cell(why)]);
  return `<section id="verdict"><h2>Verdict by commit and rule</h2>
${byCommit(verdict, rules, titles)}
${remarks.length === 0 ? "" : `<h3>Not looked at, or not granted</h3>\n${table(["what", "why"], remarks)}`}
</section>
<section id="findings"><h2>Findings</h2>
<div id="filters" role="search">
<label>Search <input id="search" type="search" placeholder="/ to type here"></label>
${choice("rule", rules)}${choice("level", ["error", "warn"])}${choice("standing", ["new", "old", "suppressed", "overridden"])}
<span id="shown" role="status"></span></div>
${findings.length === 0 ? "<p>Nothing was found.</p>" : findings.map((finding) => article(finding, titles)).join("\n")}
</section>`;
}

function choice(name: string, values: readonly string[]): string {
  const options = values.map((value) => `<option>${escaped(value)}</option>`).join("");
  return `<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>\n`;
}

type Titles = ReadonlyMap<string, string>;

function byCommit({ findings, commits }: Verdict, rules: readonly string[], titles: Titles): string {
  const fresh = findings.filter(({ standing }) => standing.kind === "new");
  const ids = [...new Set([...commits.map(({ id }) => id), ...fresh.map(({ commit }) => commit ?? "")])];
  const found = rules.filter((rule) => fresh.some((finding) => finding.rule === rule));
  const rows = ids.map((id): Cell[] => {
    const own = fresh.filter(({ commit = "" }) => commit === id);
    const amounts = found.map((rule): Cell => {
      const count = own.filter((finding) => finding.rule === rule).length;
      return count === 0 ? { html: "", isNumber: true } : number(count);
    });
    const word = own.some(({ level }) => level === "error")
      ? "blocked"
      : own.length > 0
        ? "warned"
        : "passed";
    const html = `<span class="${{ blocked: "error", warned: "warn", passed: "good" }[word]}">${word}</span>`;
    return [
      cell(id === "" ? "as a whole" : `${id.slice(0, 8)} ${titles.get(id) ?? ""}`),
      { html },
      ...amounts,
    ];
  });
  if (rows.length === 0) return "<p>No commit was judged one by one, and nothing new was found.</p>";
  return table(["commit", "verdict", ...found], rows);
}

function article(finding: JudgedFinding, titles: Titles): string {
  const { rule, level, standing, message, details = [], hint, commit, place } = finding;
  const path = pathOf(place);
  const start = place.kind === "span" ? `:${place.span.start.line}:${place.span.start.column}` : "";
  const where = path === undefined ? "the change as a whole" : `${showPath(path)}${start}`;
  const from = commit === undefined ? "" : ` in ${commit.slice(0, 8)} ${titles.get(commit) ?? ""}`;
  const why = "reason" in standing ? `: ${readable(standing.reason)}` : "";
  const state = standing.kind === "new" ? "" : ` <span class="soft">(${standing.kind}${escaped(why)})</span>`;
  return `<article class="finding" data-rule="${escaped(rule)}" data-level="${level}" data-standing="${standing.kind}">
<p class="where"><b class="${level}">${level === "error" ? "error" : "warning"}</b> <code>${escaped(rule)}</code> ${escaped(where + from)}${state}</p>
<p>${escaped(message)}</p>
${frame(finding)}${details.length === 0 ? "" : `<pre>${escaped(details.join("\n"))}</pre>\n`}${hint === undefined ? "" : `<p>→ ${escaped(hint).replaceAll("\n", "<br>")}</p>\n`}</article>`;
}

/** The line that is meant, with its part underlined. */
function frame({ place }: JudgedFinding): string {
  if (place.kind !== "span") return "";
  const { start, end } = place.span;
  const characters = [...readable(place.line).trimEnd()];
  const last = end.line === start.line ? Math.max(end.column - 1, start.column) : characters.length;
  const [before, meant, after] = [
    characters.slice(0, start.column - 1),
    characters.slice(start.column - 1, last),
    characters.slice(last),
  ].map((part) => escaped(part.join("")));
  return `<pre><span class="soft">${start.line} | </span>${before}<mark>${meant === "" ? " " : meant}</mark>${after}</pre>\n`;
}
