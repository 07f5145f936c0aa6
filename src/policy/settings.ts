import type { Option, ValueOf } from "../model/option.ts";
import type { KEYS } from "./schema/schema-keys.ts";

type Keys = typeof KEYS;

/** Everything that a policy says besides its rules, with nothing left out; folders as written. */
export type Settings = {
  readonly [K in Exclude<keyof Keys, "overrides"> as Keys[K] extends Option<unknown> ? K : never]: ValueOf<
    Keys[K]
  >;
};
