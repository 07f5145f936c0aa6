/**
 * What `work` gives, or the error from `late` once it has taken that many seconds. `work` is given a check that throws that error, for
 * stretches in which nothing is awaited. Late work goes on in vain until the process ends.
 */
export async function withinTime<T>(
  seconds: number,
  late: () => Error,
  work: (check: () => void) => Promise<T>,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  const check = () => {
    if (performance.now() > end) throw late();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  try {
    return await Promise.race([work(check), over]);
  } finally {
    clearTimeout(timer);
  }
}
