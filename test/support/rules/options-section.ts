// The section "Options" of a rule's page, made from its schema.
import { rules } from "../../../src/rules/index.ts";

interface Property {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
}

/** The page with its options as the schema has them. */
export function withOptions(page: string, id: string): string {
  const rule = rules.find((each) => each.id === id);
  const properties = (rule?.options["properties"] ?? {}) as Readonly<Record<string, Property>>;
  return page.replace(/\n## Options\n[\s\S]*?\n(?=## )/, () => `\n## Options\n\n${tableOf(properties)}\n\n`);
}

function tableOf(properties: Readonly<Record<string, Property>>): string {
  const rows = rowsOf(properties, "");
  if (rows.length === 0) return "None.";
  return ["| option | default | meaning |", "|---|---|---|", ...rows].join("\n");
}

function rowsOf(properties: Readonly<Record<string, Property>>, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const nested = property.properties === undefined ? [] : rowsOf(property.properties, `${prefix}${name}.`);
    const value = nested.length > 0 ? "" : `\`${JSON.stringify(property.default)}\``;
    return [`| \`${prefix}${name}\` | ${value} | ${property.description ?? ""} |`, ...nested];
  });
}
