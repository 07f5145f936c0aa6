import { Ajv2020 } from "ajv/dist/2020.js";
import * as assert from "uvu/assert";
import { optionDefaults } from "../../src/rule/option-defaults.ts";
import { rules } from "../../src/rules/index.ts";
import { suite } from "../support/suite.ts";

const test = suite("options of rules");
const ajv = new Ajv2020({ useDefaults: true, allErrors: true, formats: { glob: true, root: true } });

for (const rule of rules) {
  test(`${rule.id}: the defaults are those of its schema, and valid`, () => {
    const validate = ajv.compile(rule.options);
    const filled = {};
    assert.ok(validate(filled), ajv.errorsText(validate.errors));
    assert.equal(filled, optionDefaults(rule));
    assert.ok(validate(structuredClone(optionDefaults(rule))), ajv.errorsText(validate.errors));
  });

  test(`${rule.id}: an option that does not exist is refused`, () => {
    assert.not(ajv.compile(rule.options)({ nonsense: true }));
  });

  test(`${rule.id}: every option is described`, () => {
    const properties = rule.options["properties"] as Record<string, { description?: string }>;
    for (const [name, { description }] of Object.entries(properties))
      assert.ok(description, `${name} has no description`);
  });
}

test("no two rules have the same id", () => {
  assert.is(new Set(rules.map(({ id }) => id)).size, rules.length);
});
