import * as assert from "uvu/assert";
import { settingsOf } from "../../../src/policy/resolve/settings.ts";
import { suite } from "../../support/suite.ts";

const test = suite("settings of a policy");

test("names of modules may be written with slashes, and are in force with dots", () => {
  const { lua, namespace, host } = settingsOf({
    lua: { externals: ["socket/*", "lfs"] },
    namespace: { canonical: "lib/ark", retired: ["old/ark"] },
    host: { modules: ["host/api"] },
  });
  assert.equal(lua.externals, ["socket.*", "lfs"]);
  assert.equal(namespace, { canonical: "lib.ark", retired: ["old.ark"] });
  assert.equal(host.modules, ["host.api"]);
});
