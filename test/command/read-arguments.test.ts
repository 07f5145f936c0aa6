import * as assert from "uvu/assert";
import { readArguments } from "../../src/command/read-arguments.ts";
import { suite } from "../support/suite.ts";

const test = suite("arguments");

const command = {
  name: "new",
  operands: ["code"],
  flags: {
    allow: { value: "GLOB", help: "what it may touch", isRepeatable: true },
    files: { value: "N", help: "how many files" },
    force: { help: "all the same" },
  },
} as const;

const read = (line: string) => {
  const input = readArguments(command, line.split(" "));
  return [...input.operands, ...input.list("allow").map((glob) => `+${glob}`)].join(" ");
};
const refused = (line: string) => {
  try {
    return read(line);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

test("a flag that takes several values takes them behind it, and each behind a flag of its own", () => {
  assert.is(read("X --allow a --allow b"), "X +a +b");
  assert.is(read("X --allow a b c"), "X +a +b +c");
  assert.is(read("X --allow a b --files 3"), "X +a +b");
  assert.is(read("--allow a b X"), "X +a +b");
  assert.is(read("--allow a X"), "X +a");
  assert.is(read("--allow a --files 3 X"), "X +a");
  assert.is(read("--allow a -- X"), "X +a");
});

test("what stands behind no such flag is one argument too many", () => {
  assert.match(refused("X Y --allow a"), '"Y" is one argument too many');
  assert.match(refused("X --allow a --files 3 Y"), '"Y" is one argument too many');
  assert.match(refused("X --allow a --force Y"), '"Y" is one argument too many');
  assert.match(refused("X --files 3 4"), '"4" is one argument too many');
  assert.match(refused("--files 3"), "the argument <code> is missing");
});
