/**
 * Other people's text on the terminal: control characters except tabs and line ends, and those that change the direction of text or can't
 * be seen, become visible escapes as JSON writes them: what was JSON still is, and says the same.
 */
export function visible(text: string): string {
  // Made only here: such a class is slow to build, and most commits have nothing to say.
  const hidden =
    /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;
  return text.replaceAll(hidden, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
