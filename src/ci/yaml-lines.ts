// The little of YAML that a workflow needs. A text is written as JSON, which is YAML: nothing in it can end it.

const text = (value: string): string => JSON.stringify(value);

/** What GitHub puts in a value's place before anything runs. */
export const expression = (code: string): string => `\${{ ${code} }}`;

export const list = (values: readonly string[]): string => `[${values.map(text).join(", ")}]`;

export function indented(lines: string, by: number): string {
  const space = " ".repeat(by);
  return lines.replace(/^(?=[^\n])/gm, space);
}

export interface WorkflowStep {
  readonly name: string;
  readonly id?: string;
  readonly condition?: string;
  /** Values are texts or expressions of GitHub; a shell sees either only as a variable. */
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export function runStep({ name, id, condition, env = {}, run }: WorkflowStep): string {
  const variables = Object.entries(env).map(([key, value]) => `    ${key}: ${text(value)}\n`);
  return [
    `- name: ${text(name)}\n`,
    id === undefined ? "" : `  id: ${id}\n`,
    condition === undefined ? "" : `  if: ${text(condition)}\n`,
    variables.length === 0 ? "" : `  env:\n${variables.join("")}`,
    `  run: |\n${indented(run, 4)}`,
  ].join("");
}
