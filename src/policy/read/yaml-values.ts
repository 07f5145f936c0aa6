import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { setKey } from "../../json/value.ts";

/** Makes values from nodes, from front to back as anchors require. */
export class YamlValues {
  readonly targets = new Map<unknown, unknown>();
  fault: { readonly offset: number; readonly message: string } | undefined;
  readonly #anchors = new Map<string, unknown>();
  readonly #values = new Map<unknown, unknown>();

  valueOf(node: unknown): unknown {
    if (isAlias(node)) return this.#values.get(this.#follow(node.source, node));
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#keep(node, node.value);
    if (isMap(node)) return this.#record(node);
    const list: unknown[] = [];
    this.#values.set(node, list);
    for (const item of node.items) list.push(this.valueOf(item));
    return list;
  }

  #record(node: YAMLMap): unknown {
    const own: Record<string, unknown> = {};
    this.#values.set(node, own);
    const merged: unknown[] = [];
    for (const { key, value } of node.items) {
      if (isAlias(key)) this.#follow(key.source, key);
      const name = nameOf(key, this.targets);
      if (name === undefined) this.#stop(key, "a key is a text, not a list or an object");
      else if (isMerge(key)) merged.push(...[this.valueOf(value)].flat());
      else setKey(own, name, this.valueOf(value));
    }
    for (const from of merged) {
      if (typeof from !== "object" || from === null) this.#stop(node, "what << merges is an object");
      else
        for (const [name, value] of Object.entries(from))
          if (!Object.hasOwn(own, name)) setKey(own, name, value);
    }
    return own;
  }

  #follow(anchor: string, alias: Node): unknown {
    const target = this.#anchors.get(anchor);
    if (target === undefined) this.#stop(alias, `nothing is named &${anchor} before this`);
    this.targets.set(alias, target);
    return target;
  }

  #keep(node: unknown, value: unknown): unknown {
    this.#values.set(node, value);
    return value;
  }

  #stop(node: unknown, message: string): void {
    this.fault ??= { offset: offsetOf(node), message };
  }
}

/** The name of a key; undefined for a list or an object. */
export function nameOf(key: unknown, targets?: ReadonlyMap<unknown, unknown>): string | undefined {
  const meant = targets?.get(key) ?? key;
  if (meant === null) return "null";
  return isScalar(meant) ? String(meant.value) : undefined;
}

/** `<<` merges in what another object holds. */
export function isMerge(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

export function offsetOf(node: unknown): number {
  const { range } = (typeof node === "object" && node !== null ? node : {}) as { range?: readonly number[] };
  return range?.[0] ?? 0;
}
