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

/** Where looks are noted; one scene may serve several files, whose looks are noted apart. */
export interface Watch {
  seen: Seen;
}

/** Notes which of the parts that are watched a rule looks at. */
export function watch<S extends Scene<unknown>>(scene: S, by: Watch): S {
  const { isTree: _1, today: _2, code: _3, task: _4, ...others } = scene;
  // They are there by the getters.
  return Object.defineProperties({ ...others, [SCENE]: scene, [WATCH]: by }, GETTERS) as unknown as S;
}

const SCENE = Symbol("scene");
const WATCH = Symbol("watch");

interface WatchedScene {
  readonly [SCENE]: Scene<unknown>;
  readonly [WATCH]: Watch;
}

/** The same for all, so that all have one shape. */
const GETTERS: PropertyDescriptorMap = Object.fromEntries(WATCHED.map((part) => [part, getterOf(part)]));

function getterOf(part: Watched): PropertyDescriptor {
  return {
    enumerable: true,
    get(this: WatchedScene) {
      this[WATCH].seen.add(part);
      return this[SCENE][part];
    },
  };
}

export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner) =>
      inner instanceof Set || inner instanceof Map ? [...inner].sort() : inner,
    ) ?? ""
  );
}
