import { resolve } from "node:path";
import { mergeParts, type NamedPart } from "../../check/shard/merge-parts.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, formatOf } from "../../command/format.ts";
import { runCommand } from "../../command/run-command.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";
import { narrow } from "../../report/narrow.ts";
import { readPart } from "../../report/part/part-text.ts";
import { verdictPrinters } from "../../report/verdict/index.ts";
import { replaceFile } from "../../system/files.ts";
import { readNamedFile } from "../../system/places.ts";
import type { World } from "../../system/world.ts";
import { withReason } from "../check/judge-asked.ts";
import type { Loaded } from "../loaded.ts";

const merge: Command = {
  name: "report merge",
  about:
    "Puts the parts of a range that several machines judged (check --range A..B --shard I/N) together. What is printed, and the exit code, are those of the whole range judged at once; a part that is missing, damaged or of another range is refused.",
  operands: ["FILE"],
  moreOperands: ["FILE"],
  flags: {
    format: formatFlag(verdictPrinters),
    all: { help: "shows findings that were there before, and more than 20 of a rule" },
  },
  examples: [
    { line: "arkitekt report merge part-*.json", says: "the JSON of check --range A..B --format json" },
    { line: "arkitekt report merge part-*.json --format github" },
  ],
  async run(input, world) {
    const format = formatOf(input, verdictPrinters, "json");
    const merged = mergeParts(input.operands.map((name) => readNamed(name, world)));
    if (!merged.ok) throw new CannotLook(merged.error);
    const { verdict, terms } = merged.value;
    const { range } = terms;
    const said = narrow(withReason(verdict, { kind: "no-commits", range }), terms);
    const { paint, columns } = world.stdout;
    const print = await verdictPrinters[format]?.();
    const options = { paint, width: columns, all: input.has("all"), next: NEXT, seeAll: "--all" };
    if (print !== undefined) world.stdout.write(print(said, options));
    return said.outcome === "block" ? EXIT.blocked : EXIT.pass;
  },
};

const NEXT = "Mend these commits (git rebase -i, or git commit --amend for the last), then check again.";

/** Nearly as much as a string of JavaScript can hold. */
const LARGEST_PART = 500 << 20;

function readNamed(name: string, { cwd }: World): NamedPart {
  const read = readPart(readNamedFile(resolve(cwd, name), LARGEST_PART).toString("utf8"), name);
  if (!read.ok) throw new CannotLook(read.error);
  return { name, part: read.value };
}

const page: Command = {
  name: "report",
  about:
    "Writes a page to look at: the verdict by commit and rule, findings with their code, budgets, shims, trails and the graph of the modules. One file that needs no network, no server and no script. It is there to be read: the exit code is 0 whatever was found. arkitekt report merge puts the parts of a range together that several machines judged.",
  flags: {
    range: { value: "A..B", help: "every commit that B has and A has not, and the modules of B" },
    tree: { value: "T", help: "a commit or tree; HEAD when both are left out" },
    output: { value: "FILE", short: "o", help: "where the page goes; standard output when left out" },
    now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
  },
  oneOf: { flags: ["range", "tree"], isNeeded: false },
  examples: [
    { line: "arkitekt report -o report.html", says: "of everything there is, to be opened in any browser" },
    { line: "arkitekt report --range origin/main..HEAD -o report.html", says: "of what a push would bring" },
  ],
  async run(input, world) {
    const { gatherPage } = await import("../report/gather-page.ts");
    const { htmlPage } = await import("../../report/html/page.ts");
    const day = input.text("now");
    const today = day === undefined ? dayOf(world.now) : readDay(day);
    const wish = { range: input.text("range"), tree: input.text("tree") ?? "HEAD", today };
    const html = htmlPage(await withRepository(world, (repo) => gatherPage(repo, wish, world)));
    const output = input.text("output");
    if (output === undefined || output === "-") world.stdout.write(html);
    else {
      replaceFile(resolve(world.cwd, output), html);
      world.stdout.write(`${output} is written; open it in a browser\n`);
    }
    return EXIT.pass;
  },
};

/** The page by the bare word, and what is under the word. */
export const report: Loaded = {
  commands: [page, merge],
  run: async ([first, ...more], world) =>
    first === "merge"
      ? await runCommand(merge, more, world.stdout, () => world)
      : await runCommand(page, first === undefined ? [] : [first, ...more], world.stdout, () => world),
};
