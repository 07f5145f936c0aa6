// Reads what `diff-index` and `diff-tree --stdin` write with `--raw -z -p -U0 --full-index`: for each commit its id, the raw
// records, then the patch. Paths are taken from the raw records alone, which `-z` leaves as they are; the patch is only
// counted, and assigned to its record by the blob ids, since what a diff adds is a function of the two contents.
import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import type { LineChange, ObjectId } from "../../model/change.ts";
import { PatchReader } from "./patch-reader.ts";

export interface RawChange {
  /** A, M, D, T, R, C, U; for a merge one letter for each parent. */
  readonly status: string;
  /** Modes and ids of the parents' versions, then of the new one. */
  readonly modes: readonly string[];
  readonly ids: readonly ObjectId[];
  readonly path: RepoPath;
  /** The other end of a rename or copy. */
  readonly from: RepoPath | undefined;
}

/** What changed in one commit, or in the one comparison that was asked for. */
export interface RawDiff {
  readonly commit: ObjectId | undefined;
  readonly changes: readonly RawChange[];
  /** By the ids of all versions, joined by a comma (`linesKey`); a change that adds no line may have no entry. */
  readonly lines: ReadonlyMap<string, LineChange>;
  /** The keys whose lines only a diff with white space ignored counts correctly. */
  readonly doubtful: ReadonlySet<string>;
  /** The keys whose lines end elsewhere for Lua than for Git. */
  readonly oddEnds: ReadonlySet<string>;
}

/** How `RawDiff.lines` names the versions of a change, the new one last. */
export function linesKey(ids: readonly ObjectId[]): string {
  return ids.join(",");
}

const NUL = 0;
const COLON = 0x3a;

export class DiffReader {
  #rest: Buffer = Buffer.alloc(0);
  #commit: ObjectId | undefined;
  #changes: RawChange[] = [];
  #record: Record | undefined;
  #patch: PatchReader | undefined;
  #isOpen: boolean;
  readonly #isByCommit: boolean;

  /** `isByCommit` says that the output names the commit before each part, as `diff-tree --stdin` does. */
  constructor(isByCommit: boolean) {
    this.#isOpen = !isByCommit;
    this.#isByCommit = isByCommit;
  }

  /** Takes the next piece of output, and gives the parts that are complete now. */
  push(chunk: Buffer): RawDiff[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole: RawDiff[] = [];
    let at = 0;
    while (at < bytes.length) {
      const next =
        this.#patch === undefined ? this.#readToken(bytes, at, whole) : this.#patch.read(bytes, at);
      if (this.#patch?.isOver) this.#close(whole);
      else if (next === at) break;
      at = next;
    }
    this.#rest = bytes.subarray(at);
    return whole;
  }

  /** The last part, when the output has ended. */
  end(): RawDiff[] {
    if (this.#rest.length > 0 || this.#record !== undefined)
      throw new Error("git's diff ended in the middle");
    const whole: RawDiff[] = [];
    this.#close(whole);
    return whole;
  }

  /** One token up to a NUL; `at` itself if the token is not complete yet. */
  #readToken(bytes: Buffer, at: number, whole: RawDiff[]): number {
    const end = bytes.indexOf(NUL, at);
    if (end < 0) return at;
    if (this.#record !== undefined) this.#readPath(this.#record, bytes.subarray(at, end));
    else if (bytes[at] === COLON) this.#record = readRecord(bytes.toString("latin1", at, end));
    else if (end === at) this.#patch = new PatchReader();
    else if (!this.#isByCommit) throw new Error("git's diff begins with something else");
    else {
      this.#close(whole);
      this.#isOpen = true;
      this.#commit = bytes.toString("latin1", at, end);
    }
    return end + 1;
  }

  #readPath(record: Record, bytes: Buffer): void {
    record.paths.push(decodePath(bytes));
    const isPair = /^[RC]/.test(record.status) && record.modes.length === 2;
    if (isPair && record.paths.length < 2) return;
    const path = record.paths.at(-1) ?? "";
    const { status, modes, ids } = record;
    this.#changes.push({ status, modes, ids, path, from: isPair ? record.paths[0] : undefined });
    this.#record = undefined;
  }

  #close(whole: RawDiff[]): void {
    this.#patch?.finish();
    if (this.#isOpen)
      whole.push({
        commit: this.#commit,
        changes: this.#changes,
        lines: this.#patch?.lines ?? new Map(),
        doubtful: this.#patch?.doubtful ?? new Set(),
        oddEnds: this.#patch?.oddEnds ?? new Set(),
      });
    this.#isOpen = false;
    this.#changes = [];
    this.#patch = undefined;
  }
}

interface Record {
  readonly status: string;
  readonly modes: readonly string[];
  readonly ids: readonly ObjectId[];
  readonly paths: RepoPath[];
}

/** `:100644 100755 <id> <id> R086`; one colon, mode and id more for each further parent of a merge. */
function readRecord(text: string): Record {
  const parents = text.lastIndexOf(":") + 1;
  const fields = text.slice(parents).split(" ");
  const modes = fields.slice(0, parents + 1);
  const ids = fields.slice(parents + 1, 2 * parents + 2);
  return { status: (fields.at(-1) ?? "").replace(/\d+$/, ""), modes, ids, paths: [] };
}
