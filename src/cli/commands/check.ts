import { resolve } from "node:path";
import { shellWord } from "../../base/shell-word.ts";
import { withGuess } from "../../base/wording.ts";
import { judgeMessage, LARGEST_MESSAGE } from "../../check/message.ts";
import { progress } from "../../check/progress.ts";
import { judgeRange } from "../../check/range.ts";
import { tasksAtHand } from "../../check/refactor/tasks-at-hand.ts";
import { judgeStaged } from "../../check/staged.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { judgeTree } from "../../check/tree.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Input } from "../../command/command.ts";
import { formatFlag, formatOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { Note } from "../../model/note.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyOfFile } from "../../policy-source/in-force.ts";
import { verdictPrinters } from "../../report/index.ts";
import { narrow, summaryOf } from "../../report/narrow.ts";
import { wishedFormat } from "../../report/wished-format.ts";
import { rules as allRules } from "../../rules/index.ts";
import { isFolder } from "../../system/folders.ts";
import { readNamedFile } from "../../system/places.ts";
import { addToSummary } from "../../system/step-summary.ts";
import type { World } from "../../system/world.ts";
import { readStandardInput } from "../../system/world.ts";

export const check: Command = {
  name: "check",
  about:
    "Judges what is staged, the working tree, every commit of a range, or a whole tree, exactly as the hooks do.",
  flags: {
    staged: { help: "the index against HEAD (the default)" },
    working: { help: "the working tree as it stands; nothing is staged and nothing written" },
    message: { value: "FILE", help: "a commit message alone, from a file or - for standard input" },
    range: {
      value: "A..B",
      help: "every commit that B has and A has not, one by one, and the range as a whole",
    },
    tree: {
      value: "T",
      help: "every file of a commit or tree; what the commit did not bring was there before",
    },
    "strict-dates": { help: "with --tree: a shim that has expired is an error, wherever it is" },
    policy: {
      value: "PATH",
      help: "this policy, or the one in this folder, instead of the repository's own",
    },
    branch: { value: "B", help: "judges as if on this branch" },
    rule: { value: "ID", help: "only what this rule finds; may be given several times", isRepeatable: true },
    format: formatFlag(verdictPrinters),
    now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
    summary: { help: "how much each rule found, in place of the findings" },
    quiet: { help: "only what blocks, and nothing when nothing does" },
    all: { help: "shows findings that were there before, and more than 20 of a rule" },
  },
  oneOf: { flags: ["staged", "working", "message", "range", "tree"], isNeeded: false },
  examples: [
    { line: "arkitekt check", says: "what a commit made now would be told" },
    { line: "arkitekt check --range origin/main..HEAD", says: "what a push would be told" },
    { line: "arkitekt check --tree HEAD --format json", says: "everything there is, for a program" },
  ],
  async run(input, world) {
    const format = formatOf(input, verdictPrinters, wishedFormat(world.env));
    if (input.has("summary") && input.text("format") !== undefined && format !== "pretty")
      input.refuse(`--summary is text for people, and can't be printed as ${format}`);
    const rules = input.list("rule");
    for (const id of rules)
      if (!ruleIds.includes(id)) input.refuse(withGuess(`there is no rule "${id}"`, id, ruleIds));
    const isQuiet = input.has("quiet");
    const whole = await withRepository(world, (repo) => judge(repo, input, world));
    const verdict = narrow(whole, { rules, isQuiet });
    const { paint, columns } = world.stdout;
    const what =
      (["range", "tree", "working", "message"] as const).find((flag) => input.has(flag)) ?? "staged";
    const again = () => ["arkitekt check", ...askedAgain(input)].join(" ");
    const options = {
      paint,
      width: columns,
      all: input.has("all"),
      next: NEXT[what],
      again,
      seeAll: "--all",
    };
    const isSilent = isQuiet && verdict.outcome !== "block" && format === "pretty";
    const print = await verdictPrinters[format]?.();
    if (input.has("summary")) world.stdout.write(summaryOf(verdict));
    else if (!isSilent && print !== undefined) world.stdout.write(print(verdict, options));
    if (format === "github") await summarise(verdict, world);
    return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
  },
};

function askedAgain(input: Input): readonly string[] {
  const range = input.text("range");
  const tree = input.text("tree");
  if (input.has("working")) return ["--working"];
  if (range !== undefined) return ["--range", shellWord(range)];
  return tree === undefined ? [] : ["--tree", shellWord(tree)];
}

/** A step of a GitHub workflow has a page of its own, on which all findings stand. */
async function summarise(verdict: Verdict, { env }: World): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (!file) return;
  const { githubSummary } = await import("../../report/github.ts");
  addToSummary(file, githubSummary(verdict));
}

