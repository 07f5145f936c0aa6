// Sound edits: every rule is to be silent about each of them.
import { afterHead, beforeReturn, codeOnly, isClosed, returnedName, topFunctions } from "./code.ts";
import { daysAhead } from "./dates.ts";
import { firstThat, type Kind } from "./edit.ts";
import { fieldsOf, renamedField, soleUses } from "./fields.ts";
import { moves } from "./moves.ts";
import { importersOf, moduleOf, type Tree } from "./tree.ts";

const LIBRARIES = [
  "usr/lib/prosody/util/",
  "usr/lib/prosody/core/",
  "usr/share/lua/5.1/",
  "usr/share/awesome/lib/",
];

export function modules(tree: Tree): string[] {
  return LIBRARIES.flatMap((start) => tree.paths(start)).filter((path) => moduleOf(path) !== undefined);
}

const simple: readonly Kind[] = [
  {
    name: "a local in a function",
    count: 14,
    make: (tree, random) =>
      inFunction(tree, random, ({ text, start }, whole) => {
        const at = start + text.indexOf("\n") + 1;
        return `${whole.slice(0, at)}\tlocal seen = {} -- so that nothing is counted twice\n${whole.slice(at)}`;
      }),
  },
  {
    name: "a comment in a function",
    count: 10,
    make: (tree, random) =>
      inFunction(tree, random, ({ text, start }, whole) => {
        const at = start + text.indexOf("\n") + 1;
        const said = '\t-- like require("util.gone"), reaper.x and loop = {} in a comment\n';
        return `${whole.slice(0, at)}${said}${whole.slice(at)}`;
      }),
  },
  {
    name: "deeper indentation",
    count: 12,
    make: (tree, random) =>
      onFile(tree, random, "Indent by two", (text) =>
        /\[=*\[/.test(text) ? undefined : text.replaceAll(/^([ \t]+)(?=\S)/gm, "$1$1"),
      ),
  },
  {
    name: "Windows line ends",
    count: 6,
    make: (tree, random) =>
      onFile(tree, random, "Line ends", (text) =>
        text.includes("\r") ? undefined : text.replaceAll("\n", "\r\n"),
      ),
  },
  {
    name: "a notice at the top",
    count: 8,
    make: (tree, random) =>
      onFile(tree, random, "Say who may use it", (text) => afterHead(text, "-- Free to use.\n")),
  },
  {
    name: "a local function renamed",
    count: 14,
    make: (tree, random) =>
      inFunction(tree, random, ({ name, isLocal }, whole) => {
        const next = `${name}_of`;
        const uses = new RegExp(`(?<![.:\\w])${name}\\b(?=\\s*[(,;)]|\\s*\\n)`, "g");
        const isPlain = (codeOnly(whole).match(uses)?.length ?? 0) === whole.split(name).length - 1;
        return isLocal && isPlain && !whole.includes(next) ? whole.replaceAll(uses, next) : undefined;
      }),
  },
  {
    name: "two functions swapped",
    count: 12,
    make: (tree, random) =>
      onFile(tree, random, "Order the functions", (text) => {
        const found = topFunctions(text).filter(({ isLocal }) => !isLocal);
        const at = found.findIndex((each, index) => found[index + 1]?.start === each.end + 1);
        const [a, b] = [found[at], found[at + 1]];
        if (a === undefined || b === undefined) return undefined;
        return `${text.slice(0, a.start)}${b.text}\n${a.text}${text.slice(b.end)}`;
      }),
  },
  {
    name: "a function added and exported",
    count: 14,
    make: (tree, random) =>
      onFile(tree, random, "Count the entries", (text) => {
        const table = returnedName(text);
        if (table === undefined || !new RegExp(`^local ${table}\\b`, "m").test(text)) return undefined;
        if (!text.includes(`function ${table}.`) || text.includes("_ENV")) return undefined;
        const body =
          "local count = 0\n\tfor _ in pairs(list) do\n\t\tcount = count + 1\n\tend\n\treturn count";
        return beforeReturn(text, `function ${table}.count_entries(list)\n\t${body}\nend\n`);
      }),
  },
  {
    name: "a require of a leaf",
    count: 14,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const leaf = leafFor(path, tree, random);
        const name = leaf === undefined ? undefined : moduleOf(leaf);
        if (name === undefined || leaf === path || tree.text(path).includes(name)) return undefined;
        const text = afterHead(tree.text(path), `local leaf = require("${name}")\n`);
        return { title: `Use ${name}`, edits: new Map([[path, text]]) };
      }),
  },
  {
    name: "a lazy require that would make a cycle",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const module = moduleOf(path);
        const user = module === undefined ? undefined : importersOf(module, tree).files.find(isFree);
        const name = user === undefined ? undefined : moduleOf(user);
        if (name === undefined || !isFree(path) || tree.text(path).includes(name)) return undefined;
        if (tree.text(path).includes("_ENV")) return undefined;
        const lazy = `local function user()\n\treturn require("${name}")\nend\n`;
        return { title: "Ask late", edits: new Map([[path, beforeReturn(tree.text(path), lazy)]]) };
      }),
  },
  {
    name: "a new module",
    count: 10,
    make: (tree, random) => {
      const name = `entries_${random.below(100_000)}`;
      const path = `usr/lib/prosody/util/${name}.lua`;
      const lines = [
        'local st = require "util.stanza";',
        "local M = {};",
        "M.limit = 10;",
        "",
        "function M.first(list)",
        "\treturn st.clone(list[1]);",
        "end",
        "",
        "return M;",
        "",
      ];
      return tree.has(path)
        ? undefined
        : { title: `Add ${name}`, edits: new Map([[path, lines.join("\n")]]) };
    },
  },
  {
    name: "a closed function moved to a new module",
    count: 8,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const text = tree.text(path);
        const found = topFunctions(text).find(
          (each) => each.isLocal && isClosed(each) && each.text.length > 150,
        );
        const folder = path.slice(0, path.lastIndexOf("/"));
        const next = `${folder}/${found?.name}_only.lua`;
        const module = moduleOf(next);
        if (found === undefined || module === undefined || tree.has(next) || !isFree(path)) return undefined;
        // Where the globals are taken away, nothing can be required any more.
        if (text.includes("_ENV")) return undefined;
        const { name, start, end } = found;
        const made = `local M = {}\n\n${found.text.replace("local function ", "function M.").replaceAll(new RegExp(`(?<!\\.)\\b${name}\\(`, "g"), `M.${name}(`)}\nreturn M\n`;
        const rest = `${text.slice(0, start)}local ${name} = require("${module}").${name}\n${text.slice(end)}`;
        return {
          title: `Give ${name} a file`,
          edits: new Map([
            [path, rest],
            [next, made],
          ]),
        };
      }),
  },
  {
    name: "a module copied",
    count: 8,
    make: (tree, random) =>
      firstThat(tree.paths("usr/share/lua/5.1/"), random, (path) => {
        const next = path.replace(/\.lua$/, "_again.lua");
        if (tree.has(next) || !isQuietAlone(tree.text(path))) return undefined;
        return { title: "Start from a copy", edits: new Map([[next, tree.text(path)]]) };
      }),
  },
  {
    name: "a module deleted that nobody mentions",
    count: 8,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const word =
          path
            .replace(/(?:\/init)?\.lua$/, "")
            .split("/")
            .at(-1) ?? "";
        const isNamed = tree.paths().some((each) => each !== path && tree.text(each).includes(word));
        return isNamed ? undefined : { title: `Take ${word} away`, edits: new Map([[path, null]]) };
      }),
  },
  {
    name: "an export deleted that nobody uses",
    count: 12,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const found = random.pick(fieldsOf(tree.text(path)));
        if (found === undefined || soleUses(found.field, tree).length !== 1) return undefined;
        const text = tree.text(path);
        if (text.split(new RegExp(`\\b${found.field}\\b`)).length !== 2) return undefined;
        const edits = new Map([[path, `${text.slice(0, found.start)}${text.slice(found.end)}`]]);
        return { title: `Take ${found.field} away`, edits };
      }),
  },
  {
    name: "an export renamed with all who use it",
    count: 14,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const found = random.pick(fieldsOf(tree.text(path)));
        const edits = found === undefined ? undefined : renamedField(found.field, path, tree);
        return edits === undefined ? undefined : { title: `Call ${found?.field} by its name`, edits };
      }),
  },
  {
    name: "a shim for a renamed export",
    count: 12,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const found = random.pick(fieldsOf(tree.text(path)));
        if (found === undefined || found.isMethod) return undefined;
        const { table, field, params, start, end } = found;
        const text = tree.text(path);
        const next = `${field}_now`;
        const renamed = found.text.replace(`${table}.${field}`, `${table}.${next}`);
        const shim = `${shimHead(field, next)}function ${table}.${field}(${params})\n\treturn ${table}.${next}(${params})\nend\n`;
        const edits = new Map([[path, `${text.slice(0, start)}${renamed}\n${shim}${text.slice(end)}`]]);
        return { title: `Rename ${field}, for now with a shim`, edits };
      }),
  },
  {
    name: "a global that was set before is set to something else",
    count: 8,
    make: (tree, random) =>
      firstThat(tree.paths("usr/lib/prosody/modules/"), random, (path) => {
        const text = tree.text(path);
        const found = topFunctions(text).find(({ name, isLocal }) => !isLocal && /^\w+$/.test(name));
        if (found === undefined) return undefined;
        const at = found.start + found.text.indexOf("\n") + 1;
        return {
          title: `Think about ${found.name}`,
          edits: new Map([[path, `${text.slice(0, at)}\tlocal begun = os.time();\n${text.slice(at)}`]]),
        };
      }),
  },
  {
    name: "documents alone",
    count: 6,
    make: (_, random) => {
      const path = `usr/share/doc/notes-${random.below(100_000)}.md`;
      return { title: "Write it down", edits: new Map([[path, "# Notes\n\nAll is well.\n"]]) };
    },
  },
  {
    name: "a step of a spec request",
    count: 4,
    make: (tree) => {
      const steps = ["proposed", "accepted", "in_progress", "implemented"];
      const folder = `work/spec_requests/${REQUEST}`;
      const next = steps.find((step) => !tree.has(`${folder}/${step}.status`));
      if (next === undefined) return undefined;
      const edits = new Map([[`${folder}/${next}.status`, ""]]);
      if (next === "proposed") edits.set(`${folder}/request.json`, requestText());
      return { title: `The request is ${next}`, edits };
    },
  },
];

