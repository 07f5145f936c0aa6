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
