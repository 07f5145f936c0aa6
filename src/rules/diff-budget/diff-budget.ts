import { count as amount } from "../../base/wording.ts";
import type { ChangeSet, FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { type Budget, type DiffBudgetOptions, options } from "./budget.ts";
import { inParts } from "./in-parts.ts";
import { type Ledger, ledgerOf, needsForSpace, showLedger } from "./ledger.ts";
import { needsForProof, type Obstacle, obstacle } from "./mechanical/mechanical.ts";

/**
 * A change is small enough to be read (playbook, "Defaults" and "Counting rules"): a budget for all of it, and a stricter
 * one that counts only the files of the core and the storage. A file that is only moved counts as a file with 0 lines;
 * blank lines don't count; generated, vendored and excluded files don't either. A change that is claimed to be
 * mechanical, and is proved to be, has a budget of its own.
 */
export const diffBudget: ChangeRule<DiffBudgetOptions> = {
  id: "diff-budget",
  kind: "change",
  summary: "a change stays within its budget of files and added lines",
  facet: "step",
  options,
  claim: "mechanical",
  needs(scene) {
    if (scene.isReproduced) return [];
    const ledger = ledgerOf(scene);
    if (overruns(ledger, scene).length === 0) return [];
    const isProvable = largest(ledger, scene.options) === undefined;
    return [...needsForSpace(ledger), ...(isProvable ? needsForProof(filesOf(ledger)) : [])];
  },
  *inspect(scene, facts) {
    if (scene.isReproduced) return;
    const ledger = ledgerOf(scene, facts);
    const found = overruns(ledger, scene);
    if (found.length === 0) return;
    const excess = largest(ledger, scene.options);
    const why = excess ?? obstacle(filesOf(ledger), scene.project, facts);
    if (why === undefined && scene.isClaimed) {
      for (const { place, message, details = [] } of found)
        yield {
          place,
          message: `${message}; let through: it is mechanical, as claimed`,
          details,
          atMost: "warn",
        };
      return;
    }
    const hint = why === undefined ? howToClaim(scene.change) : undefined;
    yield* found.map((finding) => (hint === undefined ? finding : { ...finding, hint }));
    if (why !== undefined && scene.isClaimed) {
      const fault = excess === undefined ? "but it is not" : "but too big for that as well";
      const message = `claimed to be mechanical, ${fault}: ${why.message}`;
      yield excess === undefined ? { ...why, message, hint: TAKE_OUT } : { ...why, message };
    }
  },
};

const TAKE_OUT = "commit separately what is more than require paths and one renaming in a file";

/** By what the budget of a mechanical change is exceeded. */
function largest({ counted }: Ledger, { mechanical }: DiffBudgetOptions): Obstacle | undefined {
  if (counted.length > mechanical.files)
    return {
      place: WHOLE_CHANGE,
      message: `${amount(counted.length, "file")} (at most ${mechanical.files})`,
    };
  const item = counted.find(({ addedLoc }) => addedLoc > mechanical.addedLoc);
  if (item === undefined) return undefined;
  const { path, addedLoc } = item;
  return {
    place: fileAt(path),
    message: `${amount(addedLoc, "added line")} in one file (at most ${mechanical.addedLoc})`,
  };
}

function howToClaim({ subject }: ChangeSet): string {
  return subject.kind === "staged"
    ? "it is mechanical, say so:\nARKITEKT_OVERRIDE='diff-budget: mechanical: <why>' git commit"
    : "it is mechanical: say so in that commit, Arkitekt-Override: diff-budget: mechanical: <why>";
}

function filesOf({ counted }: Ledger): FileChange[] {
  return counted.map(({ file }) => file);
}

function overruns(ledger: Ledger, { options, change }: ChangeScene<DiffBudgetOptions>): readonly Finding[] {
  const strict = { counted: ledger.counted.filter(({ isStrict }) => isStrict), excluded: [] };
  return [
    ...overrun("too big", ledger, options, change),
    ...overrun(`too big in ${options.strict.globs.join(", ")}`, strict, options.strict, change),
  ];
}

function* overrun(fault: string, ledger: Ledger, budget: Budget, { subject }: ChangeSet): Iterable<Finding> {
  const files = ledger.counted.length;
  const lines = ledger.counted.reduce((sum, { addedLoc }) => sum + addedLoc, 0);
  const excess = [
    files > budget.files ? `${amount(files, "file")} (at most ${budget.files})` : "",
    lines > budget.addedLoc ? `${amount(lines, "added line")} (at most ${budget.addedLoc})` : "",
  ].filter((part) => part !== "");
  if (excess.length === 0) return;
  yield {
    place: WHOLE_CHANGE,
    message: `${fault}${subject.kind === "range" ? " with all its commits together" : ""}: ${excess.join(" and ")}`,
    details: showLedger(ledger),
    contract: {
      kind: "exceeded-budget",
      files: Math.max(0, files - budget.files),
      loc: Math.max(0, lines - budget.addedLoc),
    },
    hint:
      subject.kind === "range"
        ? "hand in the rest as a task of its own, or ask for a larger budget"
        : inParts(ledger.counted, budget, subject),
  };
}
