/** Bundles test files into a fresh folder, which the caller removes; tells each one's bundle, and what runs one. */
export function bundleTests(
  files: readonly string[],
): Promise<{ readonly folder: string; readonly runFile: string; readonly of: (file: string) => string }>;

/** One source with all it imports, packages too, as a program of its own for any Node. */
export function bundleAlone(file: string, outfile: string): Promise<void>;
