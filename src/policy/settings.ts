import type { PolicyFile } from "./generated/policy-file.generated.ts";

/** Everything that a policy says besides its rules, with nothing left out; folders as they are written. */
export type Settings = {
  readonly [K in Exclude<keyof PolicyFile, "$schema" | "extends" | "rules" | "overrides">]-?: Filled<
    NonNullable<PolicyFile[K]>
  >;
};

type Filled<T> = T extends string | readonly unknown[] ? T : { readonly [K in keyof T]-?: NonNullable<T[K]> };
