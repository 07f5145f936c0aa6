// `npm run check`: what CI runs after `npm test`. Each step says what it holds; the first that fails doesn't hide the others.
import { spawnSync } from "node:child_process";

const steps: readonly (readonly [string, readonly string[]])[] = [
  ["types", ["npm", "run", "--silent", "types"]],
  ["lint and format", ["npx", "--no-install", "biome", "check", "--error-on-warnings", "."]],
  ["dead code", ["npx", "--no-install", "knip", "--no-progress"]],
  // What tests alone use is dead, too; `@internal` marks what is there for them, or for a caller that is still to come.
  ["dead code in what ships", ["npx", "--no-install", "knip", "--production", "--no-progress"]],
  ["generated files are up to date", ["node", "--import", "tsx", "tools/generate.ts", "--check"]],
  ["slow tests", ["node", "--import", "tsx", "test/run.ts", "--slow"]],
];

const failed: string[] = [];
for (const [name, [program = "", ...args]] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? "\ncheck: all good\n" : `\ncheck: failed: ${failed.join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
