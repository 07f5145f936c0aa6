import pages from "arkitekt:rule-pages";
import { withGuess } from "../../base/wording.ts";
import type { Command } from "../../command/command.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { page } from "../../report/page.ts";

export const explain: Command = {
  name: "explain",
  about: "Shows the page of a rule: what it holds, why, wrong and right, its options, how to switch it off.",
  operands: ["rule"],
  flags: {},
  examples: [
    { line: "arkitekt explain require-fence", says: "the same page as docs/rules/require-fence.md" },
  ],
  async run({ operands: [id = ""] }, { stdout }) {
    const text = Object.hasOwn(pages, id) ? pages[id] : undefined;
    if (text === undefined) throw new CannotLook(unknownRule(id));
    stdout.write(page(text, stdout.paint, stdout.columns));
    return EXIT.pass;
  },
};

function unknownRule(id: string) {
  return failure(
    "bad-arguments",
    withGuess(`there is no rule "${id}"`, id, Object.keys(pages)),
    "arkitekt rules lists them",
  );
}
