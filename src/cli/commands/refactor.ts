// Mechanical changes by name. What each makes goes the way of every patch; `arkitekt task run` does the same from a task's file.
import { runRefactor } from "../../check/refactor/run-refactor.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Family, Flag, Input } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { EXIT } from "../../model/exit.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import { patchPrinters } from "../../report/patch/index.ts";
import type { World } from "../../system/world.ts";

export const WRITING = {
  "dry-run": { help: "judges what it would make, and writes nothing; so it is when nothing is said" },
  apply: { help: "writes it to the index and the working tree, so that the next commit records it" },
  commit: { help: "makes one commit of it on the current branch, which records the task" },
} as const satisfies Readonly<Record<string, Flag>>;

export const RUN_FLAGS = {
  ...WRITING,
  code: { value: "CODE", help: "the task's code, for the title of the commit" },
  title: { value: "TEXT", help: "of the commit; what is done when left out" },
  format: formatFlag(patchPrinters),
  now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
  all: { help: "shows findings that were there before, and more than 20 of a rule" },
} as const satisfies Readonly<Record<string, Flag>>;

export const ONE_OF = { flags: Object.keys(WRITING), isNeeded: false } as const;

const STRINGS = { help: "rewrites plain strings too, where they are exactly the name" } as const;

const move: Command = {
  name: "refactor move",
  about:
    "Moves modules and updates every importer: files, folders, whole namespaces. FROM and TO are paths or dotted names; a folder ends in / or .* and takes all below it.",
  operands: ["FROM", "TO"],
  moreOperands: ["FROM", "TO"],
  flags: { ...RUN_FLAGS, strings: STRINGS },
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt refactor move Song.core.colours Song.core.palette --apply" },
    { line: "arkitekt refactor move 'rearkitekt.*' 'arkitekt.*'", says: "what a whole namespace would take" },
  ],
  run(input, world) {
    const names = input.operands;
    const moves = names.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: names[at + 1] ?? "" }] : []));
    return performed({ task: "move_module", moves, ...stringsOf(input) }, input, world);
  },
};

const require: Command = {
  name: "refactor require",
  about: "Makes every importer of one module require another one.",
  operands: ["FROM", "TO"],
  flags: {
    ...RUN_FLAGS,
    "live-root": { value: "FOLDER", help: "only importers below it; the policy's root when left out" },
    strings: STRINGS,
  },
  oneOf: ONE_OF,
  examples: [{ line: "arkitekt refactor require Song.app.state Song.core.state --live-root A/scripts" }],
  run(input, world) {
    const [from = "", to = ""] = input.operands;
    const liveRoot = input.text("live-root");
    const root = liveRoot === undefined ? {} : { liveRoot };
    return performed({ task: "refactor_require", from, to, ...root, ...stringsOf(input) }, input, world);
  },
};

const scan: Command = {
  name: "refactor scan",
  about: "Tells which file requires what, as notes; changes nothing.",
  flags: {
    root: { value: "FOLDER", help: "only files below it; the policy's root when left out" },
    format: RUN_FLAGS.format,
  },
  examples: [{ line: "arkitekt refactor scan --root ARKITEKT --format contract" }],
  run(input, world) {
    const root = input.text("root");
    return performed({ task: "scan_requires", ...(root === undefined ? {} : { root }) }, input, world);
  },
};

const scaffold: Command = {
  name: "refactor scaffold",
  about: "Makes the least that is a module, where there is no file yet.",
  operands: ["PATH"],
  moreOperands: ["PATH"],
  flags: RUN_FLAGS,
  oneOf: ONE_OF,
  examples: [{ line: "arkitekt refactor scaffold A/scripts/Song/core/keys.lua --apply" }],
  run(input, world) {
    const files = input.operands.map((path) => ({ path, template: "module_table" as const }));
    return performed({ task: "scaffold_module", files }, input, world);
  },
};

export const refactor: Family = {
  name: "refactor",
  about:
    "Mechanical changes that prove themselves: done again they give the same, and a commit records them.",
  commands: [move, require, scan, scaffold],
};

function stringsOf(input: Input): { readonly strings?: true } {
  return input.has("strings") ? { strings: true } : {};
}

async function performed(task: Refactoring, input: Input, world: World): Promise<number> {
  const print = printerOf(input, patchPrinters);
  const day = input.text("now");
  const report = await withRepository(world, (repo) =>
    runRefactor(repo, task, {
      today: day === undefined ? dayOf(world.now) : readDay(day),
      isWritten: input.has("apply") || input.has("commit"),
      commit: input.has("commit") ? commitOf(repo, task, input) : undefined,
    }),
  );
  const { paint, columns } = world.stdout;
  const next = "Nothing was written. Mend what is named, and run it again.";
  world.stdout.write(print(report, { paint, width: columns, all: input.has("all"), next, seeAll: "--all" }));
  return report.verdict.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

function commitOf(repo: Repository, task: Refactoring, input: Input) {
  const { head } = repo;
  if (head.kind === "detached")
    return input.refuse(
      "--commit needs a branch, and none is checked out",
      "check one out: git switch BRANCH",
    );
  const code = input.text("code");
  const said = input.text("title") ?? titleOf(task);
  return { branch: head.branch, message: code === undefined ? said : `${code}: ${said}` };
}

/** What is done, in a line. */
export function titleOf(task: Refactoring): string {
  const line = sentence(task);
  return line.length <= 66 ? line : `${line.slice(0, 65).trimEnd()}…`;
}

function sentence(task: Refactoring): string {
  switch (task.task) {
    case "move_module": {
      const [first] = task.moves;
      const more = task.moves.length > 1 ? ` and ${task.moves.length - 1} more` : "";
      return `move ${first?.from ?? ""} to ${first?.to ?? ""}${more}`;
    }
    case "refactor_require":
      return `require ${task.to} in place of ${task.from}`;
    case "remove_shim":
      return `remove the shim ${task.name ?? task.path}`;
    case "scaffold_module":
      return `scaffold ${task.files.map(({ path }) => path).join(", ")}`;
    case "phaseX_cleanup_remove_legacy":
      return `remove what is left of ${task.from ?? task.featureRoot ?? "old modules"}`;
    case "scan_requires":
      return "scan requires";
  }
}
