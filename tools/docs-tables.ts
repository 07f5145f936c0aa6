// The tables of the pages that are made from tables of the program: commands, formats, hooks.
import { commands } from "../src/cli/commands/index.ts";
import type { Command } from "../src/command/command.ts";
import { spec } from "../src/handoff/commands/index.ts";
import { lintPrinters } from "../src/handoff/commands/lint.ts";
import { listPrinters } from "../src/handoff/commands/list.ts";
import { HOOKS } from "../src/hooks/table.ts";
import { FORMATS, type FormatName, type Printers } from "../src/report/format.ts";
import { patchPrinters } from "../src/report/patch/index.ts";
import { requirePrinters } from "../src/report/requires/index.ts";
import { shimPrinters } from "../src/report/shims/index.ts";
import { verdictPrinters } from "../src/report/verdict/index.ts";
import { table, withMarked } from "./marked.ts";

/** Every command with the page that says more, and every format with what is printed in it. */
export function commandsPage(page: string): string {
  const rows = commands.map(({ name, summary, docs }) => {
    const place = docs === "commands.md" ? `#${name}` : docs;
    return [`[\`${name}\`](${place})`, summary];
  });
  const named = withMarked(page, "commands", table(["command", "what it does"], rows));
  const formats = Object.entries(FORMATS).map(([name, is]) => [`\`${name}\``, is, printedIn(name)]);
  return withMarked(named, "formats", table(["format", "what it is", "what is printed in it"], formats));
}

export function handoffPage(page: string): string {
  const rows = spec.commands.map(({ name, about }: Command<never>) => [`\`${name}\``, about]);
  return withMarked(page, "commands", table(["command", "what it does"], rows));
}

export function architecturePage(page: string): string {
  const rows = Object.entries(HOOKS).map(([name, { judges, given }]) => [`\`${name}\``, judges, given]);
  return withMarked(page, "hooks", table(["hook", "judges", "is given"], rows));
}

/** What a format prints, by the table that it stands in. */
const PRINTED: Readonly<Record<string, Printers<unknown>>> = {
  "a verdict": verdictPrinters,
  "the map of `scan`": requirePrinters,
  "the list of `shims`": shimPrinters,
  "a judged patch": patchPrinters,
  "the list of `spec list`": listPrinters,
  "what `spec lint` finds": lintPrinters,
};

function printedIn(name: string): string {
  const found = Object.entries(PRINTED).filter(([, printers]) => printers[name as FormatName] !== undefined);
  return found.map(([what]) => what).join(", ");
}
