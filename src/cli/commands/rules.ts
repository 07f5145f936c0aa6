import { EXIT } from "../../model/exit.ts";
import { nameWidth, wrap } from "../../report/terminal-text.ts";
import { rules } from "../../rules/index.ts";
import type { Command } from "../command.ts";
import { formatOf } from "../format.ts";

export const rulesCommand: Command = {
  name: "rules",
  summary: "Lists every rule with what it holds.",
  usage: "[--format pretty|json]",
  flags: { format: { value: "pretty|json", help: "text for people, or JSON: [{id, summary, options}]" } },
  examples: [{ line: "arkitekt rules", says: "one line a rule; `arkitekt explain <rule>` shows its page" }],
  async run(input, { stdout }) {
    if (formatOf(input) === "json") {
      const list = rules.map(({ id, summary, options }) => ({ id, summary, options }));
      stdout.write(`${JSON.stringify(list, undefined, 2)}\n`);
      return EXIT.pass;
    }
    const column = nameWidth(rules.map(({ id }) => id));
    const indent = " ".repeat(column);
    const lines = rules.map(
      ({ id, summary }) => stdout.paint.cyan(id.padEnd(column)) + wrap(summary, stdout.columns, indent),
    );
    stdout.write(`${lines.join("\n")}\n`);
    return EXIT.pass;
  },
};
