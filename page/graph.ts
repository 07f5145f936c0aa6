// The module graph on a canvas. Where each module stands was worked out when the page was written.
interface Data {
  readonly bands: readonly Band[];
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
  /** name, path, x, y, whether it is in a cycle */
  readonly nodes: readonly (readonly [string, string, number, number, 0 | 1])[];
  /** from, to, 0 plain, 1 lazy, 2 in a cycle, 3 a breach of a fence */
  readonly edges: readonly (readonly [number, number, 0 | 1 | 2 | 3])[];
}

interface Band {
  readonly name: string;
  readonly y: number;
  readonly height: number;
}

interface Column {
  readonly name: string;
  readonly x: number;
  readonly width: number;
}

/** What the names at the left and at the top take, in pixels. */
const GUTTER = 120;
const HEAD = 20;

export function graph(): void {
  const canvas = document.querySelector<HTMLCanvasElement>("#graph");
  const text = document.querySelector("#graph-data")?.textContent;
  const context = canvas?.getContext("2d");
  if (canvas === null || !text || !context) return;
  new Drawing(canvas, context, JSON.parse(text) as Data).start();
}

class Drawing {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #data: Data;
  readonly #out: readonly (readonly number[])[];
  readonly #in: readonly (readonly number[])[];
  readonly #said = document.querySelector("#graph-said");
  #scale = 1;
  #left = 0;
  #top = 0;
  #marked = new Set<number>();
  #steps = new Set<string>();

  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, data: Data) {
    this.#canvas = canvas;
    this.#context = context;
    this.#data = data;
    const out = data.nodes.map((): number[] => []);
    const into = data.nodes.map((): number[] => []);
    for (const [from, to] of data.edges) {
      out[from]?.push(to);
      into[to]?.push(from);
    }
    this.#out = out;
    this.#in = into;
  }

  start(): void {
    const canvas = this.#canvas;
    this.#fit();
    addEventListener("resize", () => this.#fit());
    addEventListener("themechange", () => this.#draw());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.#zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.offsetX, event.offsetY);
    });
    let drag: { x: number; y: number; isMoved: boolean } | undefined;
    canvas.addEventListener("pointerdown", (event) => {
      drag = { x: event.offsetX, y: event.offsetY, isMoved: false };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (drag === undefined) {
        this.#hover(event);
        return;
      }
      const [dx, dy] = [event.offsetX - drag.x, event.offsetY - drag.y];
      if (!drag.isMoved && Math.hypot(dx, dy) < 4) return;
      drag = { x: event.offsetX, y: event.offsetY, isMoved: true };
      this.#move(dx, dy);
    });
    canvas.addEventListener("pointerup", (event) => {
      if (drag?.isMoved === false) this.#choose(this.#at(event.offsetX, event.offsetY));
      drag = undefined;
    });
    canvas.addEventListener("keydown", (event) => this.#key(event));
    const field = (id: string) => document.querySelector<HTMLInputElement>(id);
    const [from, to] = [field("#from"), field("#to")];
    const ask = () => this.#ask(from?.value ?? "", to?.value ?? "");
    for (const each of [from, to]) each?.addEventListener("change", ask);
    field("#clear")?.addEventListener("click", () => {
      for (const each of [from, to]) if (each) each.value = "";
      this.#choose(undefined);
    });
  }

  /** Neighbours of one module, or the shortest way from one to another. */
  #ask(from: string, to: string): void {
    const [start, end] = [this.#named(from), this.#named(to)];
    if (start === undefined || end === undefined) {
      this.#choose(start ?? end);
      return;
    }
    const path = this.#path(start, end);
    if (path === undefined) {
      this.#choose(start);
      this.#say(`${this.#name(start)} does not lead to ${this.#name(end)}`);
      return;
    }
    this.#marked = new Set(path);
    this.#steps = new Set(path.slice(1).map((node, at) => `${path[at]} ${node}`));
    this.#say(path.map((node) => this.#name(node)).join(" → "));
    this.#draw();
  }

  #choose(node: number | undefined): void {
    this.#marked = new Set();
    this.#steps = new Set();
    if (node !== undefined) {
      const [out, into] = [this.#out[node] ?? [], this.#in[node] ?? []];
      this.#marked = new Set([node, ...out, ...into]);
      for (const other of out) this.#steps.add(`${node} ${other}`);
      for (const other of into) this.#steps.add(`${other} ${node}`);
      const names = (list: readonly number[]) =>
        list.length === 0 ? "nothing" : list.map((each) => this.#name(each)).join(", ");
      this.#say(`${this.#name(node)} requires ${names(out)}. It is required by ${names(into)}.`);
    } else this.#say("");
    this.#draw();
  }

  #path(start: number, end: number): readonly number[] | undefined {
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
    const at =
      text === "" ? -1 : this.#data.nodes.findIndex(([name, path]) => name === text || path === text);
    return at < 0 ? undefined : at;
  }

  #name(node: number): string {
    return this.#data.nodes[node]?.[0] ?? "";
  }

  #say(text: string): void {
    if (this.#said !== null) this.#said.textContent = text;
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const ratio = devicePixelRatio || 1;
    this.#canvas.width = clientWidth * ratio;
    this.#canvas.height = clientHeight * ratio;
    const [wide, high] = [clientWidth - GUTTER - 8, clientHeight - HEAD - 8];
    this.#scale = Math.min(wide / this.#data.width, high / this.#data.height, 2);
    this.#left = GUTTER + (wide - this.#data.width * this.#scale) / 2;
    this.#top = HEAD + (high - this.#data.height * this.#scale) / 2;
    this.#draw();
  }

  #move(dx: number, dy: number): void {
    this.#left += dx;
    this.#top += dy;
    this.#draw();
  }

  #zoom(by: number, x: number, y: number): void {
    this.#left = x - (x - this.#left) * by;
    this.#top = y - (y - this.#top) * by;
    this.#scale *= by;
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const middle = [clientWidth / 2, clientHeight / 2] as const;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#move(40, 0),
      ArrowRight: () => this.#move(-40, 0),
      ArrowUp: () => this.#move(0, 40),
      ArrowDown: () => this.#move(0, -40),
      "+": () => this.#zoom(1.25, ...middle),
      "=": () => this.#zoom(1.25, ...middle),
      "-": () => this.#zoom(0.8, ...middle),
      "0": () => this.#fit(),
      Escape: () => this.#choose(undefined),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #hover({ offsetX, offsetY }: PointerEvent): void {
    const node = this.#at(offsetX, offsetY);
    this.#canvas.title = node === undefined ? "" : (this.#data.nodes[node]?.[1] ?? "");
    this.#canvas.style.cursor = node === undefined ? "grab" : "pointer";
  }

  #at(x: number, y: number): number | undefined {
    const [px, py] = [(x - this.#left) / this.#scale, (y - this.#top) / this.#scale];
    const near = 10 / Math.min(1, this.#scale);
    const at = this.#data.nodes.findIndex(([, , nx, ny]) => Math.hypot(nx - px, ny - py) < near);
    return at < 0 ? undefined : at;
  }

  /** A colour of the style sheet as it is now, light or dark: a property alone would give the text of it. */
  #colour(): (name: string) => string {
    const { style } = this.#canvas;
    const computed = getComputedStyle(this.#canvas);
    const known = new Map<string, string>();
    return (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      style.color = `var(--${name})`;
      known.set(name, computed.color);
      return computed.color;
    };
  }

  #draw(): void {
    const colour = this.#colour();
    const c = this.#context;
    const ratio = devicePixelRatio || 1;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, this.#canvas.clientWidth, this.#canvas.clientHeight);
    c.setTransform(ratio * this.#scale, 0, 0, ratio * this.#scale, ratio * this.#left, ratio * this.#top);
    this.#frame(colour);
    const isAll = this.#marked.size === 0;
    const faint = Math.max(0.08, Math.min(0.45, 300 / Math.max(1, this.#data.edges.length)));
    const wrong = this.#data.edges.filter(([, , kind]) => kind > 1).length;
    // A thousand of them at once are a red wall; a few have to be seen.
    const loud = Math.max(0.25, Math.min(1, 500 / Math.max(1, wrong)));
    const kinds = ["edge", "edge", "cycle", "breach"].map(colour);
    for (const kind of [0, 1, 2, 3] as const) {
      c.strokeStyle = kinds[kind] ?? "";
      c.setLineDash(kind === 1 ? [4, 4] : []);
      for (const isMarked of isAll ? [true] : [false, true]) {
        c.globalAlpha = isMarked ? (!isAll ? 1 : kind < 2 ? faint : loud) : 0.06;
        c.lineWidth = (kind > 1 || (isMarked && !isAll) ? 1.6 : 0.8) / Math.min(1, this.#scale);
        c.beginPath();
        for (const [from, to, own] of this.#data.edges) {
          if (own !== kind || (!isAll && this.#steps.has(`${from} ${to}`) !== isMarked)) continue;
          const [a, b] = [this.#data.nodes[from], this.#data.nodes[to]];
          if (a === undefined || b === undefined) continue;
          c.moveTo(a[2], a[3]);
          c.lineTo(b[2], b[3]);
        }
        c.stroke();
      }
    }
    c.setLineDash([]);
    this.#dots(colour, isAll);
    this.#names(colour);
    c.globalAlpha = 1;
  }

  #frame(colour: (name: string) => string): void {
    const c = this.#context;
    c.globalAlpha = 1;
    this.#data.bands.forEach(({ y, height }, at) => {
      c.fillStyle = colour(at % 2 === 0 ? "band" : "paper");
      c.fillRect(0, y, this.#data.width, height);
    });
    c.strokeStyle = colour("line");
    c.lineWidth = 1 / Math.min(1, this.#scale);
    for (const { x } of this.#data.columns) {
      c.beginPath();
      c.moveTo(x, 0);
      c.lineTo(x, this.#data.height);
      c.stroke();
    }
  }

  /** Names of bands and columns keep their size, and stay at the edges. */
  #names(colour: (name: string) => string): void {
    const c = this.#context;
    const ratio = devicePixelRatio || 1;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.globalAlpha = 1;
    c.font = "11px system-ui, sans-serif";
    c.fillStyle = colour("paper");
    c.fillRect(0, 0, GUTTER, this.#canvas.clientHeight);
    c.fillRect(0, 0, this.#canvas.clientWidth, HEAD);
    c.fillStyle = colour("soft");
    let free = HEAD;
    for (const { name, y, height } of this.#data.bands) {
      const middle = this.#top + (y + height / 2) * this.#scale + 4;
      if (middle < free + 8) continue;
      c.fillText(this.#cut(name, GUTTER - 10), 6, middle);
      free = middle + 4;
    }
    for (const { name, x, width } of this.#data.columns) {
      const left = Math.max(GUTTER, this.#left + x * this.#scale + 2);
      const room = this.#left + (x + width) * this.#scale - left - 4;
      if (room > 14) c.fillText(this.#cut(name, room), left, 14);
    }
  }

  #cut(name: string, room: number): string {
    const c = this.#context;
    if (c.measureText(name).width <= room) return name;
    let length = name.length;
    while (length > 1 && c.measureText(`${name.slice(0, length)}…`).width > room) length--;
    return `${name.slice(0, length)}…`;
  }

  #dots(colour: (name: string) => string, isAll: boolean): void {
    const c = this.#context;
    const [plain, cycle, ink] = [colour("node"), colour("cycle"), colour("ink")];
    const showsNames = this.#scale > 1.6;
    this.#data.nodes.forEach(([name, , x, y, isInCycle], at) => {
      const isMarked = isAll || this.#marked.has(at);
      c.globalAlpha = isMarked ? 1 : 0.15;
      c.fillStyle = isInCycle === 1 ? cycle : plain;
      c.beginPath();
      c.arc(x, y, 5, 0, Math.PI * 2);
      c.fill();
      if (!isMarked || !(showsNames || (!isAll && this.#marked.size < 40))) return;
      c.fillStyle = ink;
      c.font = `${11 / this.#scale}px system-ui, sans-serif`;
      c.fillText(name.split(".").at(-1) ?? name, x + 7, y + 3);
    });
  }
}
