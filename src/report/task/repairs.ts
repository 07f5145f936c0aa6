import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import type { TaskRemark } from "../../model/task.ts";
import type { Printers } from "../format.ts";
import type { Page } from "../terminal-text.ts";
import { record, text } from "./index.ts";
import { remarkLine, remarkRecord } from "./page.ts";

interface Repaired {
  readonly path: RepoPath;
  readonly repairs: readonly TaskRemark[];
  readonly isWritten: boolean;
}

export const repairPrinters: Printers<(repaired: Repaired, page: Page) => string> = {
  pretty({ path, repairs, isWritten }, page) {
    const where = showPath(path);
    if (repairs.length === 0) return `${where} is valid JSON: nothing to repair\n`;
    const what = `${count(repairs.length, "place")} in ${where}`;
    return text([
      ...repairs.map((repair) => remarkLine(repair, page)),
      isWritten ? `repaired ${what}` : `${what} to repair: arkitekt task fmt ${where}`,
    ]);
  },
  json: ({ path, repairs, isWritten }) =>
    record({ path, written: isWritten && repairs.length > 0, repairs: repairs.map(remarkRecord) }),
};
