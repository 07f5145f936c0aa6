import { resolve } from "node:path";
import { decodeUtf8 } from "../../base/utf8.ts";
import { count } from "../../base/wording.ts";
import type { Command, Input } from "../../command/command.ts";
import { differenceOf, operationsText } from "../../json/difference.ts";
import { jsonEquals } from "../../json/equality.ts";
import { showJsonFault } from "../../json/fault.ts";
import { applyPatch } from "../../json/patch.ts";
import { parseJson } from "../../json/text.ts";
import type { JsonDocument } from "../../json/tree.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { safePath } from "../../protocol/safe-path.ts";
import { Folder } from "../../system/folder.ts";
import { readNamedFile, realPlace } from "../../system/places.ts";
import { keptFromPatches } from "../store/kept-from-patches.ts";
import { LIMITS } from "../store/limits.ts";
import { requestId } from "../store/place.ts";
import { readAt } from "../store/read-at.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { writeMessage } from "../store/write-message.ts";
import { ID, NOW } from "./flags.ts";
import { SENDER_FLAGS, senderOf, WORDS } from "./msg-new.ts";

export const propose: Command<SpecWorld> = {
  name: "spec propose",
  about: "Writes a proposal whose patch makes a JSON file what an edited copy of it is.",
  flags: {
    id: ID,
    from: { value: "EDITED", help: "the edited copy", isRequired: true },
    file: { value: "PATH", help: "the file it is a copy of, in the target; the request itself by default" },
    target: { value: "FOLDER", help: "the repository that has the file; the current folder by default" },
    message: WORDS,
    ...SENDER_FLAGS,
    now: NOW,
  },
  examples: [{ line: "arkitekt spec propose --id demo-001 --file priv/spec.json --from /tmp/edited.json" }],
  run(input, world) {
    const id = requestId(world, input.need("id"));
    const file = input.text("file") ?? `${world.folder}/${id}/request.json`;
    const edited = input.need("from");
    const before = parsed(input, file, targetText(input, world, file));
    const after = parsed(
      input,
      edited,
      textOf(input, edited, readNamedFile(resolve(world.cwd, edited), LIMITS.target)),
    );
    const operations = differenceOf(before.root, after.root);
    if (operations.length === 0) {
      const same = `${edited} says what ${file} says, so there is nothing to propose`;
      throw new CannotLook(failure("conflict", same, "edit the copy first"));
    }
    const kept = keptFromPatches(file, operations, world.folder);
    if (kept !== undefined) input.refuse(`${file} ${kept}, which no patch may change`, "propose it in words");
    const made = applyPatch(before, operations);
    if (!made.ok || !jsonEquals(made.value.root, after.root))
      throw new Error(`the difference of ${file} and ${edited} does not make one of the other`);
    const patch = `{\n  "file": ${JSON.stringify(file)},\n  "base_pointer": "",\n  "ops": ${operationsText(operations, "  ")}\n}\n`;
    const message = writeMessage(world, {
      ...senderOf(input, world),
      requestId: id,
      type: "proposal",
      body: `${input.text("message") ?? `changes ${file}`}\n`,
      status: "open",
      ref: { path: file, pointer: undefined },
      parent: undefined,
      parcels: [{ name: "patch.json", bytes: Buffer.from(patch) }],
      now: momentOf(world, input.text("now")),
    });
    world.write(`${message}\n`);
    world.complain(
      `proposed ${count(operations.filter(({ op }) => op !== "test").length, "change")} of ${file}\n`,
    );
    return 0;
  },
};

function parsed(input: Input, name: string, text: string): JsonDocument {
  const document = parseJson(text);
  if (document.ok) return document.value;
  return input.refuse(
    `${name} is not JSON: ${showJsonFault(document.error)}`,
    "mend it and run the command again",
  );
}

function textOf(input: Input, name: string, bytes: Buffer): string {
  const text = decodeUtf8(bytes);
  return text.ok ? text.value : input.refuse(`${name} is not UTF-8`, "save it as UTF-8");
}

function targetText(input: Input, world: SpecWorld, file: string): string {
  const path = safePath(file, "the target");
  if (!path.ok) return input.refuse(path.error.message);
  const root = realPlace(resolve(world.cwd, input.text("target") ?? "."));
  const read =
    root === undefined ? undefined : Folder.use(root, (folder) => readAt(folder, path.value, LIMITS.target));
  if (read?.kind === "file") return textOf(input, file, read.bytes);
  return input.refuse(
    `${file} is not there as a plain file`,
    "name it with --file, and its repository with --target",
  );
}
