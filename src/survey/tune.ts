import { isUnder } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { isTest } from "../modules/lua-files.ts";
import type { OptionValues } from "../policy/policy.ts";
import type { DraftRules } from "./draft-policy.ts";
import { TEST_GLOBS } from "./entry-points.ts";
import type { Survey } from "./survey.ts";
import { asGlob } from "./tree.ts";

/** A rule that stops a larger share of the past than this is not one that people here hold themselves to. */
const MOST = 0.05;

/** Fewer commits say nothing about a custom. */
const ENOUGH = 20;

/** A commit of the past that a rule stops. */
export interface PastStop {
  /** Undefined for what is about the commit as a whole. */
  readonly path: RepoPath | undefined;
  /** For `no-globals`: only by a read. */
  readonly isRead: boolean;
}

type Overrides = Survey["policy"]["overrides"];

/** What a draft says about a rule once it is one step milder, and the words for that. */
interface TuneStep {
  readonly rules?: DraftRules;
  readonly overrides?: Overrides;
  readonly says: string;
}

/**
 * The same draft with the rules that stop too much of the past one step milder, each with a line that says so; undefined if
 * none does. A milder step fits the way things are done here and still stops the rest: a warning comes last.
 */
export function tune(
  found: Survey,
  judged: number,
  stops: ReadonlyMap<string, readonly PastStop[]>,
): Survey | undefined {
  if (judged < ENOUGH) return untried(found, judged);
  const isLoud = (count: number) => count > judged * MOST;
  const loud = [...stops].filter(([, list]) => isLoud(list.length));
  if (loud.length === 0) return undefined;
  return loud.reduce((survey, [rule, list]) => {
    const { rules, overrides } = survey.policy;
    const step =
      (rule === "no-globals" ? milderGlobals(rules, overrides, list) : undefined) ??
      milderPlaces(rule, overrides, list, isLoud) ??
      (rule === "no-globals" ? milderWrites(rules, overrides, list) : undefined) ??
      asWarnings(rule, rules, overrides);
    const policy = {
      ...survey.policy,
      rules: { ...rules, ...step.rules },
      overrides: step.overrides ?? overrides,
    };
    const from = `as an error it would have stopped ${list.length} of ${judged} commits`;
    return { policy, unread: survey.unread, facts: [...survey.facts, { key: rule, says: step.says, from }] };
  }, found);
}

/** If globals hold state and the past is too short to tell how often, a new one is not stopped. */
function untried(found: Survey, judged: number): Survey | undefined {
  const { policy, facts } = found;
  const { rules, overrides } = policy;
  const [level, options] = [rules["no-globals"]].flat() as [unknown, OptionValues?];
  if (level === "warn" || options?.["shared"] !== true || options["writes"] === false) return undefined;
  const { says, ...step } = writesAsWarnings(rules, overrides);
  const from = `functions share globals here, and ${judged} commits are too few to tell how it would be`;
  return {
    ...found,
    policy: { ...policy, ...step, rules: { ...rules, ...step.rules } },
    facts: [...facts, { key: "no-globals", says, from }],
  };
}

/**
 * Reads that nobody declares warn, in tests or everywhere, or a function may set what the file uses elsewhere: whichever is
 * more frequent comes first.
 */
function milderGlobals(
  rules: DraftRules,
  overrides: Overrides,
  stops: readonly PastStop[],
): TuneStep | undefined {
  const [, options] = [rules["no-globals"]].flat() as [unknown, OptionValues?];
  const reads = stops.filter(({ isRead }) => isRead);
  if (options?.["reads"] === true && reads.length * 2 >= stops.length) {
    const inTests = reads.filter(({ path }) => path !== undefined && isTest(path)).length;
    const ofTests = overrides.findIndex(({ files }) => files === TEST_GLOBS);
    const own = overrides[ofTests]?.rules["no-globals"];
    const says = "a warning of what is read";
    if (own === undefined || isOff(own) || inTests * 2 < reads.length)
      return { rules: { "no-globals": withOption(rules["no-globals"], { reads: false }) }, says };
    const tests = { files: TEST_GLOBS, rules: { "no-globals": withOption(own, { reads: false }) } };
    return { overrides: overrides.with(ofTests, tests), says: `${says}, in tests` };
  }
  if (options?.["shared"] !== false) return undefined;
  const says = "globals may hold what a file shares";
  return { rules: { "no-globals": withOption(rules["no-globals"], { shared: true }) }, says };
}

