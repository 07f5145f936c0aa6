import { joined, list, optionsOf, type ValueOf } from "../../model/option.ts";
import { GREP } from "../../model/proof-grep.ts";

export const options = optionsOf({
  greps: joined("add", list("Patterns, each with what it proves.", GREP).byDefault([])),
});

export type ProofGrepOptions = ValueOf<typeof options>;
