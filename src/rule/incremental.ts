import type { Finding } from "../model/finding.ts";
import type { Answers, ChangeRule, ChangeScene, Question } from "./rule.ts";

/** As far as the answers reach: what is found, and what has to be known to find more. */
export interface Survey {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
}

/**
 * A rule whose questions come of the same look as its findings. The last look, at which it had no question left, has seen all
 * there is to see: it is not taken again.
 */
export function bySurvey<O>(
  survey: (scene: ChangeScene<O>, answers: Answers) => Survey,
): Required<Pick<ChangeRule<O>, "asks" | "inspect">> {
  const last = new WeakMap<ChangeScene<O>, Survey>();
  return {
    asks(scene, answers) {
      const look = survey(scene, answers);
      last.set(scene, look);
      return look.questions;
    },
    inspect: (scene, answers) => (last.get(scene) ?? survey(scene, answers)).findings,
  };
}
