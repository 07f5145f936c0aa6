// The launchers that Git runs: one text for every hook, with what this clone needs filled in.
import { join, relative } from "node:path";
import { shellQuoted } from "../../base/shell-word.ts";
import { type HookName, hookNames } from "../../hooks/table.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { isFresh, isRunnable, makeFolder, namesIn, takeAway } from "../../system/folders.ts";
import { isSealed, sealed } from "../../system/program/checksums.ts";
import { isOwnLauncher } from "../../system/program/damaged-launchers.ts";
import { NODE_VARIABLES } from "../../system/program/node-variables.ts";

/** The hooks that the gate judges. Other launchers only call the hooks that were there before and `.husky`. */
export const GATED: readonly HookName[] = hookNames;

/** The hooks that husky knows; husky itself is asked where its package is at hand. */
export const CLIENT_HOOKS = [
  ...["pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit", "applypatch-msg"],
  ...[
    "pre-applypatch",
    "post-applypatch",
    "pre-rebase",
    "post-rewrite",
    "post-checkout",
    "post-merge",
    "pre-push",
  ],
  "pre-auto-gc",
] as const;

export interface LauncherFacts {
  readonly commonDir: string;
  /** `<commonDir>/arkitekt`. */
  readonly home: string;
  /** The folder that the launchers lie in, below `home`. */
  readonly hooksFolder: string;
  readonly program: string;
  readonly nodes: readonly string[];
  /** The folder of the hooks that run first. */
  readonly prior: string | undefined;
  /** A person has set husky up in this clone: what stands in `.husky` runs. */
  readonly runsHusky: boolean;
}

/** Fills the launcher's template. Paths below the Git folder are written relative to the launcher, so a copied clone finds its own. */
export function launcherText(template: string, facts: LauncherFacts): string {
  const up = relative(facts.hooksFolder, facts.home).replaceAll("\\", "/");
  const more = { HOME: up, PRIOR: priorText(facts), HUSKY: facts.runsHusky ? "1" : "" };
  return sealed(filled(template, facts, more));
}

/** A template with what every script that starts the program needs, and with `more`. */
export function filled(
  template: string,
  { program, nodes }: Pick<LauncherFacts, "program" | "nodes">,
  more: Readonly<Record<string, string>> = {},
): string {
  const values: Readonly<Record<string, string>> = {
    PROGRAM: shellQuoted(program),
    VARIABLES: NODE_VARIABLES.join(" "),
    ANY: NODE_VARIABLES.map((name) => `\${${name}+x}`).join(""),
    NODES: nodes.map(shellQuoted).join(" "),
    ...more,
  };
  return template.replaceAll(/@([A-Z]+)@/g, (whole, name: string) => values[name] ?? whole);
}

/** A template with functions of the launcher in the place of `@SHARED@`. */
export function withShared(template: string, launcher: string, names: readonly string[]): string {
  return template.replace("@SHARED@", () => names.map((name) => functionIn(launcher, name)).join("\n"));
}

function functionIn(text: string, name: string): string {
  const found = new RegExp(`^${name}\\(\\) \\{\\n.*?^\\}\\n`, "ms").exec(text)?.[0];
  if (found === undefined) throw new Error(`templates/launcher.sh has no function ${name}`);
  return found;
}

/** Writes a script unless it is there as it should be; says whether it wrote. */
export function layScript(place: string, text: string): boolean {
  if (readFileIfThere(place)?.toString("utf8") === text && isRunnable(place)) return false;
  replaceFile(place, text, 0o755);
  return true;
}

/** Writes a launcher for each name and removes ours for all others; a file that isn't ours stays. Says whether it wrote. */
export function layLaunchers(hooksFolder: string, names: readonly string[], text: string): boolean {
  makeFolder(hooksFolder);
  let wrote = false;
  for (const name of names) {
    if (layScript(join(hooksFolder, name), text)) wrote = true;
  }
  for (const name of namesIn(hooksFolder)) {
    const place = join(hooksFolder, name);
    const isLeftOver = name.endsWith(".tmp") && !isFresh(place);
    if (isLeftOver || (!names.includes(name) && isLauncher(place))) takeAway(place);
  }
  return wrote;
}

/** The prior hooks that the launchers of a folder name: they say what the record would say if it were not lost. */
export function priorInLaunchers(hooksFolder: string, commonDir: string): string | undefined {
  const word =
    /^(?:arkitekt_)?prior=(.*(?:\n(?!(?:arkitekt_)?(?:husky|input)=).*)*)$/m.exec(
      textOfOne(hooksFolder),
    )?.[1] ?? "''";
  if (word === DEFAULT_HOOKS || word === OLDER_DEFAULT_HOOKS) return join(commonDir, "hooks");
  return word.slice(1, -1).replaceAll("'\\''", "'") || undefined;
}

/** Whether those launchers run what stands in `.husky`: likewise. */
export function runsHuskyInLaunchers(hooksFolder: string): boolean {
  return /^(?:arkitekt_)?husky=1$/m.test(textOfOne(hooksFolder));
}

/** The program that those launchers run. */
export function programInLaunchers(hooksFolder: string): string | undefined {
  return /^(?:arkitekt_)?program=\$(?:arkitekt_)?home\/program\/'(.*)'$/m.exec(textOfOne(hooksFolder))?.[1];
}

/** The text of any launcher of a folder: unless damaged, they are all the same. */
function textOfOne(hooksFolder: string): string {
  const texts = namesIn(hooksFolder)
    .map((name) => join(hooksFolder, name))
    .filter(isLauncher)
    .map((place) => readFileIfThere(place)?.toString("utf8") ?? "");
  return texts.find(isSealed) ?? texts[0] ?? "";
}

/** A file that install wrote, in whichever version. */
export function isLauncher(place: string): boolean {
  const text = readFileIfThere(place)?.toString("utf8");
  return text !== undefined && isOwnLauncher(text);
}

/** Files among the launchers that others put there: `git lfs install` does. */
export function foreignHooks(hooksFolder: string): readonly string[] {
  return namesIn(hooksFolder).filter(
    (name) => !name.endsWith(".tmp") && !isLauncher(join(hooksFolder, name)),
  );
}

function priorText({ prior, commonDir }: LauncherFacts): string {
  if (prior === undefined) return "''";
  return prior === join(commonDir, "hooks") ? DEFAULT_HOOKS : shellQuoted(prior);
}

/** The folder where Git looks if core.hooksPath is not set, as a launcher finds it. */
const DEFAULT_HOOKS = "$arkitekt_home/../hooks";

/** The same in older launchers, whose variables had no prefix of ours. */
const OLDER_DEFAULT_HOOKS = "$home/../hooks";
