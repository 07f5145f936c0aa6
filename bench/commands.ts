import { readdirSync } from "node:fs";
import { join } from "node:path";
import { corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

const COMMANDS = [
  ["explain", "no-globals"],
  ["policy", "print"],
  ["spec", "list"],
] as const;

/** What people look things up with, by the copy in the Git folder, as `git arkitekt` calls it. */
export async function commands(): Promise<Figures> {
  const env = benchEnvironment();
  const folder = corpusRepository("commands");
  installGate(folder);
  const programs = join(git(folder, "rev-parse", "--absolute-git-dir").trim(), "arkitekt/program");
  const program = join(programs, readdirSync(programs)[0] ?? "", "dist/arkitekt.cjs");
  const run = (args: readonly string[]) =>
    void must(process.execPath, [program, ...args], { cwd: folder, env });
  const timings = sideBySide(
    [
      { name: "node -e 0", run: () => void must(process.execPath, ["-e", "0"], { env }) },
      ...COMMANDS.map((args) => ({ name: args.join(" "), run: () => run(args) })),
    ],
    21,
  );
  const times = ratios(timings, "node -e 0");
  return {
    title: "Commands that show something",
    note: "By the copy in the Git folder, as a multiple of `node -e 0`.",
    rows: timings.map(({ name, median }, index) => ({
      what: name,
      value: times.get(name) ?? Number.NaN,
      unit: "×",
      ...(index > 0 && { most: 3 }),
      aside: `${median.toFixed(0)} ms`,
    })),
  };
}
