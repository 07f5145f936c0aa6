// The scripts that no hook of Git calls: what `git arkitekt` starts, and what the settings of agents call.

import { sealed } from "../../system/program/checksums.ts";
import { posixChecksum } from "../../system/program/posix-checksum.ts";
import { filled, withShared } from "./launchers.ts";
import type { ProgramPackage } from "./program.ts";

export interface Starters {
  readonly command: string;
  readonly agent: string;
}

/** What the one for people shares with the launcher of a hook. */
const SHARED = ["plain_node", "find_node"];

/** No launcher asks for the program's word here, so they look at its first file, and that looks at what it loads. */
export function starters({ id, files }: ProgramPackage, nodes: readonly string[]): Starters {
  const template = (name: string) => files.get(`templates/${name}.sh`)?.toString("utf8") ?? "";
  const CHECKSUM = posixChecksum(files.get("dist/arkitekt.cjs") ?? Buffer.alloc(0));
  const text = (script: string) => sealed(filled(script, { program: id, nodes }, { CHECKSUM }));
  return {
    command: text(withShared(template("command"), template("launcher"), SHARED)),
    agent: text(template("agent")),
  };
}
