// The ways from Git to the gate: core.hooksPath, and what leads there when that is lost.
import { dirname, isAbsolute, join } from "node:path";
import { shellWord } from "../../base/shell-word.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder } from "../../system/folders.ts";
import type { Clone } from "../gate/clone.ts";
import {
  isConfiguredWhole,
  leadsByConfiguration,
  missingInConfiguration,
  runsConfiguredHooks,
  switchesAgainst,
} from "../gate/configured-hooks.ts";
import { defaultHooks, lackingForwarders } from "../gate/forwarders.ts";
import {
  type HooksPathSetting,
  hooksPathSettings,
  isDefaultPlace,
  isGatePlace,
  placeOf,
  runnableHooks,
  workTreesOf,
  worktreeSettings,
} from "../gate/hooks-path.ts";
import type { InstallRecord } from "../gate/install-manifest.ts";
import { AGAIN, flaw, hole, type WeakSpot } from "./weak-spot.ts";

export function settingSpots(clone: Clone, record: InstallRecord | undefined): readonly WeakSpot[] {
  const inForce = hooksPathSettings(clone).at(-1);
  const others = worktreeSettings(clone).filter(
    (setting) => setting.file !== inForce?.file && !isGatePlace(clone, setting),
  );
  const again = (value: string) => {
    const isMended = value.startsWith(".husky") || runnableHooks(clone, value).length === 0;
    return isMended ? AGAIN : `${AGAIN} --chain`;
  };
  const spots = others.map(({ file, value }) =>
    hole(
      "worktree-overrides",
      `a worktree has a core.hooksPath of its own: ${value} (${file})`,
      again(value),
    ),
  );
  const held = stillJudging(clone);
  if (inForce === undefined)
    return [hole("hooks-path-unset", `core.hooksPath is not set${held(undefined)}`, AGAIN), ...spots];
  if (isGatePlace(clone, inForce)) return [...relativeSpots(clone, inForce), ...spots];
  const { scope, file, value, place } = inForce;
  if (record?.settings.some((setting) => setting.value === value) === true) {
    const what = `the clone was moved or copied: core.hooksPath still points to ${value}`;
    return [hole("clone-moved", what, AGAIN), ...spots];
  }
  const seen = isAbsolute(value) ? "" : `, which is ${place} here`;
  const what = `core.hooksPath points elsewhere (${scope}): ${value}${seen}${held(inForce)}`;
  const own = [join(clone.commonDir, "config"), join(clone.gitDir, "config.worktree")];
  // Whatever install sets, a file that is included later wins.
  const isIncluded = (scope === "local" || scope === "worktree") && !own.includes(file);
  return [
    hole("hooks-path-overridden", what, isIncluded ? `take the setting out of ${file}` : again(value)),
    ...spots,
  ];
}

/** A relative one holds only where hooks run in the working tree that it leads from. */
function relativeSpots(clone: Clone, { scope, value }: HooksPathSetting): readonly WeakSpot[] {
  if (isAbsolute(value)) return [];
  const own = new Set(worktreeSettings(clone).map(({ file }) => dirname(file)));
  const others = scope === "worktree" ? [] : workTreesOf(clone).filter(({ gitDir }) => !own.has(gitDir));
  const astray = others.flatMap(({ top }) => {
    const place = placeOf(top, value);
    return !isFolder(top) || isGatePlace(clone, { place }) ? [] : [{ top, place }];
  });
  const kind = "hooks-path-relative";
  if (astray.length === 0) {
    const what = `core.hooksPath is relative (${value}): it leads elsewhere in another working tree, and for a Git that is started outside this one`;
    return [flaw(kind, what, AGAIN)];
  }
  return astray.map(({ top, place }) =>
    hole(
      kind,
      `core.hooksPath is relative (${value}): in ${top} it leads to ${place}, which is not the gate`,
      AGAIN,
    ),
  );
}

/** What still leads to the gate where core.hooksPath no longer does, as the end of a sentence. */
function stillJudging(clone: Clone): (setting: HooksPathSetting | undefined) => string {
  const isConfigured = leadsByConfiguration(clone);
  return (setting) => {
    const isDefault = setting === undefined || isDefaultPlace(clone, setting);
    const { lost, others } = lackingForwarders(clone);
    if (isDefault && lost.length + others.length === 0)
      return "; only the forwarders in that folder still judge";
    return isConfigured ? "; only the hooks of Git's configuration still judge" : "";
  };
}

/** The other ways to the gate, whose loss nobody notices until the first one is lost. */
export function otherWays(clone: Clone): readonly WeakSpot[] {
  const { lost, others: inPlace } = lackingForwarders(clone);
  const places = inPlace.map((name) => join(defaultHooks(clone), name));
  const emptied = places.filter((place) => readFileIfThere(place)?.length === 0);
  const others = inPlace.filter((_, index) => !emptied.includes(places[index] ?? ""));
  const config = join(clone.commonDir, "config");
  const isConfigured = runsConfiguredHooks(clone);
  const missing = isConfigured ? missingInConfiguration(clone, config) : [];
  return [
    ...(lost.length === 0
      ? []
      : [
          flaw(
            "forwarders-missing",
            `${defaultHooks(clone)} does not lead to the gate for ${lost.join(", ")}: it is lost when core.hooksPath is`,
            AGAIN,
          ),
        ]),
    ...emptied.map((place) =>
      flaw(
        "forwarder-emptied",
        `${place} is empty: the gate is lost when core.hooksPath is`,
        `rm ${shellWord(place)}, then ${AGAIN}`,
      ),
    ),
    ...(others.length === 0 || isConfigured
      ? []
      : [
          flaw(
            "own-hooks-in-default-folder",
            `hooks of your own are in ${defaultHooks(clone)} (${others.join(", ")}): when core.hooksPath is set to that folder, they run alone`,
            "call them from .husky, or with Git 2.54 or newer: arkitekt install",
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          flaw(
            "configured-hooks-missing",
            `Git's configuration does not lead to the gate for ${missing.join(", ")}`,
            AGAIN,
          ),
        ]),
    ...(isConfigured
      ? switchesAgainst(clone).filter(({ file }) => missing.length === 0 || file !== config)
      : []
    ).map(({ key, file, hooks }) =>
      flaw(
        "configured-hooks-off",
        `${key} in ${file} keeps the gate's hooks of Git's configuration from running: ${hooks.join(", ")}`,
        `git config --file ${shellWord(file)} --unset-all ${shellWord(key)}`,
      ),
    ),
    ...(isConfigured && !isConfiguredWhole(clone)
      ? [hole("launcher-changed", `${join(clone.home, "configured")} is not as install wrote it`, AGAIN)]
      : []),
  ];
}
