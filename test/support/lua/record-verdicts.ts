// Writes test/fixtures/lua/verdicts/<version>.json: what each compiler says of generated programs, for machines that have none.
//
//   node --import tsx test/support/lua/record-verdicts.ts [version …]
//
// The programs come from the project's own grammar and limit families; the seed is fixed, so that a run changes nothing
// unless grammar, families or compilers have changed.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { LUA_VERSIONS, type LuaVersion } from "../../../src/model/lua-version.ts";
import { FAR_FAMILIES, filled } from "./far-families.ts";
import { brokenPrograms, soundPrograms } from "./grammar.ts";
import { FAMILIES } from "./limit-families.ts";
import { compiledVerdict } from "./reference.ts";

const SEED = 53;
/** Each far family takes a minute: all are asked for the default alone. */
const FEW = 4;

const asked = process.argv.slice(2);
for (const version of LUA_VERSIONS) if (asked.length === 0 || asked.includes(version)) record(version);

function record(version: LuaVersion): void {
  const verdict = (program: string) => compiledVerdict(version, program);
  const programs = [
    ...fc.sample(soundPrograms, { seed: SEED, numRuns: 500 }),
    ...fc.sample(brokenPrograms, { seed: SEED, numRuns: 700 }),
  ].filter((program) => program.length < 400);
  const lines = [
    '{"programs":[',
    [...new Set(programs)].map((program) => JSON.stringify([program, verdict(program)])).join(",\n"),
    '],"families":{',
    Object.entries(FAMILIES)
      .map(([name, { make, near }]) => {
        const sizes = [...new Set(near)].map((size) => [size, verdict(make(size)) === "ok" ? 1 : 0]);
        return `${JSON.stringify(name)}:${JSON.stringify(sizes)}`;
      })
      .join(",\n"),
    '},"farthest":',
    `${JSON.stringify(farthestOf(version, verdict), null, 1)}}\n`,
  ];
  const folder = new URL("../../fixtures/lua/verdicts/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileURLToPath(new URL(`${version}.json`, folder)), lines.join("\n"));
}

/** The largest filling that is accepted, of texts that this version reads and whose jumps do not reach as far as we ask. */
function farthestOf(
  version: LuaVersion,
  verdict: (program: string) => string,
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, text] of Object.entries(FAR_FAMILIES).slice(0, version === "5.3" ? undefined : FEW)) {
    if (verdict(filled(text, 0)) !== "ok") continue;
    let [accepted, refused] = [0, 140_000];
    if (verdict(filled(text, refused)) === "ok") continue;
    while (refused - accepted > 1) {
      const middle = (accepted + refused) >> 1;
      if (verdict(filled(text, middle)) === "ok") accepted = middle;
      else refused = middle;
    }
    found[name] = accepted;
  }
  return found;
}
