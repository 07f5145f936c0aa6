// What install, uninstall and doctor did or found, for people: 80 columns, one thing a line, the next step last.

import { basename, isAbsolute, relative } from "node:path";
import { count, list } from "../base/wording.ts";
import { type Paint, printable, wrap } from "../report/terminal-text.ts";
import type { Survey } from "../survey/survey.ts";
import type { DoctorReport, GateState } from "./doctor/doctor.ts";
import type { ProbeOutcome } from "./doctor/prove.ts";
import type { InstallReport, SubmoduleReport } from "./gate/install-report.ts";
import type { UninstallReport } from "./gate/uninstall.ts";

const WIDTH = 80;

/** `proof` is what the policy that was drawn up would have done to the past. */
export function describeInstall(report: InstallReport, paint: Paint, proof?: string): string {
  const place = printable(report.workTree ?? report.hooksFolder);
  const head = report.changed
    ? paint.green(`The gate stands in ${place}`)
    : `The gate stands in ${place}; nothing had to change`;
  const lines = [head, ...row("hooks", report.gated.join(", "))];
  for (const { folder, hooks } of report.chained) {
    const what = hooks.length === 0 ? "no hook yet" : hooks.join(", ");
    lines.push(...row("first", `${printable(shorten(folder, report))}: ${what}`));
  }
  if (report.usesHusky || report.runsHusky) lines.push(...row("husky", huskyText(report)));
  lines.push(
    ...row("program", `${report.version}, a copy in the Git folder: works offline, without node_modules`),
  );
  lines.push(...agentLines(report));
  lines.push(...row("alias", aliasText(report.alias)));
  lines.push(...policyLines(report));
  if (proof !== undefined) lines.push("", ...indented(proof), ...(report.submodules.length > 0 ? [""] : []));
  lines.push(...report.submodules.flatMap(submoduleLines));
  return text([...lines, "", ...nextSteps(report).map((step) => paint.bold(step))]);
}

export function describeUninstall(report: UninstallReport, paint: Paint): string {
  if (!report.wasInstalled) return text(["There was no gate here; nothing was changed."]);
  const lines = [paint.green("The gate is taken out.")];
  for (const path of report.restored) lines.push(...row("restored", printable(path)));
  for (const path of report.removed) lines.push(...row("removed", printable(path)));
  for (const { path, why } of report.kept) lines.push(...row("left", `${printable(path)}: ${why}`));
  if (report.submodules.length > 0) {
    lines.push(...row("also", `the gates of ${count(report.submodules.length, "submodule")}`));
  }
  return text(lines);
}

export function describeDoctor(report: DoctorReport, paint: Paint): string {
  const lines = report.proofs.map(({ hook, offered, outcome }) => {
    const [mark, said] = outcomeText(outcome, paint);
    return `${mark} ${hook.padEnd(19)}${wrap(`${said}: ${offered}`, WIDTH, " ".repeat(21))}`;
  });
  for (const { weight, what, remedy } of report.weakSpots) {
    const mark = weight === "hole" ? paint.red("hole") : paint.yellow("flaw");
    lines.push(
      "",
      `${mark}  ${wrap(printable(what), WIDTH, "      ")}`,
      `      ${paint.dim("remedy:")} ${remedy}`,
    );
  }
  return text([...lines, "", standingText(report.standing, paint)]);
}

function standingText(standing: GateState, paint: Paint): string {
  switch (standing) {
    case "holds":
      return paint.green("The gate holds.");
    case "open":
      return paint.red("The gate does not hold: mend the holes above, then run `arkitekt doctor` again.");
    case "untried":
      return paint.yellow(
        "Whether the gate holds could not be tested: mend what is named above, then run `arkitekt doctor` again.",
      );
  }
}

function aliasText(alias: InstallReport["alias"]): string {
  return alias.kind === "ours"
    ? "`git arkitekt …` starts it in this clone"
    : `git arkitekt is an alias of yours, which stays: ${printable(alias.value)}`;
}

function huskyText({ huskyFiles, replacedHusky, runsHusky }: InstallReport): string {
  const facts = [
    ...(replacedHusky === undefined ? [] : [`core.hooksPath was ${printable(replacedHusky)}`]),
    runsHusky
      ? "what is in .husky runs before the gate"
      : "nobody set husky up in this clone, so what is in .husky does not run; to have it run: npx husky && npx arkitekt install",
    ...(huskyFiles.length === 0 ? [] : [`our lines are in ${count(huskyFiles.length, "file")} there`]),
  ];
  return facts.join("; ");
}

