// The only way to uvu. uvu passes in silence when `.run()` is forgotten, when `.only` is left behind, when a file holds
// no test: here a suite runs by being made, there is no `.only`, and every test that ran is counted.
import { type Context, suite as uvuSuite } from "uvu";

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

type Body = (context: Context) => void | Promise<void>;

export interface Suite {
  (title: string, body: Body): void;
  /** Leaves a test out on this machine, with the reason printed. */
  skip(title: string, why: string): void;
  before(body: Body): void;
  after(body: Body): void;
}

export const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const started: Array<() => void> = [];
const titles = new Set<string>();

export function suite(name: string): Suite {
  const inner = uvuSuite(name);
  started.push(() => inner.run());
  const test = (title: string, body: Body) => {
    const whole = `${name}: ${title}`;
    if (titles.has(whole)) throw new Error(`two tests are called "${whole}"`);
    titles.add(whole);
    inner(title, counted(body));
  };
  return Object.assign(test, {
    skip(title: string, why: string) {
      tally.skipped++;
      process.stdout.write(`  skipped: ${name}: ${title} (${why})\n`);
    },
    before: (body: Body) => inner.before(body),
    after: (body: Body) => inner.after(body),
  });
}

/** Starts every suite that was made; called by the runner after it has loaded the test file. */
export function startSuites(): void {
  for (const start of started) start();
}

function counted(body: Body): Body {
  return async (context) => {
    try {
      await body(context);
      tally.passed++;
    } catch (error) {
      tally.failed++;
      throw error;
    }
  };
}
