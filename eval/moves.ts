// Modules that move with all who require them, and names that change throughout a file.
import { codeOnly } from "./code.ts";
import { firstThat, type Kind } from "./edit.ts";
import type { Random } from "./random.ts";
import { importersOf, moduleOf, type Tree } from "./tree.ts";

/** A change that is too big is let through, with a warning, when it is proved to be mechanical. */
const EXCEPTION = {
  planted: { rule: "diff-budget", isNotice: true },
  claim: "diff-budget: mechanical: one name for another",
} as const;

export const moves: readonly Kind[] = [
  {
    name: "a module moved with all its importers",
    count: 24,
    make: (tree, random) => moveSomeModule(tree, random, { from: 1, to: 9 }),
  },
  {
    name: "a module moved with many importers, mechanically",
    count: 8,
    make: (tree, random) => {
      const made = moveSomeModule(tree, random, { from: 13, to: 28 });
      return made && { ...made, ...EXCEPTION };
    },
  },
  {
    name: "one local renamed in many files, mechanically",
    count: 6,
    make: (tree, random) => {
      const [name, next] = random.pick([
        ["st", "stanza_of"],
        ["jid", "jids"],
        ["dt", "dates"],
        ["set", "sets_of"],
        ["id", "ids_of"],
      ] as const) ?? ["st", "stanza_of"];
      const edits = new Map<string, string>();
      for (const path of random.shuffled(tree.paths("usr/lib/prosody/"))) {
        const text = tree.text(path);
        if (!new RegExp(`^local ${name}\\s*=\\s*require`, "m").test(text) || text.includes(next)) continue;
        const whole = new RegExp(`\\b${name}\\b`, "g");
        const plain = new RegExp(`(?<![.:\\w])${name}\\b(?=\\s*(?:[.:(]|= require))`, "g");
        if ((text.match(whole)?.length ?? 0) > 40) continue;
        if (text.match(whole)?.length !== codeOnly(text).match(plain)?.length) continue;
        edits.set(path, text.replaceAll(whole, next));
        if (edits.size === 20) break;
      }
      return edits.size > 12 ? { title: `Call ${name} by its name`, edits, ...EXCEPTION } : undefined;
    },
  },
];

/** With `forget`, one importer keeps the old name: a fault. */
export function moveSomeModule(
  tree: Tree,
  random: Random,
  { from, to, forget = false }: { from: number; to: number; forget?: boolean },
) {
  const places = ["usr/lib/prosody/", "usr/share/lua/5.1/", "usr/share/awesome/lib/gears/"];
  return firstThat(
    places.flatMap((start) => tree.paths(start)),
    random,
    (path) => {
      const module = moduleOf(path);
      if (module === undefined || !module.includes(".") || path.endsWith("/init.lua")) return undefined;
      const { files, isClean } = importersOf(module, tree);
      const others = files.filter((each) => each !== path);
      if (!isClean || others.length < from || others.length > to) return undefined;
      const next = path.replace(/([^/]+)\.lua$/, "$1_moved.lua");
      const name = moduleOf(next);
      const forgotten = forget ? random.pick(others) : undefined;
      if (name === undefined || tree.has(next)) return undefined;
      const mended = others.filter((each) => each !== forgotten);
      const edits = movedModule(tree, { path, module }, { path: next, module: name }, mended);
      const title = `Move ${module}`;
      return forgotten === undefined
        ? { title, edits }
        : { title, edits, planted: { rule: "require-graph", path: forgotten } };
    },
  );
}

export interface Named {
  readonly path: string;
  readonly module: string;
}

/** The edits that move a module, and give its new name to those who require it by its old one. */
export function movedModule(
  tree: Tree,
  from: Named,
  to: Named,
  importers: readonly string[],
): ReadonlyMap<string, string | null> {
  const quoted = new RegExp(`(\\brequire\\s*\\(?\\s*)(["'])${from.module.replaceAll(".", "\\.")}\\2`, "g");
  const mended = (path: string) => tree.text(path).replaceAll(quoted, `$1$2${to.module}$2`);
  return new Map([
    [from.path, null],
    ...importers.map((each): [string, string] => [each, mended(each)]),
    [to.path, mended(from.path)],
  ]);
}
