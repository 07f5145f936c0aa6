// How a refactoring is asked for and reported: the same for `arkitekt refactor` and `arkitekt task run`.
import { type Author, runAuthored } from "../../check/refactor/run-authored.ts";
import { runRefactor } from "../../check/refactor/run-refactor.ts";
import { titleWithCode } from "../../check/task/title-with-code.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Flag, Input } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { useTask } from "../../git/open/used-task.ts";
import { EXIT } from "../../model/exit.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import { titleOf } from "../../refactor/title-of.ts";
import { patchPrinters } from "../../report/patch/index.ts";
import type { World } from "../../system/world.ts";

export const WRITING = {
  "dry-run": { help: "judges what it would make, and writes nothing (the default)" },
  apply: { help: "writes it to the index and the working tree, so that the next commit records it" },
  commit: { help: "makes one commit of it on the current branch, which records the task" },
} as const satisfies Readonly<Record<string, Flag>>;

export const RUN_FLAGS = {
  ...WRITING,
  code: { value: "CODE", help: "the task's code, for the title of the commit" },
  title: { value: "TEXT", help: "the commit's title; what is done when left out" },
  format: formatFlag(patchPrinters),
  now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
  all: { help: "shows findings that were there before, and more than 20 of a rule" },
} as const satisfies Readonly<Record<string, Flag>>;

export const ONE_OF = { flags: Object.keys(WRITING), isNeeded: false } as const;

/** Where a commit of it goes, and what stands in its title: of a task that has a code. */
export interface CommitTarget {
  readonly branch: string;
  readonly code: string;
}

/** What is asked for: a refactoring, or files that the program writes itself, with the title of their commit. */
export type AskedRefactoring = { readonly place?: CommitTarget } & (
  | { readonly task: Refactoring }
  | { readonly author: Author; readonly code: string; readonly title: string }
);

/** Where the repository is needed to know what is asked for, `asked` reads it there. */
export async function performed(
  asked: Refactoring | ((repo: Repository) => Promise<AskedRefactoring>),
  input: Input,
  world: World,
): Promise<number> {
  const print = printerOf(input, patchPrinters);
  const day = input.text("now");
  const isApplied = input.has("apply");
  const report = await withRepository(world, async (repo) => {
    const found: AskedRefactoring = typeof asked === "function" ? await asked(repo) : { task: asked };
    const { place } = found;
    const options = {
      today: day === undefined ? dayOf(world.now) : readDay(day),
      isWritten: isApplied || input.has("commit"),
      commit: input.has("commit") ? await commitOf(repo, found, input) : undefined,
    };
    const made =
      "task" in found
        ? await runRefactor(repo, found.task, options)
        : await runAuthored(repo, found.author, options);
    // The commit that follows is that task's.
    if (isApplied && made.isWritten && place !== undefined) useTask(repo, place.code);
    return made;
  });
  const { paint, columns } = world.stdout;
  const next = "Nothing was written. Mend what is named, and run it again.";
  world.stdout.write(print(report, { paint, width: columns, all: input.has("all"), next, seeAll: "--all" }));
  return report.verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

async function commitOf(repo: Repository, asked: AskedRefactoring, input: Input) {
  const { place } = asked;
  const { head } = repo;
  const branch = place?.branch ?? (head.kind === "detached" ? undefined : head.branch);
  if (branch === undefined)
    return input.refuse(
      "--commit needs a branch, and none is checked out",
      "check one out: git switch BRANCH",
    );
  const own = "task" in asked ? { code: undefined, title: titleOf(asked.task) } : asked;
  const code = input.text("code") ?? place?.code ?? own.code;
  const said = input.text("title") ?? own.title;
  return { branch, message: code === undefined ? said : await titleWithCode(repo, code, said) };
}
