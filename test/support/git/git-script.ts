// A program called `git` that is a script around Git.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../repo.ts";

const PATH = process.env["PATH"] ?? "";
const real = join(PATH.split(":").find((place) => existsSync(join(place, "git"))) ?? "", "git");

/** An environment whose `git` is these lines of shell and then Git; `$real` is Git. */
export function gitOf(lines: string): NodeJS.ProcessEnv {
  const folder = makeFolder();
  writeFileSync(join(folder, "git"), `#!/bin/sh\nreal=${real}\n${lines}\nexec "$real" "$@"\n`, {
    mode: 0o755,
  });
  return { PATH: `${folder}:${PATH}` };
}

/** How the answers of `cat-file` are held back → the lines that do. */
export const HOLDING_BACK: Readonly<Record<string, string>> = {
  "till it is asked no more":
    'held=$(mktemp); "$real" "$@" >"$held"; code=$?; cat "$held"; rm "$held"; exit $code',
  "till it has a block of it": 'case "$*" in *cat-file*) "$real" "$@" | sed ""; exit ;; esac',
};
