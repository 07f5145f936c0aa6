import { resolve } from "node:path";
import { rulesSection, sectionIn, withSection } from "../../agent/rules-section.ts";
import { withRepository } from "../../check/with-repository.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { modeOf } from "../../system/folders.ts";
import type { World } from "../../system/world.ts";

/** Where agents look for what to know of a repository. */
export const RULES_FILES = ["AGENTS.md", "CLAUDE.md"] as const;

export async function currentSection({ cwd, env }: World): Promise<{ section: string; top: string }> {
  return await withRepository({ cwd, env }, async (repo) => ({
    section: rulesSection((await policyInForce(repo)).policy),
    top: repo.top ?? repo.gitDir,
  }));
}

/** Writes the section into `file`, whose every other byte stays; says what it did. */
export async function writeRules(file: string, world: World): Promise<number> {
  const { section } = await currentSection(world);
  const path = resolve(world.cwd, file);
  const text = textOf(path);
  const made = withSection(text ?? "", latin1(section));
  if (made === text)
    world.stdout.write(`${file} holds the rules as they are in force; nothing had to change\n`);
  else {
    // Bytes that are not UTF-8 are written back as they were.
    replaceFile(path, Buffer.from(made, "latin1"), modeOf(path) ?? 0o644);
    world.stdout.write(`${file} holds the rules that are in force now\n`);
  }
  return EXIT.pass;
}

/** 1 where a file's section is not what the policy in force makes; of files that nobody named, those that have one are looked at. */
export async function checkRules(files: readonly string[], world: World): Promise<number> {
  const { section, top } = await currentSection(world);
  const named =
    files.length > 0 ? files : RULES_FILES.filter((file) => sectionOf(resolve(top, file)) !== undefined);
  if (named.length === 0) {
    world.stdout.write(`no file holds the rules\n→ arkitekt agent rules --write ${RULES_FILES[0]}\n`);
    return EXIT.blocked;
  }
  const base = files.length > 0 ? world.cwd : top;
  const stale = named.filter((file) => sectionOf(resolve(base, file)) !== latin1(section));
  for (const file of stale) {
    const what =
      sectionOf(resolve(base, file)) === undefined ? "holds no rules" : "holds rules that are out of date";
    world.stdout.write(`${file} ${what}\n→ arkitekt agent rules --write ${file}\n`);
  }
  if (stale.length === 0) world.stdout.write(`${named.join(", ")}: the rules are up to date\n`);
  return stale.length === 0 ? EXIT.pass : EXIT.blocked;
}

function sectionOf(path: string): string | undefined {
  return sectionIn(textOf(path) ?? "");
}

function textOf(path: string): string | undefined {
  try {
    return readFileIfThere(path)?.toString("latin1");
  } catch {
    throw new CannotLook(failure("no-file", `${path} can't be read`, "name a file of Markdown"));
  }
}

function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
