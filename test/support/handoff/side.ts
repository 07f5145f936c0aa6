import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { everTracked } from "../../../src/git/history/ever-tracked.ts";
import type { Failure } from "../../../src/model/failure.ts";
import { runSpec } from "./run-spec.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly input?: string | undefined;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** The folder that the policy names. */
  readonly folder?: string;
  /** Why nothing may be written. */
  readonly refusal?: Failure;
}

/** One side of a hand-off: a folder with a repository's mark in it, where `spec` commands run. */
export interface Side {
  readonly root: string;
  readonly requests: string;
  /** Runs `arkitekt spec …` here. */
  run(args: readonly string[], more?: Circumstances): Promise<Said>;
  /** Runs a command that must succeed; its standard output without the last line end. */
  do(...args: readonly string[]): Promise<string>;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  /** Every file below `path`, sorted, but for what is hidden. */
  files(path: string): readonly string[];
}

/** The moment at which everything happens in these tests. */
export const NOON = Date.parse("2025-08-31T12:00:00Z");

/** Makes two sides below one temporary folder, which goes when `work` is done. */
export async function withSides<T>(work: (asker: Side, owner: Side, base: string) => Promise<T>): Promise<T> {
  const base = mkdtempSync(join(tmpdir(), "handoff-"));
  try {
    return await work(sideIn(join(base, "asker")), sideIn(join(base, "owner")), base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

let ticks = 0;

export function sideIn(root: string): Side {
  mkdirSync(join(root, ".git"), { recursive: true });
  const side: Side = {
    root,
    requests: join(root, "work/spec_requests"),
    async run(args, more = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runSpec(args, {
        cwd: more.cwd ?? root,
        env: more.env ?? {},
        projects: ["jsonld", "markdown_ld"],
        folder: more.folder ?? "work/spec_requests",
        refusal: more.refusal,
        sender: () => ({ project: "lang", agent: "codex" }),
        everTracked: (folders) => everTracked(root, process.env, folders),
        clock: () => NOON + ticks++,
        readInput: () => Buffer.from(more.input ?? ""),
        write: (text) => void out.push(text),
        complain: (text) => void err.push(text),
      });
      return { code, out: out.join(""), err: err.join("") };
    },
    async do(...args) {
      const input = args.includes("-") ? "a body\n" : undefined;
      const said = await side.run(args, { input });
      if (said.code !== 0) throw new Error(`spec ${args.join(" ")} → ${said.code}\n${said.out}${said.err}`);
      return said.out.trimEnd();
    },
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    files: (path) =>
      readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, path).length + 1))
        .filter((file) => !file.startsWith(".") && !file.includes("/."))
        .sort(),
  };
  return side;
}

/** The arguments that write a message of `type` with a body from standard input. */
export function messageArgs(id: string, type: string, ...more: readonly string[]): readonly string[] {
  return ["msg", "new", "--id", id, "--type", type, "--body", "-", ...more];
}

/** A proposal with these files, brought to the owner, who decides for it; its id. */
export async function decided(
  asker: Side,
  owner: Side,
  id: string,
  ...files: readonly string[]
): Promise<string> {
  const attached = files.flatMap((file) => ["--attach", file]);
  const message = await asker.do(...messageArgs(id, "proposal", ...attached));
  await asker.do("msg", "push", "--id", id, "--dest", owner.requests);
  await owner.do(...messageArgs(id, "decision", "--parent", message));
  return message;
}