export const REQUEST = "20260201T101500Z_jsonld_add-context_0a1b2c3d";

export const sound: readonly Kind[] = [...simple, ...moves];

function requestText(): string {
  const request = {
    id: REQUEST,
    project: "jsonld",
    title: "Add a context",
    api: {},
    acceptance: [],
    meta: {},
  };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}

export function shimHead(field: string, next: string, date = daysAhead(20)): string {
  return `-- @deprecated TEMP_PARITY_SHIM: ${field}() → use ${next}\n-- EXPIRES: ${date} (planned removal: Phase-3)\n-- reason: callers follow later\n`;
}

/** Neither fenced nor pure, so that requires are free there. */
export function isFree(path: string): boolean {
  return path.startsWith("usr/lib/prosody/") || path.startsWith("usr/share/lua/");
}

/** A module that requires nothing, whose name may be required at `path` and makes no cycle. */
export function leafFor(
  path: string,
  tree: Tree,
  random: { pick<T>(items: readonly T[]): T | undefined },
): string | undefined {
  const start = path.startsWith("usr/share/awesome/lib/")
    ? "usr/share/awesome/lib/gears/"
    : "usr/lib/prosody/util/";
  const leaves = tree
    .paths(start)
    .filter((each) => !/\brequire\b|\bimport\b/.test(tree.text(each)) && moduleOf(each));
  return random.pick(leaves);
}

function isQuietAlone(text: string): boolean {
  return !/\b_G\b|raise_|rawset|os\.execute|io\.popen|setfenv|loadstring|priority|^[a-z][\w.]*\s*\(|timeout|^\w+\s*=/m.test(
    text,
  );
}

function onFile(
  tree: Tree,
  random: { shuffled<T>(items: readonly T[]): T[] },
  title: string,
  edit: (text: string) => string | undefined,
) {
  for (const path of random.shuffled(modules(tree))) {
    const text = edit(tree.text(path));
    if (text !== undefined && text !== tree.text(path)) return { title, edits: new Map([[path, text]]) };
  }
  return undefined;
}

function inFunction(
  tree: Tree,
  random: { shuffled<T>(items: readonly T[]): T[]; pick<T>(items: readonly T[]): T | undefined },
  edit: (found: ReturnType<typeof topFunctions>[number], whole: string) => string | undefined,
) {
  return onFile(tree, random, "Work on a function", (text) => {
    const found = random.pick(topFunctions(text));
    return found === undefined ? undefined : edit(found, text);
  });
}
