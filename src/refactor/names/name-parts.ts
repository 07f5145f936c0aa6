// A string that is the end or the beginning of a name → what it must become so that the whole is another name.
import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { NameEdit } from "../refactored.ts";
import { respelled, respelledBehind } from "./respell.ts";

/** `string` is the end of the name `then`: what it must become so that the whole is one of `fulls`. */
export function* endings(
  string: ModuleMention,
  then: ByteText,
  fulls: readonly ByteText[],
): Generator<NameEdit> {
  const start = dotted(then.slice(0, then.length - string.name.length));
  for (const full of fulls) {
    const rest = full.slice(start.length);
    if (!full.startsWith(start) || rest === "" || rest === dotted(string.name)) continue;
    const lead = /^[./\\]/.exec(string.name)?.[0] ?? "";
    if (lead !== "" && !rest.startsWith(".")) continue;
    const edit = respelledBehind(lead, string, rest.slice(lead.length).split("."), "module");
    if (edit !== undefined) yield edit;
  }
}

/** The same for its beginning. */
export function* beginnings(
  string: ModuleMention,
  then: ByteText,
  fulls: readonly ByteText[],
): Generator<NameEdit> {
  const rest = dotted(then.slice(string.name.length));
  for (const full of fulls) {
    const start = full.slice(0, full.length - rest.length);
    const isParted = rest.startsWith(".") || start.endsWith(".");
    if (!full.endsWith(rest) || start === "" || !isParted || start === dotted(string.name)) continue;
    const edit = respelled(string, start.split("."), "module");
    if (edit !== undefined) yield edit;
  }
}

export function isEndOf(end: ByteText, name: ByteText): boolean {
  if (end === "" || !name.endsWith(end)) return false;
  return end === name || /^[./\\]/.test(end) || /[./\\]$/.test(name.slice(0, name.length - end.length));
}

export function isStartOf(start: ByteText, name: ByteText): boolean {
  if (start === "" || start.length === name.length || !name.startsWith(start)) return false;
  return /[./\\]$/.test(start) || /^[./\\]/.test(name.slice(start.length));
}

export function isDotted(name: ByteText): boolean {
  return /[./\\]/.test(name);
}
