import { optionsOf, type ValueOf } from "../model/option.ts";

/** Of a rule that takes none. */
export const NO_OPTIONS = optionsOf({});

export type NoOptions = ValueOf<typeof NO_OPTIONS>;
