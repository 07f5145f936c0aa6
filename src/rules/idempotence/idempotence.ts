import { isAgentBranch } from "../../model/agent-branch.ts";
import { pathOf } from "../../model/place.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import type { ChangeRule } from "../../rule/rule.ts";
import { needsOfFixpoint, unfixed } from "./fixpoint.ts";
import { repeatedWork } from "./repeated-work.ts";
import { needsOfUndone, undone } from "./undone.ts";

/**
 * What is pushed can be done again without a difference (playbook, "Hard boundaries": idempotence): every transform that
 * the policy declares and every task that a commit records leaves the tip as it is, no work in the range is done twice or undone, and
 * what was finished stays so.
 */
export const idempotence: ChangeRule<NoOptions> = {
  id: "idempotence",
  kind: "change",
  summary: "doing it again changes nothing, and nothing is done twice",
  facet: "commits",
  options: NO_OPTIONS,
  needs: ({ change, project }) => [
    ...needsOfFixpoint(change, project.transforms ?? []),
    ...needsOfUndone(change),
    ...(change.subject.kind === "range" ? [{ kind: "replays" } as const] : []),
  ],
  *inspect({ change, project }, facts) {
    yield* unfixed(change, project.transforms ?? [], facts);
    if (change.subject.kind !== "range") return;
    yield* facts.replays ?? [];
    const isAgent = isAgentBranch(change.branches, project);
    const { commits } = change.subject;
    const repeated = [...repeatedWork(commits)];
    const told = new Set(repeated.flatMap(({ place }) => pathOf(place) ?? []));
    for (const finding of [...repeated, ...undone(commits, told, facts)])
      yield isAgent ? finding : { ...finding, atMost: "warn" };
  },
};
