import { resolve } from "node:path";
import { type RunPatchOptions, runPatch } from "../../check/patch/run-patch.ts";
import { undoPatch } from "../../check/patch/undo-patch.ts";
import { isFileName, readTaskFile } from "../../check/task/active-task.ts";
import { titleWithCode } from "../../check/task/title-with-code.ts";
import { namesHere } from "../../check/task-of.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { withQuarantineToCome } from "../../check/with-quarantine-to-come.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Family, Input } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { finishWrite } from "../../git/write/finish-write.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import { FORMS, type Proposal } from "../../patch/proposal.ts";
import { readProposal } from "../../patch/read-proposal.ts";
import { patchPrinters } from "../../report/patch/index.ts";
import { printable } from "../../report/terminal-text.ts";
import { keptEntries } from "../../system/kept/kept-entries.ts";
import { readNamedFile } from "../../system/places.ts";
import { readStandardInput, type World } from "../../system/world.ts";

const FORM = {
  value: FORMS.join("|"),
  help: "how the patch is written; recognised from its text when left out",
} as const;

const JUDGING = {
  form: FORM,
  format: formatFlag(patchPrinters),
  task: { value: "CODE|FILE", help: "the task that the patch is for; the active one when left out" },
  now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
  all: { help: "shows findings that were there before, and more than 20 of a rule" },
} as const;

const check: Command = {
  name: "patch check",
  about:
    "Judges what would come of a patch on what is staged, with every rule, and writes nothing. A file or - for standard input holds the playbook's JSON object, a unified diff, an apply_patch envelope or search/replace blocks.",
  operands: ["FILE"],
  flags: JUDGING,
  examples: [
    { line: "arkitekt patch check change.json", says: "what the gate would say" },
    { line: "git diff | arkitekt patch check - --format contract", says: "for an agent: the contract alone" },
  ],
  run: (input, world) => judging(input, world, false),
};

const apply: Command = {
  name: "patch apply",
  about:
    "Judges a patch and, when it passes, writes it to the index and the working tree: all of it or nothing. Doing it again does nothing.",
  operands: ["FILE"],
  flags: {
    ...JUDGING,
    commit: { help: "makes one commit on codex/<task> instead, and checks nothing out" },
    title: {
      value: "TEXT",
      help: "the commit's title; the task and the first line of the notes when left out",
    },
  },
  examples: [
    { line: "arkitekt patch apply change.json" },
    { line: "arkitekt patch apply --commit --task phase6_colors -", says: "from standard input to a commit" },
  ],
  run: (input, world) => judging(input, world, true),
};

const undo: Command = {
  name: "patch undo",
  about:
    "Prints the diff that takes a patch back, before it is applied or afterwards. `arkitekt patch apply` takes it.",
  operands: ["FILE"],
  flags: { form: FORM },
  examples: [{ line: "arkitekt patch undo change.json | arkitekt patch apply -" }],
  async run(input, world) {
    const proposal = read(input, world);
    const diff = await withQuarantineToCome(world, (repo) => undoPatch(repo, proposal));
    world.stdout.write(diff);
    return EXIT.pass;
  },
};

const finish: Command = {
  name: "patch finish",
  about:
    "Finishes the writing of a patch whose process was killed; where somebody has changed its files since, what was written is taken back.",
  flags: {},
  examples: [{ line: "arkitekt patch finish" }],
  async run(_, world) {
    const done = await withRepository(world, finishWrite, { mayBeCutShort: true });
    world.stdout.write(
      done === undefined
        ? "there is no patch to finish\n"
        : done === "finished"
          ? "the patch is applied and staged\n"
          : "files were changed since, so what the patch had written is taken back\n",
    );
    return EXIT.pass;
  },
};

async function judging(input: Input, world: World, isWritten: boolean): Promise<number> {
  const print = printerOf(input, patchPrinters);
  const isTreeTold = print !== patchPrinters.pretty;
  const report = await reportOf(input, world, { isWritten, isTreeTold });
  const { paint, columns } = world.stdout;
  const next = "Mend the patch, and hand it in again: nothing was written.";
  const options = { paint, width: columns, all: input.has("all"), next, seeAll: "--all" };
  world.stdout.write(print(report, options));
  // The contract has no place for them, and standard output is to hold it alone.
  if (print === patchPrinters.contract)
    for (const warning of report.warnings) world.stderr.write(`arkitekt: ${printable(warning)}\n`);
  return report.verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

async function reportOf(
  input: Input,
  world: World,
  asked: Pick<RunPatchOptions, "isWritten" | "isTreeTold">,
): Promise<PatchReport> {
  const day = input.text("now");
  const proposal = read(input, world);
  const named = input.text("task");
  const given = named !== undefined && isFileName(named) ? readTaskFile(named, world.cwd) : undefined;
  const code = given?.code ?? named;
  const wish = input.has("commit") ? commitOf(input, proposal, code) : undefined;
  const today = day === undefined ? dayOf(world.now) : readDay(day);
  const kept: RunPatchOptions["kept"] = keptEntries(world.program);
  const run = await withQuarantineToCome(world, async (repo) => {
    const commit = wish && { branch: wish.branch, message: await wish.message(repo) };
    const flag = commit === undefined && given === undefined ? named : undefined;
    const names = flag === undefined ? {} : { names: { ...namesHere(repo), flag } };
    return await runPatch(repo, proposal, { ...asked, today, commit, given, kept, ...names });
  });
  kept?.write();
  return {
    verdict: run.verdict,
    files: run.changes.map(({ path }) => path),
    done: run.done,
    warnings: proposal.warnings,
    acceptance: run.acceptance,
    tree: run.tree,
    isWritten: run.isWritten,
    commit:
      run.commit === undefined || wish === undefined ? undefined : { id: run.commit, branch: wish.branch },
  };
}

function commitOf(
  input: Input,
  { notes }: Proposal,
  task: string | undefined,
): { readonly branch: string; message(repo: Repository): Promise<string> } {
  if (task === undefined) return input.refuse("--commit needs the task that it is for", "add --task CODE");
  if (!/^[A-Za-z0-9][\w.-]*$/.test(task)) return input.refuse(`--task ${task} is not the code of a task`);
  const [first = "", ...rest] = notes.trim().split("\n");
  const given = input.text("title");
  const isShort = first !== "" && first.length <= 60;
  const said = first === "" ? "apply a patch" : isShort ? first : `${first.slice(0, 59).trimEnd()}…`;
  // The title says the first line already, if it has room for it.
  const body = given === undefined && isShort ? rest.join("\n").trim() : notes.trim();
  return {
    branch: `codex/${task}`,
    async message(repo) {
      const title = given ?? (await titleWithCode(repo, task, said));
      return body === "" ? title : `${title}\n\n${body}`;
    },
  };
}

/** More than anybody reads, and far less than what memory holds. */
const MOST = 64 << 20;

function read(input: Input, world: World): Proposal {
  const [file = "-"] = input.operands;
  const bytes = file === "-" ? readStandardInput(MOST) : readNamedFile(resolve(world.cwd, file), MOST);
  if (bytes === undefined) {
    const next = "hand it in as several patches";
    throw new CannotLook(
      failure("bad-patch", `the patch can't be read: it is larger than ${MOST} bytes`, next),
    );
  }
  const proposal = readProposal(bytes, input.choice("form", FORMS));
  if (proposal.ok) return proposal.value;
  throw new CannotLook(proposal.error);
}

export const patch: Family = {
  name: "patch",
  about: "A change that somebody proposes is judged before it exists, and written whole or not at all.",
  commands: [check, apply, undo, finish],
};
