import { nameWidth, type Page, wrap } from "../report/terminal-text.ts";
import { type Command, type Family, type Flag, takesValue } from "./command.ts";

/** The page of a command: what it does, how it is typed, its flags, and examples. */
export function commandHelp(command: Command<never>, { paint, columns }: Page): string {
  const flags = Object.entries<Flag>({ ...command.flags, help: { help: "shows this page" } });
  const names = flags.map(([name, flag]) => typed(name, flag)).filter((name) => name.length <= WIDEST);
  const column = nameWidth(names) + 2;
  const indent = " ".repeat(column);
  // What is too long for the column has a line of its own.
  const inColumn = (name: string) =>
    name.length <= WIDEST ? name.padEnd(column - 2) : `${name}\n${" ".repeat(column)}`;
  const needed = (flag: Flag) => (takesValue(flag) && flag.isRequired === true ? " (needed)" : "");
  return [
    wrap(command.about, columns, ""),
    "",
    `${paint.bold("usage")}  ${usageLines(command, columns)}`,
    "",
    ...flags.map(
      ([name, flag]) => `  ${inColumn(typed(name, flag))}${wrap(flag.help + needed(flag), columns, indent)}`,
    ),
    "",
    ...command.examples.flatMap(({ line, says }) => [
      `  ${paint.cyan(line)}`,
      ...(says === undefined ? [] : [`      ${wrap(says, columns, "      ")}`]),
    ]),
    "",
  ].join("\n");
}

const WIDEST = 28;

/** Lower case, as the line of a list. */
function inList(about: string): string {
  return about.charAt(0).toLowerCase() + firstSentence(about).slice(1);
}

/** The page of a family: what it is for, and its commands. */
export function familyHelp(family: Family<never>, { paint, columns }: Page): string {
  const list = family.commands.map(({ name, about }) => ({
    name: lastWords(name),
    summary: inList(about),
  }));
  return [
    wrap(family.about, columns, ""),
    "",
    `${paint.bold("usage")}  arkitekt ${family.name} <command> [flags]`,
    "",
    ...listOf(list, columns),
    "",
    `  arkitekt ${family.name} <command> --help   shows the flags and an example`,
    "",
  ].join("\n");
}

/** Names with what they stand for, in two columns. */
export function listOf(
  items: readonly { readonly name: string; readonly summary: string }[],
  columns: number,
): readonly string[] {
  const column = nameWidth(items.map(({ name }) => name)) + 2;
  return items.map(
    ({ name, summary }) => `  ${name.padEnd(column)}${wrap(summary, columns, " ".repeat(column + 2))}`,
  );
}

/** A part of the usage that is one thing is kept together when the line is broken. */
function usageLines(command: Command<never>, columns: number): string {
  const glued = usageOf(command).map((part) => part.replaceAll(" ", "\0"));
  return wrap(glued.join(" "), columns, " ".repeat(9)).replaceAll("\0", " ");
}

/** How a command is typed, part by part. */
function usageOf(command: Command<never>): readonly string[] {
  const { flags, operands = [], optional = [], moreOperands = [] } = command;
  const { oneOf = { flags: [], isNeeded: false } } = command;
  const one = oneOf.flags.map((name) => typed(name, flags[name])).join(" | ");
  const parts = [
    ...operands.map((name) => `<${name}>`),
    ...optional.map((name) => `[${name}]`),
    ...(moreOperands.length === 0 ? [] : [`[${moreOperands.map((name) => `<${name}>`).join(" ")}…]`]),
    ...(one === "" ? [] : [oneOf.isNeeded ? `(${one})` : `[${one}]`]),
    ...Object.entries(flags).flatMap(([name, flag]) => {
      if (oneOf.flags.includes(name)) return [];
      const many = takesValue(flag) && flag.isRepeatable === true ? "…" : "";
      const isRequired = takesValue(flag) && flag.isRequired === true;
      return [isRequired ? `${typed(name, flag)}${many}` : `[${typed(name, flag)}${many}]`];
    }),
  ];
  return [`arkitekt ${command.name}`, ...parts];
}

function typed(name: string, flag: Flag | undefined): string {
  if (flag === undefined || !takesValue(flag)) return `--${name}`;
  return `${flag.short === undefined ? `--${name}` : `-${flag.short}`} ${flag.value}`;
}

function lastWords(name: string): string {
  return name.slice(name.indexOf(" ") + 1);
}

/** Of what a command does: what a list has room for. */
function firstSentence(about: string): string {
  return (/^.*?(?=\. |\.$|$)/s.exec(about)?.[0] ?? about).trim();
}
