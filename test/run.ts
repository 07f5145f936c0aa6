// The test runner: each test file in a process of its own, as many at once as there are processors.
//
//   npm test                     every file but *.slow.test.ts
//   npm test -- --slow           the *.slow.test.ts files alone: what `npm run check` runs after it
//   npm test -- --all            every file
//   npm test -- git/ rules/path  the files whose path holds one of these words
//
// It fails when a file runs no test, when a word matches no file, and when a file ends without its tally.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../tools/bundle.mjs";
import { bundleTests } from "../tools/bundle-tests.mjs";
import type { Tally } from "./support/suite.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

interface Outcome {
  readonly file: string;
  readonly tally: Tally | undefined;
  readonly code: number | null;
  readonly output: string;
  readonly seconds: number;
}

const FLAGS = ["--all", "--slow"];
const words = process.argv.slice(2).filter((word) => !FLAGS.includes(word));
const slowAlone = process.argv.includes("--slow");
const slowToo = process.argv.includes("--all") || slowAlone || words.length > 0;
const files = choose(words, slowToo, !slowAlone);
await bundle(join(here, "../dist"));
const bundled = await bundleTests(files);
// What a test that kills its programs leaves behind goes with the run.
const place = mkdtempSync(join(tmpdir(), "arkitekt-tests-"));
// Some tests run as another user.
chmodSync(place, 0o1777);
process.on("exit", () => {
  for (const folder of [place, bundled.folder]) rmSync(folder, { recursive: true, force: true });
});
const outcomes = await runAll(files);
process.exitCode = report(outcomes);

function choose(wanted: readonly string[], slowOnes: boolean, quickOnes: boolean): string[] {
  const found = readdirSync(here, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("fixtures/"))
    .filter((path) => (isSlow(path) ? slowOnes : quickOnes))
    .sort();
  const unmatched = wanted.filter((word) => !found.some((path) => path.includes(word)));
  if (unmatched.length > 0 || found.length === 0) {
    process.stderr.write(`no test file matches: ${unmatched.join(", ") || "test/**/*.test.ts"}\n`);
    process.exit(1);
  }
  const chosen =
    wanted.length === 0 ? found : found.filter((path) => wanted.some((word) => path.includes(word)));
  // The long ones first, so that none of them is left to run alone at the end.
  return [...chosen.filter(isSlow), ...chosen.filter((path) => !isSlow(path))].map((path) =>
    join(here, path),
  );
}

function isSlow(path: string): boolean {
  return path.endsWith(".slow.test.ts");
}

async function runAll(paths: readonly string[]): Promise<Outcome[]> {
  const waiting = [...paths];
  const done: Outcome[] = [];
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const outcome = await run(path);
      done.push(outcome);
      process.stdout.write(line(outcome));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  return done;
}

function run(file: string): Promise<Outcome> {
  const begun = performance.now();
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--enable-source-maps", bundled.runFile, bundled.of(file)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, NO_COLOR: "1", TMPDIR: place },
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const output = Buffer.concat(chunks).toString("utf8");
      const last = /\n@tally (\{.*\})\n/.exec(output)?.[1];
      const tally = last === undefined ? undefined : (JSON.parse(last) as Tally);
      resolve({ file, code, output, tally, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

function isGood({ code, tally }: Outcome): boolean {
  return code === 0 && tally !== undefined && tally.failed === 0 && tally.passed + tally.skipped > 0;
}

function line(outcome: Outcome): string {
  const name = relative(here, outcome.file);
  const { tally } = outcome;
  const counts = tally
    ? `${tally.passed} passed${tally.skipped ? `, ${tally.skipped} skipped` : ""}`
    : "no tally";
  const time = `${outcome.seconds.toFixed(1)} s`;
  if (isGood(outcome)) return `ok    ${name}  ${counts}  ${time}\n`;
  const why = tally && tally.passed + tally.failed + tally.skipped === 0 ? "it ran no test\n" : "";
  return `FAIL  ${name}  ${counts}  ${time}\n${why}${outcome.output.replaceAll(/^/gm, "      ")}\n`;
}

function report(done: readonly Outcome[]): number {
  const sum = (pick: (tally: Tally) => number) =>
    done.reduce((total, { tally }) => total + (tally ? pick(tally) : 0), 0);
  const bad = done.filter((outcome) => !isGood(outcome));
  const failed = sum((tally) => tally.failed) + bad.filter(({ tally }) => !tally?.failed).length;
  if (bad.length > 0) {
    process.stdout.write(`\nfailed: ${bad.map(({ file }) => relative(here, file)).join(", ")}\n`);
  }
  // What a machine leaves out is said where the tally is, so that nobody takes it for tested.
  const left = done.flatMap(({ output }) => output.match(/^ {2}skipped: .*$/gm) ?? []).sort();
  if (left.length > 0) process.stdout.write(`\nleft out on this machine:\n${left.join("\n")}\n`);
  const skipped = sum((tally) => tally.skipped);
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  process.stdout.write(`\n${sum((tally) => tally.passed)} passed, ${failed} failed${tail}\n`);
  return bad.length > 0 ? 1 : 0;
}
