import { dirname, relative } from "node:path";
import { sealed } from "../../system/program/checksums.ts";
import { NODE_VARIABLES } from "../../system/program/node-variables.ts";
import type { ServerPlace } from "./server-place.ts";

export interface ServerLauncherFacts {
  readonly place: ServerPlace;
  readonly program: string;
  readonly nodes: readonly string[];
  readonly budget: number;
  /** Whether a hook of others is kept aside, to run first. */
  readonly hasPrior: boolean;
}

/** What the launcher of a clone does as well. */
const SHARED = ["fed", "plain_node", "find_node"];

/** Fills the template. Inside of the repository paths are relative to the hook, so that a repository that is moved finds its own. */
export function serverLauncherText(template: string, ofClone: string, facts: ServerLauncherFacts): string {
  const { place, program, nodes, budget, hasPrior } = facts;
  const { hook, aside, clone, isHookInside } = place;
  const here = `\${0%/*}`;
  const home = relative(dirname(hook), clone.home).replaceAll("\\", "/");
  const values: Readonly<Record<string, string>> = {
    SHARED: SHARED.map((name) => functionIn(ofClone, name)).join("\n"),
    HOME: isHookInside ? `${here}/${home}` : quote(clone.home),
    PROGRAM: quote(program),
    PRIOR: hasPrior ? `${here}/${quote(aside.slice(dirname(aside).length + 1))}` : "''",
    BUDGET: `--budget ${budget}`,
    VARIABLES: NODE_VARIABLES.join(" "),
    ANY: NODE_VARIABLES.map((name) => `\${${name}+x}`).join(""),
    NODES: nodes.map(quote).join(" "),
  };
  const fill = (text: string) =>
    text.replaceAll(/@([A-Z]+)@/g, (whole, name: string) => values[name] ?? whole);
  return sealed(fill(fill(template)));
}

function functionIn(text: string, name: string): string {
  const found = new RegExp(`^${name}\\(\\) \\{\\n.*?^\\}\\n`, "ms").exec(text)?.[0];
  if (found === undefined) throw new Error(`templates/launcher.sh has no function ${name}`);
  return found;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