async function judge(repo: Repository, input: Input, world: World): Promise<Verdict> {
  if (input.has("strict-dates") && !input.has("tree")) {
    const next = "arkitekt check --tree HEAD --strict-dates";
    throw new CannotLook(failure("bad-arguments", "--strict-dates is for a whole tree", next));
  }
  const now = input.text("now");
  const branch = input.text("branch");
  const policy = await policyFrom(input.text("policy"), world);
  const options = {
    today: now === undefined ? dayOf(world.now) : readDay(now),
    overrides: [],
    ...(branch === undefined ? {} : { branches: [branch] }),
    ...(policy === undefined ? {} : { policy }),
  };
  const range = input.text("range");
  const tree = input.text("tree");
  const report = progress(world.stderr);
  const message = input.text("message");
  if (message !== undefined) {
    const bytes =
      message === "-" ? standardInput() : readNamedFile(resolve(world.cwd, message), LARGEST_MESSAGE);
    return (await judgeMessage(repo, bytes.toString("utf8"), options)).verdict;
  }
  if (input.has("working")) {
    const { judgeWorking } = await import("../../check/working.ts");
    return withReason(await judgeWorking(repo, options), { kind: "nothing-changed" });
  }
  if (range !== undefined) {
    return withReason(await judgeRange(repo, range, { ...options, report }), { kind: "no-commits", range });
  }
  if (tree !== undefined)
    return judgeTree(repo, tree, { ...options, isStrictOnDates: input.has("strict-dates") });
  const tasks = await tasksAtHand(repo, world.env["ARKITEKT_TASK"]);
  return withReason(await judgeStaged(repo, { ...options, tasks }), { kind: "nothing-staged" });
}

/** Whoever asks is told why there was nothing to judge; a hook stays silent then. */
function withReason(verdict: Verdict, note: Note): Verdict {
  const isSilent = verdict.outcome === "skip" && verdict.notes.length === 0;
  return isSilent ? { ...verdict, notes: [note] } : verdict;
}

async function policyFrom(place: string | undefined, { cwd }: World): Promise<Policy | undefined> {
  if (place === undefined) return undefined;
  const path = resolve(cwd, place);
  if (!isFolder(path)) return (await policyOfFile(place, readNamedFile(path, LARGEST_POLICY))).policy;
  const { policyInWorkingTree } = await import("../../policy-source/in-working-tree.ts");
  const found = await policyInWorkingTree(path);
  if (!found.ok) throw new CannotLook(found.error);
  if (found.value === undefined)
    throw new CannotLook(
      failure("bad-policy", `${place} holds no policy`, "name a policy, or a folder with one"),
    );
  return found.value.policy;
}

function standardInput(): Buffer {
  const bytes = readStandardInput(LARGEST_MESSAGE);
  if (bytes !== undefined) return bytes;
  const next = "no commit carries such a message: hand in less";
  throw new CannotLook(failure("too-large", `standard input has more than ${LARGEST_MESSAGE} bytes`, next));
}

const ruleIds = allRules.map(({ id }) => id);

const NEXT = {
  staged: "Mend what is marked and stage it.",
  working: "Mend what is marked.",
  message: "Mend the message.",
  range: "Mend these commits (git rebase -i, or git commit --amend for the last), then check again.",
  tree: "Mend what is marked, or give a rule another level in the policy.",
} as const;
