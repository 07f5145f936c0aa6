import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import { EXIT } from "../../model/exit.ts";
import type { Printers } from "../../report/format.ts";
import { nameWidth, wrap } from "../../report/terminal-text.ts";
import { rules } from "../../rules/index.ts";
import type { Output } from "../../system/world.ts";

const PRINTERS: Printers<(stdout: Output) => string> = {
  pretty({ paint, columns }) {
    const column = nameWidth(rules.map(({ id }) => id));
    const indent = " ".repeat(column);
    return rules
      .map(({ id, summary }) => `${paint.cyan(id.padEnd(column))}${wrap(summary, columns, indent)}\n`)
      .join("");
  },
  json() {
    const list = rules.map(({ id, summary, options }) => ({ id, summary, options }));
    return `${JSON.stringify(list, undefined, 2)}\n`;
  },
};

export const rulesCommand: Command = {
  name: "rules",
  about: "Lists every rule with what it holds.",
  flags: { format: formatFlag(PRINTERS) },
  examples: [{ line: "arkitekt rules", says: "one line a rule; `arkitekt explain <rule>` shows its page" }],
  async run(input, { stdout }) {
    stdout.write(printerOf(input, PRINTERS)(stdout));
    return EXIT.pass;
  },
};
