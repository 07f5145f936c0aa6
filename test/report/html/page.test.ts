import * as assert from "uvu/assert";
import { layOut } from "../../../src/report/html/layout.ts";
import { drawing, moduleGraph } from "../../../src/report/html/module-graph.ts";
import { htmlPage } from "../../../src/report/html/page.ts";
import type { PageContent } from "../../../src/report/html/page-content.ts";
import { sampleVerdict } from "../../support/sample-verdict.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the page to look at");
const HOSTILE = `</script><script>alert("1")</script><img src=x onerror='alert(2)'>\u202e&\udc80`;

const file = (path: string, name: string, ...targets: readonly (readonly [string, string, number])[]) => ({
  path,
  name,
  role: "own" as const,
  requires: targets.map(([to, toName, line]) => ({
    at: { line, column: 1 },
    text: toName,
    target: { kind: "file" as const, path: to, name: toName },
    isLazy: false,
    isProtected: false,
  })),
});

const a = "S/Play/core/a.lua";
const b = "S/Play/views/b.lua";
const content: PageContent = {
  what: `The tree ${HOSTILE}`,
  verdict: {
    ...sampleVerdict,
    findings: [
      {
        rule: "require-fence",
        level: "error",
        standing: { kind: "new" },
        place: {
          kind: "span",
          path: a,
          span: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } },
          line: HOSTILE,
        },
        message: HOSTILE,
        hint: HOSTILE,
      },
      ...sampleVerdict.findings,
    ],
    commits: sampleVerdict.commits.map(({ id }) => ({ id, title: HOSTILE })),
  },
  today: "2026-03-01",
  map: {
    tree: undefined,
    files: [
      file(a, "core.a", [b, "views.b", 2]),
      file(b, "views.b", [a, "core.a", 1]),
      file(`S/${HOSTILE}.lua`, HOSTILE),
    ],
    imports: [],
    cycles: [
      [
        { path: a, name: "core.a" },
        { path: b, name: "views.b" },
        { path: a, name: "core.a" },
      ],
    ],
    notes: [],
  },
  features: { root: "S", layers: ["core", "views"] },
  shims: [
    {
      path: HOSTILE,
      at: { line: 1, column: 1 },
      of: HOSTILE,
      text: HOSTILE,
      replacement: undefined,
      expires: { kind: "date", date: "2026-03-05", daysLeft: 4 },
      removal: HOSTILE,
    },
  ],
  trails: [{ id: HOSTILE, project: HOSTILE, title: HOSTILE, state: "proposed", open: 1 }],
  budget: [
    { id: "0123456789", title: HOSTILE, files: 30, addedLoc: 2, allowed: { files: 12, addedLoc: 700 } },
  ],
};

test("names and texts of others stay texts, wherever they stand", () => {
  const html = htmlPage(content);
  assert.is(html.match(/<script/g)?.length, 2);
  assert.is(html.match(/<\/script>/g)?.length, 2);
  assert.is(html.includes("<img"), false);
  assert.is(html.includes("\u202e"), false);
  for (const [, value = ""] of html.matchAll(/ (?:value|data-\w+|aria-label)="([^"]*)"/g))
    assert.is(/[<>"']/.test(value), false, value);
  const [, data = ""] = /id="graph-data">(.*?)<\/script>/s.exec(html) ?? [];
  assert.is(JSON.parse(data).nodes[2][0], HOSTILE);
  assert.is(/(?:src|href)="(?!#)/.test(html), false, "nothing is fetched");
});

test("the same content gives the same bytes, and all of it can be read without a script", () => {
  assert.is(htmlPage(content), htmlPage(structuredClone(content)));
  const html = htmlPage(content).replaceAll(/<script.*?<\/script>/gs, "");
  for (const said of [
    "require-fence",
    "core.a → views.b → core.a",
    "2026-03-05, 4 days left",
    "views.b",
    "0123456 ",
  ])
    assert.match(html, said.trim());
});

test("a require that breaks a fence, and one in a cycle, is drawn as such; layers are bands, features columns", () => {
  const graph = moduleGraph(content);
  assert.ok(graph);
  assert.equal(graph.edges, [
    [0, 1, 3],
    [1, 0, 2],
  ]);
  const { bands, columns, nodes } = drawing(graph, content.features);
  assert.equal(
    bands.map(({ name }) => name),
    ["core", "views", "outside all layers"],
  );
  assert.equal(
    columns.map(({ name }) => name),
    ["Play", "library"],
  );
  const [first, second] = [nodes[0]?.[3] ?? 0, nodes[1]?.[3] ?? 0];
  assert.ok(first < second, "core lies above views");
});

test("where the policy divides nothing, folders do, below those that all modules lie in", () => {
  const paths = ["A/src/one/core/a.lua", "A/src/one/b.lua", "A/src/two/core/c.lua", "A/src/d.lua"];
  const files = paths.map((path) => file(path, path));
  const graph = moduleGraph({
    ...content,
    features: { root: "", layers: [] },
    map: { ...required(content.map), files, cycles: [] },
  });
  assert.equal(
    graph?.modules.map(({ column, band }) => `${column}/${band}`),
    ["one/core", "one/at the top", "two/core", "at the top/at the top"],
  );
});

test("sixty columns, or sixty bands, are drawn about as wide as a screen", () => {
  const shapes: readonly (readonly [columns: number, bands: number, each: number])[] = [
    [60, 1, 40],
    [40, 4, 15],
    [5, 5, 100],
    [1, 1, 2000],
    [2, 3, 1],
  ];
  for (const [columns, bands, each] of shapes) {
    const nodes = Array.from({ length: columns * bands * each }, (_, at) => ({
      band: `b${at % bands}`,
      column: `c${Math.floor(at / bands) % columns}`,
    }));
    const names = (key: "band" | "column") => [...new Set(nodes.map((node) => node[key]))].sort();
    const { width, height } = layOut(nodes, [], names("band"), names("column"));
    assert.ok(width / height > 0.6 && width / height < 3, `${columns} × ${bands}: ${width} × ${height}`);
  }
});

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("it is missing");
  return value;
}

test("modules of one cell do not lie upon each other, however many there are", () => {
  const nodes = Array.from({ length: 2000 }, (_, at) => ({ band: `b${at % 7}`, column: `c${at % 3}` }));
  const edges = nodes.map((_, at) => [at, (at * 7919) % 2000] as const);
  const names = (key: "band" | "column") => [...new Set(nodes.map((node) => node[key]))].sort();
  const { places, width, height } = layOut(nodes, edges, names("band"), names("column"));
  assert.is(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, 2000);
  assert.ok(places.every(({ x, y }) => x < width && y < height));
});
