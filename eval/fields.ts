// Fields of a module's table, and who uses them, as far as text shows.
import { codeOnly, returnedName, type TopFunction, topFunctions } from "./code.ts";
import type { Tree } from "./tree.ts";

export interface Field extends TopFunction {
  readonly table: string;
  readonly field: string;
  readonly isMethod: boolean;
}

/** `function M.f(…)` of the table that the file returns. */
export function fieldsOf(text: string): Field[] {
  const table = returnedName(text);
  if (table === undefined) return [];
  return topFunctions(text).flatMap((found) => {
    const [owner, field = "", ...more] = found.name.split(/[.:]/);
    if (owner !== table || more.length > 0 || !/^\w{5,}$/.test(field)) return [];
    return [{ ...found, table, field, isMethod: found.name.includes(":") }];
  });
}

/** Files that hold the word at all, whether as code or not. */
export function soleUses(word: string, tree: Tree): string[] {
  const whole = new RegExp(`\\b${word}\\b`);
  return tree.holding(word).filter((path) => whole.test(tree.text(path)));
}

/**
 * The edits that give a field another name wherever it is used; undefined where a word may mean something else, or
 * nobody else uses it. `forget` leaves one file as it was.
 */
export function renamedField(
  field: string,
  home: string,
  tree: Tree,
  forget?: string,
): Map<string, string> | undefined {
  const uses = soleUses(field, tree);
  if (uses.length < 2 || uses.length > 10) return undefined;
  const next = `${field}_now`;
  const edits = new Map<string, string>();
  for (const path of uses) {
    const text = tree.text(path);
    const asField = new RegExp(`(?<=\\w[.:])${field}\\b(?!\\s*=[^=])`, "g");
    if ((codeOnly(text).match(asField)?.length ?? 0) !== text.split(new RegExp(`\\b${field}\\b`)).length - 1)
      return undefined;
    if (path !== forget) edits.set(path, text.replaceAll(asField, next));
  }
  return edits.has(home) ? edits : undefined;
}

/** Files in which a local that holds the module uses the field: `local alias = require "m"` … `alias.field`. */
export function plainUsers(field: string, module: string, home: string, tree: Tree): string[] {
  const required = new RegExp(
    `^local (\\w+)\\s*=\\s*require\\s*\\(?\\s*["']${module.replaceAll(".", "\\.")}["']\\)?;?\\s*$`,
    "m",
  );
  return tree.holding(field).filter((path) => {
    const alias = required.exec(tree.text(path))?.[1];
    if (path === home || alias === undefined) return false;
    const code = codeOnly(tree.text(path));
    return (
      new RegExp(`(?<![.:\\w])${alias}\\.${field}\\b`).test(code) &&
      code.split(new RegExp(`\\blocal ${alias}\\b`)).length === 2
    );
  });
}
