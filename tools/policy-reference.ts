// The lists of docs/policy.md, made from the schema, the preset and the rules. The prose around them is written by hand.
import { type Explanation, explainPolicy } from "../src/policy/print/explain-policy.ts";
import { readPolicyFile } from "../src/policy/read/read-policy.ts";
import { keysOf, schemaAt, sidesOf } from "../src/policy/schema/schema-at.ts";
import { rules } from "../src/rules/index.ts";

/** Every key of the policy, and every rule with its level. */
export async function policyReference(old: string): Promise<string> {
  const bare = valuesOf(await explain("{}"));
  const preset = valuesOf(await explain('{"extends":"playbook-v5"}'));
  const onAgents = valuesOf(await explain('{"extends":"playbook-v5"}', "codex/task"));
  return replacePart(replacePart(old, "keys", keyList(bare, preset)), "rules", ruleTable(preset, onAgents));
}

type Values = ReadonlyMap<string, unknown>;

function keyList(bare: Values, preset: Values): string {
  return keysOf(schemaAt([]))
    .flatMap((key) => {
      const inner = keysOf(schemaAt([key]));
      return inner.length === 0 || key === "rules" ? [[key]] : inner.map((name) => [key, name]);
    })
    .map((path) => `- \`${path.join(".")}\`: ${meaning(path)}${values(path.join("."), bare, preset)}`)
    .join("\n");
}

function values(name: string, bare: Values, preset: Values): string {
  const normal = show(bare.get(name));
  const special = show(preset.get(name));
  const own = normal === "" ? "" : ` Default: ${normal}.`;
  return special === normal ? own : `${own} In \`playbook-v5\`: ${special}.`;
}

function ruleTable(preset: Values, onAgents: Values): string {
  const rows = rules.map(({ id, summary }) => {
    const level = String(preset.get(`rules.${id}`));
    const agents = String(onAgents.get(`rules.${id}`));
    return [`\`${id}\``, summary, level, agents === level ? "" : agents];
  });
  return table(["rule", "what it holds", "in `playbook-v5`", "on agent branches"], rows);
}

/** A Markdown table with its columns lined up, as the formatter wants it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function meaning(path: readonly string[]): string {
  const schema = schemaAt(path) ?? {};
  const item = sidesOf(schema)[0]?.["items"];
  const inner = keysOf(typeof item === "object" && item !== null ? { ...item } : undefined);
  const fields = inner.length === 0 ? "" : ` Each has ${inner.map((name) => `\`${name}\``).join(", ")}.`;
  return `${String(schema["description"] ?? "")}${fields}`;
}

function show(value: unknown): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "";
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => `\`${typeof item === "string" ? item : JSON.stringify(item)}\``).join(" ");
}

async function explain(text: string, branch?: string): Promise<Explanation> {
  const found = await readPolicyFile(".arkitektrc.json", Buffer.from(text));
  if (!found.ok || found.value === undefined) throw new Error(`not a policy: ${text}`);
  return explainPolicy(found.value, branch === undefined ? {} : { branch });
}

function valuesOf({ rows }: Explanation): Values {
  return new Map(rows.map(({ key, value }) => [key, value]));
}

function replacePart(text: string, name: string, part: string): string {
  const [before, rest] = split(text, `<!-- ${name}: written by npm run generate -->\n`);
  const [, after] = split(rest, `<!-- /${name} -->`);
  return `${before}<!-- ${name}: written by npm run generate -->\n\n${part}\n\n<!-- /${name} -->${after}`;
}

function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`docs/policy.md has lost its mark ${mark.trim()}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
