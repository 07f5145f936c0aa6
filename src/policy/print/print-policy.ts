import { showPath } from "../../base/repo-path.ts";
import type { Branches } from "../policy.ts";
import type { Elsewhere, Explanation, Provenance, Row } from "./explain-policy.ts";

/** How it is shown: colours, and the columns there are; without columns a value never takes more than its line. */
export interface Look {
  dim(text: string): string;
  readonly width: number;
}

const PLAIN: Look = { dim: (text) => text, width: Number.POSITIVE_INFINITY };

/** What is in force, one value a line, each with where it comes from. Ends in a newline. */
export function printPolicy(explanation: Explanation, look: Look = PLAIN): string {
  const { path, extends: preset, branch, file, rows, elsewhere } = explanation;
  const head = [
    `policy  ${showPath(path)}${preset === undefined ? "" : `, extends ${preset}`}`,
    ...(branch === undefined ? [] : [`branch  ${branch}`]),
    ...(file === undefined ? [] : [`file    ${showPath(file)}`]),
  ];
  const width = Math.max(...rows.map(({ key }) => key.length));
  const others = elsewhere.length === 0 ? [] : ["", "not in force here:", ...elsewhere.map(otherLine)];
  return `${[...head, "", ...rows.map((row) => line(row, width, look)), ...others].join("\n")}\n`;
}

/** The same for programs: one JSON document that ends in a newline. */
export function policyJson({ path, extends: preset, branch, file, rows, elsewhere }: Explanation): string {
  const values = Object.fromEntries(rows.map(({ key, value, from }) => [key, { value, from }]));
  const document = {
    version: 1,
    path,
    extends: preset ?? null,
    branch: branch ?? null,
    file: file ?? null,
    values,
    elsewhere,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function line({ key, value, from }: Row, width: number, look: Look): string {
  const text = JSON.stringify(value);
  const origin = `# ${showProvenance(from)}`;
  const name = key.padEnd(width);
  if (width + text.length + origin.length + 4 <= look.width) return `${name}  ${text}  ${look.dim(origin)}`;
  return [`${name}  ${look.dim(origin)}`, ...folded(value, look.width).map((part) => `    ${part}`)].join(
    "\n",
  );
}

/** A list too long for a line, as many of its items as fit on each. */
function folded(value: unknown, width: number): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return [JSON.stringify(value)];
  const lines: string[] = [];
  for (const item of value.map((each) => JSON.stringify(each))) {
    const longer = `${lines.at(-1)}, ${item}`;
    if (lines.length > 0 && longer.length < width - 5) lines.splice(-1, 1, longer);
    else {
      if (lines.length > 0) lines.splice(-1, 1, `${lines.at(-1)},`);
      lines.push(item);
    }
  }
  return lines.map(
    (part, index) => `${index === 0 ? "[" : " "}${part}${index === lines.length - 1 ? "]" : ""}`,
  );
}

function otherLine({ from, branches, files, rules }: Elsewhere): string {
  const where = [
    ...(branches === undefined ? [] : [branchesText(branches)]),
    ...(files === undefined ? [] : [`files ${files.join(", ")}`]),
  ];
  return `  ${showProvenance(from)}  ${where.join("; ")}: ${rules.join(", ")}`;
}

function branchesText(branches: Branches): string {
  if (branches === "agents") return "agent branches";
  return branches === "people" ? "all but agent branches" : `branches ${branches.join(", ")}`;
}

function showProvenance(from: Provenance): string {
  if (from.kind === "default") return "default";
  const override = from.override === undefined ? "" : `, overrides[${from.override}]`;
  if (from.kind === "preset") return `${from.name}${override}`;
  return `${showPath(from.path)}${from.at === undefined ? "" : `:${from.at.line}`}${override}`;
}
