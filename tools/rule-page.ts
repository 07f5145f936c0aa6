// The section "Options" of a rule's page, made from what the rule states of its options.
import type { JsonSchema } from "../src/model/option.ts";
import type { Rule } from "../src/rule/rule.ts";
import { table } from "./marked.ts";

/** The page with the options as the rule has them now. */
export function withOptions(page: string, { options }: Pick<Rule, "options">): string {
  const rows = rowsOf(options.schema, "");
  const made = rows.length === 0 ? "None.\n" : table(["option", "default", "meaning"], rows);
  return page.replace(/\n## Options\n[\s\S]*?\n(?=## )/, () => `\n## Options\n\n${made}\n`);
}

/** A row to each option, and below it to each that it consists of: `strict.files`, `greps[].pattern`. */
function rowsOf(schema: JsonSchema, around: string): string[][] {
  const { properties = {}, required = [] } = schema as Parts;
  return Object.entries(properties).flatMap(([name, part]) => {
    const isNeeded = required.includes(name);
    const within = part.items?.properties === undefined ? part : part.items;
    const rows = rowsOf({ ...within }, `${around}${name}${within === part ? "." : "[]."}`);
    return [[`\`${around}${name}\``, isNeeded ? "required" : shown(part.default), part.description], ...rows];
  });
}

interface Parts {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
}

interface Part extends Parts {
  readonly description: string;
  readonly default?: unknown;
  readonly items?: Parts;
}

function shown(value: unknown): string {
  return value === undefined ? "" : `\`${JSON.stringify(value)}\``;
}
