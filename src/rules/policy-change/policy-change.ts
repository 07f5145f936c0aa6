import { matchesAny } from "../../base/glob.ts";
import { pathspecWords } from "../../base/pathspec.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { readTree } from "../../json/text.ts";
import { plainValue } from "../../json/value.ts";
import { isAgentBranch } from "../../model/agent-branch.ts";
import { type ChangeSet, type FileChange, isProposed, type Side } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import { CI_FILES } from "../../model/ci-places.ts";
import type { Finding } from "../../model/finding.ts";
import { globs, optionsOf, type ValueOf } from "../../model/option.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import { POLICY_FILES, POLICY_PLACES } from "../../model/policy-places.ts";
import { TASK_FILE } from "../../model/task/task-at-hand.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { MOST_NAMED, unstage, unstageHint } from "../../rule/unstage-hint.ts";
import { BASELINE_NEEDS, baselineGrowth, touchesBaseline } from "./baseline-growth.ts";

const options = optionsOf({
  files: globs(
    "Globs of the files that steer the gate. The key `arkitekt` of package.json and what `arkitekt ci` writes count in any case.",
  ).byDefault([...POLICY_FILES, ".husky/**", ".codex/tasks/**", ".codex/pipeline*.json"]),
});

type PolicyChangeOptions = ValueOf<typeof options>;

const PACKAGE = "package.json";

/**
 * A change cannot loosen its own leash: what steers the gate (policy, hooks, task files) changes alone, where people
 * look at it, and on an agent's branch not at all, except for a task that is new and only narrows. The change that brings the first policy loosens nothing and is free.
 */
export const policyChange: ChangeRule<PolicyChangeOptions> = {
  id: "policy-change",
  kind: "change",
  summary:
    "policy, hooks and task files change alone, and not on agent branches; the baseline of old findings only shrinks",
  facet: "step",
  options,
  needs(scene) {
    const { change, options } = scene;
    const steering = change.files.filter((file) => isSteering(file, options));
    const touchesPackage = change.files.some((file) => changedPaths(file).includes(PACKAGE));
    // Only a change that adds to the gate and touches other files too can be the one that switches it on.
    const isMixed =
      steering.length > 0 && othersIn(change, (file) => steering.includes(file), options).length > 0;
    const mayBeFirst = isMixed && steering.every(({ kind }) => kind === "added");
    const needs: Need[] = [];
    if (touchesPackage || mayBeFirst) needs.push({ kind: "contents", side: "before", paths: POLICY_PLACES });
    if (touchesPackage) needs.push({ kind: "contents", side: "after", paths: [PACKAGE] });
    const offered = offeredTasks(scene);
    if (offered.length > 0) needs.push({ kind: "tasks", paths: offered });
    if (touchesBaseline(change)) needs.push(...BASELINE_NEEDS);
    return needs;
  },
  *inspect(scene, facts) {
    const { change, options, project } = scene;
    if (touchesBaseline(change))
      yield* baselineGrowth(change, facts, isAgentBranch(change.branches, project));
    const isOurs = (file: FileChange) =>
      isSteering(file, options) || (changedPaths(file).includes(PACKAGE) && changesKey(facts));
    const steering = change.files.filter(isOurs);
    if (steering.length === 0) return;
    if (offeredTasks(scene).length > 0) yield* objections(scene, facts);
    else if (isAgentBranch(change.branches, project)) yield* onAgentBranch(steering, scene);
    else {
      const others = othersIn(change, isOurs, options);
      if (others.length > 0 && !isFirst(steering, facts)) yield mixed(steering, others, scene);
    }
  },
};

/** On an agent's branch, the tasks that a change adds if it does nothing else: such a task may be added if it only narrows. */
function offeredTasks({ change, project }: ChangeScene<PolicyChangeOptions>): readonly RepoPath[] {
  const isTask = (file: FileChange) =>
    file.kind === "added" && file.after.kind === "file" && TASK_FILE.test(file.path);
  const isAllowed = isAgentBranch(change.branches, project) && change.files.every(isTask);
  return isAllowed ? change.files.map(({ path }) => path) : [];
}

function* objections({ change }: ChangeScene<PolicyChangeOptions>, facts: Facts): Iterable<Finding> {
  for (const { path } of change.files) {
    const [first = UNSEEN, ...rest] = facts.taskFaults(path) ?? [UNSEEN];
    if (facts.taskFaults(path)?.length === 0) continue;
    yield {
      place: fileAt(path),
      message: `an agent may add a task that only narrows, and is complete: ${first.message}`,
      details: rest.map(({ message }) => message),
      hint: first.next,
    };
  }
}

