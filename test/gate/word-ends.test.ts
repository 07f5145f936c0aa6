import * as assert from "uvu/assert";
import { holdsOneOf, wordEnds } from "../../src/gate/word-ends.ts";
import { suite } from "../support/suite.ts";

const test = suite("many words that are looked for at once");

/** As they are spelled in requires, with some that are not like others. */
function spelled(count: number): ReadonlySet<string> {
  const names = Array.from({ length: count }, (_, at) => `app.part-${at % 7}.m_${at}`);
  const forms = (name: string) => [
    ...['"', "'"].flatMap((quote) => [
      `${quote}${name}${quote}`,
      `${quote}${name.replaceAll(".", "/")}${quote}`,
      `${quote}${name.replaceAll(".", "\\\\")}${quote}`,
      `.${name}${quote}`,
    ]),
    `[${name}]`,
    `"${name.split(".").at(-1)}"`,
  ];
  return new Set([...names.flatMap(forms), "bare", '"', '"\xc3\xa9t\xc3\xa9"', '"a b\\"', "m_1x", '(")']);
}

test("are asked for by their ends, which is less by far; a few as they are", () => {
  const few = spelled(40);
  assert.is(wordEnds(few), few);
  const many = spelled(600);
  const ends = wordEnds(many);
  assert.ok(many.size > 5000 && ends.size < 3 * 600 + 20, `${many.size} ${ends.size}`);
  for (const word of many)
    assert.ok(
      [...ends].some((end) => word.includes(end)),
      word,
    );
});

test("are found in a text as each by itself would be", () => {
  const words = [...spelled(60)];
  const few = words.filter((_, at) => at % 50 === 7);
  assert.ok(few.length > 5 && few.length < 15, `${few.length}`);
  const holdsOne = holdsOneOf(words);
  const holdsFew = holdsOneOf(few);
  const pieces = [
    ...words,
    "m_1",
    "m_10",
    "xm_1",
    '"',
    ".",
    "app.part-1.m_1",
    "[",
    "]",
    " ",
    "\n",
    "\\",
    "m_59",
    "é",
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  let found = 0;
  for (let round = 0; round < 20_000; round++) {
    const whole = Array.from({ length: 1 + next(4) }, () => pieces[next(pieces.length)] ?? "").join("");
    // Cut somewhere, so that most hold only a part of a word.
    const text = whole.slice(next(4), whole.length - next(3));
    const is = words.some((word) => text.includes(word));
    assert.is(holdsOne(text), is, JSON.stringify(text));
    assert.is(
      holdsFew(text),
      few.some((word) => text.includes(word)),
      JSON.stringify(text),
    );
    if (is) found++;
  }
  assert.ok(found > 1000 && found < 19_000, `${found}`);
  assert.is(holdsOneOf([])("anything"), false);
  const longer = Array.from({ length: 60 }, (_, at) => `y.closed${at}`);
  assert.is(
    holdsOneOf(["x.open", ...longer])("ax.opened"),
    true,
    "a word that is not closed goes on in the text",
  );
});
