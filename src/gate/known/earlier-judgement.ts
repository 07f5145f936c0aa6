// Which files were judged before on the same terms: what was found then would be found again.
import type { Scene } from "../../rule/rule.ts";
import type { FileVersion } from "../files.ts";
import type { FileTask } from "../select.ts";
import type { Terms } from "../terms.ts";
import type { Judgement } from "./memory.ts";
import { type Seen, textOf, textOnce, WATCHED, type Watched } from "./seen.ts";

/** What a judgement of a file goes by, apart from what is watched and from the rules. */
export function judgedAs(file: FileVersion, terms: Terms): string {
  const { project, isStrictOnDates = false } = terms;
  return `${textOf([file.path, file.side, file.entry, file.change, isStrictOnDates])} ${textOnce(project)}`;
}

export function ruleAs({ rule, options }: Pick<FileTask, "rule" | "options">): string {
  return `${rule.id} ${typeof options === "object" && options !== null ? textOnce(options) : textOf(options)}`;
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

/** What the rules of a judgement looked at. */
export function seenIn(judgement: Judgement | undefined): readonly Watched[] {
  return WATCHED.filter((part) => judgement?.seen[part] !== undefined);
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
