// What the generated commits know about Lua: patterns on text, on purpose none of the facts that the rules under test go by.

export interface TopFunction {
  readonly name: string;
  readonly isLocal: boolean;
  readonly params: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Functions that begin and end in the first column, over several lines. */
export function topFunctions(text: string): TopFunction[] {
  const found = /^(local )?function ([\w.:]+) ?\(([^()\n]*)\)[^\n]*\n(?:(?!end\b)[^\n]*\n)*?end;?\n/gm;
  return [...text.matchAll(found)].flatMap((match) => {
    const [whole, local, name = "", params = ""] = match;
    // The header of another one inside means that the first did not end where it seemed to.
    if (/\n(?:local )?function /.test(whole)) return [];
    return [
      {
        name,
        isLocal: local !== undefined,
        params: params.split(",").flatMap((param) => param.trim() || []),
        start: match.index,
        end: match.index + whole.length,
        text: whole,
      },
    ];
  });
}

/** Comments and strings as blanks, every other byte where it was. */
export function codeOnly(text: string): string {
  const noise =
    /--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\[(=*)\[[\s\S]*?\]\2\]/g;
  return text.replaceAll(noise, (part) => part.replaceAll(/[^\n]/g, " "));
}

/** The words that stand by themselves: no field, no method, no key. */
export function freeWords(code: string): string[] {
  return [...code.matchAll(/(?<!(?<!\.)\.|:|\w)[A-Za-z_]\w*(?!\s*=[^=])/g)].map(([word]) => word);
}

const KEYWORDS =
  "and break do else elseif end false for function goto if in local nil not or repeat return then true until while self";
const STANDARD =
  "assert error ipairs next pairs pcall print select tonumber tostring type string table math os io setmetatable";
const KNOWN = new Set(`${KEYWORDS} ${STANDARD}`.split(" "));

/** Whether a function uses nothing but its parameters, its own locals and what Lua has. */
export function isClosed({ text, params, name }: TopFunction): boolean {
  const code = codeOnly(text);
  const own = new Set([...params, ...name.split(/[.:]/)]);
  for (const [, names = ""] of code.matchAll(/\b(?:local(?: function)?|for)\s+([\w, ]+)/g))
    for (const each of names.split(",")) own.add(each.trim().split(" ")[0] ?? "");
  for (const [, names = ""] of code.matchAll(/\bfunction\s*[\w.:]*\s*\(([^()]*)\)/g))
    for (const each of names.split(",")) own.add(each.trim());
  const assigned = [...code.matchAll(/(?<![.:\w])([A-Za-z_]\w*)\s*=[^=]/g)].map((match) => match[1] ?? "");
  return [...freeWords(code), ...assigned].every((word) => KNOWN.has(word) || own.has(word));
}

/** The name in the file's last `return`. */
export function returnedName(text: string): string | undefined {
  return /^return ([A-Za-z_]\w*);?\s*$/m.exec(text.slice(-200))?.[1];
}

/** Where code may be added at top level: before the last `return`, else at the end. */
export function beforeReturn(text: string, added: string): string {
  const at = text.search(/^return\b(?![\s\S]*^return\b)/m);
  return at === -1 ? `${text.trimEnd()}\n\n${added}` : `${text.slice(0, at)}${added}\n${text.slice(at)}`;
}

/** Behind a first line `#!` and the comments at the top. */
export function afterHead(text: string, added: string): string {
  const head = /^(?:#[^\n]*\n|--\[\[[\s\S]*?\]\][^\n]*\n|--(?!\[=*\[)[^\n]*\n|\s*\n)*/.exec(text)?.[0] ?? "";
  return `${head}${added}${text.slice(head.length)}`;
}
