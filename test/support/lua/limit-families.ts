// Programs that grow towards a limit of the compiler: each family makes one for any size, and names the sizes around which
// luac5.3 changes its mind. Some meet no limit, and must be accepted at any size.

export interface Family {
  readonly make: (size: number) => string;
  /** The sizes where something may change. */
  readonly near: readonly number[];
}

const times = (count: number, text: string): string => text.repeat(Math.max(0, count));
const list = (count: number, item: (index: number) => string, separator = ","): string =>
  Array.from({ length: Math.max(0, count) }, (_, index) => item(index)).join(separator);
const names = (count: number, prefix = "v"): string => list(count, (index) => prefix + index);
const locals = (count: number, prefix = "v"): string =>
  list(
    Math.ceil(count / 100),
    (group) => {
      const rest = Math.min(100, count - group * 100);
      return `local ${list(rest, (index) => `${prefix}${group * 100 + index}`)}\n`;
    },
    "",
  );
/** `count` locals spread over two functions, all captured by a third. */
const captured = (count: number, inner: (names: readonly string[]) => string): string => {
  const all = Array.from({ length: count }, (_, index) => `v${index}`);
  return `${locals(Math.min(count, 150))}return function()\n${list(
    count - 150,
    (index) => `local v${150 + index}\n`,
    "",
  )}return function() ${inner(all)} end end`;
};
const statements = (count: number, text: string): string => times(count, `${text}\n`);

const LEVELS = [60, 65, 66, 67, 95, 96, 97, 98, 99, 100, 101, 180, ...around(190, 203)];
const LOCALS = around(190, 204);
const REGISTERS = [
  45,
  50,
  51,
  52,
  80,
  83,
  84,
  85,
  100,
  120,
  124,
  125,
  126,
  127,
  128,
  ...around(190, 204),
  ...around(240, 260),
];

