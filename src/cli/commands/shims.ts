import { lookAt, readLua } from "../../check/lua-files.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { EXIT } from "../../model/exit.ts";
import { isExpired, type ListedShim } from "../../model/listed-shim.ts";
import type { Note } from "../../model/note.ts";
import { inOrder, shimsIn } from "../../modules/list-shims.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import { shimPrinters } from "../../report/shims/index.ts";

export const shims: Command = {
  name: "shims",
  about:
    "Lists every temporary shim: where it stands, what replaces it, when it expires and in which phase it goes. What has expired comes first, what has no date last.",
  flags: {
    expired: { help: "only those that are past their date" },
    tree: { value: "T", help: "a commit or tree; what is staged when left out" },
    format: formatFlag(shimPrinters),
    now: { value: "DATE", help: "the day to count from, YYYY-MM-DD" },
  },
  examples: [
    { line: "arkitekt shims", says: "every shim with the days it has left" },
    { line: "arkitekt shims --expired --now 2026-01-01", says: "what has to be gone by New Year" },
  ],
  async run(input, { cwd, env, now, stdout }) {
    const print = printerOf(input, shimPrinters);
    const day = input.text("now");
    const today = day === undefined ? dayOf(now) : readDay(day);
    const found = await withRepository({ cwd, env }, (repo) => list(repo, input.text("tree"), today));
    const listed = input.has("expired") ? found.shims.filter(isExpired) : found.shims;
    stdout.write(print({ shims: listed, notes: found.notes, today }, stdout));
    return EXIT.pass;
  },
};

async function list(
  repo: Repository,
  tree: string | undefined,
  today: string,
): Promise<{ shims: readonly ListedShim[]; notes: readonly Note[] }> {
  const place = await lookAt(repo, tree);
  const notes = [...place.notes];
  const all: ListedShim[] = [];
  const files = readLua(
    repo,
    place,
    (path) => isOwnLua(path, place.policy.project),
    (note) => notes.push(note),
  );
  for await (const { path, bytes } of files) all.push(...shimsIn(path, bytes, today));
  return { shims: inOrder(all), notes };
}
