import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { TextPositions } from "../base/text-position.ts";
import type { JsonWarning } from "../json/lenient.ts";
import { placesIn } from "../json/places.ts";
import { itemsOf } from "../json/style.ts";
import type { JsonDocument, JsonNode } from "../json/tree.ts";
import type { TaskRemark } from "../model/task.ts";
import { type Keys, showKeys } from "./shape-fault.ts";

interface Text {
  readonly text: string;
  readonly document: JsonDocument;
  readonly warnings: readonly JsonWarning[];
}

/** The text that a task stands in, and where: at the root of its file, or inside a manifest. */
export class TaskText {
  readonly #text: Text;
  readonly #path: RepoPath | undefined;
  readonly #prefix: Keys;

  constructor(text: Text, path: RepoPath | undefined, prefix: Keys) {
    this.#text = text;
    this.#path = path;
    this.#prefix = prefix;
  }

  /** What stands at one of its keys. */
  within(key: string | number): TaskText {
    return new TaskText(this.#text, this.#path, [...this.#prefix, key]);
  }

  get node(): JsonNode | undefined {
    return nodeAt(this.#text.document.root, this.#prefix);
  }

  /** Where the nearest existing thing stands: a missing key is reported at its object. */
  at(keys: Keys): Position | undefined {
    const places = placesIn(this.#text.document);
    for (let length = keys.length; length >= 0; length--) {
      const offset = places.value([...this.#prefix, ...keys.slice(0, length)]);
      if (offset !== undefined) return new TextPositions(this.#text.text).at(offset);
    }
    return undefined;
  }

  remark(keys: Keys, message: string, next: string | undefined): TaskRemark {
    const key = showKeys([...this.#prefix, ...keys]);
    return { path: this.#path, at: this.at(keys), key, message, next };
  }

  /** About a key itself, whatever it holds. */
  keyRemark(keys: Keys, message: string): TaskRemark {
    const offset = placesIn(this.#text.document).key([...this.#prefix, ...keys]) ?? 0;
    const at = new TextPositions(this.#text.text).at(offset);
    return { ...this.remark(keys, message, undefined), at };
  }

  /** Escapes that JSON does not know; those of the whole text. */
  guesses(): readonly TaskRemark[] {
    return this.#text.warnings.map(({ position, message, next }) => ({
      path: this.#path,
      at: position,
      key: undefined,
      message,
      next,
    }));
  }
}

function nodeAt(root: JsonNode, keys: Keys): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const key of keys) {
    if (node === undefined || (node.kind !== "object" && node.kind !== "array")) return undefined;
    node = itemsOf(node).find((item, at) => ("key" in item ? item.key === key : at === key))?.value;
  }
  return node;
}
