import { basename, dirname, relative } from "node:path";
import { shellQuoted } from "../../base/shell-word.ts";
import { sealed } from "../../system/program/checksums.ts";
import { filled, withShared } from "../gate/launchers.ts";
import type { ServerPlace } from "./server-place.ts";

export interface ServerLauncherFacts {
  readonly place: ServerPlace;
  readonly program: string;
  readonly nodes: readonly string[];
  readonly budget: number;
  /** Whether somebody else's hook is kept aside, to run first. */
  readonly hasPrior: boolean;
}

/** What it shares with the launcher of a clone. */
const SHARED = ["fed", "plain_node", "find_node"];

/** Fills the template. Paths inside the repository are relative to the hook, so that a repository that is moved finds its own. */
export function serverLauncherText(template: string, ofClone: string, facts: ServerLauncherFacts): string {
  const { hook, aside, clone, isHookInside } = facts.place;
  const here = `\${0%/*}`;
  const home = relative(dirname(hook), clone.home).replaceAll("\\", "/");
  return sealed(
    filled(withShared(template, ofClone, SHARED), facts, {
      HOME: isHookInside ? `${here}/${home}` : shellQuoted(clone.home),
      PRIOR: facts.hasPrior ? `${here}/${shellQuoted(basename(aside))}` : "''",
      BUDGET: `--budget ${facts.budget}`,
    }),
  );
}
