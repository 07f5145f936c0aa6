// Faults that are put there: each has one rule that is to find it.
import { afterHead, beforeReturn, codeOnly, topFunctions } from "./code.ts";
import { daysAhead } from "./dates.ts";
import { firstThat, type Kind, type Made } from "./edit.ts";
import { fieldsOf, plainUsers, renamedField } from "./fields.ts";
import { moveSomeModule } from "./moves.ts";
import type { Random } from "./random.ts";
import { isFree, modules, REQUEST, shimHead } from "./sound.ts";
import { importersOf, moduleOf, type Tree } from "./tree.ts";

export const planted: readonly Kind[] = [
  {
    name: "a module moved, one importer forgotten",
    count: 10,
    make: (tree, random) => moveSomeModule(tree, random, { from: 2, to: 9, forget: true }),
  },
  {
    name: "a required module deleted",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const module = moduleOf(path);
        const users =
          module === undefined ? [] : importersOf(module, tree).files.filter((each) => each !== path);
        const [user] = users;
        if (user === undefined || users.length > 4 || path.endsWith("init.lua")) return undefined;
        return {
          title: `Take ${module} away`,
          edits: new Map([[path, null]]),
          planted: { rule: "require-graph", path: user },
        };
      }),
  },
  at("a require of what is not there", 6, "require-graph", isFree, (text) =>
    afterHead(text, 'local gone = require("util.no_such_module")\n'),
  ),
  {
    name: "a cycle made",
    count: 6,
    make: (tree, random) =>
      firstThat(tree.paths("usr/lib/prosody/util/"), random, (path) => {
        const module = moduleOf(path);
        const start = /^local \w+ = require ?\(?["']/m;
        const user =
          module === undefined
            ? undefined
            : importersOf(module, tree).files.find(
                (each) => each.includes("/util/") && start.test(tree.text(each)),
              );
        const name = user === undefined ? undefined : moduleOf(user);
        if (user === undefined || name === undefined || tree.text(path).includes(name)) return undefined;
        const isAtLoad = new RegExp(`^local [\\w, ]+ = require ?\\(?["']${module}["']`, "m").test(
          tree.text(user),
        );
        if (!isAtLoad) return undefined;
        const text = afterHead(tree.text(path), `local back = require("${name}")\n`);
        return {
          title: `Use ${name}`,
          edits: new Map([[path, text]]),
          planted: { rule: "require-graph", path },
        };
      }),
  },
  {
    name: "a used export deleted",
    count: 14,
    make: (tree, random) =>
      onField(tree, random, (field, path, user) => {
        const { start, end } = field;
        const text = tree.text(path);
        return {
          title: `Take ${field.field} away`,
          edits: new Map([[path, `${text.slice(0, start)}${text.slice(end)}`]]),
          planted: { rule: "unmet-exports", path: user },
        };
      }),
  },
  {
    name: "an export renamed, one user forgotten",
    count: 8,
    make: (tree, random) =>
      onField(tree, random, ({ field }, path, user) => {
        const edits = renamedField(field, path, tree, user);
        return (
          edits && {
            title: `Call ${field} by its name`,
            edits,
            planted: { rule: "unmet-exports", path: user },
          }
        );
      }),
  },
  at("a global set in a function", 8, "no-globals", isFree, (text, random) => {
    const found = random.pick(topFunctions(text));
    if (found === undefined || found.params.includes("noted")) return undefined;
    const begin = found.start + found.text.indexOf("\n") + 1;
    return `${text.slice(0, begin)}\tnoted_at = os.time()\n${text.slice(begin)}`;
  }),
  at("a local's name misspelt", 8, "no-globals", isFree, (text, random) => {
    const found = random.pick(topFunctions(text).filter(({ params }) => /^\w{4,}$/.test(params[0] ?? "")));
    const name = found?.params[0];
    if (found === undefined || name === undefined || text.includes(`${name}s`)) return undefined;
    const begin = found.start + found.text.indexOf("\n") + 1;
    return `${text.slice(0, begin)}\tlocal first = ${name}s[1]\n${text.slice(begin)}`;
  }),
  at("a call while loading", 8, "no-require-effects", isLibrary, (text) =>
    beforeReturn(text, 'print("loaded")\n'),
  ),
  at("a file written while loading", 6, "no-require-effects", isLibrary, (text) =>
    beforeReturn(text, 'local log_file = io.open("/tmp/loaded", "w")\n'),
  ),
  at("a module's return lost", 8, "module-shape", isLibrary, (text) =>
    /^return \w+;?\s*$/m.test(text.slice(-40))
      ? text.replace(/^return \w+;?\s*$(?![\s\S]*^return)/m, "")
      : undefined,
  ),
  at(
    "the host in a pure file",
    8,
    "purity-fence",
    (path) => path.startsWith("usr/share/awesome/lib/gears/"),
    (text) => beforeReturn(text, "local function leave()\n    local host = awesome\n    host.quit()\nend\n"),
  ),
  at(
    "a require over the fence",
    8,
    "require-fence",
    (path) => path.startsWith("usr/share/awesome/lib/awful/"),
    (text) =>
      text.includes("naughty")
        ? undefined
        : beforeReturn(text, 'local function tell()\n    return require("naughty")\nend\n'),
  ),
  at("a retired name required", 6, "retired-namespace", isFree, (text) =>
    text.includes("_ENV")
      ? undefined
      : beforeReturn(text, 'local function old()\n\treturn require "obvious.clock"\nend\n'),
  ),
  at("a backslash in a require", 6, "require-separators", isFree, (text) =>
    beforeReturn(text, 'local function fresh()\n\treturn require("util\\\\cache")\nend\n'),
  ),
  at("an unfinished function", 8, "lua-parse", isLibrary, (text, random) => {
    const found = random.pick(topFunctions(text));
    return (
      found && `${text.slice(0, found.start)}${found.text.replace(/end;?\n$/, "")}${text.slice(found.end)}`
    );
  }),
  at("a goto to nowhere", 4, "lua-parse", isLibrary, (text) =>
    beforeReturn(text, "local function skip()\n\tgoto nowhere\nend\n"),
  ),
  at("a forbidden call", 6, "proof-grep", isFree, (text) =>
    beforeReturn(text, 'local function tidy()\n\treturn os.execute ( "true" )\nend\n'),
  ),
  at(
    "a name that is not canonical",
    6,
    "canonical-shape",
    (path) => path.startsWith("usr/lib/prosody/modules/"),
    (text) =>
      text.includes("user_exists")
        ? undefined
        : beforeReturn(
            text,
            'local um = require "core.usermanager";\nlocal function known(name)\n\treturn um.user_exists(name, module.host);\nend\n',
          ),
  ),
  at("a table for a number", 6, "numeric-fields", isFree, (text) =>
    beforeReturn(
      text,
      "local function setup(options)\n\toptions.priority = { 1, 2 }\n\treturn options\nend\n",
    ),
  ),
  shim("a shim without a date", "shim-header", (field) => `-- @deprecated TEMP_PARITY_SHIM: ${field}()\n`),
  shim("a shim whose date is over", "shim-expiry", (field) => shimHead(field, "x", daysAhead(-5))),
  shim("a shim with a date far ahead", "shim-expiry", (field) => shimHead(field, "x", daysAhead(90))),
  {
    name: "a shim that takes less",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const found = random.pick(fieldsOf(tree.text(path)));
        if (found === undefined || found.isMethod || found.params.length < 2) return undefined;
        const { table, field, params, start, end } = found;
        const text = tree.text(path);
        const renamed = found.text.replace(`${table}.${field}`, `${table}.${field}_now`);
        const less = `${shimHead(field, `${field}_now`)}function ${table}.${field}(${params[0]})\n\treturn ${table}.${field}_now(${params[0]})\nend\n`;
        const edits = new Map([[path, `${text.slice(0, start)}${renamed}\n${less}${text.slice(end)}`]]);
        return { title: `Rename ${field}`, edits, planted: { rule: "shim-surface", path } };
      }),
  },
  {
    name: "too many files",
    count: 6,
    make: (tree, random) => {
      const files = random.shuffled(modules(tree)).slice(0, 14);
      const edits = new Map(
        files.map((path) => [path, afterHead(tree.text(path), "local begun = os.clock()\n")]),
      );
      return { title: "Time them all", edits, planted: { rule: "diff-budget" } };
    },
  },
  {
    name: "too many lines",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const lines = Array.from(
          { length: 760 },
          (_, at) => `local function step_${at}(x) return x + ${at} end`,
        );
        const body = `do\n${lines.slice(0, 150).join("\n")}\nend\n`;
        const many = Array.from({ length: 6 }, () => body).join("");
        return {
          title: "Add the steps",
          edits: new Map([[path, beforeReturn(tree.text(path), many)]]),
          planted: { rule: "diff-budget" },
        };
      }),
  },
  {
    name: "many files, mechanical but for one token",
    count: 6,
    make: (tree, random) => {
      const moved = moveSomeModule(tree, random, { from: 13, to: 28 });
      if (moved === undefined) return undefined;
      const [path, text] =
        [...moved.edits].find(([, each]) => each !== null && /\b1\b/.test(codeOnly(each).slice(0, 4000))) ??
        [];
      if (path === undefined || typeof text !== "string") return undefined;
      const at = codeOnly(text).search(/(?<![\w.])1(?![\w.])/);
      if (at === -1) return undefined;
      const edits = new Map(moved.edits).set(path, `${text.slice(0, at)}2${text.slice(at + 1)}`);
      const claim = "diff-budget: mechanical: the module moves";
      return { ...moved, edits, claim, planted: { rule: "diff-budget" } };
    },
  },
  {
    name: "code and a document at once",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const edits = new Map([
          [path, afterHead(tree.text(path), "-- See the notes.\n")],
          [`usr/share/doc/notes-${random.below(100_000)}.md`, "# Notes\n"],
        ]);
        return { title: "Explain", edits, planted: { rule: "docs-fence" } };
      }),
  },
  {
    name: "a title without a code",
    count: 6,
    make: (tree, random) => {
      const path = random.pick(modules(tree));
      if (path === undefined) return undefined;
      const edits = new Map([[path, afterHead(tree.text(path), "-- Checked.\n")]]);
      return { title: "Fix things", isWholeTitle: true, edits, planted: { rule: "task-code" } };
    },
  },
  {
    name: "the policy and code at once",
    count: 6,
    make: (tree, random) =>
      firstThat(modules(tree), random, (path) => {
        const policy = tree.text(".arkitektrc.json").replace('"root": "."', '"root":  "."');
        const edits = new Map([
          [path, afterHead(tree.text(path), "-- Freed.\n")],
          [".arkitektrc.json", policy],
        ]);
        return { title: "Loosen", edits, planted: { rule: "policy-change" } };
      }),
  },
  {
    name: "a file outside the roots",
    count: 6,
    make: (_, random) => ({
      title: "Put it there",
      edits: new Map([[`opt/tool_${random.below(100_000)}.lua`, "local M = {}\nreturn M\n"]]),
      planted: { rule: "path-fence" },
    }),
  },
  {
    name: "a step of a request left out",
    count: 4,
    make: (tree) => {
      const folder = `work/spec_requests/${REQUEST}`;
      const removed = tree.paths(folder).find((path) => path.endsWith(".status"));
      const edits: ReadonlyMap<string, string | null> =
        removed === undefined ? new Map([[`${folder}/in_progress.status`, ""]]) : new Map([[removed, null]]);
      return { title: "Skip a step", edits, planted: { rule: "status-trail" } };
    },
  },
  at("a suppression of nothing", 6, "suppression", isFree, (text) =>
    beforeReturn(text, "-- arkitekt-off no-globals: to be safe\nlocal harmless = 1\n"),
  ),
];

