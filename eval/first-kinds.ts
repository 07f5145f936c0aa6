// What people do on the first day, in a tree of anybody's: sound changes, which pass without a word, and faults, which are stopped.
import { matchesAny } from "../src/base/glob.ts";
import { afterHead, beforeReturn, codeOnly, returnedName, topFunctions } from "./code.ts";
import { firstThat, type Kind, type Made } from "./edit.ts";
import { fieldsOf, plainUsers } from "./fields.ts";
import { movedModule } from "./moves.ts";
import type { Random } from "./random.ts";
import { importersOf, type Tree } from "./tree.ts";

/** What the kinds have to know of the policy: where it says that code is free of the host, and what the host gives. */
export interface Fenced {
  readonly pure: readonly string[];
  readonly hostGlobals: readonly string[];
}

const COUNT = 3;

export function firstKinds(tree: Tree, fenced: Fenced): readonly Kind[] {
  const names = namesIn(tree);
  const modules = [...names.keys()];
  const scripts = tree
    .paths()
    .filter((path) => !isTest(path) && !names.has(path) && !endsInReturn(tree.text(path)));
  const specs = tree.paths().filter((path) => isTest(path) && !names.has(path));
  const on = (paths: readonly string[], rule: string | undefined, edit: Edit) => (_: Tree, random: Random) =>
    firstThat(paths, random, (path) => edited(tree, path, rule, edit(tree.text(path), random)));
  const kind = (name: string, make: Kind["make"]): Kind => ({ name, count: COUNT, make });
  const code = tree.paths().filter((path) => !isTest(path));
  return [
    kind("a new function", on(code, undefined, withFunction)),
    kind("a function copied under another name", on(code, undefined, withCopy)),
    kind("a new script", (_, random) =>
      newFile(tree, random.pick(besides(scripts, "tools/x.lua")), "weekly_report", SCRIPT),
    ),
    kind("a new spec", (_, random) =>
      newFile(tree, random.pick(besides(specs, "spec/x_spec.lua")), "entries", SPEC),
    ),
    kind("a new module used by an old one", (_, random) => newModule(tree, names, random)),
    kind("a module moved with all its importers", (_, random) => moved(tree, names, random, "all")),
    kind("a module moved, one importer forgotten", (_, random) => moved(tree, names, random, "but one")),
    kind("a module moved without its importers", (_, random) => moved(tree, names, random, "none")),
    kind("an export renamed, one user forgotten", (_, random) => renamed(tree, names, random)),
    kind("an unfinished function", on(code, "lua-parse", withoutEnd)),
    kind(
      "a global set in a function",
      on(code, "no-globals", (text, random) => inFunction(text, random, () => "noted_at = os.time()")),
    ),
    kind(
      "a local's name misspelt",
      on(code, "no-globals", (text, random) =>
        inFunction(text, random, ([name = ""]) => {
          const isFree =
            /^\w{4,}$/.test(name) && ![...tree.paths()].some((path) => tree.text(path).includes(`${name}s`));
          return isFree ? `local first = ${name}s[1]` : undefined;
        }),
      ),
    ),
    kind(
      "a module's return lost",
      on(modules, "module-shape", (text) => {
        const without = text.replace(/^return \w+;?\s*$(?![\s\S]*^return)/m, "");
        return /^return \w+;?\s*$/m.test(text.slice(-40)) ? without : undefined;
      }),
    ),
    kind(
      "a file written while a module loads",
      on(modules, "no-require-effects", (text) =>
        beforeReturn(
          text,
          'local log_file = io.open("loaded.log", "w")\nif log_file then log_file:write("loaded") log_file:close() end\n',
        ),
      ),
    ),
    kind("the host in a pure file", (_, random) => breach(tree, fenced, random)),
  ];
}

type Edit = (text: string, random: Random) => string | undefined;

function edited(
  tree: Tree,
  path: string,
  rule: string | undefined,
  text: string | undefined,
): Made | undefined {
  if (text === undefined || text === tree.text(path)) return undefined;
  return made(new Map([[path, text]]), rule === undefined ? undefined : { rule, path });
}

function made(edits: Made["edits"], planted?: Made["planted"]): Made {
  return planted === undefined ? { title: "Work on it", edits } : { title: "Work on it", edits, planted };
}

