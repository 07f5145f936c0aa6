// Times programs side by side: in turns within one run, so that what else the machine does meets all of them alike.
import { spawnSync } from "node:child_process";

export interface Contender {
  readonly name: string;
  /** Puts the scene in order before each round; not timed. */
  before?(): unknown;
  run(): void;
  /** Puts it back after each round; not timed. */
  after?(): void;
}

export interface Timing {
  readonly name: string;
  /** Median, in milliseconds. */
  readonly median: number;
  readonly fastest: number;
}

export function sideBySide(contenders: readonly Contender[], rounds: number): readonly Timing[] {
  const times = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    contenders.forEach((contender, index) => {
      contender.before?.();
      const begun = performance.now();
      contender.run();
      const time = performance.now() - begun;
      contender.after?.();
      if (round >= 0) times[index]?.push(time);
    });
  }
  return contenders.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1] ?? 0, fastest: sorted[0] ?? 0 };
  });
}

/** Each timing as a multiple of the one called `unit`. */
export function ratios(timings: readonly Timing[], unit: string): ReadonlyMap<string, number> {
  const base = timings.find(({ name }) => name === unit)?.median ?? Number.NaN;
  return new Map(timings.map(({ name, median }) => [name, median / base]));
}

/** Runs a program and throws, with its output, when it ends with another code than expected. */
export function must(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string | Buffer; code?: number } = {},
): string {
  const { code = 0, ...rest } = options;
  const result = spawnSync(program, args, { ...rest, maxBuffer: 1 << 30 });
  if (result.error) throw result.error;
  const output = `${result.stdout}`;
  if (result.status !== code) {
    throw new Error(
      `${program} ${args.join(" ")} ended with ${result.status}:\n${result.stderr}\n${output.slice(-2000)}`,
    );
  }
  return output;
}