function around(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const FAR = 131071;

export const FAMILIES: Readonly<Record<string, Family>> = {
  "locals, one by one": { near: LOCALS, make: (n) => list(n, (i) => `local v${i}`, "\n") },
  "locals, at once": { near: LOCALS, make: (n) => `local ${names(n)}` },
  "locals with values": { near: LOCALS, make: (n) => `local ${names(n)} = ${list(n, String)}` },
  "locals from a call": { near: LOCALS, make: (n) => `local ${names(n)} = f()` },
  "local functions": { near: LOCALS, make: (n) => list(n, (i) => `local function v${i}() end`, "\n") },
  parameters: { near: LOCALS, make: (n) => `return function(${names(n)}) end` },
  "parameters and ...": {
    near: LOCALS,
    make: (n) => `return function(${names(n)}${n > 0 ? "," : ""}...) return ... end`,
  },
  "parameters of a method": { near: LOCALS, make: (n) => `function a:b(${names(n)}) end` },
  "names of a generic for": { near: LOCALS, make: (n) => `for ${names(Math.max(1, n))} in f do end` },
  "a generic for among locals": { near: LOCALS, make: (n) => `${locals(n)}for k, v in f do end` },
  "a numeric for among locals": { near: LOCALS, make: (n) => `${locals(n)}for i = 1, 2 do end` },
  "locals in inner blocks": {
    near: LOCALS,
    make: (n) => `${locals(n - 5)}do local a, b, c, d, e end local f`,
  },
  "locals side by side": { near: [300], make: (n) => statements(n, "do local a, b end") },
  "locals declared in all": { near: [32766, 32767, 32768], make: (n) => statements(n, "do local a end") },
  "a call among locals": { near: REGISTERS, make: (n) => `${locals(n)}f(a, b, c)` },
  arguments: { near: REGISTERS, make: (n) => `f(${list(n, String)})` },
  "arguments that are calls": { near: REGISTERS, make: (n) => `f(${list(n, () => "g()")})` },
  "arguments that are indexed": { near: REGISTERS, make: (n) => `local a f(${list(n, () => "a.b.c")})` },
  "arguments among locals": {
    near: [40, 50, 52, 53, 54, 55, 56],
    make: (n) => `${locals(199)}f(${list(n, String)})`,
  },
  "arguments of a method": { near: REGISTERS, make: (n) => `o:f(${list(n, () => "x")})` },
  "arguments that end in ...": {
    near: REGISTERS,
    make: (n) => `f(${list(n, () => "x")}${n > 0 ? "," : ""}...)`,
  },
  "calls in arguments": { near: LEVELS, make: (n) => times(n, "f(1,") + "2" + times(n, ")") },
  "values that are returned": { near: REGISTERS, make: (n) => `return ${list(Math.max(1, n), String)}` },
  "values that are assigned": { near: REGISTERS, make: (n) => `a = ${list(Math.max(1, n), () => "b")}` },
  "variables that are assigned": {
    near: [...LOCALS, ...REGISTERS],
    make: (n) => `${list(Math.max(1, n), (i) => `g${i}`)} = 1`,
  },
  "fields that are assigned": {
    near: REGISTERS,
    make: (n) => `local a ${list(Math.max(1, n), (i) => `a.b.c${i}`)} = 1`,
  },
  "indices that are assigned": {
    near: REGISTERS,
    make: (n) => `local a, i ${list(Math.max(1, n), () => "a[i]")}, a, i = 1`,
  },
  "elements of calls that are assigned": {
    near: REGISTERS,
    make: (n) => `${list(Math.max(1, n), () => "f().x[g()]")} = 1, 2`,
  },
  "items of a table": { near: [30000], make: (n) => `return {${list(n, () => "f()")}}` },
  "items of a table among locals": {
    near: [100],
    make: (n) => `${locals(199)}return {${list(n, () => "1")}}`,
  },
  "items of a table among arguments": {
    near: around(195, 206),
    make: (n) => `f(${list(n, () => "x")}, {${list(60, () => "1")}})`,
  },
  "items of tables in tables": {
    near: around(1, 7),
    make: (n) => `return ${times(n, `{${times(49, "1,")}`)}${times(n, "}")}`,
  },
  concatenation: { near: REGISTERS, make: (n) => `return ${list(Math.max(1, n), () => "a", "..")}` },
  "concatenation of constants": {
    near: LEVELS,
    make: (n) => `return ${list(Math.max(1, n), () => "'a'", "..")}`,
  },
  powers: { near: LEVELS, make: (n) => `return ${list(Math.max(1, n), () => "x", "^")}` },
  "powers of numbers": { near: LEVELS, make: (n) => `return ${list(Math.max(1, n), () => "1", "^")}` },
  parentheses: { near: LEVELS, make: (n) => `return ${times(n, "(")}x${times(n, ")")}` },
  not: { near: LEVELS, make: (n) => `return ${times(n, "not ")}x` },
  minus: { near: LEVELS, make: (n) => `return ${times(n, "- ")}x` },
  "minus and a number": { near: LEVELS, make: (n) => `return ${times(n, "- ")}1` },
  length: { near: LEVELS, make: (n) => `return ${times(n, "#")}x` },
  "tables in tables": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "{")}${times(n, "}")}`,
  },
  "tables under keys": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "{a=")}1${times(n, "}")}`,
  },
  "tables under computed keys": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "{[f()]=")}1${times(n, "}")}`,
  },
  "functions in functions": { near: LEVELS, make: (n) => times(n, "return function() ") + times(n, "end ") },
  "local functions in functions": {
    near: LEVELS,
    make: (n) => times(n, "local function f() ") + times(n, "end "),
  },
  "functions as arguments": { near: LEVELS, make: (n) => times(n, "f(function() ") + times(n, "end) ") },
  do: { near: LEVELS, make: (n) => times(n, "do ") + times(n, "end ") },
  if: { near: LEVELS, make: (n) => times(n, "if x then ") + times(n, "end ") },
  else: { near: LEVELS, make: (n) => times(n, "if x then else ") + times(n, "end ") },
  elseif: { near: [300], make: (n) => `if x then ${times(n, "elseif y then ")}end` },
  while: { near: LEVELS, make: (n) => times(n, "while x do ") + times(n, "end ") },
  repeat: { near: LEVELS, make: (n) => times(n, "repeat ") + times(n, "until x ") },
  "numeric for": {
    near: [...LEVELS, 48, 49, 50, 51],
    make: (n) => times(n, "for i = 1, 2 do ") + times(n, "end "),
  },
  "generic for": {
    near: [...LEVELS, 48, 49, 50, 51],
    make: (n) => times(n, "for k in f do ") + times(n, "end "),
  },
  "labels in a row": { near: LEVELS, make: (n) => list(n, (i) => `::l${i}::`, " ") },
  "labels with semicolons": { near: LEVELS, make: (n) => list(n, (i) => `::l${i}::;`, " ") },
  semicolons: { near: [300], make: (n) => times(n, ";") },
  "index in index": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "a[")}1${times(n, "]")}`,
  },
  "index of a call in index": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "f()[")}1${times(n, "]")}`,
  },
  "sums to the left": { near: [500], make: (n) => `return ${list(Math.max(1, n), () => "x", "+")}` },
  "sums to the right": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "x+(")}x${times(n, ")")}`,
  },
  "sums of calls to the right": {
    near: [...LEVELS, ...REGISTERS],
    make: (n) => `return ${times(n, "f()+(")}x${times(n, ")")}`,
  },
  "climbing operators": {
    near: around(15, 30),
    make: (n) => `return ${times(n, "a or b and c<d|e~f&g<<h..i+j*k^(")}x${times(n, ")")}`,
  },
  and: { near: LEVELS, make: (n) => `return ${times(n, "f() and (")}x${times(n, ")")}` },
  "or of comparisons": {
    near: LEVELS,
    make: (n) => `return ${times(n, "a < b or (")}x == y${times(n, ")")}`,
  },
  members: { near: [1000], make: (n) => `return a${times(n, ".b")}` },
  "calls of calls": { near: [1000], make: (n) => `f${times(n, "()")}${n > 0 ? "" : "()"}` },
  "methods of calls": { near: [1000], make: (n) => `f()${times(n, ":m()")}` },
  upvalues: {
    near: [0, 1, ...around(250, 260)],
    make: (n) =>
      captured(
        n,
        (all) =>
          `return ${list(Math.ceil(all.length / 50), (g) => `{${all.slice(g * 50, g * 50 + 50).join(",")}}`) || "nil"}`,
      ),
  },
  "upvalues and a global": {
    near: around(250, 260),
    make: (n) => captured(n, (all) => `${all.map((name) => `${name} = x`).join(" ")}`),
  },
  "upvalues that pass through": {
    near: around(250, 260),
    make: (n) => captured(n, (all) => `return function() ${all.map((name) => `${name} = 1`).join(" ")} end`),
  },
  constants: { near: [300], make: (n) => `local t ${list(n, (i) => `t.a${i} = ${i}`, " ")}` },
  "constants, then registers": {
    near: around(245, 262),
    make: (n) =>
      `local t ${list(n, (i) => `t.a${i} = t`, " ")} return f(${list(250, () => "t")}, t.x.y[1 + t.z] + t.zz)`,
  },
  "constants that stand twice": {
    near: around(235, 262),
    make: (n) =>
      `local t, u ${list(n, (i) => `t.a${i} = t`, " ")} local function g() u = t.a1 u = t.a0 end u = t.a0 u = t.a1 return f(${list(248, () => "t")}, t.x.y[1 + t.z] + t.zz)`,
  },
  "numbers as constants": {
    near: around(245, 262),
    make: (n) =>
      `local t ${list(n, (i) => `t[${i}.5] = t`, " ")} return f(${list(251, () => "t")}, t[1][77777])`,
  },
  "constants that are folded": {
    near: around(245, 262),
    make: (n) =>
      `local t ${list(n, (i) => `t[${i} * 3 + 1] = t`, " ")} return f(${list(251, () => "t")}, t[1][7 // 2 + 2 ^ 53])`,
  },
  "gotos that wait": { near: [32766, 32767, 32768], make: (n) => `${statements(n, "goto a")}::a::` },
  "gotos back": { near: [40000], make: (n) => `::a::\n${statements(n, "goto a")}` },
  "labels in a block": { near: [300], make: (n) => list(n, (i) => `::l${i}:: x()`, "\n") },
  "a long loop": {
    near: around(FAR / 2 - 4, FAR / 2 + 3).map(Math.floor),
    make: (n) => `while x do\n${statements(n, "f()")}end`,
  },
  "a long loop without end": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `while true do\n${statements(n, "f()")}end`,
  },
  "a long repeat": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `repeat\n${statements(n, "f()")}until x < y`,
  },
  "a long if": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `if x then\n${statements(n, "f()")}end`,
  },
  "a long else": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `if x then g() else\n${statements(n, "f()")}end`,
  },
  "a long numeric for": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `for i = 1, 2 do\n${statements(n, "f()")}end`,
  },
  "a long generic for": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `for k in y do\n${statements(n, "f()")}end`,
  },
  "a long way forward": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `goto a\n${statements(n, "f()")}::a::`,
  },
  "a long way back": {
    near: around(Math.floor(FAR / 2) - 3, Math.floor(FAR / 2) + 3),
    make: (n) => `::a::\n${statements(n, "f()")}goto a`,
  },
  "a long way of nil": {
    near: [200000],
    make: (n) => `::a::\nlocal t\n${statements(n, "t = nil")}goto a`,
  },
  "a long break": {
    near: around(Math.floor(FAR / 2) - 5, Math.floor(FAR / 2) + 3),
    make: (n) => `while true do if x then break end\n${statements(n, "f()")}end`,
  },
  "a long table in a loop": {
    near: around(126512, 126518),
    make: (n) => `while x do local t = {${times(n, "1,")}} end`,
  },
  "many functions in a function": {
    near: [262142, 262143, 262144],
    make: (n) => `return {${times(n, "function()end,")}}`,
  },
  "many constants": {
    near: [262150],
    make: (n) => `local t = {${list(n, (i) => `${i}.5`)}} while x do t = 'a' end`,
  },
  "fields of a table": { near: [300], make: (n) => `return {${list(n, (i) => `a${i} = f()`)}}` },
  "generic for over seven values": {
    near: around(20, 60),
    make: (n) => times(n, "for k in a, b, c, d, e, f, g do ") + times(n, "end "),
  },
  "upvalues of the functions inside": {
    near: around(250, 260),
    make: (n) =>
      captured(n, (all) =>
        list(
          Math.ceil(all.length / 50),
          (group) => `function f() return {${all.slice(group * 50, group * 50 + 50).join(",")}} end`,
          " ",
        ),
      ),
  },
  "targets that are kept safe": {
    near: around(1, 20),
    make: (n) => `local a ${list(79, () => "f()[g()]")}, ${list(n, () => "x")}, a.x, a = 1`,
  },
};
