// Runs one test file in this process; the last line of standard output is its tally, for test/run.ts to read.
import { pathToFileURL } from "node:url";

const queue = globalThis as unknown as { UVU_DEFER: number; UVU_QUEUE: unknown[][]; UVU_INDEX: number };
queue.UVU_DEFER = 1;
queue.UVU_QUEUE = [[null]];
queue.UVU_INDEX = 0;

const { exec } = await import("uvu");
const { startSuites, tally } = await import("./suite.ts");
const file = process.argv[2];
if (!file) throw new Error("name a test file");
await import(pathToFileURL(file).href);
startSuites();
await exec();
process.stdout.write(`\n@tally ${JSON.stringify(tally)}\n`);
