import { Ajv2020 } from "ajv/dist/2020.js";
import * as assert from "uvu/assert";
import type { JsonSchema } from "../../src/model/option.ts";
import { rules } from "../../src/rules/index.ts";
import { suite } from "../support/suite.ts";

const test = suite("options of rules");
const ajv = new Ajv2020({ allErrors: true, formats: { glob: true, root: true } });

for (const { id, options } of rules) {
  test(`${id}: the defaults are those that its schema shows, and valid`, () => {
    const validate = ajv.compile(options.schema);
    assert.ok(validate(options.fallback), ajv.errorsText(validate.errors));
    assert.equal(options.fallback, shownIn(options.schema));
  });

  test(`${id}: an option that does not exist is refused`, () => {
    assert.not(ajv.compile(options.schema)({ nonsense: true }));
  });

  test(`${id}: every option is described`, () => {
    for (const [name, { description }] of Object.entries(partsOf(options.schema)))
      assert.ok(description, `${name} has no description`);
  });
}

test("no two rules have the same id", () => {
  assert.is(new Set(rules.map(({ id }) => id)).size, rules.length);
});

type Parts = Readonly<Record<string, JsonSchema>>;

function partsOf(schema: JsonSchema): Parts {
  return (schema["properties"] ?? {}) as Parts;
}

/** What a reader of the schema takes for the defaults. */
function shownIn(schema: JsonSchema): unknown {
  if (Object.hasOwn(schema, "default")) return schema["default"];
  return Object.fromEntries(Object.entries(partsOf(schema)).map(([name, part]) => [name, shownIn(part)]));
}
