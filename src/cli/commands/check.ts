import { shellWord } from "../../base/shell-word.ts";
import { withGuess } from "../../base/wording.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Input } from "../../command/command.ts";
import { formatFlag, formatOf } from "../../command/format.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import { narrow, summaryOf } from "../../report/narrow.ts";
import { verdictPrinters } from "../../report/verdict/index.ts";
import { wishedFormat } from "../../report/wished-format.ts";
import { rules as allRules } from "../../rules/index.ts";
import { addToSummary } from "../../system/step-summary.ts";
import type { World } from "../../system/world.ts";
import { judgeAsked } from "../check/judge-asked.ts";

export const check: Command = {
  name: "check",
  about:
    "Judges what is staged, the working tree or files of it, a patch, every commit of a range, or a whole tree, exactly as the hooks do.",
  moreOperands: ["FILE"],
  flags: {
    staged: { help: "the index against HEAD (the default)" },
    working: { help: "the working tree as it is; nothing is staged and nothing written" },
    patch: {
      value: "FILE",
      help: "what would come of a patch on what is staged, from a file or - for standard input; nothing is written",
    },
    message: { value: "FILE", help: "a commit message alone, from a file or - for standard input" },
    range: {
      value: "A..B",
      help: "every commit that B has and A has not, one by one, and the range as a whole",
    },
    shard: {
      value: "I/N",
      help: "with --range: one of N parts of it, as JSON, so that several machines judge it; arkitekt report merge puts the parts together",
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
  oneOf: { flags: ["staged", "working", "patch", "message", "range", "tree"], isNeeded: false },
  examples: [
    { line: "arkitekt check", says: "what the gate would say to a commit made now" },
    {
      line: "arkitekt check A/core/list.lua",
      says: "what it would say to a commit of this file as it is now",
    },
    { line: "arkitekt check --range origin/main..HEAD", says: "what it would say to a push" },
    { line: "arkitekt check --tree HEAD --format json", says: "everything there is, for a program" },
  ],
  async run(input, world) {
    const format = formatOf(input, verdictPrinters, wishedFormat(world.env));
    if (input.has("summary") && input.text("format") !== undefined && format !== "pretty")
      input.refuse(`--summary is text for people, and can't be printed as ${format}`);
    refuseOddPairs(input);
    const rules = input.list("rule");
    for (const id of rules)
      if (!ruleIds.includes(id)) input.refuse(withGuess(`there is no rule "${id}"`, id, ruleIds));
    const isQuiet = input.has("quiet");
    if (input.has("shard")) {
      const { checkShard } = await import("../check/check-shard.ts");
      return await checkShard(input, { rules, isQuiet }, world);
    }
    const what = input.operands.length > 0 ? "working" : (ASKED.find((flag) => input.has(flag)) ?? "staged");
    const { verdict, before } = await withRepository(world, async (repo) => {
      const narrowed = narrow(await judgeAsked(repo, input, world), { rules, isQuiet });
      if (format !== "agent" || rules.length > 0) return { verdict: narrowed, before: undefined };
      const { sinceLastRefusal } = await import("../check/since-last-refusal.ts");
      return { verdict: narrowed, before: sinceLastRefusal(repo, narrowed, what) };
    });
    const { paint, columns } = world.stdout;
    const again = () => ["arkitekt check", ...askedAgain(input)].join(" ");
    const options = {
      paint,
      width: columns,
      all: input.has("all"),
      next: NEXT[what],
      again,
      seeAll: "--all",
      ...(before && { before }),
    };
    const isSilent = isQuiet && verdict.outcome !== "block" && format === "pretty";
    const print = await verdictPrinters[format]?.();
    if (input.has("summary")) world.stdout.write(summaryOf(verdict));
    else if (!isSilent && print !== undefined) world.stdout.write(print(verdict, options));
    if (format === "github") await summarise(verdict, world);
    return verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
  },
};

const ASKED = ["range", "tree", "working", "patch", "message"] as const;

function refuseOddPairs(input: Input): void {
  const other = ASKED.find((flag) => input.has(flag));
  if (input.operands.length > 0 && (other !== undefined || input.has("staged")))
    input.refuse(
      `files are judged as they lie in the working tree, which --${other ?? "staged"} does not look at`,
      "name only the files: arkitekt check FILE…",
    );
  if (!input.has("strict-dates") || input.has("tree")) return;
  const next = "arkitekt check --tree HEAD --strict-dates";
  throw new CannotLook(failure("bad-arguments", "--strict-dates is for a whole tree", next));
}

function askedAgain(input: Input): readonly string[] {
  if (input.operands.length > 0)
    return [
      ...(input.operands.some((name) => name.startsWith("-")) ? ["--"] : []),
      ...input.operands.map(shellWord),
    ];
  const range = input.text("range");
  const tree = input.text("tree");
  if (input.has("working")) return ["--working"];
  const patch = input.text("patch");
  if (patch !== undefined) return ["--patch", shellWord(patch)];
  if (range !== undefined) return ["--range", shellWord(range)];
  return tree === undefined ? [] : ["--tree", shellWord(tree)];
}

/** A step of a GitHub workflow has a page of its own, on which all findings stand. */
async function summarise(verdict: Verdict, { env }: World): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (!file) return;
  const { githubSummary } = await import("../../report/verdict/github.ts");
  addToSummary(file, githubSummary(verdict));
}

const ruleIds = allRules.map(({ id }) => id);

const NEXT = {
  staged: "Mend what is marked and stage it.",
  working: "Mend what is marked.",
  patch: "Mend the patch, and hand it in again: nothing was written.",
  message: "Mend the message.",
  range: "Mend these commits (git rebase -i, or git commit --amend for the last), then check again.",
  tree: "Mend what is marked, or give a rule another level in the policy.",
} as const;
