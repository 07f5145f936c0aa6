// The module graph: a canvas for the script, and the same as tables.
import { cell, dataElement, escaped, number, table } from "./markup.ts";
import { drawing, type ModuleGraph } from "./module-graph.ts";
import type { PageContent } from "./page-content.ts";

export function graphSection(graph: ModuleGraph, features: PageContent["features"]): string {
  const { modules, edges, cycles, breaches } = graph;
  const names = modules.map(({ name }) => `<option value="${escaped(name)}">`).join("");
  const named = (list: readonly number[]) => cell(list.map((at) => modules[at]?.name ?? "").join(", "));
  const rows = modules.map(({ name, path, band, column, requires, requiredBy }) => [
    cell(name),
    cell(path),
    cell(column),
    cell(band),
    number(requiredBy.length),
    named(requires),
  ]);
  return `<section id="modules"><h2>Modules</h2>
<p>${modules.length} modules, ${edges.length} requires, ${cycles.length} cycles, ${breaches.length} breaches of a fence.</p>
<div id="ask">
<label>Neighbours of, or the way from <input id="from" list="module-names" autocomplete="off"></label>
<label>to <input id="to" list="module-names" autocomplete="off"></label>
<button id="clear" type="button">Clear</button></div>
<datalist id="module-names">${names}</datalist>
<p id="graph-said" role="status"></p>
<canvas id="graph" tabindex="0" role="img" aria-label="The modules: layers are bands, features are columns. Arrow keys move, + and - zoom, 0 shows all; the tables below say the same."></canvas>
<p class="key">Bands are layers, columns are features. <b class="error">Red</b>: a breach of a fence; <b class="warn">orange</b>: a cycle; dashed: a require that waits for a call. Click a module, drag to move, scroll or + and - to zoom, 0 for all.</p>
${listOf(
  "Cycles",
  cycles.map((cycle) => cycle.join(" → ")),
)}${listOf(
  "Breaches",
  breaches.map(([from, to]) => `${from} → ${to}`),
)}<details><summary>All modules as a table</summary>
${table(["module", "path", "feature", "layer", "required by", "requires"], rows)}</details>
${dataElement("graph-data", drawing(graph, features))}
</section>`;
}

function listOf(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<h3>${title}</h3>\n<ul>${items.map((item) => `<li><code>${escaped(item)}</code></li>`).join("\n")}</ul>\n`;
}