/** Names that something requires, each by the one file that it can mean: told by the texts alone. */
function namesIn(tree: Tree): ReadonlyMap<string, string> {
  const required = new Set(
    tree
      .paths()
      .flatMap((path) =>
        [...withoutComments(tree.text(path)).matchAll(/\brequire\s*\(?\s*(["'])([\w./-]+)\1/g)].map(
          ([, , name = ""]) => name,
        ),
      ),
  );
  const named = new Map<string, string[]>();
  for (const name of required) {
    const ends = [`${name.replaceAll(".", "/")}.lua`, `${name.replaceAll(".", "/")}/init.lua`];
    const files = tree.paths().filter((path) => ends.some((end) => path === end || path.endsWith(`/${end}`)));
    const [file] = files;
    if (file !== undefined && files.length === 1) named.set(file, [...(named.get(file) ?? []), name]);
  }
  return new Map(
    [...named].flatMap(([path, [name, ...more]]): [string, string][] =>
      name === undefined || more.length > 0 || isTest(path) ? [] : [[path, name]],
    ),
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*/g, " ");
}

function isTest(path: string): boolean {
  return /(?:^|\/)(?:spec|specs|test|tests|t)\/|(?:_spec|_test)\.lua$|(?:^|\/)test_[^/]*\.lua$/.test(path);
}

function endsInReturn(text: string): boolean {
  return /^return\b/m.test(text.slice(-400));
}

function besides(paths: readonly string[], otherwise: string): readonly string[] {
  return paths.length === 0 ? [otherwise] : paths;
}

const SCRIPT = [
  "#!/usr/bin/env lua",
  "local function main()",
  '\tprint("nothing to report")',
  "end",
  "",
  "main()",
  "",
];

const SPEC = [
  'describe("entries", function()',
  '\tit("are counted", function()',
  "\t\tassert.equals(2, #{ 1, 2 })",
  "\tend)",
  "end)",
  "",
];

/** Beside `neighbour`, and called as things are called there. */
function newFile(
  tree: Tree,
  neighbour: string | undefined,
  word: string,
  lines: readonly string[],
): Made | undefined {
  if (neighbour === undefined) return undefined;
  const path = neighbour.replace(/[^/]+$/, (name) =>
    /_spec\.lua$/.test(name)
      ? `${word}_spec.lua`
      : /_test\.lua$/.test(name)
        ? `${word}_test.lua`
        : /^test_/.test(name)
          ? `test_${word}.lua`
          : `${word}.lua`,
  );
  return tree.has(path) ? undefined : made(new Map([[path, lines.join("\n")]]));
}

function newModule(tree: Tree, names: ReadonlyMap<string, string>, random: Random): Made | undefined {
  return firstThat([...names.keys()], random, (path) => {
    const name = names.get(path) ?? "";
    const user = random.pick(importersOf(name, tree).files.filter((each) => each !== path));
    if (user === undefined || path.endsWith("/init.lua")) return undefined;
    const next = path.replace(/[^/]+$/, "entry_counts.lua");
    const nextName = name.replace(/[^./]+$/, "entry_counts");
    if (tree.has(next)) return undefined;
    const text = "local M = {}\n\nfunction M.count(list)\n\treturn #list\nend\n\nreturn M\n";
    const using = afterHead(tree.text(user), `local entry_counts = require("${nextName}")\n`);
    return made(
      new Map([
        [next, text],
        [user, using],
      ]),
    );
  });
}

function moved(
  tree: Tree,
  names: ReadonlyMap<string, string>,
  random: Random,
  mend: "all" | "but one" | "none",
): Made | undefined {
  return firstThat([...names.keys()], random, (path) => {
    const module = names.get(path) ?? "";
    const { files, isClean } = importersOf(module, tree);
    const others = files.filter((each) => each !== path);
    const plain = others.filter((each) => requiresPlainly(tree.text(each), module));
    // By its own name a file finds its neighbours.
    const isPlain = !/\(\.\.\.\)|=\s*\.\.\.\s*$/m.test(tree.text(path)) && !path.endsWith("/init.lua");
    const wanted = mend === "but one" ? 2 : 1;
    if (!isClean || !isPlain || others.length < wanted || others.length > 12) return undefined;
    const isDeeper = random.below(2) === 0;
    const next = path.replace(/([^/]+)\.lua$/, isDeeper ? "moved/$1.lua" : "$1_moved.lua");
    const name = module.replace(
      /[^./]+$/,
      isDeeper ? `moved${module.includes("/") ? "/" : "."}$&` : "$&_moved",
    );
    if (tree.has(next)) return undefined;
    const forgotten = mend === "all" ? undefined : random.pick(plain);
    if (mend !== "all" && forgotten === undefined) return undefined;
    const mended = mend === "none" ? [] : others.filter((each) => each !== forgotten);
    const edits = movedModule(tree, { path, module }, { path: next, module: name }, mended);
    return made(edits, forgotten === undefined ? undefined : { rule: "require-graph", path: forgotten });
  });
}

/** As code, and not in a comment or within a longer string. */
function requiresPlainly(text: string, module: string): boolean {
  const plain = new RegExp(`^[^"'\\n]*\\brequire\\s*\\(?\\s*["']${module.replaceAll(".", "\\.")}["']`, "m");
  return plain.test(withoutComments(text));
}

function renamed(tree: Tree, names: ReadonlyMap<string, string>, random: Random): Made | undefined {
  return firstThat([...names.keys()], random, (path) => {
    const found = random.pick(fieldsOf(tree.text(path)));
    if (found === undefined) return undefined;
    const { table, field } = found;
    const user = random.pick(plainUsers(field, names.get(path) ?? "", path, tree));
    if (user === undefined) return undefined;
    const uses = new RegExp(`(?<![.:\\w])(${table}[.:])${field}\\b`, "g");
    const text = tree.text(path).replaceAll(uses, `$1${field}_now`);
    return made(new Map([[path, text]]), { rule: "unmet-exports", path: user });
  });
}

/** Offered where the file offers its functions, else used by one of them. */
function withFunction(text: string, random: Random): string | undefined {
  const body =
    "\tlocal count = 0\n\tfor _ in pairs(list) do\n\t\tcount = count + 1\n\tend\n\treturn count\nend\n";
  const field = random.pick(fieldsOf(text));
  if (field !== undefined) return beforeReturn(text, `function ${field.table}.count_entries(list)\n${body}`);
  const user = random.pick(topFunctions(text));
  if (user === undefined) return undefined;
  const inside = user.text.replace("\n", "\n\tlocal entries = count_entries({})\n");
  return `${text.slice(0, user.start)}local function count_entries(list)\n${body}\n${inside}${text.slice(user.end)}`;
}

function withCopy(text: string, random: Random): string | undefined {
  const found = random.pick(topFunctions(text).filter(({ isLocal, name }) => isLocal || name.includes(".")));
  if (found === undefined || text.includes(`${found.name}_again`)) return undefined;
  const copy = found.text.replace(/(function [\w.:]+)/, "$1_again");
  return `${text.slice(0, found.end)}\n${copy}${text.slice(found.end)}`;
}

function withoutEnd(text: string, random: Random): string | undefined {
  const found = random.pick(topFunctions(text));
  return (
    found && `${text.slice(0, found.start)}${found.text.replace(/end;?\n$/, "")}${text.slice(found.end)}`
  );
}

function inFunction(
  text: string,
  random: Random,
  line: (params: readonly string[]) => string | undefined,
): string | undefined {
  for (const { params, start, text: own } of random.shuffled(topFunctions(text))) {
    const added = line(params);
    const at = start + own.indexOf("\n") + 1;
    if (added !== undefined) return `${text.slice(0, at)}\t${added}\n${text.slice(at)}`;
  }
  return undefined;
}

/** The global of the host that the tree uses most, in a folder that has none of it. */
function breach(tree: Tree, { pure, hostGlobals }: Fenced, random: Random): Made | undefined {
  const uses = (name: string) =>
    tree.paths().filter((path) => new RegExp(`(?<![.:\\w])${name}[.:]\\w`).test(codeOnly(tree.text(path))))
      .length;
  const [host] = hostGlobals.map((name) => ({ name, count: uses(name) })).sort((a, b) => b.count - a.count);
  if (host === undefined || host.count === 0) return undefined;
  return firstThat(
    tree.paths().filter((path) => matchesAny(pure, path)),
    random,
    (path) => {
      const text = beforeReturn(
        tree.text(path),
        `local function leave()\n\tlocal host = ${host.name}\n\treturn host.quit()\nend\n`,
      );
      return returnedName(text) === undefined
        ? undefined
        : made(new Map([[path, text]]), { rule: "purity-fence", path });
    },
  );
}
