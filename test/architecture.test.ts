import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "./support/suite.ts";

const test = suite("architecture");
const src = fileURLToPath(new URL("../src/", import.meta.url));

/** What a layer may import. A new edge here is a design change: say why in the commit, and in docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ["base"],
  json: ["base"],
  system: ["base", "model"],
  lua: ["base", "model"],
  modules: ["base", "model", "lua"],
  rule: ["base", "model", "modules"],
  protocol: ["base", "json"],
  git: ["base", "model", "system"],
  policy: ["base", "model", "json"],
  rules: ["base", "model", "json", "lua", "modules", "protocol", "rule"],
  gate: ["base", "model", "lua", "modules", "rule", "rules"],
  report: ["base", "model"],
  "policy-source": ["base", "model", "system", "git", "policy", "rules", "gate"],
  patch: ["base", "model", "json", "git"],
  task: ["base", "model", "json"],
  refactor: ["base", "model", "json", "lua", "modules"],
  check: [
    "base",
    "model",
    "system",
    "git",
    "modules",
    "policy",
    "rules",
    "gate",
    "policy-source",
    "patch",
    "task",
    "refactor",
  ],
  pipeline: [
    "base",
    "model",
    "json",
    "system",
    "git",
    "policy",
    "rules",
    "report",
    "patch",
    "policy-source",
    "task",
    "refactor",
    "check",
  ],
  survey: ["base", "model", "json", "lua", "modules", "policy"],
  fix: ["base", "model", "system", "lua", "git", "modules", "policy", "rules", "gate", "policy-source"],
  ci: ["base", "model"],
  agent: ["base", "model", "json", "policy"],
  command: ["base", "model", "system", "report"],
  handoff: ["base", "model", "json", "system", "protocol", "command"],
  hooks: ["base", "model", "system", "git", "report", "check"],
  install: [
    "base",
    "model",
    "json",
    "system",
    "git",
    "survey",
    "policy",
    "hooks",
    "policy-source",
    "report",
    "agent",
  ],
  library: ["base", "model", "git", "policy", "gate", "policy-source", "report", "check"],
  cli: [
    "base",
    "model",
    "system",
    "git",
    "modules",
    "policy",
    "rules",
    "policy-source",
    "patch",
    "task",
    "refactor",
    "check",
    "pipeline",
    "fix",
    "ci",
    "command",
    "handoff",
    "report",
    "hooks",
    "install",
    "agent",
  ],
};

/** The floors of `src/lua`, which read a text into ever more: what each folder may import of the others. */
const LUA_FLOORS: Readonly<Record<string, readonly string[]>> = {
  lexer: [],
  compiler: ["lexer"],
  syntax: ["lexer", "compiler"],
  scopes: ["syntax"],
  values: ["syntax", "scopes"],
  facts: ["syntax", "scopes", "values"],
  shims: ["lexer", "syntax"],
  patterns: [],
};

/** The layers that do input and output; every other one is values in, values out. */
const OUTSIDE = new Set(["system", "git"]);
const INPUT_OUTPUT =
  /^node:(fs|fs\/promises|child_process|net|http|https|os|process|readline|tty|worker_threads)$/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .flatMap((file) =>
    importsOf(readFileSync(join(src, file), "utf8")).map((found) => ({ from: file, ...found })),
  );

test("reads the imports of the tree", () => {
  assert.ok(imports.length > 100, `${imports.length} imports`);
});

test("every folder of src is a layer of the table", () => {
  const folders = readdirSync(src);
  assert.equal(
    folders.filter((folder) => !Object.hasOwn(MAY_IMPORT, folder)),
    [],
  );
});

test("a layer imports only what the table allows", () => {
  const upward = imports.filter(({ from, to }) => {
    if (!to.startsWith(".")) return false;
    const layer = layerOf(from);
    const target = layerOf(relative(src, join(src, dirname(from), to)));
    if (target === "..") return false;
    return target !== layer && !MAY_IMPORT[layer]?.includes(target);
  });
  assert.equal(upward.map(show), []);
});

test("every grant of the table is used", () => {
  const used = new Set(
    imports
      .filter(({ to }) => to.startsWith("."))
      .map(({ from, to }) => `${layerOf(from)} → ${layerOf(relative(src, join(src, dirname(from), to)))}`),
  );
  const granted = Object.entries(MAY_IMPORT).flatMap(([layer, below]) =>
    below.map((other) => `${layer} → ${other}`),
  );
  assert.equal(
    granted.filter((grant) => !used.has(grant)),
    [],
  );
});

/** What is done in one file alone, and how any other would give itself away. */
const ONE_OF_EACH: readonly (readonly [what: string, file: string, sign: RegExp])[] = [
  ["starts programs", "system/process.ts", /^(?:import (?!type)|\} from ).*"node:child_process"/m],
  ["makes scratch folders", "system/scratch.ts", /\bmkdtemp(?:Sync)?\(/],
  ["creates files that must not be there yet", "system/temporary-file.ts", /"wx\+?"|\bO_EXCL\b/],
];

for (const [what, file, sign] of ONE_OF_EACH) {
  test(`one file alone ${what}`, () => {
    const found = readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(ts|mjs)$/.test(path) && sign.test(readFileSync(join(src, path), "utf8")))
      .map((path) => path.replaceAll("\\", "/"));
    assert.equal(found, [file]);
  });
}

