// Programs that run a team's hooks, with the recipes of docs/other-tools.md; the gate that they call is the program that ships.
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { program } from "./gated.ts";
import { peer } from "./peers.ts";
import { makeFolder, makeRepo } from "./repo.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** PATH with a folder in which `arkitekt`, and `npx arkitekt`, is the program that ships, and with lefthook. */
export const managersPath = once(() => {
  const folder = makeFolder();
  const shell = (name: string, line: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  shell("arkitekt", `exec '${process.execPath}' '${program}' "$@"`);
  shell("npx", 'exec "$@"');
  const lefthook = peer("lefthook");
  const own = lefthook?.includes("/") ? [dirname(lefthook)] : [];
  return [folder, ...own, process.env["PATH"]].join(delimiter);
});

/** `.pre-commit-config.yaml` with all of our hooks from a repository of their own: the program is at hand, so nothing is fetched. */
export const preCommitConfig = once(() => {
  const hooks = readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8").replaceAll(
    "language: node",
    "language: system",
  );
  const ours = makeRepo({ ".pre-commit-hooks.yaml": hooks });
  const ids = (parse(hooks) as readonly { id: string }[]).map(({ id }) => `      - id: ${id}\n`).join("");
  const [, page = ""] = /^(default_install_hook_types: .*\n)/m.exec(pageText()) ?? [];
  return `${page}repos:\n  - repo: file://${ours.dir}\n    rev: ${ours.id("HEAD")}\n    hooks:\n${ids}`;
});

/** Where pre-commit keeps what it has cloned. */
export const preCommitHome = once(makeFolder);

/** The `lefthook.yml` of the page. */
export const lefthookConfig = once(() => {
  const [, recipe] = /`lefthook.yml`.*?```yaml\n(.*?)```/s.exec(pageText()) ?? [];
  if (recipe === undefined) throw new Error("docs/other-tools.md holds no lefthook.yml");
  return recipe;
});

function pageText(): string {
  return readFileSync(join(root, "docs/other-tools.md"), "utf8");
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
