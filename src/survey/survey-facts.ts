// A line for each thing that a survey has found, with what it was read from.
import { count } from "../base/wording.ts";
import { luaName } from "../model/lua-version.ts";
import { globalsGiven, isUntold, keepsState, unknownGlobals } from "./draft-policy.ts";
import type { Surveyed } from "./surveyed.ts";
import type { SurveyFact } from "./tree.ts";

export function surveyFacts(surveyed: Surveyed): readonly SurveyFact[] {
  return [...aboutLua(surveyed), ...aboutCode(surveyed), ...aboutWork(surveyed)];
}

/** Settings of linters that could not be read, or only in part. */
export function unreadSettings({ declared }: Surveyed): readonly SurveyFact[] {
  return declared.unread.map(({ path, much, why }) => ({
    key: path,
    says: much === "all" ? "not read" : "read in part",
    from: why,
  }));
}

/** Which Lua it is, and where. */
function aboutLua({
  fileCount,
  layout,
  version,
  names,
  scripts,
  hasModules,
  vendored,
  generated,
  samples,
}: Surveyed): SurveyFact[] {
  return [
    { key: "root", says: named(layout.root), from: count(fileCount, "Lua file") },
    { key: "lua.version", says: luaName(version.version), from: version.from },
    {
      key: "lua.moduleRoots",
      says: layout.moduleRoots.map(named).join(", "),
      from: names.required === 0 ? "no require yet" : `${names.resolved} of ${names.required} requires found`,
    },
    ...Object.entries(layout.packages).map(([folder, roots]) => ({
      key: "lua.packages",
      says: roots.map((root) => (root === "." ? folder : `${folder}/${root}`)).join(", "),
      from: "files there find each other, and nobody else does",
    })),
    ...Object.entries(layout.aliases).map(([name, folder]) => ({
      key: "lua.aliases",
      says: `${name} is ${named(folder)}`,
      from: `most names below ${name} are paths there`,
    })),
    {
      key: "lua.scripts",
      says: count(scripts.count, "file"),
      from: "what is started and not required: shebangs, headers, tests, what returns nothing",
    },
    ...(hasModules
      ? []
      : [{ key: "module-shape", says: "off", from: "no file requires another, and most return nothing" }]),
    { key: "lua.vendored", says: listed(vendored), from: "the folders' names and licences" },
    ...(samples.length === 0
      ? []
      : [
          {
            key: "lua.generated",
            says: samples.join(", "),
            from: "folders of samples, by name and by what is broken",
          },
        ]),
    ...(generated.length === samples.length
      ? []
      : [
          {
            key: "lua.generated",
            says: count(generated.length - samples.length, "file"),
            from: "their first lines",
          },
        ]),
    ...(names.externals.length === 0
      ? []
      : [
          {
            key: "lua.externals",
            says: listed(names.externals.filter((name) => !name.endsWith(".*"))),
            from: "requires that find nothing here",
          },
        ]),
  ];
}

/** How it is built. */
function aboutCode(surveyed: Surveyed): SurveyFact[] {
  const { layout, pure } = surveyed;
  const given = globalsGiven(surveyed);
  const unknown = unknownGlobals(surveyed, surveyed.globals.lone);
  return [
    {
      key: "namespace",
      says: layout.namespace ?? "none",
      from: layout.namespace === undefined ? "no name stands out" : "what most requires begin with",
    },
    {
      key: "features",
      says: layout.featureRoot === undefined ? "none" : named(layout.featureRoot),
      from:
        layout.featureRoot === undefined
          ? "no folder is divided into layers, so require-fence is off"
          : `folders divided into layers: ${listed(layout.layers)}`,
    },
    ...(pure.length === 0
      ? []
      : [{ key: "pure", says: pure.join(", "), from: "core folders that use nothing of the host" }]),
    {
      key: "host.globals",
      says: given.length === 0 ? "none" : listed(given),
      from: globalsFrom(surveyed),
    },
    ...unreadSettings(surveyed),
    ...(isUntold(surveyed)
      ? [
          {
            key: "no-globals",
            says: "a warning of what is read",
            from: "there is no Lua yet that shows what runs it; once there is: arkitekt policy suggest",
          },
        ]
      : []),
    ...surveyed.hosts
      .filter(({ isOpen }) => isOpen)
      .map(({ name }) => ({
        key: "no-globals",
        says: "a warning of what is read",
        from: `files of ${name} make globals by a text that they register`,
      })),
    ...(unknown.length === 0
      ? []
      : [
          {
            key: "no-globals",
            says: "a warning of what is read",
            from: `one file alone reads ${listed(unknown)}: there may be more of the kind`,
          },
        ]),
    ...(keepsState(surveyed)
      ? [
          {
            key: "no-globals",
            says: "globals may hold what a file shares",
            from: `${count(surveyed.globals.shared, "global")} that a function sets and others use`,
          },
        ]
      : []),
  ];
}

/** Who works on it, and how. */
function aboutWork({ task, agents }: Surveyed): SurveyFact[] {
  return [
    {
      key: "taskCode",
      says: task === undefined ? "off" : "a warning",
      from: task === undefined ? "the history's titles name no task" : `titles like "${task.examples[0]}"`,
    },
    {
      key: "agentBranches",
      says: agents.size === 0 ? "the usual prefixes" : [...agents.keys()].join(", "),
      from:
        agents.size === 0
          ? "no agent's branch is here yet"
          : [...agents].map(([agent, each]) => `${each} of ${agent}/*`).join(", "),
    },
    { key: "diff-budget", says: "on agents' branches alone", from: "no cap is known for people" },
  ];
}

function globalsFrom({ hosts, declared, globals }: Surveyed): string {
  const families = globals.families.filter((each) => !hosts.some((host) => host.globals.includes(each)));
  return [
    ...(hosts.length === 0 ? ["the interpreter itself"] : hosts.map(({ name }) => name)),
    ...declared.from,
    ...(globals.given.length > 0 ? ["what several files read and none sets"] : []),
    ...(families.length > 0 ? [`names of one family that none sets: ${listed(families)}`] : []),
  ].join(", ");
}

function named(folder: string): string {
  return folder === "." ? "the repository" : folder;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