test("no folder of src holds more than 25 files side by side", () => {
  const counts = new Map<string, number>();
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }))
    if (/\.(ts|mjs)$/.test(file)) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const crowded = [...counts].filter(([, files]) => files > 25);
  assert.equal(crowded, []);
});

test("a floor of src/lua imports only those below it", () => {
  const floorOf = (file: string): string | undefined => /^lua\/([a-z]+)\//.exec(file)?.[1];
  const floors = readdirSync(join(src, "lua"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  assert.equal(floors.map(({ name }) => name).sort(), Object.keys(LUA_FLOORS).sort());
  const upward = imports.filter(({ from, to }) => {
    const floor = floorOf(from);
    if (floor === undefined || !to.startsWith(".")) return false;
    const target = relative(src, join(src, dirname(from), to));
    const other = floorOf(target);
    if (other === undefined) return layerOf(target) === "lua";
    return other !== floor && LUA_FLOORS[floor]?.includes(other) !== true;
  });
  assert.equal(upward.map(show), []);
});

test("only system and git do input and output", () => {
  const outside = imports.filter(({ from, to }) => INPUT_OUTPUT.test(to) && !OUTSIDE.has(layerOf(from)));
  assert.equal(outside.map(show), []);
});

/** The parts of the grammar that call each other, as the grammar does: expressions hold functions, tables and calls, which hold expressions. */
const GRAMMAR_CYCLES: readonly (readonly [from: string, to: string])[] = [
  ["lua/syntax/suffixed.ts", "lua/syntax/expressions.ts"],
  ["lua/syntax/tables.ts", "lua/syntax/expressions.ts"],
];

/** Types that two files of `src/lua` still take from each other: none joins this list, and each leaves it when it is untied. */
const LUA_TYPE_CYCLES: readonly (readonly [from: string, to: string])[] = [
  ["lua/facts/exports.ts", "lua/facts/module-fields.ts"],
  ["lua/lexer/numeral.ts", "lua/lexer/lexer.ts"],
  ["lua/lexer/quoted.ts", "lua/lexer/lexer.ts"],
  ["lua/shims/shim-target.ts", "lua/shims/shims.ts"],
  ["lua/shims/shim-terms.ts", "lua/shims/shims.ts"],
];

const NAMED_CYCLES = [...GRAMMAR_CYCLES, ...LUA_TYPE_CYCLES];

test("no file needs a file that needs it back, not even for a type, but for the named parts of the reading of Lua", () => {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (!to.startsWith(".")) continue;
    const target = relative(src, join(src, dirname(from), to));
    if (NAMED_CYCLES.some(([one, other]) => one === from && other === target)) continue;
    edges.set(from, [...(edges.get(from) ?? []), target]);
  }
  assert.equal(cycleIn(edges)?.join(" → "), undefined);
});

test("each named cycle is one", () => {
  const edges = imports.map(({ from, to }) => [from, relative(src, join(src, dirname(from), to))]);
  const unused = NAMED_CYCLES.filter((named) => !edges.some((edge) => edge.join() === named.join()));
  assert.equal(unused, []);
});

test("tests lie as the source does, and what they share lies apart", () => {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(here, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(ts|cjs|mts)$/.test(file) && !/^(fixtures|support)\//.test(file));
  const isShared = (file: string) => !file.endsWith(".test.ts") && file !== "run.ts";
  assert.equal(files.filter(isShared), []);
  const apart = new Set([".", "scenarios", "transcripts"]);
  const strays = files
    .map((file) => dirname(file))
    .filter((folder) => !apart.has(folder) && !existsSync(join(src, folder)));
  assert.equal([...new Set(strays)], []);
});

test("no two types that are exported have one name", () => {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }))
    for (const [, name = ""] of file.endsWith(".ts")
      ? readFileSync(join(src, file), "utf8").matchAll(EXPORTED_TYPE)
      : [])
      found.set(name, [...(found.get(name) ?? []), file]);
  assert.ok(found.size > 100, `${found.size} types`);
  assert.equal(
    [...found].filter(([, files]) => files.length > 1),
    [],
  );
});

const EXPORTED_TYPE = /^export (?:abstract )?(?:class|interface|type|enum) ([A-Z]\w*)/gm;

test("the clock is read in one place", () => {
  const readers = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && layerOf(file) !== "system")
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(join(src, file), "utf8")),
    );
  assert.equal(readers, []);
});

/**
 * For each of those V8 makes a shape of its own, among the oldest objects, and what the getter closes over is kept until a full collection:
 * the syntax trees of a large commit were copied again and again for it. A class has one shape.
 */
test("no literal has a getter, but for those made once a run and once a ref", () => {
  const holders = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && /^ {4,}get \w+\(/m.test(readFileSync(join(src, file), "utf8")),
  );
  assert.equal(holders.sort(), ["git/history/pushed.ts", "system/world.ts"]);
});

/**
 * Code that runs for the first time makes an object for each step of `for ... of`: of what twelve edits left to collect that was a sixth. A file
 * has hundreds of chains, and a dozen facts go through all of them.
 */
test("the chains of a file are gone through by number", () => {
  const others = readdirSync(join(src, "lua"), { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith(".ts") &&
      /for \(const .+ of (?:[\w#]+\.)*#?chains\)/.test(readFileSync(join(src, "lua", file), "utf8")),
  );
  assert.equal(others, []);
});

/** Static and dynamic imports, and re-exports. */
function importsOf(text: string): Omit<Import, "from">[] {
  const code = text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, to = ""]) => ({ to }));
}

function layerOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function show({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function cycleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
