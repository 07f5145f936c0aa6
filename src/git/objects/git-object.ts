import type { ObjectId } from "../../model/change.ts";

export type ObjectType = "blob" | "tree" | "commit" | "tag";

export interface GitObject {
  readonly id: ObjectId;
  readonly type: ObjectType;
  /** In bytes. */
  readonly size: number;
  /** Undefined if it is larger than the limit that was asked for. */
  readonly bytes: Buffer | undefined;
}

export interface ObjectRequest {
  readonly name: string;
  readonly limit: number;
  /** Sees the contents piece by piece, whatever their size. */
  readonly onPiece: ((piece: Buffer) => void) | undefined;
  resolve(found: GitObject | undefined): void;
  reject(error: unknown): void;
}
