import pages from "arkitekt:rule-pages";
import words from "arkitekt:words";
import { list, withGuess } from "../../base/wording.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { keyPages, ruleNamed } from "../../policy/print/key-page.ts";
import { allKeys } from "../../policy/schema/all-keys.ts";
import type { Printers } from "../../report/format.ts";
import { page } from "../../report/page.ts";
import type { Output } from "../../system/world.ts";
import { sectionOf, wordsOf } from "../explain/word-sections.ts";

interface Explained {
  readonly kind: "rule" | "key" | "word";
  /** The rule, the key in one word, or the word. */
  readonly name: string;
  /** Markdown. */
  readonly page: string;
}

const PRINTERS: Printers<(explained: Explained, stdout: Output) => string> = {
  pretty: ({ page: text }, { paint, columns }) => page(text, paint, columns),
  json: (explained) => `${JSON.stringify({ version: 1, ...explained }, undefined, 2)}\n`,
};

export const explain: Command = {
  name: "explain",
  about:
    "Shows the page of a rule, of a key of the policy or of a word that a finding uses: what it means, why, what it takes, and the way out that works.",
  operands: ["rule, key or word"],
  flags: { format: formatFlag(PRINTERS) },
  examples: [
    { line: "arkitekt explain require-fence", says: "the same page as docs/rules/require-fence.md" },
    { line: "arkitekt explain lua.scripts", says: "a key, written as one word" },
    { line: "arkitekt explain ARKITEKT_OVERRIDE", says: "a word of a hint" },
  ],
  async run(input, { stdout }) {
    const [word = ""] = input.operands;
    stdout.write(printerOf(input, PRINTERS)(explained(word), stdout));
    return EXIT.pass;
  },
};

function explained(word: string): Explained {
  const rule = Object.hasOwn(pages, word) ? word : ruleNamed(word);
  const own = rule === undefined ? undefined : pages[rule];
  if (rule !== undefined && own !== undefined) return { kind: "rule", name: rule, page: own };
  const found = keyPages(word);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { kind: "key", name: only.key, page: only.markdown };
  const section = sectionOf(words, word);
  if (section !== undefined) return { kind: "word", name: word, page: section };
  throw new CannotLook(
    found.length > 1
      ? severalKeys(
          word,
          found.map(({ key }) => key),
        )
      : unknown(word),
  );
}

function severalKeys(word: string, keys: readonly string[]) {
  return failure(
    "bad-arguments",
    `there are several keys "${word}": ${list(keys, "and")}`,
    `name one of them: arkitekt explain ${keys[0]}`,
  );
}

function unknown(word: string) {
  const known = [...Object.keys(pages), ...allKeys(), ...wordsOf(words)];
  return failure(
    "bad-arguments",
    withGuess(`there is no rule, key or word "${word}"`, word, known),
    "arkitekt rules lists the rules, arkitekt policy print the keys",
  );
}
