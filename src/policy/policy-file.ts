import type { Section, ValueOf } from "../model/option.ts";
import type { KEYS } from "./schema/schema-keys.ts";

/** A policy as it is written: every key may be left out. */
export type PolicyFile = { readonly [K in keyof typeof KEYS]?: Written<(typeof KEYS)[K]> };

/** What is left out of a section has its default. */
type Written<S> = S extends Section<infer F> ? { readonly [K in keyof F]?: Written<F[K]> } : ValueOf<S>;
