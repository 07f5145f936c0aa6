// No text makes a rule throw, and every finding lies inside the text that it is about.

import fc from "fast-check";
import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import { LineIndex } from "../../src/base/position.ts";
import { LuaSource } from "../../src/lua/source.ts";
import { pathOf } from "../../src/model/place.ts";
import type { SourceFile } from "../../src/modules/source-file.ts";
import type { FileRule } from "../../src/rule/rule.ts";
import { rules } from "../../src/rules/index.ts";
import { fixtureCases } from "../support/rules/fixture-case.ts";
import { PROJECT, TODAY } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("rules on any text");
const PATH = "ARKITEKT/scripts/RegionPlaylist/core/playlist.lua";
const fileRules = rules.filter((rule): rule is FileRule<unknown> => rule.kind === "file");
const texts = fixtureCases().flatMap(({ after }) =>
  Object.values(after).flatMap((content) => (Buffer.isBuffer(content) ? [content] : [])),
);
const OPTIONS: Readonly<Record<string, object>> = {
  "canonical-shape": { boundaries: [{ files: ["**"], calls: ["*"] }] },
};

test("random bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => look(Buffer.from(bytes))),
    { numRuns: 300 },
  );
});

test("the words of rules in any order", () => {
  const words = [
    "require",
    "(",
    ")",
    '"',
    "'",
    "[[",
    "]]",
    "--",
    "@deprecated",
    "EXPIRES:",
    "2026-01-01",
    "\n",
    "local",
    "M",
    "=",
    "{",
    "}",
  ];
  const more = [
    "function",
    "end",
    "return",
    "loop",
    "_G",
    ".",
    ":",
    "reaper",
    "pcall",
    ",",
    " ",
    "\\",
    "..",
    "-- arkitekt-off",
    "Phase",
    "(remove in",
  ];
  const soup = fc
    .array(fc.constantFrom(...words, ...more), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join(" ")));
  fc.assert(fc.property(soup, look), { numRuns: 400 });
});

test("fixtures with pieces cut out, doubled or exchanged", () => {
  const cut = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.constantFrom("", "(", '"', "\n", "end ", "\xff", "--[["),
    )
    .map(([text, at, length, put]) => {
      const from = at % (text.length + 1);
      return Buffer.concat([
        text.subarray(0, from),
        Buffer.from(put, "latin1"),
        text.subarray(from + length),
      ]);
    });
  fc.assert(fc.property(cut, look), { numRuns: 500 });
});

function look(bytes: Buffer): void {
  const text = byteTextOf(bytes);
  const lines = new LineIndex(text);
  const file: SourceFile = {
    path: PATH,
    entry: { kind: "file", id: "0".repeat(40) },
    side: "after",
    text,
    lines,
    lua: new LuaSource(text),
    change: undefined,
  };
  for (const rule of fileRules) {
    const options = { ...(rule.options.fallback as object), ...OPTIONS[rule.id] };
    const scene = { isTree: false, project: PROJECT, options, today: TODAY } as const;
    for (const { place, message } of rule.inspect(file, scene)) {
      assert.ok(message !== "" && pathOf(place) === PATH, rule.id);
      if (place.kind !== "span") continue;
      const { span } = place;
      assert.ok(span.start.line >= 1 && span.end.line <= lines.count, rule.id);
      assert.ok(span.start.line < span.end.line || span.start.column <= span.end.column, rule.id);
    }
  }
}
