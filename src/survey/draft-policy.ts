// The policy that a survey makes. What nobody has said and no tree can show is off, or on only for agents.
import { nameMatcher } from "../base/name-pattern.ts";
import { standardNames } from "../lua/values/standard-names.ts";
import { LUA_VERSIONS } from "../model/lua-version.ts";
import { BUILD_GLOBS } from "./build-files.ts";
import { TEST_GLOBS } from "./entry-points.ts";
import { BUSTED, STAND_ALONE } from "./hosts.ts";
import type { Surveyed } from "./surveyed.ts";
import { unique } from "./tree.ts";

export type DraftRules = Readonly<Record<string, unknown>>;

/** A policy as it is written, whose rules may be looked at. */
export interface PolicyDraft {
  readonly rules: DraftRules;
  readonly overrides: readonly {
    readonly branches?: string;
    readonly files?: readonly string[];
    readonly rules: DraftRules;
  }[];
}

export function draftPolicy(surveyed: Surveyed): PolicyDraft {
  const { layout, version, names, hosts, globals, scripts, constructors } = surveyed;
  const { vendored, generated, samples, pure, task, endings } = surveyed;
  const given = globalsGiven(surveyed);
  const externals = unique([...names.externals, ...hosts.flatMap((host) => host.externals ?? [])]);
  const hasFeatures = layout.layers.length > 0 && layout.namespace !== undefined;
  const callbacks = unique([...hosts.flatMap((host) => host.callbacks ?? []), ...surveyed.filled]);
  const own = unique([
    ...unique([...globals.own, ...otherNames(surveyed)]).filter((name) => !given.includes(name)),
    ...hosts.flatMap((host) => host.set ?? []),
    ...writtenByLeave(surveyed),
  ]);
  const testsKnow = unknownGlobals(surveyed, globals.loneInTests).length === 0;
  const known = new Set([...given, ...standardNames(version.version)]);
  const forTests = surveyed.fileGlobals.tests.filter((name) => !known.has(name));
  const policy = {
    extends: "playbook-v5",
    root: layout.root,
    lua: {
      files: ["**/*.lua", ...endings.map((ending) => `**/*.${ending}`)],
      version: version.version,
      moduleRoots: layout.moduleRoots,
      ...(isEmpty(layout.packages) ? {} : { packages: layout.packages }),
      ...(isEmpty(layout.aliases) ? {} : { aliases: layout.aliases }),
      scripts: scripts.globs,
      unlistedScripts: true,
      vendored,
      ...(generated.length === 0 ? {} : { generated }),
      ...(externals.length === 0 ? {} : { externals }),
    },
    namespace: layout.namespace === undefined ? {} : { canonical: layout.namespace },
    features: {
      root: layout.featureRoot ?? layout.root,
      layers: layout.layers,
    },
    pure,
    host: { globals: given, modules: unique([...hosts.flatMap((host) => host.modules), ...names.fromHost]) },
    ...(task === undefined ? {} : { taskCode: task }),
    rules: {
      // Nobody has said yet how big a change may be, what a document is, or which layer may know which.
      "diff-budget": "off",
      "docs-fence": "off",
      "require-fence": hasFeatures ? "warn" : "off",
      "numeric-fields": "off",
      "task-code": task === undefined ? "off" : "warn",
      ...luaParse(surveyed),
      "module-shape": surveyed.hasModules ? ["error", { functions: true, computed: true }] : "off",
      "no-globals": [
        "error",
        {
          allow: own,
          scriptsDeclare: true,
          explicit: true,
          shared: keepsState(surveyed),
          elsewhere: true,
          reads:
            !isUntold(surveyed) &&
            !hosts.some(({ isOpen }) => isOpen) &&
            unknownGlobals(surveyed, globals.lone).length === 0,
        },
      ],
      "no-require-effects": [
        "error",
        { constructors, callbacks, results: true, moduleFields: true, oneMore: true },
      ],
    },
    overrides: [
      ...(samples.length === 0
        ? []
        : [{ files: samples, rules: { "lua-parse": "off" }, reason: "samples, wrong on purpose" }]),
      {
        files: vendored,
        rules: { "lua-parse": "warn" },
        reason: "other people's, for other versions of Lua too",
      },
      ...(surveyed.hasBuildFiles
        ? [
            {
              files: BUILD_GLOBS,
              rules: { "no-globals": ["error", { reads: false }] },
              reason: "a build tool's own language",
            },
          ]
        : []),
      ...exceptionsOf(surveyed, own, given),
      // The test runner gives these only to tests.
      {
        files: TEST_GLOBS,
        rules: {
          "no-globals": [
            "error",
            {
              allow: unique([...own, ...BUSTED.globals, ...forTests]),
              ...(testsKnow && !isUntold(surveyed) ? {} : { reads: false }),
            },
          ],
        },
      },
      {
        branches: "agents",
        rules: {
          "diff-budget": "error",
          ...(hasFeatures ? { "require-fence": "error" } : {}),
          "docs-fence": ["error", { when: "always" }],
          "task-code": "error",
        },
      },
    ],
  };
  return policy;
}

