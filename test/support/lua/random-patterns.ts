// Random pairs of text and pattern that meet often: few letters, every construct of Lua 5.3 patterns, and broken ones.
import fc from "fast-check";
import type { Question } from "./lua-patterns.ts";

const letter = fc.constantFrom(
  "a",
  "b",
  "c",
  "(",
  ")",
  " ",
  "1",
  "\xc3",
  "\xa9",
  "\0",
  "\n",
  "]",
  "-",
  "%",
  "^",
);
const single = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "b", "c", "1", " ", "\xc3", "\xa9", ".") },
  {
    weight: 4,
    arbitrary: fc.constantFrom(..."acdglpsuwxzACDGLPSUWXZ", "(", ")", "%", "]", "-", "q").map((c) => `%${c}`),
  },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          "a",
          "b",
          "1",
          "-",
          "a-c",
          "%w",
          "%]",
          "%-",
          "^",
          "]",
          "a-%",
          "%a-c",
          "\xa0-\xff",
          "\0",
        ),
        { maxLength: 4 },
      )
      .chain((parts) => fc.constantFrom("[", "[^").map((open) => `${open}${parts.join("")}]`)),
  },
);
const item = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(single, fc.constantFrom("", "", "", "*", "+", "-", "?")).map((pair) => pair.join("")),
  },
  { weight: 2, arbitrary: fc.constantFrom("(", ")", "()", "(a)", "(%w*)", "(.-)") },
  { weight: 1, arbitrary: fc.constantFrom("%b()", "%b%%", "%baa", "%bab", "%b1") },
  { weight: 1, arbitrary: single.map((set) => `%f${set}`) },
  { weight: 1, arbitrary: fc.constantFrom("%0", "%1", "%2") },
  { weight: 1, arbitrary: fc.constantFrom("$", "^", "*", "%", "[", "]", "[a", "[%", "-") },
);

export const question: fc.Arbitrary<Question> = fc.record({
  text: fc.array(letter, { maxLength: 12 }).map((letters) => letters.join("")),
  pattern: fc
    .tuple(fc.constantFrom("", "", "^"), fc.array(item, { maxLength: 6 }), fc.constantFrom("", "", "$"))
    .map(([start, items, end]) => start + items.join("") + end),
});
