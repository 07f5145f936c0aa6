// Code that is counted: a jump reaches 131071 instructions and no further, so the size at which luac refuses such a program
// tells how many instructions it made of the rest. Each text has one place, `@`, for a filling of single instructions.

const FILLING = "a=b\n";
const MANY_CONSTANTS = Array.from({ length: 262150 }, (_, index) => `${index}.5`).join(",");

const inLoop = (code: string): string => `local a, b while x do @${code} end`;

const CODE_IN_LOOP: readonly string[] = [
  "",
  // Neighbouring locals are set to nil by one instruction, unless something jumps between them.
  ...[
    "local p local q local r",
    "a = nil b = nil",
    "local p if a then end local q",
    "local p, q = 1 local r",
  ],
  ...["a = b .. a .. b", "a = b .. (a .. b)", "a = (b .. a) .. b", "a = 'x' .. 1"],
  // A table or key that is assigned to beside itself is read from a copy.
  ...["a.x, a = 1, 2", "b[a], a = 1, 2", "a.x, b.y, a, b = 1", "a.x, b = 1, 2"],
  ...[
    "if not a then b = a end",
    "a = not (a and b)",
    "a = not not b",
    "while not a do end",
    "repeat until not a",
  ],
  ...["do local c f = function() return c end end", "repeat local c function g() return c end until c"],
  ...["for i = 1, 2 do function g() return i end end", "for i, j in a do function g() return j end end"],
  ...[
    "while a do local c function g() return c end break end",
    "function g() return function() return a end end",
  ],
  ...[
    "a = b < a",
    "a = b and a",
    "a = b == 1 or a",
    "a = (b and 1) or 2",
    "a = not (b < a)",
    "f(a and b < 1)",
  ],
  ...["a = (a and b) + 1", "f((a and b).x)", "a = x and y.z or b", "a = (a or b) and not b", "a = a and nil"],
  ...[
    "a = not (a and f()) or not b",
    "a = not (1 and b)",
    "a = nil or b",
    "a = 1 and b",
    "a = b and (a < b or nil)",
  ],
  ...[
    "if a then break end b = a",
    "if a then goto l else b = a end ::l::",
    "if a then break elseif b then a = b end",
  ],
  ...[
    "if nil then goto l end ::l::",
    "if 1 then a = b end",
    "if a then break; b = a end",
    "if a < b then break end",
  ],
  ...[
    "if a then if b then break end a = b else b = a end",
    "while 1 do end",
    "while nil do end",
    "repeat until 1",
  ],
  ...["do return end", "do return a end", "do return a.b end", "do return f(a) end", "do return a, b end"],
  ...["do return ... end", "do return a and b end", "a = b, a, b", "a, b = b", "a, b = f()", "a, b = ..."],
  ...[
    "a, b.c = b, a",
    "a, b = (f())",
    "a = (...)",
    "f(...)",
    "f(a, ...)",
    "x = y",
    "a.b.c = d",
    "a[1] = nil",
  ],
  ...["f'x'", "f{}", "f{1, 2, x = 3, [4] = 5, ...}", "a:m(1):n(2)", "local function r() return r end"],
  ...["a = function() end", "function x.y:z() end", "a = {f()}", "a = {f(), 1}", "a = #b - -b ~ ~b"],
  ...[
    "for i = 1, 2 do end",
    "for i = 1, 2, 3 do a = i end",
    "for k in f do end",
    "for k, v in a, b, a, b do end",
  ],
  // What is folded is one constant.
  ...[
    "a = b + (1 + 2)",
    "a = b + 7 % -3",
    "a = b + (1 // 0)",
    "a = b + (0.0 * 1)",
    "a = b + (0 / 0)",
    "a = b + -0.0",
  ],
  ...["a = b + (1 & 1.5)", "a = b + (1 & 2.0)", "a = b + (1 << 63 >> 63)", "a = b + -(-5)", "a = b + ~5.5"],
  ...[
    "a = b + ~5.0",
    "a = b + (99999999999999999999 & 1)",
    "a = b + (9223372036854775807 & 1)",
    "a = b + (1e308 * 10)",
  ],
  ...[
    "a = b + 2 ^ 0.5",
    "a = b + ('1' + 1)",
    "a = b + (0 - 0)",
    "a = b + -0",
    "a = b + (3 - 3.0)",
    "a = b + (1 < 2)",
  ],
  ...[
    "a = b + (0x7fffffffffffffff + 1)",
    "a = b + (5 // 0.0)",
    "a = b + (5 % 0)",
    "a = b + (-7 // 2)",
    "a = b + #'x'",
  ],
];

const OTHERS: Readonly<Record<string, string>> = {
  "a jump to a jump goes all the way": "local a, b if x then b = a end goto l @::l::",
  "two jumps to a jump go all the way": "local a, b if x then b = a else a = b end goto l @::l::",
  "an else is jumped over": "local a, b if x then b = a else @ end a = b",
  "an elseif is jumped over": "local a, b if x then b = a elseif y then @ else b = a end",
  "a condition is jumped out of": "local a, b if x and y or b then @ end",
  "a loop over a comparison": "local a, b repeat @ until a < b and b or not x",
  "a loop over a captured local": "local a, b repeat local c @ function g() return c end until c",
  "a value of many tests": "local a, b a = x and (function() end)() or b goto l @::l::",
  "constants beyond the short ones": `local a, b, t = 1, 2, {${MANY_CONSTANTS}} while x do @ a = 'far' end`,
};

/** Texts by name, each with one `@`. */
export const FAR_FAMILIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CODE_IN_LOOP.map((code) => [code === "" ? "nothing" : code, inLoop(code)])),
  ...OTHERS,
};

/** The text with a filling of that many instructions. */
export function filled(text: string, size: number): string {
  return text.replace("@", () => FILLING.repeat(size));
}
