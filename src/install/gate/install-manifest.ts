// What install changed, written down before it is changed: `<home>/install.json`. Uninstall and doctor read it.
import { join, relative } from "node:path";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { makeFolder } from "../../system/folders.ts";
import type { Clone } from "./clone.ts";

export interface InstallRecord {
  readonly version: 1;
  /** The folder name of the program in use. */
  readonly program: string;
  readonly nodes: readonly string[];
  /** A person has set husky up in this clone: what stands in `.husky` runs. */
  readonly runsHusky?: boolean;
  readonly settings: readonly SettingRecord[];
  readonly files: readonly FileRecord[];
  /** Install made the default hooks folder, for its forwarders. */
  readonly madeHooks?: boolean;
}

/** Paths are absolute here and relative to the Git folder in the file, so that a clone can be moved. */
export interface SettingRecord {
  readonly file: string;
  /** What core.hooksPath was set to, word for word. */
  readonly value: string;
  /** The folder of the hooks that are chained. */
  readonly prior?: string;
  /** The whole file before and after, in base64. */
  readonly before: string;
  readonly after: string;
  /** The same for the hooks of the configuration, which are set on top of that. */
  readonly hooks?: { readonly before: string; readonly after: string };
}

/** A file of the working tree that install made (`before` is null) or put its lines into; contents in base64. */
export interface FileRecord {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** `undefined` if there is none, or none that can be read. */
export function readRecord(clone: Clone): InstallRecord | undefined {
  const text = readFileIfThere(recordPath(clone))?.toString("utf8");
  if (text === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) ? mapPaths(read, (path) => fromRecord(clone, path)) : undefined;
  } catch {
    return undefined;
  }
}

export function writeRecord(clone: Clone, record: InstallRecord): void {
  const text = `${JSON.stringify(
    mapPaths(record, (path) => forRecord(clone, path)),
    null,
    2,
  )}\n`;
  if (readFileIfThere(recordPath(clone))?.toString("utf8") === text) return;
  makeFolder(clone.home);
  replaceFile(recordPath(clone), text);
}

export function recordPath(clone: Clone): string {
  return join(clone.home, "install.json");
}

function mapPaths(record: InstallRecord, map: (path: string) => string): InstallRecord {
  return {
    ...record,
    settings: record.settings.map(({ prior, ...setting }) => ({
      ...setting,
      file: map(setting.file),
      ...(prior === undefined ? {} : { prior: map(prior) }),
    })),
    files: record.files.map((file) => ({ ...file, path: map(file.path) })),
  };
}

const GIT_FOLDER = "$GIT_COMMON_DIR/";

/** Paths in the Git folder and in a worktree around it move with it; others, and relative ones, stay as they are. */
function forRecord({ commonDir, workTree }: Clone, path: string): string {
  const isNear = [commonDir, workTree].some(
    (folder) => folder !== undefined && path.startsWith(join(folder, "/")),
  );
  return isNear ? GIT_FOLDER + relative(commonDir, path).replaceAll("\\", "/") : path;
}

function fromRecord({ commonDir }: Clone, path: string): string {
  return path.startsWith(GIT_FOLDER) ? join(commonDir, path.slice(GIT_FOLDER.length)) : path;
}

function isRecord(value: unknown): value is InstallRecord {
  if (!isObject(value)) return false;
  const { version, program, nodes, settings, files } = value;
  return (
    version === 1 &&
    typeof program === "string" &&
    isList(nodes, (node) => typeof node === "string") &&
    isList(settings, (one) => isObject(one) && hasText(one, ["file", "value", "before", "after"])) &&
    isList(files, (one) => isObject(one) && hasText(one, ["path", "after"]) && isTextOrNull(one["before"]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}

function hasText(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === "string");
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}
