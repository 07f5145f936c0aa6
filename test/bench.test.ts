import * as assert from "uvu/assert";
import { missesAim } from "../bench/figures.ts";
import { suite } from "./support/suite.ts";

const test = suite("the aims of a bench");

test("are missed by what is above them, and by what could not be measured", () => {
  const missed = [1, 1.3, 1.31, Number.NaN, Number.POSITIVE_INFINITY].map((value) =>
    missesAim({ value, most: 1.3 }),
  );
  assert.equal(missed, [false, false, true, true, true]);
});

test("are met where there is none", () => {
  assert.is(missesAim({ value: Number.NaN }), false);
});
