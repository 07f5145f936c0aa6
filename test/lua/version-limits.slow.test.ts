// The limits of each version's compiler, as it said them once.
import * as assert from "uvu/assert";
import type { ByteText } from "../../src/base/byte-text.ts";
import { parseLua } from "../../src/lua/syntax/parse.ts";
import { LUA_VERSIONS, type LuaVersion, luaName } from "../../src/model/lua-version.ts";
import { FAR_FAMILIES, filled } from "../support/lua/far-families.ts";
import { FAMILIES } from "../support/lua/limit-families.ts";
import { recordedFor } from "../support/lua/recorded.ts";
import { suite } from "../support/suite.ts";

const test = suite("limits of the versions of Lua");

const isAccepted = (program: string, version: LuaVersion) => parseLua(program as ByteText, version).ok;

for (const version of LUA_VERSIONS) {
  const name = luaName(version);

  test(`the limits of ${name} are those of its compiler`, () => {
    const { families, farthest } = recordedFor(version);
    assert.equal(Object.keys(families), Object.keys(FAMILIES));
    for (const [family, sizes] of Object.entries(families)) {
      for (const [size, expected] of sizes.filter(([size]) => size < 1000)) {
        assert.is(
          isAccepted(FAMILIES[family]?.make(size) ?? "", version),
          expected === 1,
          `${family} of ${size}`,
        );
      }
    }
    for (const [family, most] of Object.entries(farthest).slice(0, 4)) {
      const text = FAR_FAMILIES[family] ?? "";
      assert.ok(isAccepted(filled(text, most), version), `${family}: refused at ${most}`);
      assert.not.ok(isAccepted(filled(text, most + 1), version), `${family}: accepted beyond ${most}`);
    }
  });
}
