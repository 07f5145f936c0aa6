import * as assert from "uvu/assert";
import { mentionsSuppression, suppressionsIn } from "../../src/gate/suppression/suppression-comment.ts";
import { suite } from "../support/suite.ts";

const test = suite("the words of a suppression");

test("a text mentions one in whatever letters a comment says it", () => {
  for (const word of ["arkitekt-off", "ARKITEKT-OFF", "Arkitekt_Off", "ArkiTekt off", "ARKITEKT-disable"]) {
    const comment = `-- ${word} no-globals: it is made elsewhere`;
    assert.is(suppressionsIn(comment).length, 1, word);
    assert.ok(mentionsSuppression(`return 1 ${comment}\n`), word);
  }
});

test("prose about the program is none", () => {
  for (const text of ["-- arkitekt is off by default", "-- off no-globals: x", "return arkitekt"])
    assert.not.ok(mentionsSuppression(text), text);
});
