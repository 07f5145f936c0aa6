// The module graph on a canvas.
import { type Data, EDGE_KINDS } from "./data.ts";
import { type Marked, stepOf } from "./modules.ts";
import { HEAD, type View } from "./view.ts";

type Context = CanvasRenderingContext2D;
type Colour = (name: string) => string;

export function draw(context: Context, data: Data, view: View, marked: Marked): void {
  const { canvas } = context;
  const colour = colours(canvas);
  const ratio = devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.left, ratio * view.top);
  drawFrame(context, data, view, colour);
  drawEdges(context, data, view, marked, colour);
  drawNodes(context, data, view, marked, colour);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawNames(context, data, view, colour);
}

/** A colour of the style sheet as it is now, light or dark: a property alone would give the text of it. */
function colours(canvas: HTMLCanvasElement): Colour {
  const computed = getComputedStyle(canvas);
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    canvas.style.color = `var(--${name})`;
    known.set(name, computed.color);
    return computed.color;
  };
}

function drawFrame(c: Context, data: Data, view: View, colour: Colour): void {
  c.globalAlpha = 1;
  data.bands.forEach(({ y, height }, at) => {
    c.fillStyle = colour(at % 2 === 0 ? "band" : "paper");
    c.fillRect(0, y, data.width, height);
  });
  c.strokeStyle = colour("line");
  c.lineWidth = 1 / Math.min(1, view.scale);
  c.beginPath();
  for (const { x } of data.columns) {
    c.moveTo(x, 0);
    c.lineTo(x, data.height);
  }
  c.stroke();
}

function drawEdges(c: Context, { nodes, edges }: Data, view: View, marked: Marked, colour: Colour): void {
  const isAll = marked.nodes.size === 0;
  const faint = Math.max(0.08, Math.min(0.45, 300 / Math.max(1, edges.length)));
  const wrong = edges.filter(([, , kind]) => kind > 1).length;
  // A thousand of them at once are a red wall; a few have to be seen.
  const loud = Math.max(0.25, Math.min(1, 500 / Math.max(1, wrong)));
  const kinds = ["edge", "edge", "cycle", "breach"].map(colour);
  for (const kind of EDGE_KINDS) {
    c.strokeStyle = kinds[kind] ?? "";
    c.setLineDash(kind === 1 ? [4, 4] : []);
    for (const isMarked of isAll ? [true] : [false, true]) {
      c.globalAlpha = isMarked ? (!isAll ? 1 : kind < 2 ? faint : loud) : 0.06;
      c.lineWidth = (kind > 1 || (isMarked && !isAll) ? 1.6 : 0.8) / Math.min(1, view.scale);
      c.beginPath();
      for (const [from, to, own] of edges) {
        if (own !== kind || (!isAll && marked.steps.has(stepOf(from, to)) !== isMarked)) continue;
        const [a, b] = [nodes[from], nodes[to]];
        if (a === undefined || b === undefined) continue;
        c.moveTo(a[2], a[3]);
        c.lineTo(b[2], b[3]);
      }
      c.stroke();
    }
  }
  c.setLineDash([]);
}

function drawNodes(c: Context, { nodes }: Data, view: View, marked: Marked, colour: Colour): void {
  const [plain, cycle, ink] = [colour("node"), colour("cycle"), colour("ink")];
  const isAll = marked.nodes.size === 0;
  const areNamed = view.scale > 1.6 || (!isAll && marked.nodes.size < 40);
  nodes.forEach(([name, , x, y, isInCycle], at) => {
    const isMarked = isAll || marked.nodes.has(at);
    c.globalAlpha = isMarked ? 1 : 0.15;
    c.fillStyle = isInCycle === 1 ? cycle : plain;
    c.beginPath();
    c.arc(x, y, 5, 0, Math.PI * 2);
    c.fill();
    if (!isMarked || !areNamed) return;
    c.fillStyle = ink;
    c.font = `${11 / view.scale}px system-ui, sans-serif`;
    c.fillText(name.split(".").at(-1) ?? name, x + 7, y + 3);
  });
}

/** Names of bands and columns keep their size, and stay at the edges. */
function drawNames(c: Context, { bands, columns }: Data, view: View, colour: Colour): void {
  const { left, top, scale, gutter } = view;
  c.globalAlpha = 1;
  c.font = "11px system-ui, sans-serif";
  c.fillStyle = colour("paper");
  c.fillRect(0, 0, gutter, c.canvas.clientHeight);
  c.fillRect(0, 0, c.canvas.clientWidth, HEAD);
  c.fillStyle = colour("soft");
  let free = HEAD;
  for (const { name, y, height } of bands) {
    const middle = top + (y + height / 2) * scale + 4;
    if (middle < free + 8) continue;
    c.fillText(cut(c, name, gutter - 10), 6, middle);
    free = middle + 4;
  }
  for (const { name, x, width } of columns) {
    const start = Math.max(gutter, left + x * scale + 2);
    const room = left + (x + width) * scale - start - 4;
    if (room > 14) c.fillText(cut(c, name, room), start, 14);
  }
}

function cut(c: Context, name: string, room: number): string {
  if (c.measureText(name).width <= room) return name;
  let length = name.length;
  while (length > 1 && c.measureText(`${name.slice(0, length)}…`).width > room) length--;
  return `${name.slice(0, length)}…`;
}
