import type { Output } from "../system/world.ts";

/** Shows how far a long piece of work has come: only on a terminal, on one line that is wiped at the end. */
export type Progress = (done: number, total: number, what: string) => void;

const NOT_BEFORE = 20;

export function progress(stderr: Output): Progress {
  if (!stderr.isTerminal) return () => {};
  let last = 0;
  return (done, total, what) => {
    const percent = Math.floor((done * 100) / Math.max(1, total));
    if (total < NOT_BEFORE || (percent === last && done < total)) return;
    last = percent;
    stderr.write(done < total ? `\r${stderr.paint.dim(`${done} of ${total} ${what}`)}` : "\r\u001b[K");
  };
}
