import { resolve } from "node:path";
import { mergeParts, type NamedPart } from "../../check/shard/merge-parts.ts";
import type { Command, Family } from "../../command/command.ts";
import { formatFlag, formatOf } from "../../command/format.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";
import { verdictPrinters } from "../../report/index.ts";
import { narrow } from "../../report/narrow.ts";
import { readPart } from "../../report/part/part-text.ts";
import { readNamedFile } from "../../system/places.ts";
import type { World } from "../../system/world.ts";
import { withReason } from "../check/judge-asked.ts";

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

/** What a string of JavaScript can hold, nearly. */
const LARGEST_PART = 500 << 20;

function readNamed(name: string, { cwd }: World): NamedPart {
  const read = readPart(readNamedFile(resolve(cwd, name), LARGEST_PART).toString("utf8"), name);
  if (!read.ok) throw new CannotLook(read.error);
  return { name, part: read.value };
}

export const report: Family = {
  name: "report",
  about: "Puts the verdicts of several machines together.",
  commands: [merge],
};
