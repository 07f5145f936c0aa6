import { playbookV5 } from "../src/policy/presets/playbook-v5.ts";
import { rules } from "../src/rules/index.ts";
import { table, withMarked } from "./marked.ts";

/** The README with the table of the rules as they are: each with its page, its level in the preset, and what it holds. */
export function withRulesTable(readme: string): string {
  const rows = rules.map(({ id, summary }) => [`[${id}](docs/rules/${id}.md)`, levelOf(id), summary]);
  return withMarked(readme, "rules", table(["rule", "in `playbook-v5`", "what it holds"], rows));
}

function levelOf(id: string): string {
  const setting = playbookV5.rules?.[id as keyof typeof playbookV5.rules];
  return (Array.isArray(setting) ? setting[0] : setting) ?? "off";
}
