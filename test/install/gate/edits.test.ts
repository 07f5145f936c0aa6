import fc from "fast-check";
import * as assert from "uvu/assert";
import { undoEdit } from "../../../src/install/gate/configuration.ts";
import { hasOurLines, withOurLines, withoutOurLines } from "../../../src/install/gate/husky-lines.ts";
import { suite } from "../../support/suite.ts";

const test = suite("edits");
const LINES = "# >>> arkitekt: x\nrun it || exit\n# <<< arkitekt\n";
const script = fc
  .array(fc.constantFrom("#!/bin/sh", "", "npm test", '. "$(dirname "$0")/_/husky.sh"', "  # remark", "x"), {
    maxLength: 6,
  })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

test("our lines go in once and come out without a trace, wherever they stand", () => {
  fc.assert(
    fc.property(script, fc.boolean(), (text, comesFirst) => {
      const once = withOurLines(text, LINES, comesFirst);
      assert.ok(hasOurLines(once));
      assert.is(withOurLines(once, LINES, comesFirst), once);
      assert.is(withoutOurLines(once), text);
      const upgraded = withOurLines(
        once,
        LINES.replace("run it", () => "run $& it"),
        comesFirst,
      );
      assert.is(
        upgraded,
        once.replace("run it", () => "run $& it"),
      );
    }),
  );
});

test("before a push our lines come after the head of the file and before the first command", () => {
  const text = "#!/bin/sh\n# mine\ngit lfs pre-push\n";
  assert.is(withOurLines(text, LINES, true), `#!/bin/sh\n# mine\n${LINES}git lfs pre-push\n`);
});

const config = fc
  .array(fc.constantFrom("[core]", "\tbare = false", "\thooksPath = a", "[user]", "\tname = x"), {
    maxLength: 8,
  })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

test("an edit is undone in a file that changed elsewhere, and never guessed", () => {
  fc.assert(
    fc.property(config, config, config, (head, tail, more) => {
      const before = Buffer.from(`${head}\told = 1\n${tail}`);
      const after = Buffer.from(`${head}\tours = 2\n${tail}`);
      assert.equal(undoEdit(before, after, after), before);
      const changed = Buffer.concat([after, Buffer.from(more)]);
      assert.is(undoEdit(before, after, changed)?.toString(), `${before}${more}`);
      assert.is(undoEdit(before, after, Buffer.concat([changed, changed])), undefined);
      assert.is(undoEdit(before, after, Buffer.from(`${head}${tail}`)), undefined);
    }),
  );
});

test("an edit that only took lines out can't be placed again in a changed file", () => {
  const [before, after, now] = ["a\nb\n", "a\n", "c\n"].map((text) => Buffer.from(text));
  assert.is(undoEdit(before ?? Buffer.alloc(0), after ?? Buffer.alloc(0), now ?? Buffer.alloc(0)), undefined);
});
