import { join } from "node:path";
import { isSealed, seal } from "../../ci/seal.ts";
import type { CiProgram } from "../../ci/workflow-options.ts";
import type { Repository } from "../../git/open/repository.ts";
import { ownPackage } from "../../install/gate/program.ts";
import { VENDORED_PROGRAM, WORKFLOW } from "../../model/ci-places.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import { withScratch } from "../../system/scratch.ts";
import { createWorkingFile, readWorkingFile, replaceWorkingFile } from "../../system/working-files.ts";

interface Written {
  readonly path: string;
  readonly text: string;
  readonly before: Buffer | undefined;
}

/** Writes the workflow, and the program where it is vendored; says what was done. All of it is looked at before anything is written. */
export async function writeCi(repo: Repository, workflow: string, program: CiProgram): Promise<string> {
  const { top } = repo;
  if (top === undefined)
    throw new CannotLook(failure("no-working-tree", "there is no working tree here", "run it in a clone"));
  const texts = ciTexts(workflow, program);
  const files = texts.map(([path, text]) => ({ path, text, before: ownFile(top, path) }));
  const done = await withScratch(
    "ci",
    async (scratch) => files.map((file) => `${put(top, file, scratch)} ${file.path}\n`),
    repo.gitDir,
  );
  return `${done.join("")}→ git add ${files.map(({ path }) => path).join(" ")}, and commit that alone, on a person's branch\n`;
}

/** What is to be written, the program first: a workflow without it would fail. */
export function ciTexts(
  workflow: string,
  program: CiProgram,
): readonly (readonly [path: string, text: string])[] {
  const own = [WORKFLOW, workflow] as const;
  return program.kind === "vendored" ? [[VENDORED_PROGRAM, seal(standaloneProgram(), "//")], own] : [own];
}

/** What lies there, if it is ours as we wrote it; anybody else's file, or one that was changed since, is theirs. */
function ownFile(top: string, path: string): Buffer | undefined {
  const found = readWorkingFile(top, path);
  if (found.kind === "no-file") return undefined;
  if (isSealed(found.bytes.toString("utf8"))) return found.bytes;
  throw refused(
    `${path} was written, or changed, by somebody else, so it is left as it is`,
    `move it away, or compare: arkitekt ci github | diff ${path} -`,
  );
}

function put(top: string, { path, text, before }: Written, scratch: string): string {
  const bytes = Buffer.from(text);
  if (before?.equals(bytes)) return "unchanged";
  if (before !== undefined) {
    if (replaceWorkingFile(top, path, before, bytes, scratch)) return "replaced";
    throw refused(`${path} was changed meanwhile, so it is left as it is`, "run it again");
  }
  const made = createWorkingFile(top, path, text);
  if (made === "made") return "written";
  throw refused(
    made === "there" ? `${path} is there and is not a plain file` : `a folder of ${path} is a link or a file`,
    "take that out of the way",
  );
}

const refused = (message: string, next: string) => new CannotLook(failure("not-written", message, next));

/** The whole program as one file, made when the package was built. */
function standaloneProgram(): string {
  const place = join(ownPackage(), "dist", "standalone.cjs");
  const bytes = readFileIfThere(place);
  if (bytes !== undefined) return bytes.toString("utf8");
  throw new CannotLook(failure("program-damaged", `${place} is not there`, "install the package again"));
}
