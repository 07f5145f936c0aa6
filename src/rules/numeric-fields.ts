import { encodeText, readable } from "../base/byte-text.ts";
import { optionsOf, texts, type ValueOf } from "../model/option.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

const options = optionsOf({
  fields: texts("Names of the fields that hold numbers.").byDefault(["loop", "total_loops"]),
});

type NumericFieldsOptions = ValueOf<typeof options>;

/**
 * Fields that hold numbers never get a table (playbook, "Proof-greps": canonical shape, and "Shapes & coercion"). On the
 * syntax tree, by the whole name of a field: `loops = {}`, a local `loop` and a comment don't count.
 */
export const numericFields: FileRule<NumericFieldsOptions> = {
  id: "numeric-fields",
  kind: "file",
  summary: "fields that hold numbers never get a table",
  options,
  covers: isOwnLua,
  *inspect(file, { options }) {
    const fields = new Set<string>(options.fields.map(encodeText));
    for (const { name, kind, nameRange, value, scope } of file.lua.assignments) {
      if (kind === "local" || kind === "global" || !fields.has(name)) continue;
      // A table, or `x or {}`.
      if (value === undefined || !file.lua.kindsOf(value).has("table")) continue;
      yield {
        place: placeIn(file, nameRange),
        message: `${readable(name)} should hold a number, and gets a table`,
        hint: "pass the number; a list of numbers needs a field of its own",
        anchor: { scope, code: `${name} = {}` },
      };
    }
  },
};
