import type { Data } from "./data.ts";

/** What the names at the top take, in pixels. */
export const HEAD = 20;

/** How close to a module a click means it, in pixels. */
const NEAR = 10;

/** Which part of the drawing is seen, and how large. */
export class View {
  scale = 1;
  left = 0;
  top = 0;
  /** What the names at the left take, in pixels. */
  gutter = 0;
  readonly #data: Data;

  constructor(data: Data) {
    this.#data = data;
  }

  fit(width: number, height: number): void {
    this.gutter = Math.min(120, Math.round(width / 4));
    const [wide, high] = [width - this.gutter - 8, height - HEAD - 8];
    this.scale = Math.min(wide / this.#data.width, high / this.#data.height, 2);
    this.left = this.gutter + (wide - this.#data.width * this.scale) / 2;
    this.top = HEAD + (high - this.#data.height * this.scale) / 2;
  }

  move(dx: number, dy: number): void {
    this.left += dx;
    this.top += dy;
  }

  zoom(by: number, x: number, y: number): void {
    this.left = x - (x - this.left) * by;
    this.top = y - (y - this.top) * by;
    this.scale *= by;
  }

  /** The module that stands nearest to a place of the canvas. */
  at(x: number, y: number): number | undefined {
    const [px, py] = [(x - this.left) / this.scale, (y - this.top) / this.scale];
    let near = NEAR / Math.min(1, this.scale);
    let found: number | undefined;
    this.#data.nodes.forEach(([, , nx, ny], at) => {
      const distance = Math.hypot(nx - px, ny - py);
      if (distance >= near) return;
      near = distance;
      found = at;
    });
    return found;
  }
}
