// The map of requires as the drawing needs it: modules in bands and columns, requires with what is wrong with them.
import { showPath } from "../../base/repo-path.ts";
import { holds } from "../../model/finding.ts";
import type { MappedFile } from "../../model/require-map.ts";
import { layOut } from "./layout.ts";
import type { PageContent } from "./page-content.ts";

export interface GraphModule {
  readonly name: string;
  readonly path: string;
  readonly band: string;
  readonly column: string;
  readonly requires: readonly number[];
  readonly requiredBy: readonly number[];
  readonly isInCycle: boolean;
}

/** 0 plain, 1 lazy, 2 in a cycle, 3 a breach of a fence. */
type EdgeKind = 0 | 1 | 2 | 3;
type Edge = readonly [from: number, to: number, kind: EdgeKind];

export interface ModuleGraph {
  readonly modules: readonly GraphModule[];
  readonly edges: readonly Edge[];
  readonly cycles: readonly (readonly string[])[];
  readonly breaches: readonly (readonly [from: string, to: string])[];
}

const ELSEWHERE = "outside all layers";

export function moduleGraph({ map, features, verdict }: PageContent): ModuleGraph | undefined {
  if (map === undefined) return undefined;
  const wanted = new Set(map.files.flatMap(({ requires }) => requires.flatMap(targetOf)));
  const files = map.files.filter(({ path, role }) => role === "own" || wanted.has(path));
  const at = new Map(files.map(({ path }, index) => [path, index]));
  const rings = new Set(
    map.cycles.flatMap((cycle) => cycle.slice(1).map(({ path }, index) => `${cycle[index]?.path}\0${path}`)),
  );
  const fenced = new Set(
    verdict.findings
      .filter((finding) => holds(finding) && finding.rule.endsWith("-fence"))
      .flatMap(({ place }) => (place.kind === "span" ? [`${place.path}\0${place.span.start.line}`] : [])),
  );
  const edges = new Map<string, Edge>();
  files.forEach((file, from) => {
    for (const require of file.requires) {
      const [path] = targetOf(require);
      const to = path === undefined ? undefined : at.get(path);
      if (to === undefined) continue;
      const isBreach = fenced.has(`${file.path}\0${require.at.line}`);
      const kind = isBreach ? 3 : rings.has(`${file.path}\0${path}`) ? 2 : require.isLazy ? 1 : 0;
      const known = edges.get(`${from} ${to}`)?.[2];
      if (known === undefined || isWorse(kind, known)) edges.set(`${from} ${to}`, [from, to, kind]);
    }
  });
  const list = [...edges.values()];
  const inCycle = new Set(map.cycles.flat().map(({ path }) => path));
  const requires = files.map((): number[] => []);
  const requiredBy = files.map((): number[] => []);
  for (const [from, to] of list) {
    requires[from]?.push(to);
    requiredBy[to]?.push(from);
  }
  const placeOf = placing(files, features);
  const modules = files.map((file, index) => ({
    name: file.name,
    path: showPath(file.path),
    ...placeOf(file),
    requires: requires[index] ?? [],
    requiredBy: requiredBy[index] ?? [],
    isInCycle: inCycle.has(file.path),
  }));
  const named = (index: number) => modules[index]?.name ?? "";
  return {
    modules,
    edges: list,
    cycles: map.cycles.map((cycle) => cycle.map(({ name }) => name)),
    breaches: list.filter(([, , kind]) => kind === 3).map(([from, to]) => [named(from), named(to)] as const),
  };
}

/** A require that runs when the file is loaded counts for more than one that does not. */
function isWorse(kind: EdgeKind, than: EdgeKind): boolean {
  return kind > than ? kind > 1 : than === 1 && kind === 0;
}

function targetOf({ target }: MappedFile["requires"][number]): readonly string[] {
  return target.kind === "file" ? [target.path] : [];
}

/** By the policy's features and layers; if those divide nothing, by folders: the first one is the column, the second the band. */
function placing(files: readonly MappedFile[], features: PageContent["features"]) {
  const { root = "", layers = [] } = features ?? {};
  const head = root === "" ? "" : `${root}/`;
  const byPolicy = ({ path }: MappedFile) => {
    const parts = path.startsWith(head) ? path.slice(head.length).split("/") : [];
    const [feature, layer] = parts.length > 1 ? parts : [];
    const known = layers.find((each) => each.toLowerCase() === layer?.toLowerCase());
    const own = known ?? layers.find((each) => path.split("/").includes(each));
    return {
      band: own ?? ELSEWHERE,
      column: parts.length > 1 && known !== undefined ? (feature ?? "") : "library",
    };
  };
  if (new Set(files.map((file) => JSON.stringify(byPolicy(file)))).size > 1) return byPolicy;
  const folders = files.map(({ path }) => path.split("/").slice(0, -1));
  const shared = sharedStart(folders);
  return ({ path }: MappedFile) => {
    const [column = "at the top", band = "at the top"] = path.split("/").slice(shared, -1);
    return { band, column };
  };
}

/** How many folders all of them share: those divide nothing either. */
function sharedStart(paths: readonly (readonly string[])[]): number {
  const [first = [], ...others] = paths;
  const end = first.findIndex((folder, at) => others.some((path) => path[at] !== folder));
  return end < 0 ? first.length : end;
}

/** What the script of the page draws. */
export function drawing({ modules, edges }: ModuleGraph, features: PageContent["features"]) {
  const { layers = [] } = features ?? {};
  const rank = (name: string) => (layers.includes(name) ? layers.indexOf(name) : layers.length);
  const bands = distinct(modules.map(({ band }) => band)).sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const columns = distinct(modules.map(({ column }) => column)).sort();
  const { places, ...frame } = layOut(
    modules,
    edges.map(([from, to]) => [from, to] as const),
    bands,
    columns,
  );
  return {
    ...frame,
    nodes: modules.map(({ name, path, isInCycle }, at) => {
      const { x, y } = places[at] ?? { x: 0, y: 0 };
      return [name, path, x, y, isInCycle ? 1 : 0] as const;
    }),
    edges,
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
