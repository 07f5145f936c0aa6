/** What stands in the page for the drawing: where each module stands was worked out when the page was written. */
export interface Data {
  readonly bands: readonly Band[];
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
  /** name, path, x, y, whether it is in a cycle */
  readonly nodes: readonly (readonly [string, string, number, number, 0 | 1])[];
  readonly edges: readonly (readonly [from: number, to: number, kind: EdgeKind])[];
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

/** 0 plain, 1 lazy, 2 in a cycle, 3 a breach of a fence. */
export type EdgeKind = 0 | 1 | 2 | 3;
export const EDGE_KINDS = [0, 1, 2, 3] as const;