/** Which Lua it is may be a guess, and a guess stops nobody. */
function luaParse({ version, hosts }: Surveyed): DraftRules {
  const options = {
    ...(version.isSaid ? {} : { otherVersions: true }),
    ...(hosts.some(({ dialect }) => dialect === "glua") ? { glua: true } : {}),
  };
  return isEmpty(options) ? {} : { "lua-parse": ["error", options] };
}

/** What a linter allows only some files, and nothing else has declared, is an exception there. */
function exceptionsOf({ fileGlobals, version }: Surveyed, own: readonly string[], given: readonly string[]) {
  const known = new Set([...own, ...given, ...standardNames(version.version)]);
  const globsOf = new Map<string, string[]>();
  for (const { glob, globals } of fileGlobals.code) {
    const names = unique(globals.filter((name) => !known.has(name))).join(" ");
    if (names !== "") globsOf.set(names, [...(globsOf.get(names) ?? []), glob]);
  }
  return [...globsOf].map(([names, files]) => ({
    files,
    rules: { "no-globals": ["error", { allow: unique([...own, ...names.split(" ")]) }] },
    reason: "a linter's settings allow these globals there",
  }));
}

/** This many globals that functions share, in this many files, are how state is kept here. */
export function keepsState({ globals, fileCount }: Surveyed): boolean {
  return globals.shared >= Math.max(3, fileCount / 20);
}

/** If there is no Lua yet, and no project of a host, nothing tells what will run it. */
export function isUntold({ fileCount, hosts }: Surveyed): boolean {
  return fileCount === 0 && hosts.length === 0;
}

/** This few globals hold all that a host gives: whatever else is read is more likely a slip. */
const FEW = 2;

/** Globals that only one file reads: a few mean nothing, many mean that more will come, since the host is not known. */
export function unknownGlobals(surveyed: Surveyed, lone: readonly string[]): readonly string[] {
  const isGiven = nameMatcher([...globalsGiven(surveyed), ...BUSTED.globals]);
  const left = lone.filter((name) => !isGiven(name));
  const { hosts, fileCount } = surveyed;
  const isClosed =
    hosts.length > 0 && hosts.every(({ globals, isWhole }) => isWhole === true || globals.length <= FEW);
  return left.length > Math.max(2, fileCount / (isClosed ? 5 : 10)) ? left : [];
}

/** If nobody says which Lua it is, what any of them has may be there. */
function otherNames({ version }: Surveyed): readonly string[] {
  if (version.isSaid) return [];
  const known = standardNames(version.version);
  return LUA_VERSIONS.flatMap((other) => [...standardNames(other)]).filter((name) => !known.has(name));
}

/**
 * What a linter lets code set. Those who list `vim` there set its fields, and not what it is; and where all that a host gives is listed,
 * what is meant to be set is what the tree sets.
 */
function writtenByLeave({ declared, globals, hosts, version }: Surveyed): readonly string[] {
  const others = new Set([...standardNames(version.version), ...hosts.flatMap((host) => host.globals)]);
  const written = [...declared.written].filter((name) => !others.has(name));
  return written.length > MANY ? written.filter((name) => globals.set.has(name)) : written;
}

/** More names than anybody lists because code sets them. */
const MANY = 100;

function isEmpty(section: object): boolean {
  return Object.keys(section).length === 0;
}

/** What the host gives, by its own list, by a linter's settings, or because several files read it and none sets it. */
export function globalsGiven({ hosts, declared, globals, version }: Surveyed): readonly string[] {
  // Linters are told `string` where fields are set in it; Lua's own names are not a host's.
  const standard = standardNames(version.version);
  const told = [...declared.globals].filter((name) => !standard.has(name));
  const ofHosts = hosts.length === 0 ? STAND_ALONE : hosts.flatMap((host) => host.globals);
  const all = [...ofHosts, ...told, ...globals.given, ...globals.families];
  const isOfFamily = nameMatcher(all.filter((name) => name.includes("*")));
  return unique(all.filter((name) => name.includes("*") || !isOfFamily(name)));
}
