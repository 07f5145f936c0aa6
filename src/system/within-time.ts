/**
 * What `work` gives, or an error of `late` once it has taken so many seconds. `work` is handed a check that throws that error, for
 * stretches in which nothing is waited for. What is late goes on in vain until the process ends.
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
