import * as assert from "uvu/assert";
import { matchesAny } from "../../src/base/glob.ts";
import { POLICY_PLACES } from "../../src/policy/places.ts";
import { policyChange } from "../../src/rules/policy-change.ts";
import { suite } from "../harness/suite.ts";

const test = suite("places of the policy");

test("the rule guards every place that a policy is read from", () => {
  for (const place of POLICY_PLACES)
    assert.ok(place === "package.json" || matchesAny(policyChange.defaults.files, place), place);
});
