// A commit's message as Git will store it (builtin/commit.c, strbuf_stripspace), and its parts.
import { withoutEnd } from "../../base/without-end.ts";
import type { CommitMessage } from "../../model/change.ts";
import { parseTrailers } from "./trailers.ts";

/** `commit.cleanup`, resolved: `default` is `strip` in an editor and `whitespace` without. */
export type Cleanup = "strip" | "whitespace" | "verbatim" | "scissors";

export interface MessageSettings {
  readonly cleanup: Cleanup;
  /** `core.commentChar` or `core.commentString`; `auto` is looked up in the message itself. */
  readonly comment: string;
  /** The diff stands below the scissors (`commit -v`). */
  readonly isVerbose: boolean;
}

/** The call that shows how Git will clean the message. */
export const MESSAGE_SETTINGS: readonly string[] = [
  "config",
  "-z",
  "--get-regexp",
  "^(commit\\.(cleanup|verbose)|core\\.comment(char|string))$",
];

/**
 * Settings by their lower-case names as `git config` lists them, and whether Git opens an editor for the message. Of `core.commentChar`
 * and `core.commentString` `config` holds the one that this Git goes by, under the name of the first.
 */
export function messageSettings(config: ReadonlyMap<string, string>, hasEditor: boolean): MessageSettings {
  const asked = config.get("commit.cleanup") ?? "default";
  return {
    cleanup: cleanupOf(asked, hasEditor),
    comment: config.get("core.commentchar") ?? "#",
    isVerbose: hasEditor && isTrue(config.get("commit.verbose")),
  };
}

/** The message as it will be stored, from what stands in the message file. */
export function cleanMessage(raw: string, settings: MessageSettings): string {
  const text = storedPart(raw, settings);
  return settings.cleanup === "verbatim" ? text : stripSpace(text, stripsComments(raw, settings));
}

/** What stands above the scissors, where Git cuts there. */
export function storedPart(raw: string, settings: MessageSettings): string {
  const comment = commentOf(raw, settings);
  const isCut =
    settings.isVerbose || settings.cleanup === "scissors" || hasVerboseDiff(raw, comment, settings);
  return isCut ? cutAtScissors(raw, comment) : raw;
}

/** What begins the lines that Git takes out; undefined where it takes out none. */
export function stripsComments(raw: string, settings: MessageSettings): string | undefined {
  return settings.cleanup === "strip" ? commentOf(raw, settings) : undefined;
}

function commentOf(raw: string, { comment }: MessageSettings): string {
  return comment === "auto" ? commentIn(raw) : comment;
}

/** The parts of a message that is stored already, or cleaned. */
export function commitMessage(text: string): CommitMessage {
  return { title: titleOf(text), text, trailers: parseTrailers(text) };
}

/** The first paragraph, its lines joined by a space, as `git log --format=%s` shows it. */
export function titleOf(text: string): string {
  const lines = text.split("\n").map((line) => withoutEnd(line, " \t\r"));
  const first = lines.findIndex((line) => line !== "");
  if (first < 0) return "";
  const end = lines.indexOf("", first);
  return lines.slice(first, end < 0 ? lines.length : end).join(" ");
}

function cleanupOf(asked: string, hasEditor: boolean): Cleanup {
  if (asked === "strip" || asked === "whitespace" || asked === "verbatim") return asked;
  if (asked === "scissors" && hasEditor) return "scissors";
  return asked === "default" && hasEditor ? "strip" : "whitespace";
}

/** Takes out comment lines, white space at line ends, and empty lines at both ends and beyond one in a row. */
function stripSpace(text: string, comment: string | undefined): string {
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    if (comment !== undefined && comment !== "" && line.startsWith(comment)) continue;
    const trimmed = withoutEnd(line, " \t\r");
    if (trimmed !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(trimmed);
  }
  if (kept.at(-1) === "") kept.pop();
  return kept.length === 0 ? "" : `${kept.join("\n")}\n`;
}

function scissors(comment: string): string {
  return `${comment} ------------------------ >8 ------------------------\n`;
}

function scissorsAt(text: string, comment: string): number {
  const line = scissors(comment);
  if (text.startsWith(line)) return 0;
  const at = text.indexOf(`\n${line}`);
  return at < 0 ? -1 : at + 1;
}

function cutAtScissors(text: string, comment: string): string {
  const at = scissorsAt(text, comment);
  return at < 0 ? text : text.slice(0, at);
}

/** The hook is not told about `git commit -v`; what that wrote below the scissors shows it. */
function hasVerboseDiff(raw: string, comment: string, { cleanup }: MessageSettings): boolean {
  if (cleanup !== "strip") return false;
  const at = scissorsAt(raw, comment);
  return at >= 0 && /^diff --git /m.test(raw.slice(at));
}

/** With `core.commentChar=auto` Git chose a character that began no line of the message; its own lines close the file. */
function commentIn(raw: string): string {
  const above = raw.split(/\n. -{24} >8 -{24}\n/)[0] ?? raw;
  const last = above.trimEnd().split("\n").at(-1) ?? "";
  return /^[#;@!$%^&|:]/.test(last) ? last.slice(0, 1) : "#";
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && (/^(true|yes|on|)$/i.test(value) || Number(value) > 0);
}
