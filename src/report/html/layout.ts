// Where each module stands on the drawing: layers are bands, features are columns, and within both a module stands near those that it
// is connected with (barycentre sweeps). Pure and the same every time; thousands of modules take a tenth of a second.

export interface Placeable {
  readonly band: string;
  readonly column: string;
}

export interface ChartLayout {
  readonly bands: readonly { readonly name: string; readonly y: number; readonly height: number }[];
  readonly columns: readonly { readonly name: string; readonly x: number; readonly width: number }[];
  readonly width: number;
  readonly height: number;
  /** The place of each node, in the order given. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

const STEP = 24;
const MARGIN = 18;
const SWEEPS = 4;

/** `bands` and `columns` in the order in which they are drawn. */
export function layOut(
  nodes: readonly Placeable[],
  edges: readonly (readonly [number, number])[],
  bands: readonly string[],
  columns: readonly string[],
): ChartLayout {
  const cells = new Map<string, number[]>();
  nodes.forEach(({ band, column }, at) => {
    const key = JSON.stringify([band, column]);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [at]);
    else cell.push(at);
  });
  const cellOf = (band: string, column: string) => cells.get(JSON.stringify([band, column])) ?? [];
  const { widths, heights } = sizes(bands, columns, (band, column) => cellOf(band, column).length);
  const drawnColumns = spread(columns, widths).map(({ name, at, size }) => ({ name, x: at, width: size }));
  const drawnBands = spread(bands, heights).map(({ name, at, size }) => ({ name, y: at, height: size }));
  const places = nodes.map(() => ({ x: 0, y: 0 }));
  const place = (cell: readonly number[], left: number, top: number, wide: number) =>
    cell.forEach((node, at) => {
      places[node] = {
        x: left + MARGIN + (at % wide) * STEP,
        y: top + MARGIN + Math.floor(at / wide) * STEP,
      };
    });
  const near = neighbours(nodes.length, edges);
  for (let sweep = 0; sweep <= SWEEPS; sweep++)
    drawnBands.forEach(({ name: band, y }) => {
      drawnColumns.forEach(({ name: column, x }, at) => {
        const cell = cellOf(band, column);
        if (sweep > 0) sortByMiddle(cell, near, places);
        place(cell, x, y, widths[at] ?? 1);
      });
    });
  const [lastColumn, lastBand] = [drawnColumns.at(-1), drawnBands.at(-1)];
  return {
    bands: drawnBands,
    columns: drawnColumns,
    width: lastColumn === undefined ? STEP : lastColumn.x + lastColumn.width,
    height: lastBand === undefined ? STEP : lastBand.y + lastBand.height,
    places,
  };
}

/** Cells of a width that makes the whole about as wide as a screen: many columns need narrow ones. */
function sizes(
  bands: readonly string[],
  columns: readonly string[],
  countIn: (band: string, column: string) => number,
): { readonly widths: readonly number[]; readonly heights: readonly number[] } {
  const counts = bands.map((band) => columns.map((column) => countIn(band, column)));
  const most = columns.map((_, at) => counts.reduce((max, row) => Math.max(max, row[at] ?? 0), 1));
  let best: { readonly widths: readonly number[]; readonly heights: readonly number[] } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let ratio = 1 / 64; ratio < 500; ratio *= 1.5) {
    const widths = most.map((count) => Math.min(Math.max(1, Math.ceil(Math.sqrt(count * ratio))), count));
    const heights = counts.map((row) =>
      row.reduce((max, count, at) => Math.max(max, Math.ceil(count / (widths[at] ?? 1))), 1),
    );
    const off = Math.abs(Math.log(lengthOf(widths) / lengthOf(heights) / SCREEN));
    if (off < least) best = { widths, heights };
    least = Math.min(off, least);
  }
  return best ?? { widths: most, heights: [] };
}

/** How much wider it is than high. */
const SCREEN = 1.7;

function lengthOf(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + sizeOf(each), 0);
}

function sizeOf(count: number): number {
  return count * STEP + MARGIN;
}

function spread(names: readonly string[], sizes: readonly number[]) {
  let at = 0;
  return names.map((name, index) => {
    const size = sizeOf(sizes[index] ?? 1);
    const own = { name, at, size };
    at += size;
    return own;
  });
}

function neighbours(
  count: number,
  edges: readonly (readonly [number, number])[],
): readonly (readonly number[])[] {
  const near = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of edges) {
    near[from]?.push(to);
    near[to]?.push(from);
  }
  return near;
}

/** Those that stand alone keep their place after the others. */
function sortByMiddle(
  cell: number[],
  near: readonly (readonly number[])[],
  places: readonly { readonly x: number }[],
): void {
  const middle = new Map(
    cell.map((node) => {
      const others = near[node] ?? [];
      const sum = others.reduce((total, other) => total + (places[other]?.x ?? 0), 0);
      return [node, others.length === 0 ? Number.MAX_SAFE_INTEGER : sum / others.length];
    }),
  );
  cell.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || a - b);
}
