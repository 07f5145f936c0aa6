// What a judgement goes by, as texts: those that are equal say the same.
import type { Scene } from "../../rule/rule.ts";

/** Parts of a scene that few rules look at: noted when one does. */
export const WATCHED = ["isTree", "today", "code", "task"] as const;
export type Watched = (typeof WATCHED)[number];
export type Seen = Set<Watched>;

/** What many files share is written once. */
export function textOnce(shared: object): string {
  const known = texts.get(shared) ?? textOf(shared);
  texts.set(shared, known);
  return known;
}

const texts = new WeakMap<object, string>();

/** Notes which of the parts that are watched a rule looks at. */
export function watch<S extends Scene<unknown>>(scene: S, seen: Seen): S {
  const watched = { ...scene };
  for (const part of WATCHED) {
    Object.defineProperty(watched, part, {
      enumerable: true,
      get: () => {
        seen.add(part);
        return scene[part];
      },
    });
  }
  return watched;
}

export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner) =>
      inner instanceof Set || inner instanceof Map ? [...inner].sort() : inner,
    ) ?? ""
  );
}
