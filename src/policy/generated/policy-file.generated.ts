// Made by tools/generate.ts from src/policy/schema/schema.ts and the rules' options. Do not edit.
type Level = "off" | "warn" | "error";

/** The setting of a rule as it is written. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];

export type Folder = string;
export type GlobList = readonly string[];
export type LuaVersions =
  | ("5.1" | "5.2" | "5.3" | "5.4" | "luajit")
  | {readonly [folder: string]: "5.1" | "5.2" | "5.3" | "5.4" | "luajit"};
export type FolderList = readonly string[];
export type ModulePatternList = readonly string[];
export type ModuleNameList = readonly string[];
export type NameList = readonly string[];
export type BranchGlobList = readonly string[];
export type IdentifierList = readonly string[];
export type TextList = readonly string[];
export type Rules = Readonly<Record<string, RuleEntry>>;
export type Branches = "agents" | "people" | readonly string[];
export type RuleNames = "all" | readonly string[];
export type RefGlobList = readonly string[];

export interface PolicyFile {
  readonly $schema?: string;
  readonly extends?: "playbook-v5";
  readonly root?: Folder;
  readonly lua?: {
    readonly files?: GlobList;
    readonly version?: LuaVersions;
    readonly moduleRoots?: FolderList;
    readonly generated?: GlobList;
    readonly vendored?: GlobList;
    readonly scripts?: GlobList;
    readonly externals?: ModulePatternList;
  };
  readonly namespace?: {
    readonly canonical?: string;
    readonly retired?: ModuleNameList;
  };
  readonly features?: {
    readonly root?: Folder;
    readonly layers?: NameList;
  };
  readonly pure?: GlobList;
  readonly agentBranches?: BranchGlobList;
  readonly host?: {
    readonly globals?: IdentifierList;
    readonly modules?: ModuleNameList;
  };
  readonly shims?: {
    readonly maxDays?: number;
  };
  readonly taskCode?: {
    readonly patterns?: TextList;
    readonly examples?: TextList;
  };
  readonly rules?: Rules;
  readonly overrides?: readonly {
    readonly branches?: Branches;
    readonly files?: GlobList;
    readonly rules: Rules;
    readonly reason?: string;
  }[];
  readonly mayOverride?: readonly {
    readonly rules: RuleNames;
    readonly branches: Branches;
  }[];
  readonly transforms?: readonly {
    readonly name: string;
    readonly run: readonly string[];
    readonly inputs: GlobList;
    readonly outputs?: GlobList;
    readonly seconds?: number;
  }[];
  readonly fixers?: Readonly<Record<string, string | readonly string[]>>;
  readonly push?: {
    readonly refs?: RefGlobList;
  };
  readonly limits?: {
    readonly fileBytes?: number;
  };
  readonly handoff?: {
    readonly projects?: NameList;
  };
}
