import { join } from "node:path";
import { type BaselineLook, lookForBaseline } from "../../check/baseline/look-for-baseline.ts";
import { dayOf } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import { BASELINE_FILE } from "../../model/baseline/baseline.ts";
import { EXIT } from "../../model/exit.ts";
import {
  type BaselineReport,
  baselineJson,
  baselineRows,
  baselineSummary,
  baselineText,
  isBeyond,
} from "../../report/baseline/baseline-report.ts";
import type { Printers } from "../../report/format.ts";
import { baselineText as fileText } from "../../rules/policy-change/baseline-text.ts";
import { replaceFile } from "../../system/files.ts";

const PRINTERS: Printers<(report: BaselineReport) => string> = { pretty: baselineText, json: baselineJson };

export const baseline: Command = {
  name: "baseline",
  about: `Compares the old findings of the working tree with those that ${BASELINE_FILE} lists, by rule and file. With it a look at a whole tree stops only what is beyond. It may only shrink.`,
  flags: {
    write: { help: "writes it: all that is found where there is none yet, else what is left of it" },
    tree: { value: "T", help: "a commit or tree; the working tree when left out" },
    summary: { help: "how much of each rule, in place of the files" },
    format: formatFlag(PRINTERS),
  },
  examples: [
    { line: "arkitekt baseline --write", says: "lists what is found today; commit it" },
    { line: "arkitekt baseline --summary", says: "how far it has shrunk, by rule" },
  ],
  async run(input, world) {
    const print = printerOf(input, PRINTERS);
    const tree = input.text("tree");
    const isWriting = input.has("write");
    if (isWriting && tree !== undefined) input.refuse("--write lists the working tree, and no other");
    const report = await withRepository(world, async (repo) => {
      const look = await lookForBaseline(repo, tree, { today: dayOf(world.now) });
      const text = fileText(look.shrunk);
      // What is the same is not written: there would be nothing to commit.
      const isNews = isWriting && (look.baseline === undefined || fileText(look.baseline) !== text);
      if (isNews && repo.top !== undefined) replaceFile(join(repo.top, BASELINE_FILE), Buffer.from(text));
      return reportOf(look, isNews);
    });
    world.stdout.write(input.has("summary") ? baselineSummary(report) : print(report));
    return report.isThere && report.rows.some(isBeyond) ? EXIT.blocked : EXIT.pass;
  },
};

/** Once it is written, the report is of what it lists then. */
function reportOf({ baseline: old, found, shrunk }: BaselineLook, isWritten: boolean): BaselineReport {
  const listed = isWritten ? shrunk : (old ?? new Map());
  return { isThere: isWritten || old !== undefined, isWritten, rows: baselineRows(listed, found) };
}
