import { dirname } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { createFile, readFileIfThere, replaceFile } from "../../system/files.ts";
import { makeFolder, modeOf, takeAway } from "../../system/folders.ts";
import { refuseOldGit } from "../gate/clone.ts";
import { alone, withFailures } from "../gate/install-lock.ts";
import { dropPrograms, layProgram, ownPackage, type ProgramPackage, readProgram } from "../gate/program.ts";
import { serverLauncherText } from "./server-launcher.ts";
import { readServerPlace, type ServerPlace } from "./server-place.ts";

export interface ServerOptions {
  readonly repo: string;
  /** Keeps a hook that is in force now running, before the gate. */
  readonly chain: boolean;
  /** Seconds that a push may take to be judged. */
  readonly budget: number;
  readonly env: NodeJS.ProcessEnv;
}

export interface ServerReport {
  readonly hook: string;
  /** Somebody else's hook, which runs first. */
  readonly prior: string | undefined;
  readonly version: string;
  readonly budget: number;
  readonly changed: boolean;
}

/**
 * Gates a bare repository against what is pushed to it: the program first, and last, in one step, the hook. Killed in between, the
 * repository is as it was or gated; run again it changes nothing.
 */
export async function installServer(options: ServerOptions): Promise<Result<ServerReport, Failure>> {
  return withFailures(async () => {
    const git = refuseOldGit(options.repo, options.env);
    if (!git.ok) return git;
    const place = readServerPlace(options.repo, options.env);
    if (!place.ok) return place;
    const program = readProgram(ownPackage());
    if (!program.ok) return program;
    const { hook, other, aside } = place.value;
    if (other === "in force" && !options.chain) return err(hookInForce(hook));
    // The same bytes come from an install that was killed, or from somebody who put the hook back.
    const kept = other === "none" ? undefined : readFileIfThere(aside);
    if (kept !== undefined && readFileIfThere(hook)?.equals(kept) !== true) return err(asideTaken(aside));
    return await alone(place.value.clone, async () => ok(lay(place.value, program.value, options)));
  });
}

function lay(place: ServerPlace, program: ProgramPackage, { budget }: ServerOptions): ServerReport {
  const { clone, hook, other, aside } = place;
  const laid = layProgram(clone, program);
  if (other !== "none") {
    const before = readFileIfThere(hook) ?? Buffer.alloc(0);
    createFile(aside, before, modeOf(hook) ?? 0o644);
  }
  const hasPrior = readFileIfThere(aside) !== undefined;
  const text = serverLauncherText(textOf(program, "server-launcher.sh"), textOf(program, "launcher.sh"), {
    place,
    program: program.id,
    nodes: [process.execPath],
    budget,
    hasPrior,
  });
  const isSame = readFileIfThere(hook)?.toString("utf8") === text;
  if (!isSame) {
    makeFolder(dirname(hook));
    replaceFile(hook, text, 0o755);
  }
  dropPrograms(clone, [program.id]);
  const prior = hasPrior ? aside : undefined;
  return { hook, prior, version: program.version, budget, changed: laid || !isSame };
}

function textOf({ files }: ProgramPackage, name: string): string {
  return files.get(`templates/${name}`)?.toString("utf8") ?? "";
}

function hookInForce(hook: string): Failure {
  const next = "arkitekt install --server DIR --chain keeps it running, before the gate";
  return failure("hooks-in-force", "this repository has a pre-receive hook already", next, hook);
}

function asideTaken(aside: string): Failure {
  const next = "keep one of the two, delete or move the other, then run it again";
  const what = "an earlier hook is kept there, and another one has taken its place since";
  return failure("hooks-in-force", what, next, aside);
}

export interface ServerUninstall {
  readonly wasInstalled: boolean;
  readonly restored: string | undefined;
  readonly removed: readonly string[];
  /** The hook that was there before, if another one stands in its place by now. */
  readonly kept: string | undefined;
}

/** Puts the hook that was there before back, byte for byte, and removes what install wrote. */
export async function uninstallServer(
  repo: string,
  env: NodeJS.ProcessEnv,
): Promise<Result<ServerUninstall, Failure>> {
  return withFailures(async () => {
    const place = readServerPlace(repo, env);
    if (!place.ok) return place;
    const { clone, hook, other, aside } = place.value;
    return await alone(clone, async () => {
      const isOurs = other === "none" && readFileIfThere(hook) !== undefined;
      const before = isOurs ? readFileIfThere(aside) : undefined;
      if (before !== undefined) {
        replaceFile(hook, before, modeOf(aside) ?? 0o755);
        takeAway(aside);
      } else if (isOurs) takeAway(hook);
      const hadHome = modeOf(clone.home) !== undefined;
      takeAway(clone.home);
      return ok({
        wasInstalled: isOurs || hadHome,
        restored: before === undefined ? undefined : hook,
        kept: isOurs || readFileIfThere(aside) === undefined ? undefined : aside,
        removed: [...(isOurs && before === undefined ? [hook] : []), ...(hadHome ? [clone.home] : [])],
      });
    });
  });
}
