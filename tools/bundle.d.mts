/** Builds what ships into `outdir`: the program and its parts. */
export function bundle(outdir: string): Promise<void>;
