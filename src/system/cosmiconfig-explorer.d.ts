/** The part of cosmiconfig that looks for files; its types are not shipped. */
declare module "cosmiconfig/dist/ExplorerSync.js" {
  interface ExplorerOptions {
    readonly moduleName: string;
    readonly searchPlaces: readonly string[];
    readonly searchStrategy: "none";
    readonly ignoreEmptySearchPlaces: boolean;
    readonly cache: boolean;
    readonly loaders: Readonly<Record<string, (path: string, text: string) => unknown>>;
    transform<T>(result: T): T;
  }
  export class ExplorerSync {
    constructor(options: ExplorerOptions);
    search(from: string): { readonly filepath: string } | null;
  }
}
