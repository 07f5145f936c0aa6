import fc from "fast-check";
import * as assert from "uvu/assert";
import { fitsSchema } from "../../src/json/fits-schema.ts";
import { policySchema } from "../../src/policy/generated/schema.generated.ts";
import { validate } from "../../src/policy/generated/validate.generated.mjs";
import { anyPolicyFile } from "../support/any-policy.ts";
import { suite } from "../support/suite.ts";

const test = suite("whether data fits a schema");

test("is answered as by the compiled validator, whatever is wrong with a policy", () => {
  const schema = policySchema();
  const answers = { true: 0, false: 0 };
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e9,
      "",
      " ",
      "x",
      "off",
      "**",
      "/a",
      "../a",
      "a//b",
      "all",
      "people",
    ),
    fc.constantFrom<unknown>(
      [],
      {},
      ["x", "x"],
      ["off"],
      ["off", {}],
      ["off", {}, {}],
      ["off", { files: 1 }],
      [[1], [1]],
    ),
    fc.constantFrom<unknown>(
      { branches: "people" },
      { rules: {} },
      { "*.lua": "x" },
      { " ": "x" },
      { "*": ["x", ""] },
    ),
  );
  const change = fc.record({ at: fc.nat(), value: odd, kind: fc.constantFrom("set", "add", "none") });
  fc.assert(
    fc.property(anyPolicyFile, change, (file, { at, value, kind }) => {
      const policy: unknown = JSON.parse(JSON.stringify(file));
      const places = placesIn({ policy });
      const { holder, key } = places[at % places.length] ?? { holder: {}, key: "" };
      if (kind === "set") holder[key] = value;
      if (kind === "add" && Array.isArray(holder)) holder.push(value);
      else if (kind === "add") holder[["rules", "files", "greps", "$schema", "x"][at % 5] ?? ""] = value;
      const { ok } = validate(policy);
      assert.is(fitsSchema(policy, schema), ok, JSON.stringify(policy));
      answers[`${ok}`]++;
    }),
    { numRuns: 500 },
  );
  assert.ok(answers.true > 50 && answers.false > 50, JSON.stringify(answers));
});

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place below the top where a value stands. */
function placesIn(holder: Record<string, unknown>): readonly Place[] {
  return Object.entries(holder).flatMap(([key, inner]) => [
    { holder, key },
    ...(typeof inner === "object" && inner !== null ? placesIn(inner as Record<string, unknown>) : []),
  ]);
}
