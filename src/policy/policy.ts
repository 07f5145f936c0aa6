import type { RepoPath } from "../base/repo-path.ts";
import type { ObjectId } from "../model/change.ts";
import type { Level } from "../model/finding.ts";
import type { Project } from "../model/project.ts";
import type { Fixers } from "../model/transform.ts";
import type { NoVerify } from "./no-verify.ts";
import type { PolicyFile } from "./policy-file.ts";

/** What is in force: a policy file with its preset and every default filled in. Plain data, equal if it means the same. */
export interface Policy {
  readonly project: Project;
  /** Every rule there is, by id, with all its options. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Later entries win. */
  readonly overrides: readonly RuleOverride[];
  readonly mayOverride: readonly Permission[];
  readonly noVerify: NoVerify;
  /** Refs whose commits are judged as well as those of branches. */
  readonly push: { readonly refs: readonly string[] };
  readonly limits: { readonly fileBytes: number };
  /** What `arkitekt fix` runs. No verdict depends on it. */
  readonly fixers: Fixers;
  readonly handoff: {
    readonly projects: readonly string[];
    /** What this repository is called in its messages; `.` for the name that Git knows it by. */
    readonly project: string;
  };
}

export type OptionValues = Readonly<Record<string, unknown>>;

export interface RuleSetting {
  readonly level: Level;
  readonly options: OptionValues;
}

/** Settings for some branches, some files, or both. */
export interface RuleOverride {
  readonly branches?: Branches;
  readonly files?: readonly string[];
  readonly rules: Readonly<Record<string, PartialSetting>>;
  readonly reason?: string;
}

/** A level, and those options that differ. */
export interface PartialSetting {
  readonly level: Level;
  readonly options?: OptionValues;
}

/** Globs of branch names; or the agent branches; or all other branches. */
export type Branches = "agents" | "people" | readonly string[];

/** Lets commits on these branches override these rules. */
export interface Permission {
  readonly rules: "all" | readonly string[];
  readonly branches: Branches;
}

/** A policy with the place it was read from. */
export interface FoundPolicy {
  readonly policy: Policy;
  readonly path: RepoPath;
  /** The id of the object that it was read from; undefined for a file that somebody named. */
  readonly id?: ObjectId;
  readonly format: PolicyFormat;
  /** The text it was read from. */
  readonly text: string;
  /** What the text says, before anything is filled in. */
  readonly file: PolicyFile;
}

/** `package` is the key `arkitekt` of a `package.json`. */
export type PolicyFormat = "json" | "yaml" | "package";
