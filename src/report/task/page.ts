import type { TaskRemark } from "../../model/task.ts";
import { type Page, printable, wrap } from "../terminal-text.ts";

/** A line of a page, wrapped if it is too wide, indented by `depth`. */
export function line(text: string, { columns }: Page, depth = 0): string {
  const indent = " ".repeat(depth);
  return `${indent}${wrap(printable(text), columns - depth, `${indent}  `)}`;
}

/** The same for a text with colours: what comes from elsewhere in it is `printable` already. */
export function paintedLine(text: string, { columns }: Page, depth = 0): string {
  const indent = " ".repeat(depth);
  return `${indent}${wrap(text, columns - depth, `${indent}  `)}`;
}

/** Names with what belongs to them, in two columns. */
export function rows(
  items: readonly (readonly [name: string, text: string])[],
  page: Page,
): readonly string[] {
  const width = Math.max(0, ...items.map(([name]) => name.length)) + 2;
  return items.map(([name, text]) => {
    const said = wrap(printable(text), page.columns - width - 2, " ".repeat(width + 2));
    return `  ${page.paint.dim(name.padEnd(width))}${said}`;
  });
}

/** ".codex/tasks/a.json:3:7  …", for people. */
export function remarkLine({ path, at, key, message }: TaskRemark, page: Page): string {
  const place = at === undefined ? (path ?? "") : `${path ?? "the task"}:${at.line}:${at.column}`;
  const what = key === undefined ? message : `${key}: ${message}`;
  return page.paint.dim(line(place === "" ? what : `${place}  ${what}`, page, 2));
}

export function remarkRecord({ path, at, key, message, next }: TaskRemark) {
  return {
    path: path ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    key: key ?? null,
    message,
    next: next ?? null,
  };
}
