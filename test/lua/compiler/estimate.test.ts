import fc from "fast-check";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import { compilerFor } from "../../../src/lua/compiler/compiler-for.ts";
import { canEstimate, Estimate, NotSure } from "../../../src/lua/compiler/estimate.ts";
import type { Listener } from "../../../src/lua/compiler/listener.ts";
import { DIALECTS } from "../../../src/lua/lexer/dialect.ts";
import { SyntaxRefusal } from "../../../src/lua/lexer/fault.ts";
import type { Lexer } from "../../../src/lua/lexer/lexer.ts";
import type { Statement } from "../../../src/lua/syntax/ast.ts";
import { parseLua } from "../../../src/lua/syntax/parse.ts";
import { Parser } from "../../../src/lua/syntax/parser.ts";
import { readStatements } from "../../../src/lua/syntax/statements.ts";
import { LUA_VERSIONS, type LuaVersion } from "../../../src/model/lua-version.ts";
import { anyBytes, brokenPrograms, soundPrograms } from "../../support/lua/grammar.ts";
import { FAMILIES } from "../../support/lua/limit-families.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what a compiler counts at most");

/** What each of two listeners has of one thing. */
class Pair {
  readonly compiler: unknown;
  readonly estimate: unknown;

  constructor(compiler: unknown, estimate: unknown) {
    this.compiler = compiler;
    this.estimate = estimate;
  }

  get last(): Pair {
    return this.#part("last");
  }

  get key(): Pair {
    return this.#part("key");
  }

  #part(name: string): Pair {
    const of = (whole: unknown) => (whole as Record<string, unknown>)[name];
    return new Pair(of(this.compiler), of(this.estimate));
  }
}

/** Tells both what is read, and compares after each word what they have counted. */
function both(lexer: Lexer): Listener {
  const compiler = compilerFor(lexer);
  const estimate = new Estimate(lexer);
  const told = (name: string | symbol, given: readonly unknown[]) => {
    const answers = (["estimate", "compiler"] as const).map((side) => {
      const part = (each: unknown): unknown =>
        Array.isArray(each) ? each.map(part) : each instanceof Pair ? each[side] : each;
      const listener = (side === "compiler" ? compiler : estimate) as unknown as Record<
        string | symbol,
        (...words: unknown[]) => unknown
      >;
      return listener[name]?.(...given.map(part));
    });
    const [ofEstimate, ofCompiler] = answers;
    compare(compiler, estimate, String(name));
    if (typeof ofEstimate !== "boolean") return new Pair(ofCompiler, ofEstimate);
    // A goto that a condition makes is read as any other by who estimates.
    if (ofEstimate) assert.ok(ofCompiler, `${String(name)}: only the compiler says no`);
    return ofEstimate;
  };
  return new Proxy({} as Listener, {
    get:
      (_, name) =>
      (...given: readonly unknown[]) =>
        told(name, given),
  });
}

function compare(compiler: ReturnType<typeof compilerFor>, estimate: Estimate, after: string): void {
  assert.ok(compiler["levels"] <= estimate.levels, `levels after ${after}`);
  let open: Estimate["open"] | undefined = estimate.open;
  for (
    let state = compiler.open as typeof compiler.open | undefined;
    state !== undefined;
    state = state.outer
  ) {
    assert.ok(open, `functions after ${after}`);
    const { locals, held, reach, names }: Estimate["open"] = open;
    const upvalues = (names === undefined ? reach : names.size) + 1;
    const spare = estimate.limits.registers - estimate.mostRegisters;
    assert.ok(state.locals <= locals, `locals after ${after}: ${state.locals}, at most ${locals}`);
    assert.ok(
      state.freeRegister <= locals + held + spare,
      `registers after ${after}: ${state.freeRegister}, at most ${locals} + ${held}`,
    );
    assert.ok(
      state.upvalues.size <= upvalues,
      `upvalues after ${after}: ${state.upvalues.size}, at most ${upvalues}`,
    );
    assert.ok(
      state.pc <= estimate.code,
      `instructions after ${after}: ${state.pc}, at most ${estimate.code}`,
    );
    assert.ok(state.constants.length + state.numbers.size <= estimate.code, `constants after ${after}`);
    assert.ok(
      state.functions <= estimate.code && state.declared <= estimate.locals,
      `declared after ${after}`,
    );
    open = open.outer;
  }
}

/** The statements of a text, which `counter` is told of. */
function read(text: string, version: LuaVersion, counter: (lexer: Lexer) => Listener): readonly Statement[] {
  const parser = new Parser(text as ByteText, DIALECTS[version], readStatements, counter);
  parser.compiler.openChunk();
  parser.next();
  const body = readStatements(parser);
  parser.compiler.endFunction();
  return body;
}

function isRead(text: string, version: LuaVersion, counter: (lexer: Lexer) => Listener): boolean {
  try {
    read(text, version, counter);
    return true;
  } catch (error) {
    if (error instanceof NotSure || error instanceof SyntaxRefusal) return false;
    throw error;
  }
}

const estimate = (lexer: Lexer) => new Estimate(lexer);

