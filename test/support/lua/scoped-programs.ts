// Programs with few names, so that they shadow one another often, each with the globals that a naive reader finds in it: one
// that carries the list of visible locals along while it writes the text.
import fc from "fast-check";

export interface Program {
  readonly text: string;
  /** `read x 12`: what is done, the name, the byte. */
  readonly globals: readonly string[];
}

const NAMES = ["a", "b", "c", "d"] as const;

type Tree =
  | { readonly kind: "local"; readonly names: readonly string[]; readonly values: readonly string[] }
  | { readonly kind: "assign"; readonly name: string; readonly value: string }
  | { readonly kind: "call"; readonly name: string; readonly given: string }
  | { readonly kind: "do" | "while" | "repeat" | "if"; readonly name: string; readonly body: readonly Tree[] }
  | {
      readonly kind: "for" | "forin";
      readonly name: string;
      readonly value: string;
      readonly body: readonly Tree[];
    }
  | {
      readonly kind: "function" | "localfunction" | "lambda";
      readonly name: string;
      readonly given: string;
      readonly body: readonly Tree[];
    };

const name = fc.constantFrom(...NAMES);
const { tree } = fc.letrec<{ tree: Tree; body: Tree[] }>((tie) => ({
  body: fc.array(tie("tree"), { maxLength: 4 }),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({
      kind: fc.constant("local" as const),
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      values: fc.array(name, { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant("assign" as const), name, value: name }),
    fc.record({ kind: fc.constant("call" as const), name, given: name }),
    fc.record({
      kind: fc.constantFrom("do" as const, "while" as const, "repeat" as const, "if" as const),
      name,
      body: tie("body"),
    }),
    fc.record({
      kind: fc.constantFrom("for" as const, "forin" as const),
      name,
      value: name,
      body: tie("body"),
    }),
    fc.record({
      kind: fc.constantFrom("function" as const, "localfunction" as const, "lambda" as const),
      name,
      given: name,
      body: tie("body"),
    }),
  ),
}));

export const program: fc.Arbitrary<Program> = fc.array(tree, { maxLength: 6 }).map((trees) => {
  const writer = new Writer();
  writer.block(trees, []);
  return { text: writer.text, globals: writer.globals };
});

class Writer {
  text = "";
  readonly globals: string[] = [];

  /** Writes statements, and gives back what is visible at their end. */
  block(trees: readonly Tree[], outer: readonly string[]): readonly string[] {
    let visible = outer;
    for (const tree of trees) visible = this.#statement(tree, visible);
    return visible;
  }

  #write(text: string): void {
    this.text += `${text} `;
  }

  #name(one: string, kind: "read" | "write", visible: readonly string[]): void {
    if (!visible.includes(one)) this.globals.push(`${kind} ${one} ${this.text.length}`);
    this.#write(one);
  }

  #list(names: readonly string[], visible: readonly string[]): void {
    names.forEach((one, index) => {
      if (index > 0) this.#write(",");
      this.#name(one, "read", visible);
    });
  }

  #statement(tree: Tree, visible: readonly string[]): readonly string[] {
    switch (tree.kind) {
      case "local":
        this.#write(`local ${tree.names.join(", ")}`);
        if (tree.values.length > 0) this.#write("=");
        this.#list(tree.values, visible);
        this.#write(";");
        return [...visible, ...tree.names];
      case "assign":
        this.#name(tree.name, "write", visible);
        this.#write("=");
        this.#name(tree.value, "read", visible);
        this.#write(";");
        return visible;
      case "call":
        this.#name(tree.name, "read", visible);
        this.#write("(");
        this.#name(tree.given, "read", visible);
        this.#write(");");
        return visible;
      case "do":
        this.#write("do");
        this.block(tree.body, visible);
        this.#write("end");
        return visible;
      case "while":
      case "if":
        this.#write(tree.kind);
        this.#name(tree.name, "read", visible);
        this.#write(tree.kind === "if" ? "then" : "do");
        this.block(tree.body, visible);
        this.#write("end");
        return visible;
      case "repeat": {
        this.#write("repeat");
        const inside = this.block(tree.body, visible);
        this.#write("until");
        this.#name(tree.name, "read", inside);
        return visible;
      }
      case "for":
      case "forin":
        this.#write(`for ${tree.name} ${tree.kind === "for" ? "= 1," : "in"}`);
        this.#name(tree.value, "read", visible);
        this.#write("do");
        this.block(tree.body, [...visible, tree.name]);
        this.#write("end");
        return visible;
      default:
        return this.#function(tree, visible);
    }
  }

  #function(
    { kind, name: own, given, body }: Tree & { kind: "function" | "localfunction" | "lambda" },
    visible: readonly string[],
  ): readonly string[] {
    const after = kind === "function" ? visible : [...visible, own];
    if (kind === "function") {
      this.#write("function");
      this.#name(own, "write", visible);
    } else this.#write(kind === "lambda" ? `local ${own} = function` : `local function ${own}`);
    this.#write(`(${given})`);
    this.block(body, [...(kind === "localfunction" ? after : visible), given]);
    this.#write("end");
    return after;
  }
}
