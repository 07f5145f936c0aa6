// What was found in the last tree that was looked at, kept beside the program's copy in a Git folder (`cache/kept/tree`). What is damaged or of
// another program does not count, and it may be deleted at any time. What a killed run left of it is removed with what was left there besides.
import { join } from "node:path";
import { replaceKept } from "../files.ts";
import { makeFolder } from "../folders.ts";
import { folderOfCopy, readIfReadable, sealed, unlessRefused, unsealed } from "./sealed-file.ts";

/** In characters, few of which take more than a byte. Two thirds of the size of the Lua are needed where much is found. */
const LARGEST = 32 << 20;

/** `program` is the file that runs. Undefined if it is not a copy in a Git folder. */
export function keptTree(program: string): KeptTree | undefined {
  const root = folderOfCopy(program);
  return root === undefined ? undefined : new KeptTree(root);
}

export class KeptTree {
  readonly largest = LARGEST;
  readonly #root: string;
  readonly #folder: string;

  constructor(root: string) {
    this.#root = root;
    this.#folder = join(root, "cache/kept");
  }

  /** The text that was written last; undefined if there is none, or not as it was written. */
  read(): string | undefined {
    const bytes = readIfReadable(join(this.#folder, NAME));
    return bytes && unsealed(bytes, this.#root)?.toString("utf8");
  }

  /** In place of the one before. Without room for it, it is found out again. */
  write(text: string): void {
    unlessRefused(() => {
      makeFolder(this.#folder);
      replaceKept(join(this.#folder, NAME), sealed(Buffer.from(text), this.#root));
    });
  }
}

const NAME = "tree";