/** What is refused for what a compiler alone knows. */
const REFUSED: Readonly<Partial<Record<LuaVersion, readonly string[]>>> = {
  "5.4": [
    "local x <const> = 1 x = 2",
    "local x <const> = f() function g() y, x = 2 end",
    "local x <const> = f() function x() end",
    "local a, x <const> = f() do local b x = b end",
    "local x <close> = f() x = 1",
    "local a <close>, b <close> = f()",
    "local x <other> = 1",
  ],
  luajit: [`while x do ${"f()\n".repeat(17000)}end`, `return { ${"function() end, ".repeat(66_000)} }`],
  "5.1": [`while x do ${"f()\n".repeat(66_000)}end`],
  "5.3": [`while x do ${"f()\n".repeat(66_000)}end`],
};

for (const version of LUA_VERSIONS) {
  test(`is never less than what that of ${version} counts`, () => {
    let sure = 0;
    const check = (text: string) => {
      if (isRead(text, version, both)) sure++;
    };
    fc.assert(fc.property(soundPrograms, check), { numRuns: 150 });
    fc.assert(fc.property(brokenPrograms, check), { numRuns: 100 });
    for (const { make } of Object.values(FAMILIES))
      for (const size of [2, 10, 55, 60, 190, 260]) check(make(size));
    assert.ok(sure > 300, `${sure} texts were sure`);
  });

  test(`says nothing of a text that ${version} refuses`, () => {
    const check = (text: string) => {
      if (isRead(text, version, estimate)) assert.ok(isRead(text, version, compilerFor), text.slice(0, 200));
    };
    for (const text of REFUSED[version] ?? []) {
      assert.not.ok(parseLua(text as ByteText, version).ok, text.slice(0, 60));
      check(text);
    }
    fc.assert(fc.property(fc.oneof(anyBytes, brokenPrograms, soundPrograms), check), { numRuns: 400 });
    for (const { make } of Object.values(FAMILIES))
      for (let size = 2; size < 300; size += 19) check(make(size));
  });
}

const ending = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("::a::", "::a:: ;") },
  { weight: 2, arbitrary: fc.constantFrom("", "return") },
  { weight: 1, arbitrary: fc.constantFrom("::b::", ";::b::", "::a:: ::b::", "::a:: ::a::") },
);
const blocks = fc.letrec<{ block: string; statement: string }>((tie) => ({
  block: fc
    .tuple(fc.array(tie("statement"), { maxLength: 4 }), ending)
    .map(([statements, end]) => [...statements, end].join(" ")),
  statement: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "local x",
      "f()",
      "f()",
      "do goto a end",
      "if x then goto a end",
      "if x then goto a else f() end",
    ),
    fc.constantFrom("goto a", "::b::", "if x then goto b else goto a end"),
    tie("block").map((block) => `do ${block} end`),
    tie("block").map((block) => `while x do ${block} end`),
    tie("block").map((block) => `repeat ${block} until x`),
    tie("block").map((block) => `for i = 1, 2 do ${block} end`),
    tie("block").map((block) => `for k in f do ${block} end`),
    tie("block").map((block) => `f(function(y) ${block} end)`),
    fc.tuple(tie("block"), tie("block")).map(([one, other]) => `if x then ${one} else ${other} end`),
  ),
}));

test("a goto is sure of a label behind it that ends a block around it, and of no other", () => {
  for (const version of LUA_VERSIONS) {
    let sure = 0;
    const check = (text: string) => {
      if (!isRead(text, version, estimate)) return;
      assert.ok(isRead(text, version, both), text);
      if (text.includes("goto")) sure++;
    };
    fc.assert(fc.property(blocks.block, check), { numRuns: 2000 });
    assert.ok(sure > 5 || version === "5.1", `${sure} texts were sure in ${version}`);
    for (const text of [
      "for i = 1, 2 do if x then goto a end local y = f() do goto a end ::a:: end",
      "do goto a; do local y end ::a:: end do local z goto a ::a:: end",
      "while x do if x then goto a else f(function() do goto a ::a:: end end) end local y ::a:: end",
    ])
      assert.is(isRead(text, version, estimate), version !== "5.1", text);
    for (const text of [
      "goto a do ::a:: end",
      "do goto a end local y ::a:: y = 1",
      "for i = 1, 2 do f(function() goto a end) ::a:: end",
      "repeat goto a local y ::a:: until y",
      "do goto a end do ::a:: end",
      "do goto a ::a:: ::a:: end",
    ]) {
      assert.not.ok(parseLua(text as ByteText, version).ok, text);
      assert.not.ok(isRead(text, version, estimate), text);
    }
  }
});

test("whether it pays to estimate is found in time that grows with the text, no faster", () => {
  const timeFor = (size: number) => {
    const text = `do goto a ::a::${" ".repeat(size)}x() end` as ByteText;
    const begun = process.cpuUsage();
    assert.not.ok(canEstimate(text));
    return process.cpuUsage(begun).user / 1000;
  };
  const small = Math.min(timeFor(4000), timeFor(4000), timeFor(4000));
  assert.ok(timeFor(64_000) < 80 * small + 1000);
});

test("a text is read in one way, whoever counts", () => {
  const jumps = "for i = 1, 2 do if i then break end if x then break; end if y then f() break end end";
  for (const version of LUA_VERSIONS) {
    assert.equal(read(jumps, version, estimate), read(jumps, version, compilerFor));
    const check = (text: string) => {
      const found = parseLua(text as ByteText, version);
      if (found.ok) assert.equal(found.value.body, read(text, version, compilerFor));
    };
    fc.assert(fc.property(soundPrograms, check), { numRuns: 100 });
  }
});
