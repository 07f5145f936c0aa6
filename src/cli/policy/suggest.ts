import { shellWord } from "../../base/shell-word.ts";
import { count } from "../../base/wording.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import { readClone } from "../../install/gate/clone.ts";
import { surveyedPaths, surveyOf } from "../../install/gate/initial-policy.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";
import { serialise } from "../../policy/print/serialise.ts";
import { nestedText } from "../../policy/schema/written-key.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import type { Printers } from "../../report/format.ts";
import { wrap } from "../../report/terminal-text.ts";
import type { Output } from "../../system/world.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";

interface Told {
  readonly suggestions: readonly Suggestion[];
  /** Settings of linters that could not be read, or only in part: what they declare is missing above. */
  readonly unread: readonly { readonly key: string; readonly says: string; readonly from: string }[];
}

const PRINTERS: Printers<(told: Told, stdout: Output) => string> = {
  pretty: suggestText,
  json: (told) => `${JSON.stringify({ version: 1, ...told }, undefined, 2)}\n`,
};

export const policySuggest: Command = {
  name: "policy suggest",
  about:
    "Prints what the tree says of itself and the policy in force does not: settings to write, each with what it was read from. Nothing is changed.",
  flags: { format: formatFlag(PRINTERS) },
  examples: [
    { line: "arkitekt policy suggest", says: "new scripts, roots, globals of linters, agents' branches …" },
  ],
  async run(input, world) {
    const print = printerOf(input, PRINTERS);
    const told = await withRepository(world, async (repo) => {
      const clone = readClone(world.cwd, world.env);
      if (!clone.ok) throw new CannotLook(clone.error);
      const { policy } = await policyInForce(repo);
      const { policy: draft, facts, unread } = surveyOf(clone.value);
      const luaPaths = surveyedPaths(clone.value);
      return { suggestions: suggestionsFor({ policy: serialise(policy), draft, facts, luaPaths }), unread };
    });
    world.stdout.write(print(told, world.stdout));
    return EXIT.pass;
  },
};

function suggestText({ suggestions, unread }: Told, { paint, columns }: Output): string {
  const lost = unread
    .map(({ key, says, from }) => wrap(`${says}: ${key}, ${from}`, columns, "  "))
    .map((line) => `${line}\n`)
    .join("");
  if (suggestions.length === 0) return `${lost}the policy says what the tree says: nothing to suggest\n`;
  const blocks = suggestions.map(({ key, value, policy, add, from }) => {
    const was = add.length > 0 ? `adds ${add.join(", ")}` : `in force: ${JSON.stringify(policy)}`;
    const text = JSON.stringify(value);
    return [
      `${paint.cyan(key)}  ${paint.dim(wrap(`(${from})`, columns - key.length - 2, "    "))}`,
      `  ${wrap(was, columns, "  ")}`,
      `  ${nestedText(key.split("."), text)}`,
      paint.dim(`  arkitekt policy try --set ${shellWord(`${key}=${text}`)}`),
    ].join("\n");
  });
  return `${lost === "" ? "" : `${lost}\n`}${count(suggestions.length, "setting")} to write:\n\n${blocks.join("\n\n")}\n`;
}
