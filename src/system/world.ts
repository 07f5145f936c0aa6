// The process as the program sees it, gathered once: everything below is given what it needs and asks for nothing more.
import { readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isatty } from "node:tty";
import picocolors from "picocolors";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import { asTyped, calledAs } from "./program/as-typed.ts";

export interface World {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since 1970, read once. */
  readonly now: number;
  /** The file that runs: the program of a package, or the one vendored in a Git folder. */
  readonly program: string;
}

export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly hasColour: boolean;
  readonly paint: ReturnType<typeof picocolors.createColors>;
  /** Writes all of it, at once; a reader that went away (`| head`) is not a fault. */
  write(text: string | Buffer): void;
}

const DEFAULT_COLUMNS = 80;

/** The streams are looked at only when something is written: opening them is a tenth of a quiet commit's time. */
export function theWorld(): World {
  const { env } = process;
  let stdout: Output | undefined;
  let stderr: Output | undefined;
  return {
    cwd: process.cwd(),
    env,
    now: Date.now(),
    program: join(__dirname, "arkitekt.cjs"),
    get stdout() {
      stdout ??= output(1, env);
      return stdout;
    },
    get stderr() {
      stderr ??= output(2, env);
      return stderr;
    },
  };
}

/** All of standard input, as it is given to a hook; undefined, with the rest left unread, if it is more than `most` bytes. */
export function readStandardInput(most: number): Buffer | undefined;
export function readStandardInput(): Buffer;
export function readStandardInput(most = Number.POSITIVE_INFINITY): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let size = 0; size <= most; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(0, piece);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, length));
    size += length;
  }
  return undefined;
}

/** What a pipe holds, in bytes. */
const PIECE = 1 << 16;

/** The same output for text that people read, in which commands are shown in a form that can be pasted. */
export function spoken(output: Output): Output {
  return { ...output, write: (text) => output.write(typeof text === "string" ? pasteable(text) : text) };
}

/** A text with its commands in a form that can be pasted here. */
export function pasteable(text: string): string {
  return asTyped(text, calledAs(__dirname, process.argv[1] ?? ""));
}

function output(fd: 1 | 2, env: NodeJS.ProcessEnv): Output {
  const isTerminal = isatty(fd);
  const columns = isTerminal ? (fd === 1 ? process.stdout : process.stderr).columns : undefined;
  const hasColour = wantsColour(isTerminal, env);
  return {
    isTerminal,
    hasColour,
    columns: Math.max(40, Math.min(columns ?? DEFAULT_COLUMNS, 120)),
    paint: picocolors.createColors(hasColour),
    // What is written to standard error is for people; standard output holds data too, and each command knows what it prints.
    write: (text) => {
      const said = typeof text === "string" && fd === 2 ? pasteable(text) : text;
      writeAll(fd, typeof said === "string" ? Buffer.from(said, "utf8") : said);
    },
  };
}

/** NO_COLOR and FORCE_COLOR as everywhere; CI by itself turns no colour on, so that machine formats stay clean. */
function wantsColour(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}

function writeAll(fd: 1 | 2, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw new CannotLook(notWritten(fd, code));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function notWritten(fd: 1 | 2, code: string | undefined): Failure {
  const stream = fd === 1 ? "standard output" : "standard error";
  const why = code === "ENOSPC" ? "the disk is full" : `the system answered ${code}`;
  return failure(
    "not-written",
    `the output could not be written to ${stream}: ${why}`,
    "make room, and run it again",
  );
}