function isLibrary(path: string): boolean {
  return !path.startsWith("usr/lib/prosody/modules/") && moduleOf(path) !== undefined;
}

/** A fault that one edit of one file makes. */
function at(
  name: string,
  count: number,
  rule: string,
  where: (path: string) => boolean,
  edit: (text: string, random: Random) => string | undefined,
): Kind {
  return {
    name,
    count,
    make: (tree, random) =>
      firstThat(
        tree.paths("usr/").filter((path) => path.endsWith(".lua") && where(path)),
        random,
        (path) => {
          const text = edit(tree.text(path), random);
          if (text === undefined || text === tree.text(path)) return undefined;
          return { title: "Work on it", edits: new Map([[path, text]]), planted: { rule, path } };
        },
      ),
  };
}

function shim(name: string, rule: string, head: (field: string) => string): Kind {
  return at(name, 5, rule, isLibrary, (text, random) => {
    const found = random.pick(fieldsOf(text));
    if (found === undefined || found.isMethod) return undefined;
    const { table, field, params } = found;
    const old = `${field}_before`;
    return beforeReturn(
      text,
      `${head(old)}function ${table}.${old}(${params})\n\treturn ${table}.${field}(${params})\nend\n`,
    );
  });
}

function onField(
  tree: Tree,
  random: Random,
  make: (field: ReturnType<typeof fieldsOf>[number], path: string, user: string) => Made | undefined,
): Made | undefined {
  return firstThat(modules(tree), random, (path) => {
    const field = random.pick(fieldsOf(tree.text(path)));
    const module = moduleOf(path);
    if (module === undefined) return undefined;
    const user = field === undefined ? undefined : random.pick(plainUsers(field.field, module, path, tree));
    return field === undefined || user === undefined ? undefined : make(field, path, user);
  });
}
