// Reads a pipe whose writer may hold everything back until there are no more questions: a program called `git` that is a script around Git.
// No wait is without end, and while one lasts nothing else happens here.
import { constants, openSync, readSync } from "node:fs";

/** In milliseconds. What is given up on is asked again in another way, so on a busy machine nothing is lost but time. */
const PATIENCE = 1000;
const FIRST_PAUSE = 0.05;
const LONGEST_PAUSE = 20;

/**
 * Fills a piece and says how far: 0 at the end, and if nothing comes for long. The pipe of `descriptor` is opened again, because
 * no read may wait here and others who hold it must not notice; where the system offers no such way, nothing comes.
 */
export function patientReader(descriptor: number): (piece: Buffer) => number {
  const pipe = openedAgain(descriptor);
  if (pipe === undefined) return () => 0;
  const never = new Int32Array(new SharedArrayBuffer(4));
  return (piece) => {
    let pause = FIRST_PAUSE;
    for (let waited = 0; waited < PATIENCE; waited += pause) {
      const length = readSoon(pipe, piece);
      if (length !== undefined) return length;
      Atomics.wait(never, 0, 0, pause);
      pause = Math.min(LONGEST_PAUSE, pause * 1.2);
    }
    return 0;
  };
}

function openedAgain(descriptor: number): number | undefined {
  try {
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}

function readSoon(pipe: number, piece: Buffer): number | undefined {
  try {
    return readSync(pipe, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}
