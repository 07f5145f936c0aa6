import { list, withGuess } from "../base/wording.ts";
import { FORMATS, type FormatName, type Printers } from "../report/format.ts";
import type { Input, Switch, ValueFlag } from "./command.ts";

/** The flag of a command that prints what these print. */
export function formatFlag(printers: Printers<unknown>): ValueFlag {
  const names = namesOf(printers);
  return {
    value: names.join("|"),
    help: names.map((name) => (name === "pretty" ? FORMATS[name] : `${name}: ${FORMATS[name]}`)).join("; "),
  };
}

/** For commands that had it before there were formats. */
export const JSON_ALIAS: Switch = { help: "the same as --format json" };

/** The printer of the format that holds, as `formatOf` tells it. */
export function printerOf<Printer>(input: Input, printers: Printers<Printer>): Printer {
  return printers[formatOf(input, printers)] as Printer;
}

/**
 * The format that is asked for; else the one that is wished for in general, if this can be printed in it; else the first. A format that the
 * command can't print is refused; `text` is `pretty` by another name.
 */
export function formatOf(input: Input, printers: Printers<unknown>, wished?: FormatName): FormatName {
  const names = namesOf(printers);
  const given = input.text("format");
  if (input.has("json") && given !== undefined && given !== "json")
    return input.refuse(`--json and --format ${given} exclude each other`);
  const wish = wished !== undefined && names.includes(wished) ? wished : names[0];
  const asked = input.has("json") ? "json" : (given ?? wish ?? "");
  const format = asked === "text" ? "pretty" : asked;
  if (isFormat(format) && names.includes(format)) return format;
  const next = `use --format ${list(names, "or")}`;
  if (isFormat(format)) return input.refuse(`this can't be printed as ${format}`, next);
  return input.refuse(withGuess(`there is no format "${format}"`, format, names), next);
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

function namesOf(printers: Printers<unknown>): readonly FormatName[] {
  return Object.keys(printers).filter(isFormat);
}