/** For when what is set stops the most. */
function milderWrites(
  rules: DraftRules,
  overrides: Overrides,
  stops: readonly PastStop[],
): TuneStep | undefined {
  const [, options] = [rules["no-globals"]].flat() as [unknown, OptionValues?];
  const reads = stops.filter(({ isRead }) => isRead);
  if (options?.["writes"] === false || reads.length * 2 >= stops.length) return undefined;
  return writesAsWarnings(rules, overrides);
}

/** What is read must still be there; and people may write as they always have, agents may not. */
function writesAsWarnings(rules: DraftRules, overrides: Overrides): TuneStep {
  return {
    rules: { "no-globals": withOption(rules["no-globals"], { writes: false }) },
    overrides: overrides.map((override) =>
      override.branches === undefined
        ? override
        : { ...override, rules: { ...override.rules, "no-globals": ["error", { writes: true }] } },
    ),
    says: "a warning of what is set",
  };
}

function isOff(entry: unknown): boolean {
  return Array.isArray(entry) && (entry[1] as OptionValues | undefined)?.["reads"] === false;
}

function withOption(entry: unknown, change: OptionValues): unknown {
  const [level, options] = [entry].flat() as [unknown, OptionValues?];
  return [level, { ...options, ...change }];
}

/** The most folders that are set apart from all others. */
const FEW = 3;

/** A warning in a few folders or files, if that is enough; elsewhere it holds as before. */
function milderPlaces(
  rule: string,
  overrides: Overrides,
  stops: readonly PastStop[],
  isLoud: (count: number) => boolean,
): TuneStep | undefined {
  const folders: RepoPath[] = [];
  let left = stops;
  while (isLoud(left.length) && folders.length < FEW) {
    const folder = loudest(left);
    if (folder === undefined) return undefined;
    folders.push(folder);
    left = left.filter(({ path }) => path === undefined || !isUnder(path, folder));
  }
  if (isLoud(left.length)) return undefined;
  const files = folders.map((folder) => (/\.\w+$/.test(folder) ? asGlob(folder) : `${asGlob(folder)}/**`));
  const own = { files, rules: { [rule]: "warn" }, reason: "most of what it would have stopped lies there" };
  const at = overrides.findIndex(({ branches }) => branches !== undefined);
  return {
    overrides: overrides.toSpliced(at < 0 ? overrides.length : at, 0, own),
    says: `a warning in ${folders.join(", ")}`,
  };
}

/** The innermost folder, or file, that holds most of what is stopped. */
function loudest(stops: readonly PastStop[]): RepoPath | undefined {
  const counts = new Map<RepoPath, number>();
  for (const { path } of stops) {
    const words = path?.split("/") ?? [];
    for (let at = 1; at <= words.length; at++) {
      const place = words.slice(0, at).join("/");
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  const [best] = [...counts]
    .filter(([, count]) => count * 5 >= most * 3)
    .sort(([a, x], [b, y]) => b.split("/").length - a.split("/").length || y - x || (a < b ? -1 : 1));
  return best?.[0];
}

/** What applies to some files becomes milder with it; what applies to agents' branches was not tried. */
function asWarnings(rule: string, rules: DraftRules, overrides: Overrides): TuneStep {
  return {
    rules: { [rule]: asWarning(rules[rule]) },
    overrides: overrides.map((override) =>
      override.branches === undefined
        ? { ...override, rules: lowered(override.rules, rule) }
        : { ...override, rules: { ...override.rules, ...kept(rules, rule) } },
    ),
    says: "a warning",
  };
}

/** People may write as they always have; a `local` that an agent forgot is a fault nevertheless. */
function kept(rules: DraftRules, rule: string): DraftRules {
  return rule === "no-globals" ? { [rule]: rules[rule] } : {};
}

function lowered(rules: DraftRules, rule: string): DraftRules {
  return rule in rules ? { ...rules, [rule]: asWarning(rules[rule]) } : rules;
}

function asWarning(entry: unknown): unknown {
  return Array.isArray(entry) ? ["warn", ...entry.slice(1)] : "warn";
}
