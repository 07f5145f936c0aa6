// Which files were judged before on the same terms: what was found then would be found again.
import type { Scene } from "../rule/rule.ts";
import type { FileVersion } from "./files.ts";
import type { Judgement } from "./memory.ts";
import type { FileTask } from "./select.ts";
import type { Terms } from "./terms.ts";

/** Parts of a scene that few rules look at: noted when one does. */
const WATCHED = ["subject", "today", "code", "task"] as const;
type Watched = (typeof WATCHED)[number];
export type Seen = Set<Watched>;

/** What a judgement of a file goes by, apart from what is watched and from the rules. */
export function judgedAs(file: FileVersion, terms: Terms): string {
  const { project, isStrictOnDates = false } = terms;
  return `${textOf([file.path, file.side, file.entry, file.change, isStrictOnDates])} ${textOnce(project)}`;
}

export function ruleAs({ rule, options }: Pick<FileTask, "rule" | "options">): string {
  return `${rule.id} ${typeof options === "object" && options !== null ? textOnce(options) : textOf(options)}`;
}

/** What many files share is written once. */
function textOnce(shared: object): string {
  const known = texts.get(shared) ?? textOf(shared);
  texts.set(shared, known);
  return known;
}

const texts = new WeakMap<object, string>();

/** Notes which of the parts that are watched a rule looks at. */
export function watch<O>(scene: Scene<O>, seen: Seen): Scene<O> {
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

/** `before` is what still holds of an earlier judgement, by other rules. */
export function judgementOf(
  judged: string,
  found: Judgement["found"],
  seen: Seen,
  scene: Pick<Scene<unknown>, Watched>,
  before?: Judgement,
): Judgement {
  const looked = Object.fromEntries([...seen].map((part) => [part, textOf(scene[part])]));
  return { judged, found, seen: { ...before?.seen, ...looked } };
}

/** Whether the rules of a judgement as `judged`, in this scene, would find the same again. */
export function stillHolds(
  judgement: Judgement | undefined,
  judged: string,
  scene: Pick<Scene<unknown>, Watched>,
): judgement is Judgement {
  if (judgement?.judged !== judged) return false;
  return WATCHED.every((part) => {
    const then = judgement.seen[part];
    return then === undefined || then === textOf(scene[part]);
  });
}

function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner) =>
      inner instanceof Set || inner instanceof Map ? [...inner].sort() : inner,
    ) ?? ""
  );
}
