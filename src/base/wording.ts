// Small parts of sentences that many messages are made of.
import { nearest } from "./nearest.ts";

/** "1 file", "2 files"; a noun that takes no "s" says its own plural. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** "a", "a or b", "a, b or c". */
export function list(words: readonly string[], joint: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** "did you mean check?", when one of `candidates` is near to what was written; `show` writes it as it would be typed. */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  show: (candidate: string) => string = (candidate) => candidate,
): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `did you mean ${show(near)}?`;
}

/** A sentence about a word that nobody knows, with what may have been meant. */
export function withGuess(sentence: string, ...guess: Parameters<typeof didYouMean>): string {
  const meant = didYouMean(...guess);
  return meant === undefined ? sentence : `${sentence}; ${meant}`;
}

/** `arkitekt: blocked, …`: whoever looks for a line that begins so finds it with colours, too; its first word has the colour. */
export function headed(said: string, ...colours: readonly ((text: string) => string)[]): string {
  const [first = ""] = said.split(/(?=[\s,])/, 1);
  return `arkitekt: ${colours.reduce((text, colour) => colour(text), first)}${said.slice(first.length)}`;
}
