// Writes test/fixtures/lua/verdicts.json: what luac5.3 says of generated programs, for machines that have no luac5.3.
//
//   node --import tsx test/lua/oracle/record-verdicts.ts
//
// The programs come from the project's own grammar and limit families; the seed is fixed, so that a run changes nothing
// unless grammar, families or luac5.3 have changed.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { FAR_FAMILIES, filled } from "./far-families.ts";
import { brokenPrograms, soundPrograms } from "./grammar.ts";
import { FAMILIES } from "./limit-families.ts";
import { luacVerdict } from "./luac.ts";

const SEED = 53;

const programs = [
  ...fc.sample(soundPrograms, { seed: SEED, numRuns: 500 }),
  ...fc.sample(brokenPrograms, { seed: SEED, numRuns: 700 }),
].filter((program) => program.length < 400);
const recorded = {
  programs: [...new Set(programs)].map((program) => [program, luacVerdict(program)]),
  families: Object.fromEntries(
    Object.entries(FAMILIES).map(([name, { make, near }]) => [
      name,
      [...new Set(near)].map((size) => [size, luacVerdict(make(size)) === "ok" ? 1 : 0]),
    ]),
  ),
};

/** The largest filling that luac accepts. */
function farthest(text: string): number {
  let [accepted, refused] = [0, 140_000];
  while (refused - accepted > 1) {
    const middle = (accepted + refused) >> 1;
    if (luacVerdict(filled(text, middle)) === "ok") accepted = middle;
    else refused = middle;
  }
  return accepted;
}

const farthestOf = Object.fromEntries(
  Object.entries(FAR_FAMILIES).map(([name, text]) => [name, farthest(text)]),
);
const lines = [
  '{"programs":[',
  recorded.programs.map((entry) => JSON.stringify(entry)).join(",\n"),
  '],"families":{',
  Object.entries(recorded.families)
    .map(([name, sizes]) => `${JSON.stringify(name)}:${JSON.stringify(sizes)}`)
    .join(",\n"),
  '},"farthest":',
  `${JSON.stringify(farthestOf, null, 1)}}\n`,
];
writeFileSync(fileURLToPath(new URL("../../fixtures/lua/verdicts.json", import.meta.url)), lines.join("\n"));
