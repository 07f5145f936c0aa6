import type { Grep } from "../../model/proof-grep.ts";
import type { FileRule } from "../../rule/rule.ts";
import { checkGreps } from "./check.ts";
import { contradiction } from "./contradiction.ts";
import { ofChange } from "./must-find.ts";
import { options, type ProofGrepOptions } from "./options.ts";
import { atMost, found, isAdded, looksAt, search, unjudged } from "./search.ts";

/**
 * Patterns that must or must not be found (playbook, "Proof-greps"). A match of what must not be found is a finding in its
 * file, new or old like any other; what must be found is a claim about the change as a whole.
 */
export const proofGrep: FileRule<ProofGrepOptions> = {
  id: "proof-grep",
  kind: "file",
  summary: "what must be found is found, what must not be found is not",
  options,
  faultIn({ greps = [] }) {
    // The schema has held them to the form of a grep.
    const [fault] = checkGreps(greps as readonly Grep[]);
    if (fault === undefined) return undefined;
    const { index, keys, message, next } = fault;
    return { keys: ["greps", index, ...keys], message, next };
  },
  covers: (path, project, { greps }) =>
    greps.some((grep) => !grep.should_match && looksAt(grep, path, project)),
  *inspect(file, { options, project }) {
    for (const grep of options.greps) {
      if (grep.should_match || !looksAt(grep, file.path, project)) continue;
      if (contradiction(grep, project) !== undefined) continue;
      const matches = search(grep, file, project);
      if (matches === "spent") yield atMost(grep, unjudged(grep, file));
      else {
        for (const range of matches ?? []) {
          const counts = grep.scope !== "added" || file.side === "before" || isAdded(range, file);
          if (counts) yield atMost(grep, found(grep, range, file, project));
        }
      }
    }
  },
  ofChange,
};
