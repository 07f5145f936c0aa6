/** Bundles test files into a fresh folder, which the caller removes; tells each one's bundle, and what runs one. */
export function bundleTests(
  files: readonly string[],
): Promise<{ readonly folder: string; readonly runFile: string; readonly of: (file: string) => string }>;
