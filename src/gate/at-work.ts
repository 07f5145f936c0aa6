// Which rules really applied to a change: that a rule found nothing says little where it had nothing to look at.
import type { ChangeSet, FileChange } from "../model/change.ts";
import { hasFacet } from "../model/facet.ts";
import { isLua } from "../modules/lua-files.ts";
import type { FileRule, Rule } from "../rule/rule.ts";
import type { Terms } from "./terms.ts";

/** Undefined: it applied, as an error. Else why nobody can rely on it. */
export type Idle = "off" | "warns" | "nothing to hold" | "not asked here" | undefined;

export function idleness(id: string, change: ChangeSet, terms: Terms): Idle {
  const rule = terms.rules.find((one) => one.id === id);
  if (rule === undefined) return "not asked here";
  if (rule.kind === "file") return ofFiles(rule, change, terms);
  return ofChange(rule, change, terms);
}

/** A file where the rule is milder may hold what it would stop elsewhere. */
function ofFiles(rule: FileRule<unknown>, change: ChangeSet, terms: Terms): Idle {
  if (!hasFacet(change.subject, "files")) return "not asked here";
  const covered = change.files.flatMap((file) => {
    if (file.kind === "deleted") return [];
    const { level, options } = terms.setting(rule.id, file.path);
    return rule.covers(file.path, terms.project, options) ? [level] : [];
  });
  if (covered.length === 0) return terms.setting(rule.id).level === "off" ? "off" : "nothing to hold";
  if (covered.includes("off")) return "off";
  return covered.includes("warn") ? "warns" : undefined;
}

function ofChange(rule: Exclude<Rule, FileRule<unknown>>, change: ChangeSet, terms: Terms): Idle {
  const { level, options } = terms.setting(rule.id);
  if (level !== "error") return level === "off" ? "off" : "warns";
  if (rule.kind === "gate" || !hasFacet(change.subject, rule.facet)) return "not asked here";
  const isOffFor = ({ path }: FileChange) => terms.setting(rule.id, path).level !== "error";
  const { files } = change;
  if (files.some(isOffFor)) return "off";
  const holds = SUBJECTS[rule.id] ?? ((files, { project }) => files.some(({ path }) => isLua(path, project)));
  return holds(files, terms, options) ? undefined : "nothing to hold";
}

type Holds = (files: readonly FileChange[], terms: Terms, options: unknown) => boolean;

const anyFile: Holds = (files) => files.length > 0;

/** What a rule about the whole change applies to; Lua of any kind where nothing is said here. */
const SUBJECTS: Readonly<Record<string, Holds>> = {
  "diff-budget": anyFile,
  "docs-fence": anyFile,
  "policy-change": anyFile,
  "task-code": () => true,
  "task-branch": () => true,
  "task-notes": () => true,
  "path-fence": (files, { setting }) =>
    files.some(({ path }) => {
      const { roots = [], within = [] } = setting("path-fence", path).options as {
        readonly roots?: readonly string[];
        readonly within?: readonly string[];
      };
      return roots.length + within.length > 0;
    }),
};
