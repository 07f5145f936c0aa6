export interface Figures {
  readonly title: string;
  /** How it was measured, in a sentence. */
  readonly note: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly what: string;
  readonly value: number;
  /** Behind the value: "×", " MB/s", "". */
  readonly unit: string;
  /** The aim: at most this. */
  readonly most?: number;
  readonly aside?: string;
}

/** A figure that could not be measured misses its aim too. */
export function missesAim({ value, most }: Pick<Row, "value" | "most">): boolean {
  return most !== undefined && !(value <= most);
}
