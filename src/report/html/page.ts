// The page for people who would rather look: one file that needs nothing else, neither a network nor a script.
import page from "arkitekt:report-page";
import { version } from "../../base/version.ts";
import { count } from "../../base/wording.ts";
import { budgetSection } from "./budget-section.ts";
import { findingsSection } from "./findings-section.ts";
import { graphSection } from "./graph-section.ts";
import { cell, escaped, number, table } from "./markup.ts";
import { moduleGraph } from "./module-graph.ts";
import type { PageContent, TrailRow } from "./page-content.ts";
import { shimsSection } from "./shims-section.ts";

/** The same content gives the same bytes. */
export function htmlPage(content: PageContent): string {
  const { what, verdict, budget, shims, today, trails, features } = content;
  const graph = moduleGraph(content);
  const sections = [
    ["findings", "Findings", findingsSection(verdict)],
    ["modules", "Modules", graph === undefined ? "" : graphSection(graph, features)],
    ["budget", "Budget", budget === undefined || budget.length === 0 ? "" : budgetSection(budget)],
    ["shims", "Shims", shims === undefined || today === undefined ? "" : shimsSection(shims, today)],
    ["trails", "Trails", trails === undefined ? "" : trailsSection(trails)],
  ].filter(([, , html]) => html !== "");
  const links = sections.map(([id, name]) => `<a href="#${id}">${name}</a>`).join("");
  const main = sections.map(([, , html]) => html).join("\n");
  return documentOf(what, `<p>${outcomeOf(content)}</p>\n<nav>${links}</nav>`, main);
}

/** The page for when nothing could be judged. */
export function failurePage(message: string, next: string | undefined): string {
  const advice = next === undefined ? "" : `<p>→ ${escaped(next)}</p>`;
  const head = `<p class="outcome error">Nothing was judged</p>`;
  return documentOf("Nothing was judged", head, `<pre>${escaped(message)}</pre>\n${advice}`);
}

function documentOf(what: string, head: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="arkitekt ${escaped(version)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>arkitekt: ${escaped(what)}</title>
<style>${page.style}</style>
</head>
<body>
<header><button id="theme" type="button">Light or dark</button>
<h1>${escaped(what)}</h1>
${head}</header>
<main>
${main}
</main>
<script>${page.script}</script>
</body>
</html>
`;
}

function outcomeOf({ verdict: { outcome, findings, commits }, today }: PageContent): string {
  const fresh = findings.filter(({ standing }) => standing.kind === "new");
  const errors = fresh.filter(({ level }) => level === "error").length;
  const words = { pass: "passed", block: "blocked", skip: "skipped" };
  const colour = { pass: "good", block: "error", skip: "soft" }[outcome];
  const parts = [
    ...(commits.length === 0 ? [] : [count(commits.length, "commit")]),
    count(errors, "error"),
    count(fresh.length - errors, "warning"),
    `${findings.length - fresh.length} old or excepted`,
    ...(today === undefined ? [] : [`by ${today}`]),
  ];
  return `<span class="outcome ${colour}">${words[outcome]}</span> <span class="soft">${escaped(parts.join(" · "))}</span>`;
}

function trailsSection(trails: readonly TrailRow[]): string {
  const rows = trails.map(({ id, project, title, state, open }) => [
    cell(id),
    cell(project ?? "unknown"),
    cell(title ?? ""),
    cell(state),
    number(open),
  ]);
  return `<section id="trails"><h2>Trails</h2>
${rows.length === 0 ? "<p>There is no request.</p>" : table(["request", "project", "title", "state", "open messages"], rows)}
</section>`;
}
