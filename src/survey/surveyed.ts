import type { Layout } from "./detect-layout.ts";
import type { EntryPoints } from "./entry-points.ts";
import type { FileGlobalsFound } from "./file-globals.ts";
import type { GlobalsFound } from "./globals.ts";
import type { Host } from "./hosts.ts";
import type { Declared } from "./linters/linter-settings.ts";
import type { VersionFound } from "./lua-version.ts";
import type { NamesFound } from "./names.ts";
import type { TaskForm } from "./titles.ts";

/** All that was found out about a tree: what a policy is drawn up from, and where its lines say they came from. */
export interface Surveyed {
  /** How many Lua files there are. */
  readonly fileCount: number;
  /** Some of them are those of tools that build. */
  readonly hasBuildFiles: boolean;
  /** The endings of files besides `.lua` that the host takes for Lua. */
  readonly endings: readonly string[];
  readonly layout: Layout;
  readonly version: VersionFound;
  readonly names: NamesFound;
  readonly hosts: readonly Host[];
  readonly declared: Declared;
  readonly fileGlobals: FileGlobalsFound;
  readonly globals: GlobalsFound;
  readonly scripts: EntryPoints;
  /** Some file requires another, or most return something. */
  readonly hasModules: boolean;
  /** Calls at load that leave nothing behind. */
  readonly constructors: readonly string[];
  /** Fields of globals that modules set at load. */
  readonly filled: readonly string[];
  readonly vendored: readonly string[];
  readonly generated: readonly string[];
  /** Those of the generated that are folders of samples, which are as they are on purpose. */
  readonly samples: readonly string[];
  readonly pure: readonly string[];
  /** Undefined if the titles name no task. */
  readonly task: TaskForm | undefined;
  /** How many branches each coding agent has made. */
  readonly agents: ReadonlyMap<string, number>;
}
