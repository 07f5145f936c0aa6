import { createHash } from "node:crypto";
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { sha1 } from "../../src/base/sha1.ts";
import { suite } from "../support/suite.ts";

const test = suite("SHA-1");

test("is what Node's own is, for every length around a block and for any bytes", () => {
  const own = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");
  for (let length = 0; length < 200; length++) {
    const bytes = Buffer.alloc(length, length);
    assert.is(sha1(bytes), own(bytes), `${length}`);
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => assert.is(sha1(bytes), own(bytes))));
});
