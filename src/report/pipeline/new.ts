import { count, headed } from "../../base/wording.ts";
import type { NewPipeline } from "../../model/task/pipeline-report.ts";
import type { Printers } from "../format.ts";
import { record, text } from "../task/index.ts";
import { line } from "../task/page.ts";
import type { Page } from "../terminal-text.ts";

export const newPipelinePrinters: Printers<(made: NewPipeline, page: Page) => string> = {
  pretty({ path, isIgnored, phases, title, flag }, page) {
    const { paint } = page;
    const ignored = "Git ignores it: it is read from the disk, and counts in this working tree alone";
    return text([
      headed(
        `wrote ${path}: ${count(phases.length, "phase")}, ${phases.join(", ")}`,
        paint.green,
        paint.bold,
      ),
      ...(isIgnored ? [line(ignored, page, 2)] : []),
      line("say in it what each phase is to do, then:", page, 2),
      `    arkitekt pipeline check${flag}`,
      ...(isIgnored ? [] : [`    git add ${path} && git commit -m "${title}"`]),
      `    arkitekt pipeline plan${flag}`,
    ]);
  },
  json: ({ path, isIgnored, phases, title }) => record({ path, ignored: isIgnored, phases, title }),
};
