import type { Data } from "./data.ts";

/** What somebody asked to see of the graph, and what there is to say of it. None is marked where nobody asked. */
export interface Marked {
  readonly nodes: ReadonlySet<number>;
  readonly steps: ReadonlySet<string>;
  readonly said: string;
}

export const NOTHING: Marked = { nodes: new Set(), steps: new Set(), said: "" };

export const stepOf = (from: number, to: number): string => `${from} ${to}`;

/** Which module requires which: neighbours, and the shortest way from one to another. */
export class Modules {
  readonly #nodes: Data["nodes"];
  readonly #out: readonly (readonly number[])[];
  readonly #in: readonly (readonly number[])[];

  constructor({ nodes, edges }: Data) {
    const out = nodes.map((): number[] => []);
    const into = nodes.map((): number[] => []);
    for (const [from, to] of edges) {
      out[from]?.push(to);
      into[to]?.push(from);
    }
    this.#nodes = nodes;
    this.#out = out;
    this.#in = into;
  }

  /** Neighbours of one module, or the shortest way from one to another; by name or path. */
  asked(from: string, to: string): Marked {
    const [start, end] = [this.#named(from), this.#named(to)];
    if (start === undefined || end === undefined) return this.around(start ?? end);
    const path = this.#way(start, end);
    if (path === undefined)
      return { ...this.around(start), said: `${this.#name(start)} does not lead to ${this.#name(end)}` };
    return {
      nodes: new Set(path),
      steps: new Set(path.slice(1).map((node, at) => stepOf(path[at] ?? node, node))),
      said: this.#names(path, " → "),
    };
  }

  around(node: number | undefined): Marked {
    if (node === undefined) return NOTHING;
    const [out, into] = [this.#out[node] ?? [], this.#in[node] ?? []];
    return {
      nodes: new Set([node, ...out, ...into]),
      steps: new Set([...out.map((to) => stepOf(node, to)), ...into.map((from) => stepOf(from, node))]),
      said: `${this.#name(node)} requires ${this.#names(out, ", ")}. It is required by ${this.#names(into, ", ")}.`,
    };
  }

  #way(start: number, end: number): readonly number[] | undefined {
    const before = new Map<number, number>([[start, start]]);
    const waiting = [start];
    for (const at of waiting) {
      if (at === end) break;
      for (const next of this.#out[at] ?? [])
        if (!before.has(next)) {
          before.set(next, at);
          waiting.push(next);
        }
    }
    if (!before.has(end)) return undefined;
    const path = [end];
    for (let at = end; at !== start; ) {
      at = before.get(at) ?? start;
      path.unshift(at);
    }
    return path;
  }

  #named(text: string): number | undefined {
    const at = text === "" ? -1 : this.#nodes.findIndex(([name, path]) => name === text || path === text);
    return at < 0 ? undefined : at;
  }

  #name(node: number): string {
    return this.#nodes[node]?.[0] ?? "";
  }

  #names(list: readonly number[], between: string): string {
    return list.length === 0 ? "nothing" : list.map((each) => this.#name(each)).join(between);
  }
}
