/** The part of esbuild's metafile that it reads. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

export function licenseTexts(root: string, metafiles: readonly Metafile[]): Promise<string>;
