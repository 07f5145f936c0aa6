import { showPath } from "../base/repo-path.ts";
import type { Elsewhere, Explanation, Provenance, Row } from "./explain-policy.ts";
import type { Branches } from "./policy.ts";

/** What is in force, a value a line, each with where it comes from. Ends in a newline. */
export function printPolicy({ path, extends: preset, branch, file, rows, elsewhere }: Explanation): string {
  const head = [
    `policy  ${showPath(path)}${preset === undefined ? "" : `, extends ${preset}`}`,
    ...(branch === undefined ? [] : [`branch  ${branch}`]),
    ...(file === undefined ? [] : [`file    ${showPath(file)}`]),
  ];
  const width = Math.max(...rows.map(({ key }) => key.length));
  const others = elsewhere.length === 0 ? [] : ["", "not in force here:", ...elsewhere.map(otherLine)];
  return `${[...head, "", ...rows.map((row) => line(row, width)), ...others].join("\n")}\n`;
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

function line({ key, value, from }: Row, width: number): string {
  return `${key.padEnd(width)}  ${JSON.stringify(value)}  # ${showProvenance(from)}`;
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
