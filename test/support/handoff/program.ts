import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Conditions {
  readonly env?: NodeJS.ProcessEnv;
  /** Runs it inside another program, such as a shell with a limit set. */
  readonly prefix?: readonly string[];
  /** Flags of Node itself. */
  readonly node?: readonly string[];
  /** Runs it as another user; only root can. */
  readonly uid?: number;
}

/** Starts `arkitekt spec` as a process. */
export type Start = (args: readonly string[], cwd: string, conditions?: Conditions) => Running;

/** Bundles the program; the way to start it. */
export async function specProgram(): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), "spec-program-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "spec.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./spec-program.ts", import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: file,
    logLevel: "error",
  });
  chmodSync(folder, 0o755);
  return (args, cwd, { env = {}, prefix = [], node = [], uid } = {}) => {
    const [program = "", ...rest] = [...prefix, process.execPath, ...node, file, ...args];
    const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
    const child = spawn(program, rest, {
      cwd,
      env: { ...inherited, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    return { child, ended: endOf(child) };
  };
}

function endOf(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}
