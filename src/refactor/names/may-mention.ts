// Which texts can be skipped: parsing costs a hundred times as much as looking for a word.
import type { ByteText } from "../../base/byte-text.ts";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";

/** With more words than this a text is taken apart once instead of being searched for each. */
const FEW_WORDS = 8;

export interface NameSearch {
  /** Whether a text may name one of the modules. */
  inText(text: ByteText): boolean;
  /** Whether a string may be or hold such a name. */
  inString(value: ByteText): boolean;
}

export function mayMention(
  paths: readonly RepoPath[],
  { renamed }: { renamed(name: ByteText): ByteText | undefined },
): NameSearch {
  const words = new Set(paths.flatMap(wordsOf));
  // The separators at which a text is taken apart can't be part of a piece.
  const odd = [...words].filter((word) => !/^[^"'[\]\s(),;=./\\]+$/.test(word));
  const isNamed =
    words.size <= FEW_WORDS
      ? (text: ByteText) => [...words].some((word) => text.includes(word))
      : (text: ByteText) =>
          odd.some((word) => text.includes(word)) ||
          pieces(text).some((piece) => words.has(lastSegment(piece)));
  const isRenamed = (piece: string) =>
    renamed(piece.replaceAll(/\\\\|[/\\]/g, ".") as ByteText) !== undefined;
  return {
    inText: (text) => isUnclear(text) || isNamed(text) || pieces(text).some(isRenamed),
    inString: (value) =>
      odd.some((word) => value.includes(word)) ||
      value.split(/[^\w-]+/).some((segment) => words.has(segment)) ||
      (value.match(/[\w-]+(?:[./\\][\w-]+)*/g) ?? []).some(isRenamed),
  };
}

/** The last segment of every name that leads to it: the stem, or for an `init.lua` the folder's name. */
function wordsOf(path: RepoPath): readonly string[] {
  const segments = encodePath(path).toString("latin1").split("/");
  const stem = segments.at(-1)?.replace(/\.lua$/, "") ?? "";
  return stem === "init" ? [segments.at(-2) ?? stem] : [stem];
}

/** A name that is computed, or spelled with escapes. */
function isUnclear(text: ByteText): boolean {
  if (!/\b(?:require|dofile|loadfile|package)\b/.test(text)) return false;
  return (
    /\\(?:\d|x|u\{|z)/.test(text) ||
    COMPUTED.test(text) ||
    /\b(?:dofile|loadfile)\b/.test(text) ||
    /\bpackage\s*\.\s*(?:loaded|preload|searchpath)\b/.test(text)
  );
}

const STRING = String.raw`(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|\[=*\[[^\]]*\]=*\])`;
/** A `require` of anything but one string: `require "x"`, `require("x")`, `pcall(require, "x")`. */
const COMPUTED = new RegExp(
  String.raw`\brequire\b(?!\s*${STRING}|\s*\(\s*${STRING}\s*[,)]|\s*,\s*${STRING}\s*[,)])`,
);

function pieces(text: ByteText): readonly string[] {
  return text.match(/(?<=["'[\s])[^"'[\]\s(),;=]+(?=["'\]\s])/g) ?? [];
}

function lastSegment(piece: string): string {
  return /([^./\\]+)(?:\.lua|[./\\]init)?$/.exec(piece)?.[1] ?? piece;
}
