// What names the task of a change, and which of several names counts.
import { codeFault, fileCode, phaseCode } from "./task-file.ts";

/**
 * In order of precedence: what was said in this very call counts before what the commit says about itself, that before what was
 * chosen for the working tree, and the branch comes last.
 */
export type NamedBy = "flag" | "environment" | "trailer" | "title" | "use" | "branch";

export interface NamedTask {
  readonly by: NamedBy;
  /** As files spell it. */
  readonly code: string;
}

export interface Names {
  /** `--task`. */
  readonly flag?: string | undefined;
  /** `ARKITEKT_TASK`. */
  readonly environment?: string | undefined;
  /** The phase that the commit says it is. */
  readonly phase?: string | undefined;
  /** The code in the commit's title. */
  readonly title?: string | undefined;
  /** What `arkitekt task use` chose for this working tree. */
  readonly use?: string | undefined;
  /** Short names of the branches that the change is made on. */
  readonly branches: readonly string[];
}

/**
 * Every name that a change has for its task, the first of which counts. What a title or a branch says and can't be a code names
 * none; what was asked for stays, because it is an error.
 */
export function namedTasks(
  { flag, environment, phase, title, use, branches }: Names,
  agentBranches: readonly string[],
): readonly NamedTask[] {
  const asked = (by: NamedBy, code: string | undefined) => (code ? [{ by, code }] : []);
  const found = (by: NamedBy, codes: readonly string[]) =>
    codes.filter((code) => codeFault(code) === undefined).map((code) => ({ by, code }));
  return [
    ...asked("flag", flag),
    ...asked("environment", environment),
    ...found("trailer", phase === undefined ? [] : [phaseCode(phase)]),
    ...found("title", title === undefined ? [] : codesInTitle(title)),
    ...asked("use", use),
    ...found(
      "branch",
      branches.flatMap((branch) => codeOfBranch(branch, agentBranches) ?? []),
    ),
  ];
}

/** "Phase 7" is the file `Phase-7`, and the phase of a manifest with the name 7. */
function codesInTitle(code: string): readonly string[] {
  const phase = /^phase[ _-]?(\d+[a-z]?)$/i.exec(code)?.[1];
  return [...new Set([fileCode(code), ...(phase === undefined ? [] : [`phase-${phase}`])])];
}

/** The code of `codex/<code>` if agents work on `codex/**`; undefined for a branch that names none. */
export function codeOfBranch(branch: string, agentBranches: readonly string[]): string | undefined {
  for (const glob of agentBranches) {
    const prefix = prefixOf(glob);
    if (prefix === "" || !branch.startsWith(prefix)) continue;
    const code = branch.slice(prefix.length);
    if (codeFault(code) === undefined) return code;
  }
  return undefined;
}

/** Where a task's commits belong: on `codex/<code>` if that is an agents' branch (playbook, "Rollback"), else on the first of theirs. */
export function branchOfTask(code: string, agentBranches: readonly string[]): string {
  const prefixes = agentBranches.map(prefixOf).filter((found) => found !== "");
  const [first = PLAYBOOK] = prefixes;
  return `${prefixes.includes(PLAYBOOK) ? PLAYBOOK : first}${code}`;
}

const PLAYBOOK = "codex/";

/** What stands before the first star: `codex/` of `codex/**`. */
function prefixOf(glob: string): string {
  return /^[^*?[\]{}()!+@\\]*/.exec(glob)?.[0] ?? "";
}
