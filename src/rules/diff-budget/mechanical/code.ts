// A text as its tokens, without comments.
import { tokens } from "../../../lua/lexer/tokens.ts";
import type { SourceFile } from "../../../modules/source-file.ts";

export interface CodeToken {
  readonly text: string;
  readonly start: number;
  /** The name of a module in a require: it may become any other. */
  readonly isRequired: boolean;
  readonly isName: boolean;
  /** The key of a table constructor: `{ name = … }`. */
  readonly isKey: boolean;
}

export function codeOf({ text, lua }: SourceFile): readonly CodeToken[] {
  const required = new Set(
    lua.requires.flatMap((require) =>
      require.kind === "static" && require.literal !== undefined ? [require.literal.range.start] : [],
    ),
  );
  const code = tokens(text)
    .filter(({ kind }) => kind !== "comment" && kind !== "shebang" && kind !== "eof")
    .map(({ kind, range }) => ({
      text: text.slice(range.start, range.end),
      start: range.start,
      isName: kind === "name",
      isRequired: required.has(range.start),
    }));
  const open: string[] = [];
  return code.map((token, at) => {
    if (OPENS.has(token.text)) open.push(token.text);
    else if (CLOSES.has(token.text)) open.pop();
    const previous = code[at - 1]?.text ?? "";
    const isFirst = previous === "{" || (open.at(-1) === "{" && (previous === "," || previous === ";"));
    return { ...token, isKey: token.isName && isFirst && code[at + 1]?.text === "=" };
  });
}

/** `while … do` and `for … do` are opened by their `do`. */
const OPENS: ReadonlySet<string> = new Set(["(", "[", "{", "function", "if", "do", "repeat"]);
const CLOSES: ReadonlySet<string> = new Set([")", "]", "}", "end", "until"]);

/** Whether a variable begins here: a name that is not a field, method or key. */
export function isVariable(code: readonly CodeToken[], at: number): boolean {
  const token = code[at];
  const previous = code[at - 1]?.text;
  return token?.isName === true && !token.isKey && previous !== "." && previous !== ":";
}

/** The variable at `at` with its fields, `a.b.c`, as names. */
export function chainAt(code: readonly CodeToken[], at: number): readonly string[] {
  const names = [code[at]?.text ?? ""];
  for (let next = at + 1; code[next]?.text === "." && code[next + 1]?.isName === true; next += 2)
    names.push(code[next + 1]?.text ?? "");
  return names;
}
