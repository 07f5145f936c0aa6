// A clone and a program to gate it with. The program writes down what it was asked, with its standard input, and refuses
// whatever names "bad": what is tested here is the way from Git to the program, not the program's judgement.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../../../src/install/gate/install.ts";
import type { InstallReport } from "../../../src/install/gate/install-report.ts";
import { filesBelow } from "../../../src/system/folders.ts";
import { checksumList } from "../../../src/system/program/checksums.ts";
import { makeFolder, type TestRepo } from "../repo.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const RECORDER = `#!/usr/bin/env node
const { appendFileSync, readFileSync, writeSync } = require("node:fs");
const { execFileSync } = require("node:child_process");
const [, name, ...words] = process.argv.slice(2);
const isLaunched = words[0] === "--launched";
const args = isLaunched ? words.slice(4) : words;
const end = (code) => {
  if (isLaunched) writeSync(1, "arkitekt " + name + " " + words[2] + " " + code + "\\n");
  process.exit(code);
};
const input = name === "pre-push" ? readFileSync(0, "utf8") : "";
const text = {
  "commit-msg": () => readFileSync(args.at(-1), "utf8"),
  "pre-push": () => input,
}[name] ?? (() => execFileSync("git", ["diff", "--cached", "--name-only"], { encoding: "utf8" }));
const record = { name, args, input, cwd: process.cwd(), ca: process.env.NODE_EXTRA_CA_CERTS ?? null, keptCa: process.env.ARKITEKT_KEPT_NODE_EXTRA_CA_CERTS ?? null };
if (process.env.ASKED) appendFileSync(process.env.ASKED, JSON.stringify(record) + "\\n");
if (/bad|probe/.test(text())) {
  process.stderr.write("refused by the gate\\n");
  end(1);
}
end(0);
`;

/** A package like ours whose program is the recorder. */
export function recorderPackage(version = "1.0.0"): string {
  const folder = makeFolder();
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/arkitekt.cjs"), RECORDER);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "arkitekt", version }));
  for (const part of ["hooks", "templates"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const files = filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))] as const);
  writeFileSync(join(folder, "dist/checksums"), checksumList(files));
  return folder;
}

const shared = recorderPackage();

export async function gate(
  repo: TestRepo,
  options: {
    readonly chain?: boolean;
    readonly from?: string;
    readonly node?: string;
    readonly dir?: string;
  } = {},
): Promise<InstallReport> {
  const { dir, ...rest } = options;
  const done = await install({ repo: dir ?? repo.dir, chain: false, env: repo.env, from: shared, ...rest });
  if (!done.ok) throw new Error(`install: ${JSON.stringify(done.error)}`);
  return done.value;
}

export interface Asked {
  readonly name: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly cwd: string;
  readonly ca: string | null;
  readonly keptCa: string | null;
}

const huskyBin = join(ROOT, "node_modules/husky/bin.js");

/** What a person, or `npm install` with a prepare script, does to set husky up in a clone. */
export function runHusky(repo: TestRepo): void {
  const { code, stderr } = repo.run(process.execPath, [huskyBin]);
  if (code !== 0) throw new Error(stderr);
}

/** Has the program write down what it is asked from now on; the function gives that. */
export function recording(repo: TestRepo): () => readonly Asked[] {
  const log = join(makeFolder(), "asked");
  repo.env["ASKED"] = log;
  return () =>
    existsSync(log)
      ? readFileSync(log, "utf8")
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Asked)
      : [];
}

/** Every file below a folder with its bytes and mode, as one comparable value. */
export function snapshot(folder: string, except: RegExp = /^$/): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder)
      .filter((file) => !except.test(file))
      .map((file) => [file, readFileSync(join(folder, file), "latin1")]),
  );
}

/** The names of the hooks asked, in order. */
export function names(asked: readonly Asked[]): readonly string[] {
  return asked.map(({ name }) => name);
}

export function tryCommit(
  repo: TestRepo,
  file: string,
  title = "task_a: change",
  cwd = "",
): { code: number; stderr: string } {
  writeFileSync(join(repo.dir, cwd, file), `-- ${file}\n`);
  repo.run("git", ["add", file], { cwd });
  return repo.run("git", ["commit", "--quiet", "-m", title], { cwd });
}
