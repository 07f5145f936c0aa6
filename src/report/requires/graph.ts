// The require map as a graph for drawing programs. Nodes are files, and modules from outside or not found; an arrow is a
// require, dashed where it is lazy. A computed require leads nowhere and is left out. Vendored files appear only as what is required.
import { showPath } from "../../base/repo-path.ts";
import type { RequireMap } from "../../model/require-map.ts";
import { printable } from "../terminal-text.ts";

type NodeKind = "file" | "outside" | "unresolved";

interface Node {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly isLazy: boolean;
}

/** Graphviz's language (`dot -Tsvg`). */
export function requiresDot(map: RequireMap): string {
  const { nodes, edges } = graphOf(map);
  return [
    "digraph requires {",
    "  rankdir=LR;",
    "  node [shape=box];",
    ...nodes.map(({ id, kind, label }) => `  ${id} [label="${dotText(label)}"${DOT_STYLE[kind]}];`),
    ...edges.map(({ from, to, isLazy }) => `  ${from} -> ${to}${isLazy ? " [style=dashed]" : ""};`),
    "}",
    "",
  ].join("\n");
}

/** A Mermaid flow chart. Mermaid itself draws at most 500 arrows unless its `maxEdges` is raised. */
export function requiresMermaid(map: RequireMap): string {
  const { nodes, edges } = graphOf(map);
  return [
    "flowchart LR",
    ...nodes.map(({ id, kind, label }) => {
      const [open, close] = MERMAID_SHAPE[kind];
      return `  ${id}${open}"${mermaidText(label)}"${close}`;
    }),
    ...edges.map(({ from, to, isLazy }) => `  ${from} ${isLazy ? "-.->" : "-->"} ${to}`),
    "",
  ].join("\n");
}

const DOT_STYLE: Readonly<Record<NodeKind, string>> = {
  file: "",
  outside: ", shape=ellipse, style=dotted",
  unresolved: ", shape=ellipse, color=red",
};

const MERMAID_SHAPE: Readonly<Record<NodeKind, readonly [string, string]>> = {
  file: ["[", "]"],
  outside: ["([", "])"],
  unresolved: ["{{", "}}"],
};

/** Names reach the drawing program as labels only: our own ids can't be taken for words of its language. */
function graphOf({ files }: RequireMap): { nodes: readonly Node[]; edges: readonly Edge[] } {
  const nodes = new Map<string, Node>();
  const nodeOf = (kind: NodeKind, name: string): Node => {
    const key = `${kind} ${name}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const label = kind === "file" ? showPath(name) : printable(name);
    const node = { id: `n${nodes.size + 1}`, kind, label };
    nodes.set(key, node);
    return node;
  };
  const edges = new Map<string, Edge>();
  for (const { path, requires } of files) {
    const from = nodeOf("file", path).id;
    for (const { target, text, isLazy } of requires) {
      if (target.kind === "dynamic") continue;
      const to = target.kind === "file" ? nodeOf("file", target.path).id : nodeOf(target.kind, text).id;
      const key = `${from} ${to}`;
      // A module that is loaded anyway does not become lazy by being required again in a function.
      edges.set(key, { from, to, isLazy: isLazy && edges.get(key)?.isLazy !== false });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** Graphviz reads backslash escapes and HTML entities in a label. */
function dotText(text: string): string {
  return wellFormed(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("&", "&amp;");
}

/** Mermaid reads Markdown, HTML and its own entities in a label; `#NN;` is the character of that code. */
function mermaidText(text: string): string {
  return wellFormed(text).replaceAll(/[^\w ./:@,()+=-]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? `#${code};` : character;
  });
}

/** Without halves of surrogate pairs, which no file in UTF-8 can hold. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}
