// How a change that is too big becomes several, with the command for what is staged.
import { pathspecWord } from "../../base/pathspec.ts";
import { isProposed, type Subject } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import { unstage } from "../../rule/unstage-hint.ts";
import type { Budget } from "./budget.ts";
import type { LedgerItem } from "./ledger.ts";

export function inParts(counted: readonly LedgerItem[], budget: Budget, subject: Subject): string {
  if (isProposed(subject)) return "make several patches of it";
  if (subject.kind !== "staged") return "split that commit into parts";
  const rest = beyond(counted, budget);
  if (rest.length < counted.length) {
    const paths = rest.flatMap(({ file }) => changedPaths(file));
    return `commit it in parts, the rest after what fits:\n${unstage(paths, subject)}`;
  }
  const [first] = counted;
  if (first === undefined) return "split it";
  return `commit it in parts, picked by hunks:\n${unstage([first.path], subject)}${pick(first)}`;
}

/** What is left once as much is taken as the budget allows, in the order of the paths. */
function beyond(counted: readonly LedgerItem[], { files, addedLoc }: Budget): readonly LedgerItem[] {
  let taken = 0;
  let lines = 0;
  return counted.filter((item) => {
    const fits = taken < files && lines + item.addedLoc <= addedLoc;
    if (fits) [taken, lines] = [taken + 1, lines + item.addedLoc];
    return !fits;
  });
}

function pick({ path, file }: LedgerItem): string {
  const word = pathspecWord(path);
  const known = file.kind === "added" ? ` && git add -N -- ${word}` : "";
  return `${known} && git add -p -- ${word}`;
}
