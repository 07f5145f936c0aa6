// The proof-greps that a phase needs at least: each is in it, or proved by the rule that does it better.
import { encodeText } from "../../base/byte-text.ts";
import { isUnder, matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { Grep } from "../../model/proof-grep.ts";
import type { Task } from "../../model/task.ts";
import { isLua } from "../../modules/lua-files.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { checkGreps } from "../../rules/proof-grep/check.ts";
import { compilePattern } from "../../rules/proof-grep/compile.ts";
import { contradiction } from "../../rules/proof-grep/contradiction.ts";
import { reachesOnly } from "../task/budget-caps.ts";
import { type Reach, reaches, reachOf } from "./reach.ts";
import type { ConformanceFault, PhaseScene } from "./scene.ts";

export interface RequiredGrep {
  readonly what: string;
  /** What holds it: a grep, or a rule. */
  readonly held: string | undefined;
  /** What would hold it. */
  readonly greps: readonly Grep[];
}

/** What to do where one is missing. */
export function addGreps({ greps }: RequiredGrep): string {
  return `add ${greps.map((grep) => JSON.stringify(grep)).join(" and ")} to proof_grep`;
}

/** Greps that can't be used or mean the opposite, and those that are missing. */
export function grepFaults(scene: PhaseScene): readonly ConformanceFault[] {
  const missing = requiredGreps(scene).filter(({ held }) => held === undefined);
  return [
    ...brokenGreps(scene),
    ...missing.map(
      (required): ConformanceFault => ({
        about: "proof-greps",
        keys: ["proof_grep"],
        message: `${required.what}: nothing looks for it, and no rule holds it as an error`,
        next: addGreps(required),
      }),
    ),
  ];
}

export function brokenGreps({
  task,
  policy,
}: Pick<PhaseScene, "task" | "policy">): readonly ConformanceFault[] {
  const { proofGreps, grepPlaces } = task;
  const fault = (index: number, keys: ConformanceFault["keys"], message: string, next: string) => ({
    about: "proof-greps" as const,
    keys: ["proof_grep", grepPlaces[index] ?? index, ...keys],
    message,
    next,
  });
  return [
    ...checkGreps(proofGreps).map(({ index, keys, message, next }) => fault(index, keys, message, next)),
    ...proofGreps.flatMap((grep, index) => {
      const found = contradiction(grep, policy.project);
      return found === undefined ? [] : [fault(index, [], found.message, found.next)];
    }),
  ];
}

/** Each that is asked of a task: of a phase all of the playbook's; of a task of its own only those that the policy has something to say about. */
export function requiredGreps(scene: PhaseScene): readonly RequiredGrep[] {
  const { task, policy, branch, paths } = scene;
  const { namespace, pure } = policy.project;
  const isPhase = task.phase !== undefined;
  const reach = reachOf(task, paths);
  const { boundaries } = settingFor(policy, "canonical-shape", { branches: [branch] }).options as {
    readonly boundaries: readonly { readonly files: readonly string[] }[];
  };
  const crossing = boundaries.length === 0 ? BOUNDARIES : boundaries.flatMap(({ files }) => files);
  const needsCanonical = isPhase ? reaches(reach, crossing) : boundaries.length > 0;
  const held = new Held(scene, reach);
  return [
    ...(namespace.retired.length === 0 ? [] : [oldNamespace(namespace.retired, held)]),
    {
      what: "backslashes",
      held:
        held.byGreps([['require("A\\\\B")', "require('A\\B')"]]) ?? held.byRule("require-separators", true),
      greps: [{ pattern: "require%([^)]-[\\]", should_match: false }],
    },
    ...(isPhase || pure.length > 0 ? [purity(scene, held)] : []),
    ...(needsCanonical
      ? [
          {
            what: "canonicalization",
            held:
              held.byPositive(
                ["canonicalize_sequence(seq)", "shapes.canonicalize_sequence(seq)"],
                "sequence(seq)",
                crossing,
              ) ?? held.byRule("canonical-shape", boundaries.length > 0),
            greps: [{ pattern: "canonicalize_sequence%(", should_match: true, files: crossing }],
          },
        ]
      : []),
  ];
}

/** Where the policy names none. */
const BOUNDARIES = [
  "**/engine/**",
  "**/engine.lua",
  "**/*_engine.lua",
  "**/engine_*.lua",
  "**/coordinator/**",
  "**/*coordinator*.lua",
];

/** Where the policy names none: the playbook's own. */
const PURE = ["**/core/**", "**/storage/persistence.lua", "**/selectors.lua"];

function oldNamespace(retired: readonly string[], held: Held): RequiredGrep {
  const samples = retired.map((name) => [`require("${name}.core.keys")`, `require "${name}.core.keys"`]);
  return {
    what: "old namespace",
    held: held.byGreps(samples) ?? held.byRule("retired-namespace", true),
    greps: retired.map((name) => ({
      pattern: `require%s*%(?%s*["']${name.replaceAll(/[^\w]/g, "%$&")}[./"']`,
      should_match: false,
    })),
  };
}

function purity({ policy }: PhaseScene, held: Held): RequiredGrep {
  const { pure, host } = policy.project;
  const named = ["reaper", "ImGui"].filter((name) => host.globals.includes(name));
  const names = named.length > 0 ? named : host.globals.length > 0 ? host.globals : ["reaper", "ImGui"];
  const hasHost = host.globals.length > 0 || host.modules.length > 0;
  const globs = pure.length === 0 ? PURE : pure;
  return {
    what: "purity",
    held:
      held.byGreps(
        names
          .map((name) => name.replace("*", "X"))
          .map((name) => [`${name}.Main_OnCommand(1)`, `${name}.Text(ctx)`]),
        globs,
      ) ?? held.byRule("purity-fence", pure.length > 0 && hasHost),
    greps: names.map((name) => ({
      pattern: `%f[%w_]${name.replace("*", "[%w_]*")}[.:%(]`,
      should_match: false,
      files: globs,
      scope: "added",
    })),
  };
}

/** What holds a claim for everything that a phase may touch. */
class Held {
  readonly #task: Task;
  readonly #scene: PhaseScene;
  readonly #entries: readonly string[];
  readonly #lua: readonly RepoPath[];

  constructor(scene: PhaseScene, { entries, paths }: Reach) {
    this.#scene = scene;
    this.#task = scene.task;
    this.#entries = entries;
    this.#lua = paths.filter((path) => isLua(path, scene.policy.project));
  }

  /** Whether each of `claims`, samples of what must not be there, is found by a grep that forbids it in the files it is about. */
  byGreps(claims: readonly (readonly string[])[], about?: readonly string[]): string | undefined {
    const found = claims.map((samples) =>
      this.#task.proofGreps.findIndex(
        (grep) => !grep.should_match && this.#looksAt(grep, about) && finds(grep, samples),
      ),
    );
    if (found.includes(-1)) return undefined;
    const indices = [...new Set(found)].map((index) => this.#task.grepPlaces[index] ?? index);
    return indices.map((index) => `proof_grep[${index}]`).join(" and ");
  }

  /** Whether it finds one of `samples`, and not just anything: in code, and near a boundary where it reads only some files. */
  byPositive(samples: readonly string[], other: string, about: readonly string[]): string | undefined {
    const at = this.#task.proofGreps.findIndex(
      (grep) =>
        grep.should_match &&
        grep.in !== "comments" &&
        (grep.files === undefined || this.#meets(grep.files, about)) &&
        finds(grep, samples) &&
        !finds(grep, [other]),
    );
    return at < 0 ? undefined : `proof_grep[${this.#task.grepPlaces[at] ?? at}]`;
  }

  /** Whether these globs name something that the phase may touch, or a boundary. */
  #meets(globs: readonly string[], boundaries: readonly string[]): boolean {
    if (this.#lua.some((path) => matchesAny(globs, path))) return true;
    return globs.some(
      (glob) =>
        boundaries.includes(glob) ||
        matchesAny(boundaries, glob) ||
        this.#entries.some((entry) => isUnder(glob, entry) || matchesAny([glob], entry)),
    );
  }

  /** A grep that reads only comments, or other files, proves nothing about these. */
  #looksAt(grep: Grep, about: readonly string[] | undefined): boolean {
    if (grep.in === "comments") return false;
    const { files } = grep;
    if (files === undefined) return true;
    if (about !== undefined) {
      const own = this.#lua.filter((path) => matchesAny(about, path));
      return own.every((path) => matchesAny(files, path));
    }
    return this.#lua.length > 0
      ? this.#lua.every((path) => matchesAny(files, path))
      : this.#entries.every((entry) => reachesOnly(entry, files));
  }

  /** A rule that is on as an error for each of the files, and applies to something there. */
  byRule(rule: string, hasSomething: boolean): string | undefined {
    const { policy, branch } = this.#scene;
    const levelOf = (path?: RepoPath) =>
      settingFor(policy, rule, { branches: [branch], ...(path === undefined ? {} : { path }) }).level;
    const isOn = levelOf() === "error" && this.#lua.every((path) => levelOf(path) === "error");
    return hasSomething && isOn ? `held by the rule ${rule}` : undefined;
  }
}

/** Whether a grep finds something in one of these texts. */
function finds(grep: Grep, samples: readonly string[]): boolean {
  const compiled = compilePattern(grep);
  if (!compiled.ok) return false;
  return samples.some((sample) => {
    const found = compiled.value.search(encodeText(`local m = ${sample}\n`));
    return found !== "spent" && found.length > 0;
  });
}
