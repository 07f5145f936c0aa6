// What was found in the last tree that was looked at, kept beside the program's copy in a Git folder (`cache/kept/tree`). What is damaged or of
// another program does not count, and it may be deleted at any time. What a killed run left of it is removed with what was left there besides.
import { basename, dirname, join } from "node:path";
import { fileFailure, readFileIfThere, replaceKept } from "../files.ts";
import { isThere, makeFolder } from "../folders.ts";
import { checksumOf } from "../program/checksums.ts";

/** In characters, few of which take more than a byte. Two thirds of the size of the Lua are needed where much is found. */
const LARGEST = 32 << 20;

/** `program` is the file that runs. Undefined if it is not a copy in a Git folder. */
export function keptTree(program: string): KeptTree | undefined {
  const root = dirname(dirname(program));
  return isThere(join(root, "cache")) ? new KeptTree(root) : undefined;
}

export class KeptTree {
  readonly largest = LARGEST;
  readonly #folder: string;
  readonly #program: string;

  constructor(root: string) {
    this.#folder = join(root, "cache/kept");
    this.#program = basename(root);
  }

  /** The text that was written last; undefined if there is none, or not as it was written. */
  read(): string | undefined {
    try {
      const bytes = readFileIfThere(join(this.#folder, NAME));
      const end = bytes?.indexOf("\n") ?? -1;
      const body = bytes?.subarray(end + 1);
      return bytes?.toString("latin1", 0, end) === this.#seal(body ?? NOTHING)
        ? body?.toString("utf8")
        : undefined;
    } catch (error) {
      if (fileFailure(error) === undefined) throw error;
      return undefined;
    }
  }

  /** In place of the one before. Without room for it, it is found out again. */
  write(text: string): void {
    const body = Buffer.from(text);
    try {
      makeFolder(this.#folder);
      replaceKept(join(this.#folder, NAME), Buffer.concat([Buffer.from(`${this.#seal(body)}\n`), body]));
    } catch (error) {
      if (fileFailure(error) === undefined) throw error;
    }
  }

  #seal(body: Uint8Array): string {
    return `${checksumOf(body)} ${this.#program}`;
  }
}

const NAME = "tree";

const NOTHING = new Uint8Array();