const UNSEEN = {
  message: "this one could not be looked at",
  next: "let somebody add it on a person's branch",
};

function* onAgentBranch(
  steering: readonly FileChange[],
  { change, options }: ChangeScene<PolicyChangeOptions>,
) {
  for (const file of steering) {
    const path = steeringPath(file, options) ?? file.path;
    yield {
      place: fileAt(path),
      message: "the rules of the gate may not change on an agent's branch",
      hint: unstageHint(changedPaths(file), change.subject, "leave it to a person on another branch"),
    };
  }
}

/** What else changes; for a hook that is moved out, or code that is moved in, the other end. */
function othersIn(
  { files }: ChangeSet,
  isOurs: (file: FileChange) => boolean,
  options: PolicyChangeOptions,
): readonly RepoPath[] {
  return files.flatMap((file) => {
    if (!isOurs(file)) return [file.path];
    return file.kind === "renamed"
      ? [file.from, file.path].filter((path) => path !== PACKAGE && !steers(path, file, options))
      : [];
  });
}

function mixed(
  steering: readonly FileChange[],
  others: readonly RepoPath[],
  { change, options }: ChangeScene<PolicyChangeOptions>,
): Finding {
  const shown = others.slice(0, 3).map(showPath).join(", ");
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  const [first] = steering;
  return {
    place: first === undefined ? WHOLE_CHANGE : fileAt(steeringPath(first, options) ?? first.path),
    message: `the rules of the gate change together with ${shown}${more}`,
    ...(steering.length > 1 ? { details: steering.map(({ path }) => showPath(path)) } : {}),
    hint: nextStep(steering, others, change),
  };
}

/** One end of a move can't be committed without the other if they are staged as one. */
function nextStep(
  steering: readonly FileChange[],
  others: readonly RepoPath[],
  { subject }: ChangeSet,
): string {
  const moved = steering.find(
    (file) => file.kind === "renamed" && [file.from, file.path].some((path) => others.includes(path)),
  );
  if (moved !== undefined)
    return "make two commits of the move: one that deletes the file there, one that adds it here";
  if (isProposed(subject)) return "make two patches of it";
  if (subject.kind !== "staged") return "split that commit in two";
  const again = `git add -- ${pathspecWords(steering.map(({ path }) => path))}`;
  const rest = unstage(others, subject);
  return `commit it alone, and the rest thereafter:\n${others.length > MOST_NAMED ? `${rest} && ${again}` : rest}`;
}

function isSteering(file: FileChange, options: PolicyChangeOptions): boolean {
  return steeringPath(file, options) !== undefined;
}

function steeringPath(file: FileChange, options: PolicyChangeOptions): RepoPath | undefined {
  return changedPaths(file).find((path) => steers(path, file, options));
}

function steers(path: RepoPath, file: FileChange, options: PolicyChangeOptions): boolean {
  const files = [...options.files, ...CI_FILES];
  // Where letter case does not count, `.Husky/pre-commit` is the hook itself.
  const lowered = path.toLowerCase();
  if (matchesAny(files, path) || matchesAny(files, lowered)) return true;
  // A link in place of a folder puts other files where these are looked for.
  const isLink =
    file.kind !== "deleted" && (file.after.kind === "symlink" || file.after.kind === "submodule");
  return isLink && files.some((glob) => glob.startsWith(`${lowered}/`));
}

function isFirst(steering: readonly FileChange[], facts: Facts): boolean {
  const isAdded = steering.every((file) => file.kind === "added" || file.path === PACKAGE);
  const wasThere = POLICY_FILES.some((path) => facts.entry("before", path) !== undefined);
  return isAdded && !wasThere && keyOf("before", facts) === "";
}

function changesKey(facts: Facts): boolean {
  return keyOf("before", facts) !== keyOf("after", facts);
}

/** The policy inside `package.json` in one spelling, "" if there is none. What can't be read counts as it stands. */
function keyOf(side: Side, facts: Facts): string {
  const text = facts.file(side, PACKAGE)?.text;
  if (text === undefined) return "";
  const json = readTree(text);
  if (!json.ok) return text.includes("arkitekt") ? text : "";
  const { root } = json.value;
  // Which of two keys counts is for the policy's reader to say; whoever touches either touches the gate.
  const ours = root.kind === "object" ? root.members.filter(({ key }) => key === "arkitekt") : [];
  return ours.map(({ value }) => JSON.stringify(plainValue(value))).join(" ");
}
