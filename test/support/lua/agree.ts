// Holds our patterns against those of a real Lua, and against their own translation.
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import { compileLuaPattern, type LuaPattern } from "../../../src/lua/patterns/pattern.ts";
import { luaPatternToRegExp } from "../../../src/lua/patterns/pattern-regexp.ts";
import type { LuaAnswer, Question } from "./lua-patterns.ts";

const bytes = (text: string) => text as ByteText;
const budget = () => ({ left: 1e7 });

/** Lua meets a fault only when matching gets to it; then, and only then, it may know an answer where we know a fault. */
export function agree(questions: readonly Question[], answers: readonly LuaAnswer[]): void {
  let same = 0;
  questions.forEach(({ text, pattern }, index) => {
    const answer = answers[index];
    const result = compileLuaPattern(bytes(pattern));
    const label = `${JSON.stringify(pattern)} in ${JSON.stringify(text)}`;
    if (answer === undefined) throw new Error(`no answer: ${label}`);
    if (!result.ok) return;
    same++;
    assert.not("error" in answer, label);
    if ("error" in answer) return;
    const { found, ...rest } = own(result.value, text);
    assert.equal({ found, ...(answer.count === undefined ? {} : rest) }, answer, label);
  });
  const faulty = questions.flatMap(({ pattern }, index) => {
    const answer = answers[index];
    return answer !== undefined && "error" in answer ? [[faultOf(pattern), answer.error, pattern]] : [];
  });
  assert.ok(same > questions.length / 2, `${same} of ${questions.length}`);
  assert.ok(faulty.length > questions.length / 50);
  const others = faulty.filter(([ours, theirs]) => ours !== theirs);
  assert.ok(others.length < faulty.length / 2, JSON.stringify(others.slice(0, 20)));
  assert.is(
    faulty.some(([ours]) => ours === undefined),
    false,
  );
}

function own(pattern: LuaPattern, text: string): LuaAnswer & { found: readonly string[] } {
  const search = pattern.find(bytes(text), 0, budget());
  const all = pattern.all(bytes(text), budget());
  if (search.kind === "spent" || all === "spent") throw new Error("spent");
  const found =
    search.kind === "found"
      ? [search.match.start + 1, search.match.end, ...search.match.captures].map(String)
      : ["nil"];
  let left = "";
  let at = 0;
  for (const { start, end } of all) {
    left += text.slice(at, start);
    at = end;
  }
  return { found, left: left + text.slice(at), count: all.length };
}

function faultOf(pattern: string): string | undefined {
  const result = compileLuaPattern(bytes(pattern));
  return result.ok ? undefined : result.error.message;
}

/** Where a pattern has a translation, both find the same. Says how many had one. */
export function asRegExp(questions: readonly Question[]): number {
  let compared = 0;
  for (const { text, pattern } of questions) {
    const result = compileLuaPattern(bytes(pattern));
    const source = result.ok ? luaPatternToRegExp(result.value) : undefined;
    if (!result.ok || source === undefined) continue;
    compared++;
    const own = result.value.find(bytes(text), 0, budget());
    const match = new RegExp(source).exec(text);
    const label = `${JSON.stringify(pattern)} as ${source} in ${JSON.stringify(text)}`;
    if (own.kind !== "found") assert.is(match, null, label);
    else {
      assert.equal(
        [match?.index, (match?.index ?? 0) + (match?.[0].length ?? 0)],
        [own.match.start, own.match.end],
        label,
      );
      const texts = own.match.captures.map((capture) => (typeof capture === "number" ? "" : capture));
      assert.equal(match?.slice(1), texts, label);
    }
  }
  return compared;
}
