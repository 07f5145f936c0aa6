/** What a policy, a task or a patch says in a proof-grep; its keys are those that people write. */
export interface Grep {
  readonly pattern: string;
  readonly should_match: boolean;
  readonly dialect?: Dialect;
  readonly files?: readonly string[];
  readonly in?: Region;
  readonly scope?: Scope;
  readonly message?: string;
  readonly matches?: readonly string[];
  readonly rejects?: readonly string[];
}

export type Dialect = "lua" | "regex";
export type Region = "code" | "text" | "comments";
export type Scope = "changed" | "added" | "tree";
