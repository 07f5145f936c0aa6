import { basename, dirname, relative } from "node:path";
import { shellQuoted } from "../../base/shell-word.ts";
import { sealed } from "../../system/program/checksums.ts";
import { filled } from "../gate/launchers.ts";
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
  const shared = SHARED.map((name) => functionIn(ofClone, name)).join("\n");
  const text = template.replace("@SHARED@", () => shared);
  return sealed(
    filled(text, facts, {
      HOME: isHookInside ? `${here}/${home}` : shellQuoted(clone.home),
      PRIOR: facts.hasPrior ? `${here}/${shellQuoted(basename(aside))}` : "''",
      BUDGET: `--budget ${facts.budget}`,
    }),
  );
}

function functionIn(text: string, name: string): string {
  const found = new RegExp(`^${name}\\(\\) \\{\\n.*?^\\}\\n`, "ms").exec(text)?.[0];
  if (found === undefined) throw new Error(`templates/launcher.sh has no function ${name}`);
  return found;
}
