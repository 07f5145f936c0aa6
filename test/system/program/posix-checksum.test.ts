import { execFileSync } from "node:child_process";
import * as assert from "uvu/assert";
import { posixChecksum } from "../../../src/system/program/posix-checksum.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a checksum for shells");

test("is what cksum says", () => {
  const all = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31 + (at >> 8)) % 256);
  for (const length of [0, 1, 2, 255, 256, 257, 65_535, 65_536, 70_000]) {
    const bytes = all.subarray(0, length);
    assert.is(posixChecksum(bytes), execFileSync("cksum", { input: bytes, encoding: "utf8" }).trimEnd());
  }
});
