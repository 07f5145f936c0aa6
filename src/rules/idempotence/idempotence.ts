import { isAgentBranch } from "../../model/agent-branch.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import type { ChangeRule } from "../../rule/rule.ts";
import { needsOfFixpoint, unfixed } from "./fixpoint.ts";
import { repeatedWork } from "./repeated-work.ts";

/**
 * What is pushed can be done again without a difference (playbook, "Hard boundaries": idempotence): every transform that
 * the policy declares leaves the tip as it is, and no work in the range is done twice.
 */
export const idempotence: ChangeRule<NoOptions> = {
  id: "idempotence",
  kind: "change",
  summary: "doing it again changes nothing, and nothing is done twice",
  facet: "commits",
  options: NO_OPTIONS,
  needs: ({ change, project }) => needsOfFixpoint(change, project.transforms ?? []),
  *inspect({ change, project }, facts) {
    yield* unfixed(change, project.transforms ?? [], facts);
    if (change.subject.kind !== "range") return;
    const isAgent = isAgentBranch(change.branches, project);
    for (const finding of repeatedWork(change.subject.commits)) {
      yield isAgent ? finding : { ...finding, atMost: "warn" };
    }
  },
};
