import { makesCodeCache, setEngineFlags } from "../base/engine.ts";

/**
 * Tells V8 that this process will end soon: it optimises a function after much more work than usual. That saves a commit's few
 * files a third of their processor time, one of hundreds of files and a tree of five megabytes a fifth.
 */
export function expectShortRun(length: "commit" | "tree"): void {
  setFlags(length);
}

/**
 * Tells V8 that it will have much to throw away: the larger the heap, the less it grows between two collections, instead of by half a
 * gigabyte. A small one may grow as usual: collecting it as often would take a fifth of the time.
 */
export function expectLongRun(): void {
  setFlags("range");
  const steps = [...GROWTH];
  const watch = setInterval(() => {
    const step = steps[0];
    if (step === undefined) clearInterval(watch);
    else if (process.memoryUsage().heapUsed > step.above) setFlags(steps.shift()?.flags ?? "range");
  }, 50);
  watch.unref();
}

/** In bytes. */
const GROWTH = [
  { above: 64 << 20, flags: "largeRange" },
  { above: 128 << 20, flags: "hugeRange" },
] as const;

function setFlags(length: keyof typeof FLAGS): void {
  if (makesCodeCache() || !KNOWS_FLAGS.test(process.versions.v8)) return;
  setEngineFlags(FLAGS[length]);
}

/**
 * A commit's few files leave next to no garbage either: what is read from them stays to the end, and each collection would copy
 * it. Room that grows faster makes for fewer collections.
 */
const FLAGS = {
  commit: [
    "--interrupt-budget=2000000",
    "--no-incremental-marking",
    "--semi-space-growth-factor=4",
    "--no-minor-gc-task",
  ],
  tree: ["--interrupt-budget=1500000"],
  range: ["--interrupt-budget=600000"],
  largeRange: ["--heap-growing-percent=50"],
  hugeRange: ["--heap-growing-percent=20"],
} as const;

/** V8's flags come and go, and it complains on standard error about one that it does not know: these are Node 20's. */
const KNOWS_FLAGS = /^11\.3\./;
