// What became of a server's gate, for people.
import { type Paint, printable } from "../../report/terminal-text.ts";
import type { ServerReport, ServerUninstall } from "./install-server.ts";

export function describeServer(
  { hook, prior, version, budget, changed }: ServerReport,
  paint: Paint,
): string {
  const head = changed
    ? paint.green("What is pushed here is judged from now on.")
    : "What is pushed here is judged; nothing had to change.";
  return text([
    head,
    `  hook      ${printable(hook)}`,
    ...(prior === undefined ? [] : [`  first     ${printable(prior)}`]),
    `  program   ${version}, a copy in the Git folder: works offline`,
    `  budget    ${budget} s: a push that takes longer to judge is refused`,
  ]);
}

export function describeServerUninstall(report: ServerUninstall, paint: Paint): string {
  if (!report.wasInstalled) return text(["There was no gate here; nothing was changed."]);
  return text([
    paint.green("The gate is taken out."),
    ...(report.restored === undefined ? [] : [`  restored  ${printable(report.restored)}`]),
    ...report.removed.map((path) => `  removed   ${printable(path)}`),
    ...(report.kept === undefined
      ? []
      : [`  kept      ${printable(report.kept)}: the hook before; another stands in its place`]),
  ]);
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