function agentLines({ agentFiles, workTree }: InstallReport): readonly string[] {
  if (agentFiles.length === 0) return [];
  const names = agentFiles.map((file) => relative(workTree ?? "", file));
  const trust = names.some((name) => name.startsWith(".codex"))
    ? "; Codex runs a hook once you have trusted it: /hooks"
    : "";
  return row("agents", `${names.join(", ")}: their hook systems ask the gate${trust}`);
}

function policyLines({ policy }: InstallReport): readonly string[] {
  switch (policy.kind) {
    case "kept":
      return row("policy", `${policy.path}, as it is`);
    case "bare":
      return row("policy", "none: a bare repository has no working tree to start one in");
    case "write":
      return [
        ...row("policy", `${basename(policy.path)}, new, from what the tree and its history show:`),
        ...factLines(policy.survey),
      ];
  }
}

function indented(proof: string): readonly string[] {
  const lines = proof.trimEnd().split("\n");
  return lines.map((line) => (line === "" ? "" : `  ${printable(line)}`));
}

/** A line for each thing that was inferred, and below it what it was read from. */
function factLines({ facts }: Survey): readonly string[] {
  return facts.flatMap(({ key, says, from }) => [
    ...row("", `${`${key}:`.padEnd(16)} ${printable(says)}`),
    ...row("", `${" ".repeat(17)}(${printable(from)})`),
  ]);
}

function submoduleLines(report: SubmoduleReport): readonly string[] {
  switch (report.kind) {
    case "gated":
      return row("submodule", `${printable(report.path)}, gated too`);
    case "no-policy":
      return row("submodule", `${printable(report.path)} has no policy and is not gated`);
    case "refused":
      return row("submodule", `${printable(report.path)} is not gated: ${printable(report.why.message)}`);
  }
}

function nextSteps({
  policy,
  huskyFiles,
  agentFiles,
  ignored,
  workTree,
  changed,
}: InstallReport): readonly string[] {
  const files = [
    ...(policy.kind === "write" ? [basename(policy.path)] : []),
    ...(huskyFiles.length > 0 ? [".husky"] : []),
    ...agentFiles.map((file) => relative(workTree ?? "", file)),
  ];
  if (files.length > 0)
    return [
      `Next: read ${list(files, "and")}, then commit ${files.length > 1 ? "them" : "it"}:`,
      `  git add ${ignored.length > 0 ? "-f " : ""}${files.map((file) => `:/${file}`).join(" ")} &&`,
      `  git commit -m "install_gate: add the ${policy.kind === "write" ? "policy" : "gate's files"}"`,
      ...(ignored.length > 0
        ? [
            `  (-f, because Git ignores ${list(
              ignored.map((file) => relative(workTree ?? "", file)),
              "and",
            )} here)`,
          ]
        : []),
    ];
  return changed ? ["Next: `arkitekt doctor` proves it."] : [];
}

function outcomeText(outcome: ProbeOutcome, paint: Paint): readonly [mark: string, said: string] {
  switch (outcome.kind) {
    case "refused":
      return [paint.green("✓"), "refused"];
    case "allowed":
      return [paint.green("✓"), "looked at, and allowed by the policy"];
    case "cannot-look":
      return [paint.yellow("!"), `stopped, but the gate can't look (${printable(outcome.said)})`];
    case "not-reached":
      return [paint.yellow("!"), `not tried, Git stopped before (${printable(outcome.said)})`];
    case "ungated":
      return [paint.red("✗"), "went through"];
  }
}

function row(label: string, value: string): readonly string[] {
  return [`  ${label.padEnd(11)}${wrap(value, WIDTH, " ".repeat(13))}`];
}

function shorten(folder: string, { workTree }: InstallReport): string {
  if (workTree === undefined) return folder;
  const near = relative(workTree, folder);
  return near.startsWith("..") || !isAbsolute(folder) ? folder : near;
}

function text(lines: readonly string[]): string {
  const end = lines.findLastIndex((line) => line !== "");
  return `${lines.slice(0, end + 1).join("\n")}\n`;
}
