import { optionsOf, type ValueOf } from "../model/option.ts";

/** For a rule without options. */
export const NO_OPTIONS = optionsOf({});

export type NoOptions = ValueOf<typeof NO_OPTIONS>;
