// `npm run eval [-- --ask]`: writes docs/precision.md. `--ask` shows what still needs a judgement, with its code.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { luaFiles } from "../bench/corpus.ts";
import { pathOf, spanOf } from "../src/model/place.ts";
import { findEverything, type Said } from "./findings.ts";
import { firstChanges, firstChangeTable } from "./first-changes.ts";
import { firstPolicies, firstPolicyTable } from "./first-policies.ts";
import { makeHistory } from "./history.ts";
import { newLines } from "./new-lines.ts";
import { byFirstChange, byFirstPolicy, byUnseen, page } from "./page.ts";
import { judgementsFile, missedOf, readJudgements, sampleOf } from "./sample.ts";
import { unseen } from "./unseen.ts";
import { agreements, agreementTable } from "./versions.ts";

const precision = fileURLToPath(new URL("../docs/precision.md", import.meta.url));
if (process.argv.includes("--unseen")) {
  writeFileSync(precision, withSection(readFileSync(precision, "utf8"), byUnseen(unseen())));
  process.exit();
}
if (process.argv.includes("--first-policies")) {
  const { found, open } = firstPolicies();
  writeFileSync(
    precision,
    withSection(readFileSync(precision, "utf8"), byFirstPolicy({ firstPolicies: found })),
  );
  process.stdout.write(`${firstPolicyTable(found)}\n`);
  for (const line of open) process.stderr.write(`${line}\n`);
  process.exit(open.length > 0 ? 1 : 0);
}

if (process.argv.includes("--first-changes")) {
  const found = firstChanges();
  const section = byFirstChange({ firstChanges: found });
  writeFileSync(precision, withSection(readFileSync(precision, "utf8"), section));
  process.stdout.write(`${firstChangeTable(found)}\n`);
  process.exit(found.some(({ odd }) => odd.some(({ why }) => why === undefined)) ? 1 : 0);
}

const isAsking = process.argv.includes("--ask");
const history = makeHistory();
const everything = await findEverything(history);
const judgements = readJudgements();
const samples = sampleOf(everything, judgements);
const missed = missedOf(history, everything, judgements);
const unexplained = missed.filter(({ why }) => why === undefined);
const drawn = [...samples.values()].flat();
const open = drawn.flatMap((each) => (each.kind === "open" ? [each.said] : []));

if (isAsking) for (const said of open) process.stdout.write(`${question(said)}\n\n`);
else {
  const versions = agreements();
  process.stdout.write(`${agreementTable(versions)}\n`);
  const found = newLines();
  const first = firstPolicies();
  process.stdout.write(`${firstPolicyTable(first.found)}\n`);
  for (const line of first.open) process.stderr.write(`${line}\n`);
  if (first.open.length > 0) process.exitCode = 1;
  writeFileSync(
    precision,
    page({
      files: luaFiles().length,
      history,
      everything,
      samples,
      missed,
      versions,
      newLines: found,
      firstPolicies: first.found,
      firstChanges: firstChanges(),
    }),
  );
  if (versions.some((each) => each.missed + each.extra > 0)) process.exitCode = 1;
}
const keys = new Set([...drawn.map(({ said }) => said.key), ...missed.map(({ key }) => key)]);
const stale = Object.keys(judgements).filter((key) => !keys.has(key));
if (stale.length > 0)
  process.stderr.write(`${stale.length} judgements are of no use any more:\n${stale.join("\n")}\n`);
if (open.length + unexplained.length > 0) {
  process.stderr.write(`${open.length} findings are not judged in ${judgementsFile}: --ask shows them\n`);
  process.stderr.write(`${unexplained.length} faults are missed without a word why:\n`);
  for (const { key, commit } of unexplained) process.stderr.write(`${commit.id.slice(0, 8)} ${key}\n`);
  process.exitCode = 1;
}

/** The page with that section in the place of its older self, or before what was drawn. */
function withSection(text: string, section: string): string {
  const [title = ""] = section.split("\n", 1);
  const parts = text.split(/^(?=## )/m);
  const own = parts.findIndex((part) => part.startsWith(`${title}\n`));
  const at = own >= 0 ? own : parts.findIndex((part) => part.startsWith("## Worth a word"));
  return parts.toSpliced(at, own >= 0 ? 1 : 0, `${section}\n`).join("");
}

function question({ key, finding, commit }: Said): string {
  const { place } = finding;
  const at = `${pathOf(place) ?? ""}:${spanOf(place)?.start.line ?? ""}`;
  const details = (finding.details ?? []).map((line) => `    ${line}\n`).join("");
  return `${JSON.stringify(key)}\n  ${finding.level} ${at} ${commit?.id.slice(0, 8) ?? ""}\n  ${place.kind === "span" ? place.line.trim() : ""}\n${details}`;
}
