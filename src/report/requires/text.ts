import { showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import type { MappedFile, MappedRequire, RequireMap } from "../../model/require-map.ts";
import { remarkOf } from "../notes.ts";
import { type Paint, printable, wrap } from "../terminal-text.ts";
import { type Totals, totalsOf, type Unresolved, unresolvedOf } from "./totals.ts";

const MOST_IMPORTS = 10;

/** The require map for people: each file with what it requires, then what stands out, and the totals last. */
export function requiresText(map: RequireMap, paint: Paint, width: number): string {
  const faults = map.files.filter(({ fault }) => fault !== undefined);
  const blocks = [
    ...map.files.filter(({ requires }) => requires.length > 0).map((file) => fileLines(file, paint, width)),
    section("top imports", map.imports.slice(0, MOST_IMPORTS).map(importLine), paint),
    section("unresolved", unresolvedOf(map).map(unresolvedLine), paint),
    section(
      "cycles",
      map.cycles.map((cycle) =>
        wrap(cycle.map(({ name }) => printable(name)).join(" → "), width - 2, "    "),
      ),
      paint,
    ),
    section("no Lua, so nothing is known of their requires", faults.map(faultLine), paint),
    section(
      "skipped",
      map.notes.map(remarkOf).map(({ what, why }) => `${printable(what)} (${printable(why)})`),
      paint,
    ),
    [wrap(summary(totalsOf(map)), width, "  ")],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint.bold(title), ...lines.map((line) => `  ${line}`)];
}

function fileLines({ path, role, requires }: MappedFile, paint: Paint, width: number): string[] {
  const mark = role === "own" ? "" : paint.dim(` (${role})`);
  const names = [...new Set(requires.map(named))];
  const listed = names.map((name, at) => name + (at < names.length - 1 ? "," : ""));
  return [paint.bold(showPath(path)) + mark, `  → ${wrapPieces(listed, width - 4, "    ")}`];
}

function named({ text, target, isLazy, isProtected }: MappedRequire): string {
  const marks = [
    ...(target.kind === "outside" ? ["outside"] : []),
    ...(target.kind === "unresolved" ? ["not found"] : []),
    ...(target.kind === "dynamic" ? ["dynamic"] : []),
    ...(isLazy ? ["lazy"] : []),
    ...(isProtected ? ["protected"] : []),
  ];
  const name = printable(text).replaceAll(/\s+/g, " ");
  return marks.length === 0 ? name : `${name} (${marks.join(", ")})`;
}

/** Like `wrap`, but a name stays together with what is said about it. */
function wrapPieces(pieces: readonly string[], width: number, indent: string): string {
  const glued = pieces.map((piece) => piece.replaceAll(" ", "\0"));
  return wrap(glued.join(" "), width + indent.length, indent).replaceAll("\0", " ");
}

function importLine({ name, files }: RequireMap["imports"][number]): string {
  return `${String(files).padStart(5)}  ${printable(name)}`;
}

function unresolvedLine({ path, require, nearest }: Unresolved): string {
  const { at, text, isProtected } = require;
  const guess = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  const mark = isProtected ? " (protected)" : "";
  return `${showPath(path)}:${at.line}:${at.column}  ${printable(text + guess)}${mark}`;
}

function faultLine({ path, fault }: MappedFile): string {
  return fault === undefined
    ? showPath(path)
    : `${showPath(path)}:${fault.at.line}:${fault.at.column}  ${printable(fault.message)}`;
}

function summary({ files, requires, lazy, dynamic, outside, unresolved, cycles }: Totals): string {
  const kinds = [
    `${lazy} lazy`,
    `${dynamic} dynamic`,
    `${outside} from outside`,
    `${unresolved} unresolved`,
  ].join(", ");
  return `${count(files, "file")}, ${count(requires, "require")} (${kinds}), ${count(cycles, "cycle")}`;
}
