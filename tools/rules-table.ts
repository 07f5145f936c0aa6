import { playbookV5 } from "../src/policy/presets/playbook-v5.ts";
import { rules } from "../src/rules/index.ts";

const START = "<!-- rules: written by npm run generate -->\n";
const END = "<!-- end of rules -->";

/** The README with the table of the rules as they are: each with its page, its level in the preset, and what it holds. */
export function withRulesTable(readme: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md has lost its marks ${START.trim()} and ${END}`);
  return readme.slice(0, start + START.length) + table() + readme.slice(end);
}

function table(): string {
  const rows = rules.map(
    ({ id, summary }) => `| [${id}](docs/rules/${id}.md) | ${levelOf(id)} | ${summary} |`,
  );
  return ["| rule | in `playbook-v5` | what it holds |", "|---|---|---|", ...rows, ""].join("\n");
}

function levelOf(id: string): string {
  const setting = playbookV5.rules?.[id as keyof typeof playbookV5.rules];
  return (Array.isArray(setting) ? setting[0] : setting) ?? "off";
}
