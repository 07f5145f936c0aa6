// The module graph: what is asked of it, by pointer, keys and fields, and what is seen of it then.
import type { Data } from "./data.ts";
import { draw } from "./draw.ts";
import { type Marked, Modules, NOTHING } from "./modules.ts";
import { View } from "./view.ts";

export function graph(): void {
  const canvas = document.querySelector<HTMLCanvasElement>("#graph");
  const text = document.querySelector("#graph-data")?.textContent;
  const context = canvas?.getContext("2d");
  if (canvas === null || !text || !context) return;
  new Graph(context, JSON.parse(text) as Data).start();
}

class Graph {
  readonly #context: CanvasRenderingContext2D;
  readonly #data: Data;
  readonly #modules: Modules;
  readonly #view: View;
  readonly #said = document.querySelector("#graph-said");
  #marked: Marked = NOTHING;

  constructor(context: CanvasRenderingContext2D, data: Data) {
    this.#context = context;
    this.#data = data;
    this.#modules = new Modules(data);
    this.#view = new View(data);
  }

  start(): void {
    this.#fit();
    addEventListener("resize", () => this.#fit());
    addEventListener("themechange", () => this.#draw());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
    this.#hearPointer();
    this.#context.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#hearFields();
  }

  #hearPointer(): void {
    const { canvas } = this.#context;
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
      const isClick = drag?.isMoved === false;
      drag = undefined;
      if (isClick) this.#mark(this.#modules.around(this.#view.at(event.offsetX, event.offsetY)));
    });
  }

  #hearFields(): void {
    const field = (id: string) => document.querySelector<HTMLInputElement>(id);
    const [from, to] = [field("#from"), field("#to")];
    const ask = () => this.#mark(this.#modules.asked(from?.value ?? "", to?.value ?? ""));
    for (const each of [from, to]) each?.addEventListener("change", ask);
    field("#clear")?.addEventListener("click", () => {
      for (const each of [from, to]) if (each) each.value = "";
      this.#mark(NOTHING);
    });
  }

  #key(event: KeyboardEvent): void {
    const { clientWidth, clientHeight } = this.#context.canvas;
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
      Escape: () => this.#mark(NOTHING),
    };
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  #mark(marked: Marked): void {
    this.#marked = marked;
    if (this.#said !== null) this.#said.textContent = marked.said;
    this.#draw();
  }

  #hover({ offsetX, offsetY }: PointerEvent): void {
    const { canvas } = this.#context;
    const node = this.#view.at(offsetX, offsetY);
    canvas.title = node === undefined ? "" : (this.#data.nodes[node]?.[1] ?? "");
    canvas.style.cursor = node === undefined ? "grab" : "pointer";
  }

  #fit(): void {
    const { canvas } = this.#context;
    const ratio = devicePixelRatio || 1;
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    this.#view.fit(canvas.clientWidth, canvas.clientHeight);
    this.#draw();
  }

  #move(dx: number, dy: number): void {
    this.#view.move(dx, dy);
    this.#draw();
  }

  #zoom(by: number, x: number, y: number): void {
    this.#view.zoom(by, x, y);
    this.#draw();
  }

  #draw(): void {
    draw(this.#context, this.#data, this.#view, this.#marked);
  }
}
